import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { balancesRoute } from '../../functions/bookkeeping/read.route.ts'
import {
  askForSettlingRoute,
  getRunRoute,
  listRunsRoute,
  rerunRoute,
} from '../../functions/bookkeeping/reconciliations.route.ts'
import { approveProposalRoute } from '../../functions/operators/proposals.route.ts'
import { deedsRoute } from '../../functions/overview/deeds.route.ts'
import { accountRoute } from '../../functions/overview/read.route.ts'
import { payRoute } from '../../functions/payment/pay.route.ts'
import { faultsRoute } from '../../functions/sandbox/control.route.ts'
import { alipayPayRoute, forcedRefundRoute } from '../../functions/sandbox/control-channels.route.ts'
import { operatorAt } from '../../local/demo/operator.ts'
import { codeToScan, moneyAtChannel, type Offer, scan } from '../../local/demo/user.ts'
import { beijingDay } from '../../shared/kernel/time.ts'
import { type Instance, startInstance } from './instance.ts'
import { submitted } from './way.ts'

describe('every day the channels’ bills are held against the ledger', () => {
  let instance: Instance
  let day: string
  const numbers: Record<string, string> = {}
  let memberToken = ''

  const begun = (outcome: string, offer: Offer) => submitted(instance, outcome, offer)
  const arm = (target: string, mode: string, subject: string) =>
    instance.platform.must(faultsRoute, { body: { target, mode, times: 20, subject } })

  beforeAll(async () => {
    instance = await startInstance({ reconciliation: { channels: ['wechat_pay', 'alipay'] } })
    const { platform, engine } = instance
    day = beijingDay(engine.now())

    const usual = await begun('mismatch', 'membership')
    const first = await codeToScan(platform, usual.user, usual.orderId)
    await scan(platform, first.codeUrl)
    numbers.usual = first.outTradeNo

    // Its membership will be given back by WeChat Pay without being asked.
    const member = await begun('match', 'membership')
    const second = await codeToScan(platform, member.user, member.orderId)
    await scan(platform, second.codeUrl)
    await platform.pass('0s')
    numbers.member = second.outTradeNo
    memberToken = member.user.token
    await platform.must(forcedRefundRoute, { body: { outTradeNo: second.outTradeNo } })

    // Its row is missing in the bill, and that of another says another amount.
    for (const [name, mode] of [
      ['missing', 'missing_row'],
      ['differing', 'amount_differs'],
    ] as const) {
      const open = await begun('mismatch', 'fee')
      const code = await codeToScan(platform, open.user, open.orderId)
      await scan(platform, code.codeUrl)
      numbers[name] = code.outTradeNo
      await arm('wechat_pay_bill_row', mode, code.outTradeNo)
    }

    // Nobody ever hears of this one but through the bill: paid after it was closed, and not notified.
    const late = await begun('match', 'fee')
    const third = await codeToScan(platform, late.user, late.orderId)
    numbers.late = third.outTradeNo
    const alipay = await begun('match', 'fee')
    const body = { method: 'alipay_qr' }
    const fourth = await platform.must(payRoute, { params: { id: alipay.orderId }, body, token: alipay.user.token })
    await platform.must(alipayPayRoute, { body: { qrCode: fourth.qrCode } })
    numbers.alipay = fourth.outTradeNo
    await platform.pass('31m')
    await scan(platform, third.codeUrl, { payAfterClose: true, dropNotification: true })
    // All along, other tills are paid into the same accounts.
    for (const target of ['wechat_pay_bill', 'alipay_bill']) await arm(target, 'other_tills', day)
    await platform.pass('36h')
    await platform.pass('5m')
  })

  afterAll(async () => {
    expect(await instance.end(), 'P11 plaintext identity').toEqual([])
  })

  const runAt = (channel: string) =>
    instance.platform.must(getRunRoute, { params: { channel, day }, token: instance.operatorKey })

  it('is for operators only', async () => {
    for (const token of [undefined, instance.platformKey, memberToken])
      expect(await instance.platform.call(listRunsRoute, { params: { channel: 'wechat_pay' }, token })).toMatchObject({
        status: 401,
      })
  })

  it('acts on every difference, and says what nobody has explained', async () => {
    const { differences, report, status } = await runAt('wechat_pay')
    expect(status).toBe('done')
    const found = differences.map(({ kind, outTradeNo, status, outcome }) => ({ kind, outTradeNo, status, outcome }))
    expect(found).toEqual(
      expect.arrayContaining([
        {
          kind: 'payment_missing_here',
          outTradeNo: numbers.late,
          status: 'explained',
          outcome: 'payment_given_back',
        },
        expect.objectContaining({ kind: 'refund_missing_here', outTradeNo: numbers.member, status: 'explained' }),
        { kind: 'payment_amount', outTradeNo: numbers.differing, status: 'open', outcome: 'amount_differs' },
        expect.objectContaining({ kind: 'payment_missing_there', outTradeNo: numbers.missing }),
      ]),
    )
    expect(found).toHaveLength(4)
    expect(report?.unexplainedFen).toBeGreaterThan(0)
  })

  it('P16 sets aside what other tills have in the bills, says what it is, and settles without it', async () => {
    for (const [channel, kinds] of [
      [
        'wechat_pay',
        ['', 'REFUND', 'REVOKED', 'SUCCESS', '保证金', '分账', '商家转账', '交易', '扣除交易手续费', '退款'],
      ],
      ['alipay', ['', 'REVOKED', '交易', '交易退款', '保证金', '分账', '商家转账', '在线支付', '收费', '退款', '退费']],
    ] as const) {
      const { report, setAside } = await runAt(channel)
      expect(report?.setAside).toEqual({ trade: 5, account: setAside.length - 5 })
      expect([...new Set(setAside.map(({ kind }) => kind))].sort()).toEqual([...kinds].sort())
      expect(setAside.filter(({ bill }) => bill === 'trade').map(({ fen }) => fen)).toEqual([
        2550, 2550, -2550, 2550, 2550,
      ])
      expect(report).toMatchObject({ settledFen: 0 })
    }
    const { report } = await runAt('alipay')
    expect(report).toMatchObject({ rows: 1, paidFen: 100, feeFen: 1 })
  })

  it('P16 gives back the late payment nobody had told us of', async () => {
    expect(await moneyAtChannel(instance.platform, numbers.late ?? '')).toEqual({ paidFen: 100, refundedFen: 100 })
  })

  it('P12 takes back the membership whose money the channel gave back', async () => {
    const account = await instance.platform.must(accountRoute, { token: memberToken })
    expect(account.membership?.active ?? false).toBe(false)
    expect(account.verification.status).toBe('verified')
  })

  it('finds nothing in a day of Alipay that went well', async () => {
    expect(await runAt('alipay')).toMatchObject({ status: 'done', differences: [], report: { unexplainedFen: 0 } })
  })

  it('changes nothing when it is run again', async () => {
    const before = await runAt('wechat_pay')
    const call = {
      params: { channel: 'wechat_pay', day },
      body: { reason: 'asked by a test' },
      token: instance.operatorKey,
    }
    await instance.platform.must(rerunRoute, call)
    await instance.platform.pass('0s')
    const after = await runAt('wechat_pay')
    expect(after.status).toBe('done')
    expect(after.report).toEqual(before.report)
    expect(after.differences).toEqual(before.differences)
  })

  it('P16 two people settle what stays open: the ledger says how, and another run leaves it so', async () => {
    const { platform, operatorKey: token } = instance
    const params = { channel: 'wechat_pay', day }
    const open = (await runAt('wechat_pay')).differences.find(({ status }) => status === 'open')
    if (!open) throw new Error('nothing is open')
    const isMore = open.thereFen > open.hereFen
    expect(open).toMatchObject({
      kind: 'payment_amount',
      ways: isMore ? ['matched', 'paid_back'] : ['matched', 'got_back', 'written_off'],
      opposites: [],
      settled: null,
    })
    const way = isMore ? 'paid_back' : 'written_off'
    const body = { difference: open.id, way, reason: '与渠道核对过' } as const
    const wrong = await platform.call(askForSettlingRoute, { token, params, body: { ...body, way: 'taken_in' } })
    expect(wrong).toMatchObject({
      status: 422,
      problem: { code: 'settling_way_not_open', errors: [{ pointer: '/way' }] },
    })
    const alone = await platform.call(askForSettlingRoute, { token, params, body: { ...body, way: 'matched' } })
    expect(alone).toMatchObject({ status: 422, problem: { code: 'no_counterpart', errors: [{ pointer: '/with' }] } })
    const asked = await platform.must(askForSettlingRoute, { token, params, body })
    expect(asked).toMatchObject({
      kind: 'difference_settled',
      status: 'open',
      about: { ...params, difference: open.id, way, amountFen: Math.abs(open.thereFen - open.hereFen), with: null },
    })
    expect(await platform.must(askForSettlingRoute, { token, params, body })).toEqual(asked)
    const lin = await operatorAt(instance, 'lin', 'finance')
    const deed = { token: lin.token, params: { id: asked.id }, body: { reason: '同意' } }
    expect(await platform.must(approveProposalRoute, deed)).toMatchObject({ status: 'approved' })
    expect(await platform.must(approveProposalRoute, deed)).toMatchObject({ status: 'approved' })
    const today = beijingDay(instance.engine.now())
    const { lines, balanced } = await platform.must(balancesRoute, { token, query: { from: day, until: today } })
    const at = (account: string) => lines.find((line) => line.account === account)?.amount ?? 0
    expect([at('suspense:wechat_pay'), balanced]).toEqual([0, true])
    const moved = open.thereFen - open.hereFen
    expect(at(way === 'paid_back' ? 'bank' : 'expense:difference')).toBe(-moved)
    await platform.must(rerunRoute, { params, body: { reason: '再对一遍' }, token })
    await platform.pass('0s')
    const after = await runAt('wechat_pay')
    expect(after.differences.find(({ id }) => id === open.id)).toMatchObject({ status: 'settled', settled: { way } })
    expect([after.status, after.report?.unexplainedFen]).toEqual(['done', 0])
    const { deeds } = await platform.must(deedsRoute, {
      token,
      query: { subject: `reconciliation:wechat_pay:${day}` },
    })
    expect(deeds.map(({ action, by }) => [action, by.kind])).toEqual(
      expect.arrayContaining([
        ['difference_propose', 'operator_key'],
        ['difference_settle', 'operator'],
      ]),
    )
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getRunRoute, listRunsRoute, rerunRoute } from '../../functions/bookkeeping/reconciliations.route.ts'
import { accountRoute } from '../../functions/overview/read.route.ts'
import { payRoute } from '../../functions/payment/pay.route.ts'
import { faultsRoute } from '../../functions/sandbox/control.route.ts'
import { alipayPayRoute, forcedRefundRoute } from '../../functions/sandbox/control-channels.route.ts'
import { codeToScan, moneyAtChannel, type Offer, scan } from '../../local/demo/user.ts'
import { beijingDay, HOUR } from '../../shared/kernel/time.ts'
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
    // What follows takes half an hour and must not run into the next day.
    if (beijingDay(engine.now() + 2 * HOUR) !== beijingDay(engine.now())) await platform.pass('3h')
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
})

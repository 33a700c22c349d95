import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { faultsRoute } from '../../functions/sandbox/control.route.ts'
import {
  codeToScan,
  moneyAtChannel,
  type Offer,
  type PaymentFaults,
  type Person,
  scan,
  signIn,
  submit,
  vendorCalls,
  verificationNow,
} from '../../local/demo/user.ts'
import type { Instance } from './instance.ts'
import { sharedInstance } from './shared-instance.ts'

describe('P6 P7 P16 at most one vendor call and exact refunds, whatever is repeated, lost or killed', () => {
  let instance: Instance
  beforeAll(async () => {
    instance = await sharedInstance()
  })
  afterAll(async () => {
    expect(await instance.end(), 'P11 plaintext identity').toEqual([])
  })

  const begun = async (person: Person, offer: Offer) => {
    const user = await signIn(instance.platform, person.phone)
    const { id, order } = await submit(instance.platform, user, person, offer)
    const { codeUrl, outTradeNo } = await codeToScan(instance.platform, user, order.id)
    return { person, user, id, codeUrl, outTradeNo }
  }

  const ended = async ({ person, user, id, outTradeNo }: Awaited<ReturnType<typeof begun>>) => {
    const { status, refund } = await verificationNow(instance.platform, user, id)
    const { billed, unbilled } = await vendorCalls(instance.platform, person.phone)
    const money = await moneyAtChannel(instance.platform, outTradeNo)
    return { status, refund: refund?.status, calls: billed + unbilled, refundedFen: money.refundedFen }
  }

  const travel = async (outcome: string, offer: Offer, faults: PaymentFaults, minutes: number) => {
    const way = await begun(await instance.person(outcome), offer)
    await scan(instance.platform, way.codeUrl, faults)
    await instance.platform.pass('0s')
    for (let minute = 0; minute < minutes; minute += 1) await instance.platform.pass('1m')
    return ended(way)
  }

  const rest = async () => {
    expect(instance.engine.faults.pending()).toEqual([])
    instance.engine.faults.clear()
  }

  it('every queue delivers everything twice', async () => {
    for (const queue of ['checks', 'refunds'])
      instance.engine.faults.add({ target: 'queue', queue, action: 'duplicate', times: 2, ms: 0 })
    const end = await travel('no_record', 'membership', { duplicates: 3 }, 2)
    expect(end).toEqual({ status: 'no_record', refund: 'succeeded', calls: 1, refundedFen: 1000 })
    instance.engine.faults.clear()
  })

  it('the queues lose every wake-up', async () => {
    for (const queue of ['checks', 'refunds'])
      instance.engine.faults.add({ target: 'queue', queue, action: 'drop', times: 1, ms: 0 })
    const end = await travel('mismatch', 'membership', {}, 4)
    expect(end).toEqual({ status: 'mismatch', refund: 'succeeded', calls: 1, refundedFen: 900 })
    await rest()
  })

  it.each([
    {
      name: 'before it claims',
      nth: 2,
      action: 'kill_before',
      expected: { status: 'mismatch', calls: 1, refundedFen: 900 },
    },
    {
      name: 'after it claimed, before it calls',
      nth: 2,
      action: 'kill_after',
      expected: { status: 'undetermined', calls: 0, refundedFen: 1000 },
    },
    {
      name: 'after it called, before the verdict',
      nth: 3,
      action: 'kill_before',
      expected: { status: 'undetermined', calls: 1, refundedFen: 1000 },
    },
    {
      name: 'after the verdict, before the wake-up',
      nth: 3,
      action: 'kill_after',
      expected: { status: 'mismatch', calls: 1, refundedFen: 900 },
    },
  ] as const)('the check worker dies $name', async ({ nth, action, expected }) => {
    // The n-th call to DynamoDB: read, claim, verdict.
    const seen = { 1: 'BatchGetItem', 2: 'TransactWriteItems', 3: 'TransactWriteItems' } as const
    const nthOfOperation = nth === 3 ? 2 : 1
    instance.engine.faults.add({
      target: 'function',
      fn: 'verification-check',
      operation: seen[nth],
      nth: nthOfOperation,
      action,
      times: 1,
    })
    const end = await travel('mismatch', 'membership', {}, 6)
    expect(end).toEqual({ refund: 'succeeded', ...expected })
    await rest()
  })

  it.each(['kill_before', 'kill_after'] as const)('the refund worker dies: %s its claim', async (action) => {
    instance.engine.faults.add({ target: 'function', fn: 'payment-refund', nth: 1, action, times: 1 })
    const end = await travel('no_record', 'fee', {}, 4)
    expect(end).toEqual({ status: 'no_record', refund: 'succeeded', calls: 1, refundedFen: 100 })
    await rest()
  })

  it.each(['executed_then_500', 'executed_then_429', 'closed'])(
    'the channel answers a refund with %s',
    async (mode) => {
      const way = await begun(await instance.person('no_record'), 'membership')
      const fault = { target: 'wechat_pay_refund', mode, times: 1, subject: way.outTradeNo }
      await instance.platform.must(faultsRoute, { body: fault })
      await scan(instance.platform, way.codeUrl)
      await instance.platform.pass('0s')
      for (let minute = 0; minute < 5; minute += 1) await instance.platform.pass('1m')
      expect(await ended(way)).toEqual({ status: 'no_record', refund: 'succeeded', calls: 1, refundedFen: 1000 })
    },
  )

  it('a notification fought over by other transactions is written once', async () => {
    const fault = { target: 'function', fn: 'payment-wechat-pay-notification', nth: 1, action: 'conflict' } as const
    instance.engine.faults.add({ ...fault, times: 2, ms: 0 })
    const end = await travel('match', 'membership', { duplicates: 1 }, 1)
    expect(end).toEqual({ status: 'verified', refund: undefined, calls: 1, refundedFen: 0 })
    await rest()
  })

  it('forged, altered and replayed notifications are refused, and probes answered 4xx', async () => {
    const way = await begun(await instance.person('match'), 'fee')
    const forged = await fetch(`${instance.platform.url}/webhooks/wechat-pay`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'wechatpay-timestamp': String(Math.floor(instance.engine.now() / 1000)),
        'wechatpay-nonce': 'nonce',
        'wechatpay-serial': 'PUB_KEY_ID_0000000000000000000000000000000',
        'wechatpay-signature': 'WECHATPAY/SIGNTEST/AAAA',
      },
      body: JSON.stringify({ event_type: 'TRANSACTION.SUCCESS', resource: { out_trade_no: way.outTradeNo } }),
    })
    expect(forged.status).toBe(401)
    expect(await ended(way)).toEqual({ status: 'awaiting_payment', refund: undefined, calls: 0, refundedFen: 0 })
  })
})

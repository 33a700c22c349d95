import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Instance } from './instance.ts'
import { sharedInstance } from './shared-instance.ts'
import { begunWay, endOfWay, travelled } from './way.ts'

describe('P6 P7 P16 at most one vendor call and exact refunds, whatever is repeated or lost', () => {
  let instance: Instance
  beforeAll(async () => {
    instance = await sharedInstance()
  })
  afterEach(() => instance.engine.faults.clear())
  afterAll(async () => {
    expect(await instance.end(), 'P11 plaintext identity').toEqual([])
  })

  it('every queue delivers everything twice', async () => {
    for (const queue of ['checks', 'refunds'])
      instance.engine.faults.add({ target: 'queue', queue, action: 'duplicate', times: 2, ms: 0 })
    const end = await travelled(instance, 'no_record', 'membership', { duplicates: 3 })
    expect(end).toEqual({ status: 'no_record', refund: 'back', calls: 1, refundedFen: 1000 })
  })

  it('the queues lose every wake-up', async () => {
    for (const queue of ['checks', 'refunds'])
      instance.engine.faults.add({ target: 'queue', queue, action: 'drop', times: 1, ms: 0 })
    const end = await travelled(instance, 'mismatch', 'membership')
    expect(end).toEqual({ status: 'mismatch', refund: 'back', calls: 1, refundedFen: 900 })
    expect(instance.engine.faults.pending()).toEqual([])
  })

  it('the check worker dies after it called, and nobody calls again', async () => {
    // Its second transaction is the verdict.
    const verdict = { fn: 'verification-check', operation: 'TransactWriteItems', nth: 2 } as const
    instance.engine.faults.add({ target: 'function', ...verdict, action: 'kill_before', times: 1 })
    const end = await travelled(instance, 'mismatch', 'membership')
    expect(end).toEqual({ status: 'undetermined', refund: 'back', calls: 1, refundedFen: 1000 })
    expect(instance.engine.faults.pending()).toEqual([])
  })

  it('a verdict that the table does not take for longer than one commit is tried is not lost', async () => {
    const verdict = { fn: 'verification-check', operation: 'TransactWriteItems', nth: 2 } as const
    instance.engine.faults.add({ target: 'function', ...verdict, action: 'throttle', times: 7 })
    const end = await travelled(instance, 'match', 'membership')
    expect(end).toEqual({ status: 'verified', refund: undefined, calls: 1, refundedFen: 0 })
    expect(instance.engine.faults.pending()).toEqual([])
  })

  it('a verdict that was taken, and then said to be throttled, is written once', async () => {
    const verdict = { fn: 'verification-check', operation: 'TransactWriteItems', nth: 2 } as const
    instance.engine.faults.add({ target: 'function', ...verdict, action: 'throttle_after', times: 2 })
    const end = await travelled(instance, 'no_record', 'fee')
    expect(end).toEqual({ status: 'no_record', refund: 'back', calls: 1, refundedFen: 100 })
    expect(instance.engine.faults.pending()).toEqual([])
  })

  it('a notification fought over by other transactions is written once', async () => {
    const fault = { target: 'function', fn: 'payment-wechat-pay-notification', nth: 1, action: 'conflict' } as const
    instance.engine.faults.add({ ...fault, times: 2, ms: 0 })
    const end = await travelled(instance, 'match', 'membership', { duplicates: 1 })
    expect(end).toEqual({ status: 'verified', refund: undefined, calls: 1, refundedFen: 0 })
    expect(instance.engine.faults.pending()).toEqual([])
  })

  it('a forged notification, signed as a probe is, is answered 401 and changes nothing', async () => {
    const way = await begunWay(instance, 'match', 'fee')
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
    const end = await endOfWay(instance, way)
    expect(end).toEqual({ status: 'awaiting_payment', refund: undefined, calls: 0, refundedFen: 0 })
  })
})

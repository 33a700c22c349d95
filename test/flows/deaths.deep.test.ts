import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { faultsRoute } from '../../functions/sandbox/control.route.ts'
import { scan } from '../../local/demo/user.ts'
import type { Instance } from './instance.ts'
import { settle } from './settle.ts'
import { sharedInstance } from './shared-instance.ts'
import { begunWay, endOfWay, travelled } from './way.ts'

const verdict = { calls: 1, refundedFen: 900, status: 'mismatch' }
const unknown = { refundedFen: 1000, status: 'undetermined' }

describe('P6 P7 at most one vendor call and exact refunds, whoever dies', () => {
  let instance: Instance
  beforeAll(async () => {
    instance = await sharedInstance()
  })
  afterEach(() => {
    expect(instance.engine.faults.pending()).toEqual([])
  })
  afterAll(async () => {
    expect(await instance.end(), 'P11 plaintext identity').toEqual([])
  })

  /** The two transactions of a check: its claim and its verdict. */
  const claim = 1
  const decision = 2

  it.each([
    { name: 'before it claims', nth: claim, action: 'kill_before', expected: verdict },
    { name: 'after it claimed, before it calls', nth: claim, action: 'kill_after', expected: { calls: 0, ...unknown } },
    { name: 'after the verdict, before the wake-up', nth: decision, action: 'kill_after', expected: verdict },
  ] as const)('the check worker dies $name', async ({ nth, action, expected }) => {
    const place = { fn: 'verification-check', operation: 'TransactWriteItems', nth } as const
    instance.engine.faults.add({ target: 'function', ...place, action, times: 1 })
    expect(await travelled(instance, 'mismatch', 'membership')).toEqual({ refund: 'back', ...expected })
  })

  it.each(['kill_before', 'kill_after'] as const)('the refund worker dies: %s its claim', async (action) => {
    instance.engine.faults.add({ target: 'function', fn: 'payment-refund', nth: 1, action, times: 1 })
    const end = await travelled(instance, 'no_record', 'fee')
    expect(end).toEqual({ status: 'no_record', refund: 'back', calls: 1, refundedFen: 100 })
  })

  it.each(['executed_then_500', 'executed_then_429', 'closed'])(
    'the channel answers a refund with %s',
    async (mode) => {
      const way = await begunWay(instance, 'no_record', 'membership')
      const fault = { target: 'wechat_pay_refund', mode, times: 1, subject: way.outTradeNo }
      await instance.platform.must(faultsRoute, { body: fault })
      await scan(instance.platform, way.codeUrl)
      await settle(instance.engine)
      const end = await endOfWay(instance, way)
      expect(end).toEqual({ status: 'no_record', refund: 'back', calls: 1, refundedFen: 1000 })
    },
  )
})

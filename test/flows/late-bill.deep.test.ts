import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listRunsRoute } from '../../functions/bookkeeping/reconciliations.route.ts'
import { codeToScan, scan, verificationNow } from '../../local/demo/user.ts'
import { type Instance, startInstance } from './instance.ts'
import { submitted } from './way.ts'

describe('P16 a payment that only the bill tells of', () => {
  let instance: Instance
  beforeAll(async () => {
    instance = await startInstance({ reconciliation: { channels: ['wechat_pay'] } })
  })
  afterAll(async () => {
    expect(await instance.end(), 'P11 plaintext identity').toEqual([])
  })

  it('buys what it was for where the order is still open, although the wake-up of the day was lost', async () => {
    const { platform, engine, operatorKey: token } = instance
    const { user, id, orderId } = await submitted(instance, 'match', 'fee')
    const { codeUrl } = await codeToScan(platform, user, orderId)
    await scan(platform, codeUrl, { dropNotification: true })
    engine.faults.add({ target: 'queue', queue: 'orders', action: 'drop', times: 10_000 })
    engine.faults.add({ target: 'queue', queue: 'reconciliations', action: 'drop', times: 1 })
    await platform.pass('1h')
    expect((await verificationNow(platform, user, id)).status).toBe('awaiting_payment')
    await platform.pass('36h')
    for (let minutes = 0; minutes < 10; minutes += 1) await platform.pass('1m')
    expect((await verificationNow(platform, user, id)).status).toBe('verified')
    const { runs } = await platform.must(listRunsRoute, { params: { channel: 'wechat_pay' }, token })
    expect(runs.every(({ status }) => status === 'done')).toBe(true)
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  codeToScan,
  messageToken,
  moneyAtChannel,
  pushplusSend,
  scan,
  signIn,
  submit,
  vendorCalls,
  verificationNow,
} from '../../local/demo/user.ts'
import type { Instance } from './instance.ts'
import { sharedInstance } from './shared-instance.ts'

const OPEN = ['awaiting_payment', 'queued', 'checking']

describe('P6 P7 the engine is killed and started again between any two steps', () => {
  let instance: Instance
  beforeAll(async () => {
    instance = await sharedInstance()
  })
  afterAll(async () => {
    expect(await instance.end(), 'P11 plaintext identity').toEqual([])
  })

  /** Kills everything in the middle of whatever it does; queues are empty afterwards, the data is not. */
  const restart = () => instance.engine.restart()

  it('membership + mismatch still ends with one call and 900 fen back', async () => {
    const { platform } = instance
    const person = await instance.person('mismatch')
    const user = await signIn(platform, person.phone)
    await restart()
    const token = await messageToken(platform, user)
    await restart()
    expect(await pushplusSend(platform, token, 'before')).toBe(905)
    const { id, order } = await submit(platform, user, person, 'membership')
    await restart()
    const { codeUrl, outTradeNo } = await codeToScan(platform, user, order.id)
    await restart()
    await scan(platform, codeUrl)
    // The notification may be lost with the queue: the service asks the channel by itself.
    await restart()
    const statuses: string[] = []
    for (let minute = 0; minute < 12; minute += 1) {
      await platform.pass('1m')
      await restart()
      const { status, refunds } = await verificationNow(platform, user, id)
      statuses.push(status)
      if (!OPEN.includes(status) && refunds[0]?.status === 'back') break
    }
    expect(statuses.at(-1)).toBe('mismatch')
    expect(await moneyAtChannel(platform, outTradeNo)).toEqual({ paidFen: 1000, refundedFen: 900 })
    expect(await vendorCalls(platform, person.phone)).toMatchObject({ billed: 1, unbilled: 0 })
    expect(await pushplusSend(platform, token, 'after')).toBe(905)
  })
})

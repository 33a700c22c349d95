import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { tokenCreateRoute } from '../../functions/account/tokens.route.ts'
import type { Instance } from './instance.ts'
import { logFrom } from './log-lines.ts'
import { freshSession } from './platform-session.ts'
import { sharedInstance } from './shared-instance.ts'
import { travelled } from './way.ts'

/** As often as the table is asked before an operation gives up. */
const TRIES = 5

describe('M1 who is held up', () => {
  let instance: Instance
  beforeAll(async () => {
    instance = await sharedInstance()
  })
  afterEach(() => instance.engine.faults.clear())
  afterAll(async () => {
    expect(await instance.end(), 'P11 plaintext identity').toEqual([])
  })

  /** What the functions have logged of that level while `run` ran. */
  const loggedBy = async (level: 'WARN' | 'ERROR', run: () => Promise<unknown>) => {
    const since = await logFrom(instance.engine, level)
    await run()
    return since()
  }

  const creating = async (action: 'conflict' | 'throttle') => {
    const { token } = await freshSession(instance)
    const commit = { fn: 'account-tokens', operation: 'TransactWriteItems', times: TRIES } as const
    instance.engine.faults.add({ target: 'function', ...commit, action })
    const reply = await instance.platform.call(tokenCreateRoute, { token, body: { name: 'cron' } })
    expect(instance.engine.faults.pending()).toEqual([])
    return { reply, again: () => instance.platform.call(tokenCreateRoute, { token, body: { name: 'cron' } }) }
  }

  it('by others who write the same is told when to come again, and no alarm hears of it', async () => {
    const errors = await loggedBy('ERROR', async () => {
      const warnings = await loggedBy('WARN', async () => {
        const { reply, again } = await creating('conflict')
        expect(reply).toMatchObject({ status: 409, problem: { code: 'contended', retryAt: expect.any(String) } })
        expect(reply.headers.get('retry-after')).toBe('1')
        expect((await again()).ok).toBe(true)
      })
      expect(warnings).toMatchObject([
        { fn: 'account-tokens', message: 'contended', error: 'Contended', code: 'TransactionConflict' },
      ])
    })
    expect(errors).toEqual([])
  })

  it('by a database in trouble is told so, and the fault is in the log', async () => {
    const errors = await loggedBy('ERROR', async () => {
      const { reply, again } = await creating('throttle')
      expect(reply).toMatchObject({ status: 503, problem: { code: 'busy', retryAt: expect.any(String) } })
      expect(reply.headers.get('retry-after')).toBe('2')
      expect((await again()).ok).toBe(true)
    })
    expect(errors).toMatchObject([{ fn: 'account-tokens', message: 'fault', error: 'NotNow', code: 'ThrottlingError' }])
  })

  it('while a payment is notified is notified again, and nothing is lost', async () => {
    const fn = 'payment-wechat-pay-notification'
    const errors = await loggedBy('ERROR', async () => {
      instance.engine.faults.add({ target: 'function', fn, action: 'conflict', times: TRIES })
      const end = await travelled(instance, 'match', 'fee')
      expect(end).toEqual({ status: 'verified', refund: undefined, calls: 1, refundedFen: 0 })
      expect(instance.engine.faults.pending()).toEqual([])
    })
    expect(errors).toEqual([])
  })

  it('while a check is due is checked later, once', async () => {
    const errors = await loggedBy('ERROR', async () => {
      instance.engine.faults.add({ target: 'function', fn: 'verification-check', action: 'conflict', times: TRIES })
      const end = await travelled(instance, 'mismatch', 'membership')
      expect(end).toEqual({ status: 'mismatch', refund: 'back', calls: 1, refundedFen: 900 })
    })
    expect(errors).toEqual([])
  })
})

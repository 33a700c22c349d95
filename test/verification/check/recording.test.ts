import { describe, expect, it } from 'vitest'
import { runCheck } from '../../../functions/verification/check/run-check.ts'
import { verificationKeys } from '../../../functions/verification/keys.ts'
import { MINUTE, SECOND } from '../../../shared/kernel/time.ts'
import { Contended } from '../../../shared/table/table.ts'
import type { Write } from '../../../shared/table/write.ts'
import { balances, bought, itemAt, mortalJob, person, statusOf, world } from '../../world.ts'

/** Whether a commit is the verdict: the only one that ends the check. */
const isVerdict = (writes: readonly Write[]): boolean =>
  writes.some((write) => write.kind === 'update' && write.changes.set?.status === 'done')

describe('P6 what the vendor answered', () => {
  it.each([
    ['Contended', () => new Contended()],
    ['an answer that never came', () => Object.assign(new Error('no answer'), { name: 'TimeoutError' })],
  ])('a verdict whose commit failed with %s is tried again as long as the worker lives', async (_name, failure) => {
    const at = world()
    const ready = await bought(at, { offer: 'membership' })
    let left = 20
    const commit = async (writes: readonly Write[]) => {
      if (isVerdict(writes) && left > 0) {
        left -= 1
        throw failure()
      }
      return at.table.commit(writes)
    }
    const held = { ...at, table: { ...at.table, commit } }
    expect(await runCheck(held, mortalJob(at, ready.checkId))).toBe('verified')
    expect(left).toBe(0)
    expect(at.bureau.asked).toHaveLength(1)
    expect(statusOf(at, ready)).toEqual({ verification: 'verified', order: 'settled' })
  })

  it('a verdict that was written although its commit failed stays, once', async () => {
    const at = world()
    const ready = await bought(at)
    let lost = 0
    const commit = async (writes: readonly Write[]) => {
      const committed = await at.table.commit(writes)
      if (!isVerdict(writes) || lost > 0) return committed
      lost += 1
      throw new Error('no answer')
    }
    expect(await runCheck({ ...at, table: { ...at.table, commit } }, mortalJob(at, ready.checkId))).toBe('claim_lost')
    expect(statusOf(at, ready)).toEqual({ verification: 'verified', order: 'settled' })
    expect(balances(at)[`deposit:${ready.fact.outTradeNo}`]).toBe(0)
  })

  it('is not asked for by a worker whose claim took too long to live to write it down', async () => {
    const at = world()
    const ready = await bought(at)
    const left = [30 * SECOND, SECOND]
    const remainingMs = () => left.shift() ?? SECOND
    expect(await runCheck(at, { id: ready.checkId, remainingMs })).toBe('released')
    expect(at.bureau.asked).toEqual([])
    at.time.now += MINUTE
    expect(await runCheck(at, mortalJob(at, ready.checkId))).toBe('verified')
  })

  it('what the vendor gave back undone is given back as long as the worker lives', async () => {
    const at = world()
    const ready = await bought(at, { who: person('vendor_busy') })
    let left = 20
    const commit = async (writes: readonly Write[]) => {
      const isRelease = writes.some((write) => write.kind === 'update' && write.changes.add?.releases === 1)
      if (isRelease && left > 0) {
        left -= 1
        throw new Contended()
      }
      return at.table.commit(writes)
    }
    const held = { ...at, table: { ...at.table, commit } }
    expect(await runCheck(held, mortalJob(at, ready.checkId))).toBe('released')
    const check = verificationKeys.check(ready.user.accountId, ready.verification.id)
    expect(itemAt(at, check)).toMatchObject({ status: 'ready', releases: 1 })
  })
})

import { describe, expect, it } from 'vitest'
import { gateKeys } from '../../../functions/gate/keys.ts'
import { membershipKeys } from '../../../functions/membership/keys.ts'
import { paymentKeys } from '../../../functions/payment/keys.ts'
import { recordPayment } from '../../../functions/payment/paying/record-payment.ts'
import type { CheckResult } from '../../../functions/verification/check/checker.ts'
import { runCheck } from '../../../functions/verification/check/run-check.ts'
import { verificationKeys } from '../../../functions/verification/keys.ts'
import { MINUTE, SECOND } from '../../../shared/kernel/time.ts'
import { Contended } from '../../../shared/table/table.ts'
import { update, type Write } from '../../../shared/table/write.ts'
import { type Bought, bought, cost, itemAt, job, mortalJob, person, statusOf, type World, world } from '../../world.ts'
import { results } from './scripted-checker.ts'

const checkAt = (at: World, { user, verification }: Bought) =>
  itemAt(at, verificationKeys.check(user.accountId, verification.id))

const refundOf = (at: World, { order }: Bought) => itemAt(at, paymentKeys.refund(order.id, `${order.id}v`))

const run = (at: World, { checkId }: Bought) => runCheck(at, job(checkId))

/** Lets the check become due and runs it. */
const nextRun = (at: World, ready: Bought) => {
  at.time.now = Number(checkAt(at, ready)?.dueAt)
  return run(at, ready)
}

/** Everything went back, with that reason, and the vendor is never asked again. */
const expectGivenUp = async (at: World, ready: Bought, reason: string, calls: number) => {
  expect(statusOf(at, ready)).toEqual({ verification: 'undetermined', order: 'refunded' })
  expect(itemAt(at, verificationKeys.verification(ready.user.accountId, ready.verification.id))).toMatchObject({
    reason,
  })
  expect(refundOf(at, ready)).toMatchObject({ refundFen: ready.fact.paidFen, totalFen: ready.fact.paidFen })
  at.time.now += 10 * MINUTE
  expect(await run(at, ready)).toBe('nothing_owed')
  expect(at.bureau.asked).toHaveLength(calls)
}

describe('P6 provably not executed', () => {
  it('is given back to be tried again, with nothing decided', async () => {
    const at = world()
    const ready = await bought(at, { who: person('vendor_busy') })
    const { value, calls } = await cost(at, () => run(at, ready))
    expect(value).toBe('released')
    expect(calls).toMatchObject({ table: 3, kms: 1, vendor: 1 })
    expect(statusOf(at, ready)).toEqual({ verification: 'queued', order: 'paid' })
    expect(checkAt(at, ready)).toMatchObject({ status: 'ready', releases: 1, dueAt: at.time.now + 30 * SECOND })
    expect(checkAt(at, ready)).not.toHaveProperty('claim')
    expect(refundOf(at, ready)).toBeUndefined()
  })

  it('three times; the fourth gives everything back', async () => {
    const at = world()
    const ready = await bought(at, { who: person('vendor_busy'), offer: 'membership' })
    const words = [await run(at, ready)]
    for (let more = 0; more < 3; more += 1) words.push(await nextRun(at, ready))
    expect(words).toEqual(['released', 'released', 'released', 'undetermined'])
    await expectGivenUp(at, ready, 'vendor_unavailable', 4)
  })

  it('or until five minutes are over', async () => {
    const at = world()
    const ready = await bought(at, { who: person('vendor_busy') })
    at.time.now += 5 * MINUTE
    expect(await run(at, ready)).toBe('undetermined')
    await expectGivenUp(at, ready, 'vendor_unavailable', 1)
  })

  it('does not spoil the result of the next try', async () => {
    const at = world()
    const ready = await bought(at)
    at.bureau.script.push(() => results.vendor_busy)
    await run(at, ready)
    expect(await nextRun(at, ready)).toBe('verified')
    expect(at.bureau.asked).toHaveLength(2)
  })
})

describe('P6 possibly executed', () => {
  it('is never asked again: everything goes back', async () => {
    const at = world()
    const ready = await bought(at, { who: person('timeout_after_sending'), offer: 'membership' })
    expect(await run(at, ready)).toBe('undetermined')
    expect(checkAt(at, ready)).toMatchObject({ status: 'unknown' })
    await expectGivenUp(at, ready, 'result_unknown', 1)
  })

  it('a worker that died while it called holds the lease for two minutes, then everything goes back', async () => {
    const at = world()
    const ready = await bought(at)
    at.bureau.script.push(() => {
      throw new Error('killed')
    })
    await expect(run(at, ready)).rejects.toThrow('killed')
    expect(statusOf(at, ready)).toEqual({ verification: 'checking', order: 'paid' })
    expect(checkAt(at, ready)).toMatchObject({ status: 'calling', dueAt: at.time.now + 2 * MINUTE })
    at.time.now += 2 * MINUTE - 1
    expect(await run(at, ready)).toBe('being_called')
    at.time.now += 1
    const { value, calls } = await cost(at, () => run(at, ready))
    expect(value).toBe('undetermined')
    expect(calls).toEqual({ table: 2, kms: 0, queue: 1, vendor: 0 })
    await expectGivenUp(at, ready, 'result_unknown', 1)
  })

  it('a worker that could not record its verdict for as long as it lived does not ask again', async () => {
    const at = world()
    const ready = await bought(at)
    let commits = 0
    const commit = async (writes: readonly Write[]) => {
      commits += 1
      if (commits > 1) throw new Contended()
      return at.table.commit(writes)
    }
    const broken = { ...at, table: { ...at.table, commit } }
    await expect(runCheck(broken, mortalJob(at, ready.checkId))).rejects.toThrow(Contended)
    expect(commits).toBeGreaterThan(50)
    expect(await nextRun(at, ready)).toBe('undetermined')
    await expectGivenUp(at, ready, 'result_unknown', 1)
  })

  it('a claim whose answer was lost is not called by anybody', async () => {
    const at = world()
    const ready = await bought(at)
    const commit = async (writes: readonly Write[]) => {
      await at.table.commit(writes)
      throw new Contended()
    }
    await expect(runCheck({ ...at, table: { ...at.table, commit } }, job(ready.checkId))).rejects.toThrow(Contended)
    expect(await run(at, ready)).toBe('being_called')
    expect(await nextRun(at, ready)).toBe('undetermined')
    await expectGivenUp(at, ready, 'result_unknown', 0)
  })

  it('a verdict that comes after the lease ran out and was given up changes nothing', async () => {
    const at = world()
    const ready = await bought(at, { offer: 'membership' })
    at.bureau.script.push(async () => {
      at.time.now += 2 * MINUTE
      expect(await run(at, ready)).toBe('undetermined')
      return results.match
    })
    expect(await run(at, ready)).toBe('claim_lost')
    expect(itemAt(at, gateKeys.identity(ready.user.accountId))).toBeUndefined()
    expect(itemAt(at, membershipKeys.membership(ready.user.accountId))).toBeUndefined()
    await expectGivenUp(at, ready, 'result_unknown', 1)
  })

  it.each<CheckResult>([results.vendor_busy, results.timeout_after_sending])(
    'nor does any other late answer: %j',
    async (result) => {
      const at = world()
      const ready = await bought(at)
      at.bureau.script.push(async () => {
        at.time.now += 2 * MINUTE
        await run(at, ready)
        return result
      })
      await run(at, ready)
      await expectGivenUp(at, ready, 'result_unknown', 1)
    },
  )
})

describe('P6 check hostile', () => {
  it('many workers at once ask the vendor once', async () => {
    const at = world()
    const ready = await bought(at)
    const words = await Promise.all(Array.from({ length: 5 }, () => run(at, ready)))
    expect(words.sort()).toEqual([...Array(4).fill('claimed_by_another'), 'verified'])
    expect(at.bureau.asked).toHaveLength(1)
  })

  it('another worker does nothing while one is calling', async () => {
    const at = world()
    const ready = await bought(at)
    at.bureau.script.push(async () => {
      expect(await run(at, ready)).toBe('being_called')
      return results.match
    })
    expect(await run(at, ready)).toBe('verified')
    expect(at.bureau.asked).toHaveLength(1)
  })

  it('a worker that read the check before it was given back does not claim it after', async () => {
    const at = world()
    const ready = await bought(at)
    at.bureau.script.push(() => results.vendor_busy)
    const openDataKey = async (...of: Parameters<typeof at.vault.openDataKey>) => {
      await run(at, ready)
      return at.vault.openDataKey(...of)
    }
    const slow = { ...at, vault: { ...at.vault, openDataKey } }
    expect(await runCheck(slow, job(ready.checkId))).toBe('claimed_by_another')
    expect(at.bureau.asked).toHaveLength(1)
    expect(checkAt(at, ready)).toMatchObject({ status: 'ready', releases: 1 })
  })

  it('a second payment buys no second check', async () => {
    const at = world()
    const ready = await bought(at)
    await recordPayment(at, at.channel.payerPays(`${ready.order.id}p2`, { amountFen: 100 }))
    await run(at, ready)
    await run(at, ready)
    expect(at.bureau.asked).toHaveLength(1)
  })

  it('does not begin what it may not be able to finish', async () => {
    const at = world()
    const ready = await bought(at)
    const before = at.table.items()
    const needed = at.settings.vendor.totalMs + 5 * SECOND
    expect(await runCheck(at, job(ready.checkId, needed - 1))).toBe('too_little_time')
    expect(at.bureau.asked).toEqual([])
    expect(at.table.items()).toEqual(before)
    expect(await runCheck(at, job(ready.checkId, needed))).toBe('verified')
  })

  it.each(['openDataKey', 'checker'] as const)(
    'claims nothing while %s fails, and gives up after an hour',
    async (part) => {
      const at = world()
      const ready = await bought(at)
      const before = at.table.items()
      const failing = async () => {
        throw new Error('no answer')
      }
      const broken =
        part === 'checker' ? { ...at, checker: failing } : { ...at, vault: { ...at.vault, openDataKey: failing } }
      await expect(runCheck(broken, job(ready.checkId))).rejects.toThrow('no answer')
      at.time.now += 60 * MINUTE
      await expect(runCheck(broken, job(ready.checkId))).rejects.toThrow('no answer')
      expect(at.table.items()).toEqual(before)
      at.time.now += 1
      const { value, calls } = await cost(at, () => runCheck(broken, job(ready.checkId)))
      expect(value).toBe('undetermined')
      expect(calls).toEqual({ table: 2, kms: 0, queue: 1, vendor: 0 })
      await expectGivenUp(at, ready, 'service_fault', 0)
    },
  )

  it('gives up a check nobody began for an hour, once, however many workers see it', async () => {
    const at = world()
    const ready = await bought(at)
    at.time.now += 60 * MINUTE + 1
    const words = await Promise.all([run(at, ready), run(at, ready)])
    expect(words.sort()).toEqual(['claim_lost', 'undetermined'])
    await expectGivenUp(at, ready, 'service_fault', 0)
  })

  it("never sends another verification's evidence", async () => {
    const at = world()
    const [one, other] = [await bought(at), await bought(at, { who: person('match', 1) })]
    const own = verificationKeys.verification(one.user.accountId, one.verification.id)
    await at.table.commit([update(own, { set: { sealed: { ...other.verification.sealed } } })])
    await expect(run(at, one)).rejects.toThrow()
    expect(at.bureau.asked).toEqual([])
  })

  it.each(['', 'x', 'f'.repeat(32), `${'f'.repeat(32)}.${'f'.repeat(32)}`, '.', 'a.'])(
    'does nothing for a pointer like %j',
    async (id) => {
      const at = world()
      expect(await runCheck(at, job(id))).toBe('no_such_check')
      expect(at.table.items()).toEqual([])
    },
  )
})

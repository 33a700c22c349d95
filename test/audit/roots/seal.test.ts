import { describe, expect, it } from 'vitest'
import { auditKeys } from '../../../functions/audit/keys.ts'
import { readSeal } from '../../../functions/audit/roots/read-seal.ts'
import { rootIn } from '../../../functions/audit/roots/root-store.ts'
import { type NotedRoot, sealOf } from '../../../functions/audit/roots/seal.ts'
import { dayAfter } from '../../../shared/kernel/days.ts'
import { beijingDayStart, DAY, HOUR } from '../../../shared/kernel/time.ts'
import { remove } from '../../../shared/table/write.ts'
import { auditWorld } from './signing.ts'

const rootOf = (day: string): NotedRoot => ({
  ...{ form: 1, day, records: 1, root: 'r', previous: 'p', hash: `of ${day}` },
  madeAt: beijingDayStart(day) + DAY + HOUR,
})

/** A moment of a Beijing day, so many hours after it began. */
const on = (day: string, hours: number): number => beijingDayStart(day) + hours * HOUR

describe('M7 how far the audit is sealed happy', () => {
  it('is the last day with a root; the next is due an hour after its day, and none is missing until then', () => {
    const roots = ['20261120', '20261119'].map(rootOf)
    const seal = { last: rootOf('20261120'), next: '20261121', isOverdue: false }
    expect(sealOf(roots, undefined, on('20261122', 1) - 1)).toEqual({ ...seal, missing: [] })
    expect(sealOf(roots, undefined, on('20261122', 1))).toEqual({ ...seal, missing: ['20261121'] })
  })
  it('names every day that is due and has none, and says six hours later that one is overdue', () => {
    const roots = ['20261120'].map(rootOf)
    const at = (hours: number) => sealOf(roots, undefined, on('20261122', hours))
    expect([at(7).isOverdue, sealOf(roots, undefined, on('20261122', 7) + 1).isOverdue]).toEqual([false, true])
    expect(at(49).missing).toEqual(['20261121', '20261122', '20261123'])
  })
  it('names a day without one between two that have theirs', () => {
    const roots = ['20261121', '20261119'].map(rootOf)
    const seal = sealOf(roots, undefined, on('20261122', 0))
    expect(seal).toMatchObject({ next: '20261122', missing: ['20261120'], isOverdue: true })
  })
  it('before the first root misses none where nothing was recorded, else every day since the oldest record', () => {
    const now = on('20261122', 8)
    expect(sealOf([], undefined, now)).toEqual({ last: undefined, next: '20261121', missing: [], isOverdue: false })
    expect(sealOf([], '20261120', now)).toMatchObject({
      ...{ next: '20261120', missing: ['20261120', '20261121'], isOverdue: true },
    })
  })
})

describe('M7 how far the audit is sealed, as it is read,', () => {
  it('is what was signed and put away, in one call', async () => {
    const at = auditWorld()
    await at.deed('order:a', '1')
    expect(await readSeal(at)).toMatchObject({ last: undefined, missing: [] })
    at.passes(2 * DAY)
    await at.sign()
    const calls = at.table.calls()
    const { last, missing } = await readSeal(at)
    expect(at.table.calls()).toBe(calls + 1)
    const { statement } = rootIn(at.objects.files.get('roots/20261121.jsonl') ?? '')
    expect([last, missing]).toEqual([{ ...statement, hash: expect.stringMatching(/^[0-9a-f]{64}$/) }, []])
  })
  it('names days that the function has not come to, also before there is any root', async () => {
    const at = auditWorld()
    await at.deed('order:a', '1')
    at.passes(3 * DAY)
    expect(await readSeal(at)).toMatchObject({ last: undefined, next: '20261120', isOverdue: true })
    await at.sign()
    at.passes(DAY)
    expect((await readSeal(at)).missing).toEqual([dayAfter('20261120', 3)])
  })
  it('is noted within the hour where whoever made the root died before', async () => {
    const at = auditWorld()
    await at.deed('order:a', '1')
    at.passes(DAY)
    await at.sign()
    await at.table.commit([remove(auditKeys.root('20261120'))])
    expect((await readSeal(at)).last).toBeUndefined()
    await at.sign()
    expect((await readSeal(at)).last?.day).toBe('20261120')
  })
})

import { describe, expect, it } from 'vitest'
import type { AuditRecord } from '../../functions/audit/chain.ts'
import { commitDeed } from '../../functions/audit/commit-deed.ts'
import { findEntry } from '../../functions/audit/find-entry.ts'
import { timeIn } from '../../shared/kernel/ids.ts'
import { beijingDayStart, MINUTE, type Millis, SECOND } from '../../shared/kernel/time.ts'
import { memoryTable } from '../../shared/table/memory.ts'
import { NOON } from '../kit.ts'

/** As ids are made at a moment, told apart by the rest. */
const idAt = (at: Millis, rest = 1): string =>
  `${at.toString(16).padStart(12, '0')}7${rest.toString(16).padStart(19, '0')}`

const record = (id: string, at: Millis, subject = 'order:a'): AuditRecord => ({
  ...{ id, at, subject, by: { kind: 'operator', id: 'ling' }, action: 'refund_recheck', reason: '1' },
})

const filled = async (records: readonly AuditRecord[]) => {
  const table = memoryTable()
  for (const one of records) await commitDeed({ table }, one, [])
  return { table, calls: table.calls() }
}

describe('M8 a record of the audit by its id happy', () => {
  it('is found in one call, by the time that its id says', async () => {
    const id = idAt(NOON + 3)
    expect(timeIn(id)).toBe(NOON + 3)
    const { table, calls } = await filled([record(idAt(NOON), NOON), record(id, NOON)])
    expect(await findEntry({ table }, id)).toMatchObject({ subject: 'order:a', n: 2, day: '20261120' })
    expect(table.calls()).toBe(calls + 1)
  })
  it.each([
    ['a minute after its operation began', MINUTE - 1],
    ['before, where a clock was set back', -SECOND + 1],
  ])('is found where the id was made %s', async (_when, later) => {
    const id = idAt(NOON + later)
    const { table } = await filled([record(id, NOON)])
    expect((await findEntry({ table }, id))?.n).toBe(1)
  })
  it('is found on the day before where its operation began before midnight', async () => {
    const midnight = beijingDayStart('20261121')
    const id = idAt(midnight + 5)
    const { table } = await filled([record(id, midnight - 5)])
    expect(await findEntry({ table }, id)).toMatchObject({ n: 1, day: '20261120' })
  })
  it('is found among hundreds of the same minute', async () => {
    const all = Array.from({ length: 250 }, (_none, nth) => record(idAt(NOON + nth, nth), NOON + nth, `order:${nth}`))
    const { table, calls } = await filled(all)
    expect((await findEntry({ table }, idAt(NOON + 249, 249)))?.subject).toBe('order:249')
    expect(table.calls() - calls).toBeLessThanOrEqual(3)
  })
})

describe('M8 a record of the audit by its id refused', () => {
  it('is none where no record has it, and no more is read than a minute', async () => {
    const hour = 60 * MINUTE
    const all = Array.from({ length: 250 }, (_none, nth) => record(idAt(NOON + nth, nth), NOON + nth, `order:${nth}`))
    const { table, calls } = await filled(all)
    expect(await findEntry({ table }, idAt(NOON + hour))).toBeUndefined()
    expect(table.calls()).toBe(calls + 1)
    for (const id of ['0'.repeat(32), 'f'.repeat(32), idAt(NOON, 0xfff)])
      expect(await findEntry({ table }, id)).toBeUndefined()
  })
})

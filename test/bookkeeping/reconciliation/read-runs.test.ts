import { describe, expect, it } from 'vitest'
import { bookkeepingKeys } from '../../../functions/bookkeeping/keys.ts'
import { listRuns, readRun } from '../../../functions/bookkeeping/reconciliation/read-runs.ts'
import { rerun } from '../../../functions/bookkeeping/reconciliation/rerun.ts'
import { update } from '../../../shared/table/write.ts'
import { codeOf, valueIn } from '../../kit.ts'
import { billed, CHANNEL, row } from './billed.ts'

describe('a list of days', () => {
  it('is complete but for a day that cannot be read, which is named', async () => {
    const { at, day, runDay } = billed()
    await runDay()
    const before = valueIn(await listRuns(at, CHANNEL, { limit: 31 }))
    expect([before.runs[0]?.day, before.unreadable]).toEqual([day, []])
    const key = bookkeepingKeys.reconciliation(CHANNEL, day)
    await at.table.commit([update(key, { set: { status: 'nonsense' } })])
    const after = valueIn(await listRuns(at, CHANNEL, { limit: 31 }))
    expect(after).toEqual({ runs: before.runs.slice(1), unreadable: [`${key.pk} ${key.sk}`], nextCursor: null })
    expect(after.runs.length).toBeGreaterThan(0)
  })

  it('is read a page at a time, newest first', async () => {
    const { at, day, runDay } = billed()
    await runDay()
    const all = valueIn(await listRuns(at, CHANNEL, { limit: 100 })).runs.map((run) => run.day)
    expect([all[0], all.length > 2]).toEqual([day, true])
    const days: string[] = []
    let cursor: string | undefined
    do {
      const page = valueIn(await listRuns(at, CHANNEL, { limit: 2, cursor }))
      expect(page.runs.length).toBeLessThanOrEqual(2)
      days.push(...page.runs.map((run) => run.day))
      cursor = page.nextCursor ?? undefined
    } while (cursor !== undefined && days.length <= all.length)
    expect(days).toEqual(all)
  })

  it.each(['bank', '', 'wechat', `${CHANNEL}#20261120`, 'x'.repeat(3000)])(
    'is not there for the channel %j, and nothing is asked',
    async (channel) => {
      const { at, day } = billed()
      const before = at.table.calls()
      expect(codeOf(await listRuns(at, channel, { limit: 31 }))).toBe('not_found')
      expect(codeOf(await readRun(at, channel, day))).toBe('not_found')
      expect(codeOf(await rerun(at, { operatorId: 'ling' }, { channel, day, reason: 'r' }))).toBe('not_found')
      expect(at.table.calls()).toBe(before)
    },
  )
})

describe('one day', () => {
  it('is complete but for a difference that cannot be read, which is named', async () => {
    const { at, day, bills, runDay } = billed()
    bills.set(
      day,
      ['a', 'b'].map((letter) => row(letter.repeat(32), 100, at.time.now)),
    )
    await runDay()
    const before = valueIn(await readRun(at, CHANNEL, day))
    expect([before.differences.length, before.unreadable]).toEqual([2, []])
    const stored = at.table.items().find(({ sk }) => sk.startsWith('DIFFERENCE#'))
    const { pk, sk } = stored ?? { pk: '', sk: '' }
    await at.table.commit([update({ pk, sk }, { set: { thereFen: 'much' } })])
    const after = valueIn(await readRun(at, CHANNEL, day))
    expect(after.unreadable).toEqual([`${pk} ${sk}`])
    expect(after.differences).toEqual(before.differences.slice(1))
  })

  it.each(['', '2026112', '20261120#', 'x'.repeat(3000)])('is not there for the day %j', async (day) => {
    const { at } = billed()
    expect(codeOf(await readRun(at, CHANNEL, day))).toBe('not_found')
  })
})

import { describe, expect, it } from 'vitest'
import { recordKept } from '../../functions/audit/audited-store.ts'
import { type AuditRecord, type ChainedRecord, chained, hashOf } from '../../functions/audit/chain.ts'
import { commitDeed } from '../../functions/audit/commit-deed.ts'
import { BEGINNING, type Head } from '../../functions/audit/head.ts'
import { auditKeys, auditLists, headList } from '../../functions/audit/keys.ts'
import { listPart, timedName } from '../../shared/table/keys.ts'
import { memoryTable } from '../../shared/table/memory.ts'
import type { Committed, Table } from '../../shared/table/table.ts'
import { equals, isNew, put, update } from '../../shared/table/write.ts'
import { NOON } from '../kit.ts'

const SUBJECT = 'order:a'
const record = (nth: number, more: Partial<AuditRecord> = {}): AuditRecord => ({
  id: nth.toString(16).padStart(32, '0'),
  subject: SUBJECT,
  at: NOON + nth,
  by: { kind: 'operator', id: 'ling' },
  action: 'refund_recheck',
  reason: `第${nth}次`,
  ...more,
})
const state = { pk: 'ORDER#a', sk: 'ORDER' }

const chainIn = async (table: Table, subject = SUBJECT): Promise<ChainedRecord[]> => {
  const { items } = await table.query({ ...auditLists.records(subject), limit: 100 })
  return items.map(({ pk: _pk, sk: _sk, ...said }) => said as unknown as ChainedRecord)
}

const isWhole = (chain: readonly ChainedRecord[]): boolean =>
  chain.every((one, at) => {
    const before: Head = chain[at - 1] ?? BEGINNING
    return one.n === at + 1 && one.previous === before.hash && hashOf(one) === one.hash
  })

/** A table on which somebody else does a deed to the subject before each of the first so many commits. */
const racing = (times: number) => {
  const table = memoryTable()
  let left = times
  const raced: Table = {
    ...table,
    async commit(writes): Promise<Committed> {
      left -= 1
      if (left >= 0) await commitDeed({ table }, record(1000 + left), [])
      return table.commit(writes)
    },
  }
  return { table, raced }
}

describe('M7 a deed is committed with its record', () => {
  it('as the first of its subject, with the entry of its day and the head of its chain, in two calls', async () => {
    const table = memoryTable()
    expect(await commitDeed({ table }, record(1), [put(state, { n: 1 })])).toEqual({ kind: 'committed' })
    expect(table.calls()).toBe(2)
    const [first] = await chainIn(table)
    expect(first).toEqual(chained(record(1), BEGINNING))
    const entries = await table.query({ ...auditLists.entries('20261120'), limit: 9 })
    expect(entries.items).toEqual([
      { ...auditKeys.entry('20261120', timedName(NOON + 1, record(1).id)), subject: SUBJECT, n: 1, hash: first?.hash },
    ])
    const head = auditKeys.head(SUBJECT)
    expect(await table.get(head)).toMatchObject({ n: 1, hash: first?.hash })
    const moved = await table.list({ list: headList(listPart(head.pk)), from: NOON + 1, limit: 9 })
    expect(moved.items.map(({ pk }) => pk)).toEqual([head.pk])
  })

  it('as the next of its subject, each carrying the hash of the one before', async () => {
    const table = memoryTable()
    for (const nth of [1, 2, 3]) await commitDeed({ table }, record(nth), [])
    await commitDeed({ table }, record(4, { subject: 'order:b' }), [])
    const chain = await chainIn(table)
    expect([chain.map(({ reason }) => reason), isWhole(chain)]).toEqual([['第1次', '第2次', '第3次'], true])
    expect((await chainIn(table, 'order:b')).map(({ n }) => n)).toEqual([1])
  })

  it('in one call where the head was read already', async () => {
    const table = memoryTable()
    await commitDeed({ table }, record(1), [])
    const calls = table.calls()
    await commitDeed({ table }, record(2), [], [chained(record(1), BEGINNING)])
    expect([table.calls() - calls, isWhole(await chainIn(table))]).toEqual([1, true])
  })

  it('with a record for each of several subjects', async () => {
    const table = memoryTable()
    await commitDeed({ table }, record(1), [])
    await commitDeed({ table }, [record(2), record(3, { subject: 'account:a' })], [put(state, {})])
    expect([(await chainIn(table)).length, (await chainIn(table, 'account:a')).length]).toEqual([2, 1])
  })

  it('with several records of one subject, in their order, whose head moves once', async () => {
    const { table, raced } = racing(2)
    const both = [record(1), record(2), record(3, { subject: 'account:a' })]
    expect(await commitDeed({ table: raced }, both, [])).toEqual({ kind: 'committed' })
    const chain = await chainIn(table)
    expect(chain.slice(-2).map(({ id }) => id)).toEqual([record(1).id, record(2).id])
    expect([chain.length, isWhole(chain), await table.get(auditKeys.head(SUBJECT))]).toEqual([
      4,
      true,
      expect.objectContaining({ n: 4, hash: chain.at(-1)?.hash }),
    ])
  })
})

describe('M7 a deed whose subject is dealt with by others meanwhile', () => {
  it('comes behind theirs, with nothing done twice', async () => {
    const { table, raced } = racing(3)
    await table.commit([put(state, { n: 0 })])
    expect(await commitDeed({ table: raced }, record(1), [update(state, { add: { n: 1 } })])).toEqual({
      kind: 'committed',
    })
    const chain = await chainIn(table)
    expect([chain.length, isWhole(chain), chain.at(-1)?.reason]).toEqual([4, true, '第1次'])
    expect((await table.get(state))?.n).toBe(1)
  })

  it('is contended where they go on and on', async () => {
    const { table, raced } = racing(100)
    await expect(commitDeed({ table: raced }, record(1), [put(state, {})])).rejects.toMatchObject({ name: 'Contended' })
    expect(await table.get(state)).toBeUndefined()
    expect(isWhole(await chainIn(table))).toBe(true)
  })

  it('is told of what else failed, of nothing of the audit, and leaves no record', async () => {
    const { table, raced } = racing(1)
    await table.commit([put(state, { n: 5 })])
    const answer = await commitDeed({ table: raced }, record(1), [put(state, {}, equals('n', 1), 'moved')])
    expect(answer.kind === 'conflict' && answer.conflicts.map(({ because, item }) => [because, item?.n])).toEqual([
      ['moved', 5],
    ])
    expect((await chainIn(table)).map(({ id }) => id)).toEqual([record(1000).id])
  })

  it('twenty at once are one whole chain', async () => {
    const table = memoryTable()
    const deeds = Array.from({ length: 20 }, (_none, nth) => commitDeed({ table }, record(nth), []))
    const done = await Promise.allSettled(deeds)
    const chain = await chainIn(table)
    expect(isWhole(chain)).toBe(true)
    expect(chain).toHaveLength(done.filter(({ status }) => status === 'fulfilled').length)
    expect(chain.length).toBeGreaterThan(4)
  })

  it('looks at the head once more where only the place of its record was told to be taken', async () => {
    const { table, raced } = racing(1)
    const held: Table = {
      ...raced,
      async commit(writes) {
        const answer = await raced.commit(writes)
        if (answer.kind === 'committed') return answer
        return { ...answer, conflicts: answer.conflicts.filter(({ because }) => because === 'audit_place_taken') }
      },
    }
    expect(await commitDeed({ table: held }, record(1), [])).toEqual({ kind: 'committed' })
    expect(isWhole(await chainIn(table))).toBe(true)
  })
})

describe('M7 a record that stands where its chain has not come to', () => {
  it('is overwritten by nobody, and stops whoever would', async () => {
    const table = memoryTable()
    const forged = chained(record(1, { reason: 'forged' }), BEGINNING)
    await table.commit([recordKept(forged)])
    await expect(commitDeed({ table }, record(2), [put(state, {}, isNew)])).rejects.toThrow('does not know')
    expect((await chainIn(table)).map(({ reason }) => reason)).toEqual(['forged'])
    expect(await table.get(state)).toBeUndefined()
  })
})

import { type Committed, type Conflict, Contended, type Table } from '../../shared/table/table.ts'
import { nameOf, type Write } from '../../shared/table/write.ts'
import { audited } from './audited-store.ts'
import type { AuditRecord } from './chain.ts'
import { BEGINNING, type Head } from './head.ts'
import { headOf } from './head-store.ts'
import { auditKeys } from './keys.ts'

type Deps = { table: Pick<Table, 'getMany' | 'commit'> }

/** How often somebody else may be faster at one of the subjects. */
const TRIES = 8

/** Records of one subject, in their order. */
type Chain = { subject: string; records: readonly AuditRecord[] }

const chainsOf = (records: readonly AuditRecord[]): Chain[] => {
  const subjects = [...new Set(records.map(({ subject }) => subject))]
  return subjects.map((subject) => ({ subject, records: records.filter((record) => record.subject === subject) }))
}

const readHeads = async ({ table }: Deps, chains: readonly Chain[]): Promise<Head[]> => {
  const found = await table.getMany(chains.map(({ subject }) => auditKeys.head(subject)))
  return found.map(headOf)
}

const isSame = (a: Head, b: Head | undefined): boolean => a.n === b?.n && a.hash === b.hash

/** The heads as the conflicts tell them, each as it was before where they do not. */
const toldBy = (conflicts: readonly Conflict[], chains: readonly Chain[], heads: readonly Head[]): Head[] => {
  const told = new Map(conflicts.map(({ write, item }) => [nameOf(write.key), item]))
  return heads.map((head, at) => {
    const name = nameOf(auditKeys.head(chains[at]?.subject ?? ''))
    return told.has(name) ? headOf(told.get(name)) : head
  })
}

/**
 * Commits a deed and all that follows from it together with its record, or with several records, each the next of its subject: of
 * one subject in their order. Answers as `Table.commit` does about `writes`, and tries again by itself where only the subject had another
 * record meanwhile. `known`: the heads of the subjects, where they were read already. Two table calls, one where they are known.
 *
 * Throws `Contended` where others kept being faster, and an error where a record stands behind the head of its chain.
 */
export const commitDeed = async (
  deps: Deps,
  recorded: AuditRecord | readonly AuditRecord[],
  writes: readonly Write[],
  known?: readonly Head[],
): Promise<Committed> => {
  const chains = chainsOf([recorded].flat())
  let heads = known ?? (await readHeads(deps, chains))
  for (let tries = 0; tries < TRIES; tries += 1) {
    const own = chains.flatMap(({ records }, at) => audited(records, heads[at] ?? BEGINNING))
    const committed = await deps.table.commit([...writes, ...own])
    if (committed.kind === 'committed') return committed
    const names = new Set(own.map(({ key }) => nameOf(key)))
    const others = committed.conflicts.filter(({ write }) => !names.has(nameOf(write.key)))
    if (others.length > 0) return { kind: 'conflict', conflicts: others }
    const before = heads
    const isMoved = (after: readonly Head[]): boolean => after.some((head, at) => !isSame(head, before[at]))
    const told = toldBy(committed.conflicts, chains, heads)
    // A transaction that was held up at the head may have looked at the record's place alone.
    heads = isMoved(told) ? told : await readHeads(deps, chains)
    if (!isMoved(heads)) throw new Error('the audit has a record that the head of its chain does not know')
  }
  throw new Contended('others kept doing something to the same subject')
}

import { auditOf } from '../../../functions/audit/audit-store.ts'
import { chained } from '../../../functions/audit/chain.ts'
import { BEGINNING } from '../../../functions/audit/head.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { Write } from '../../../shared/table/write.ts'
import { committing, isOf, layered, type Suspect, unguarded, writing } from '../world/mutant.ts'
import type { World } from '../world/world.ts'

const isRecord = ({ key }: Write): boolean => key.pk.startsWith('AUDIT#')
const isEntry = ({ key }: Write): boolean => key.pk.startsWith('AUDITDAY#')
const isHead = ({ key }: Write): boolean => key.pk.startsWith('CHAIN#')
const isOfAudit = (write: Write): boolean => isRecord(write) || isEntry(write) || isHead(write)

const isClaim = (writes: readonly Write[]): boolean =>
  writes.some((write) => isOf(write, 'CHECK') && write.kind === 'update' && write.changes.set?.status === 'calling')

const isAny = ({ length }: readonly Write[]): boolean => length > 0

/** What follows this operation's commits has no record. */
const unrecordedAs = (name: string) =>
  writing((write, world) => (world.acting?.name === name && isOfAudit(write) ? undefined : write))

/** A record as the first of its subject, wherever it stands; with the hash of that, which its entry and head have as well. */
const unchained = (writes: readonly Write[]): readonly Write[] => {
  const hashes = new Map<unknown, string>()
  const records = writes.map((write) => {
    if (!isRecord(write) || write.kind !== 'put') return write
    const { hash, n, previous: _previous, form: _form, ...said } = auditOf({ ...write.key, ...write.item })
    const record = chained(said, { n: n - 1, hash: BEGINNING.hash })
    hashes.set(hash, record.hash)
    return { ...write, item: { ...record } }
  })
  return records.map((write) => {
    const hash = (isEntry(write) || isHead(write)) && write.kind === 'put' ? hashes.get(write.item.hash) : undefined
    return hash === undefined || write.kind !== 'put' ? write : { ...write, item: { ...write.item, hash } }
  })
}

/** What is committed together with a claim, or all of it, waits for the commit that follows what the vendor answers. */
const claimLater =
  (isLater: (write: Write) => boolean) =>
  (inner: Table, _world: World): Table => {
    let later: readonly Write[] = []
    return {
      ...inner,
      async commit(writes) {
        if (later.length > 0) await inner.commit(later)
        later = isClaim(writes) ? writes.filter(isLater) : []
        const now = writes.filter((write) => !later.includes(write))
        return now.length > 0 ? inner.commit(now) : { kind: 'committed' }
      },
    }
  }

const TWICE_DECIDED = 'banned by the platform and let in again before paying'

/** Wrong ways to keep record of what is done on somebody's behalf, and of whom a vendor is asked about. */
export const mutantsOfAudit: readonly Suspect[] = [
  {
    name: 'a record does not move the head of its chain',
    seenBy: 'crashes',
    table: writing((write) => (isHead(write) ? undefined : write)),
  },
  {
    name: 'two records at once take the same place',
    seenBy: 'meetings',
    table: writing((write) => (isRecord(write) || isHead(write) ? unguarded(write) : write)),
  },
  {
    name: 'a record is not in its day',
    seenBy: 'crashes',
    table: writing((write) => (isEntry(write) ? undefined : write)),
  },
  {
    name: 'the day of a record knows of it first',
    seenBy: 'crashes',
    table: committing((writes) => [writes.filter(isEntry), writes.filter((write) => !isEntry(write))].filter(isAny)),
  },
  {
    name: 'a record does not hold on to the one before',
    seenBy: 'crashes',
    seenIn: TWICE_DECIDED,
    table: committing((writes) => [unchained(writes)]),
  },
  {
    name: 'a record says something else than its hash is of',
    seenBy: 'crashes',
    table: writing((write) =>
      isRecord(write) && write.kind === 'put' ? { ...write, item: { ...write.item, reason: 'another' } } : write,
    ),
  },
  {
    name: 'an operator lifts a ban without a record',
    seenBy: 'crashes',
    seenIn: 'banned and let in again before paying',
    table: unrecordedAs('unban'),
  },
  {
    name: 'what an operator does is recorded after it is done',
    seenBy: 'crashes',
    seenIn: TWICE_DECIDED,
    table: committing((writes) =>
      [writes.filter((write) => !isOfAudit(write)), writes.filter(isOfAudit)].filter(isAny),
    ),
  },
  {
    name: 'an operator has a day held against the ledger again without a record',
    seenBy: 'crashes',
    seenIn: 'held against its bill once more',
    table: unrecordedAs('rerun'),
  },
  {
    name: 'an identity is opened for a vendor without a record',
    seenBy: 'crashes',
    table: committing((writes) => [isClaim(writes) ? writes.filter((write) => !isOfAudit(write)) : writes]),
  },
  {
    name: 'that an identity was opened for a vendor is recorded when that has answered',
    seenBy: 'crashes',
    table: claimLater(isOfAudit),
  },
  {
    name: 'a vendor is asked before the claim with the record is written',
    seenBy: 'crashes',
    table: claimLater(() => true),
  },
  {
    name: 'that an identity was opened is recorded, also where nobody is asked',
    seenBy: 'crashes',
    table: layered(
      committing((writes) =>
        [
          isClaim(writes) ? writes.filter(isOfAudit) : [],
          isClaim(writes) ? writes.filter((write) => !isOfAudit(write)) : writes,
        ].filter(isAny),
      ),
    ),
  },
  {
    name: 'people are moved to another version of the key, and no record says that they were opened',
    seenBy: 'meetings',
    table: (inner, world) => ({
      ...inner,
      commit: (writes) =>
        world.acting?.name === 'gather' && writes.every(isOfAudit)
          ? Promise.resolve({ kind: 'committed' })
          : inner.commit(writes),
    }),
  },
]

import type { PageAsked } from '../../../shared/http/paging.ts'
import { type Outcome, ok, refusedField } from '../../../shared/kernel/outcome.ts'
import { beijingDay, type Clock } from '../../../shared/kernel/time.ts'
import { idInTimed } from '../../../shared/table/keys.ts'
import { nextCursor } from '../../../shared/table/list-cursor.ts'
import { type ReadEach, readEach } from '../../../shared/table/read-each.ts'
import { readNewest } from '../../../shared/table/read-newest.ts'
import type { Table } from '../../../shared/table/table.ts'
import { toldName } from '../../../shared/table/write.ts'
import { auditOf, entryOf } from '../../audit/audit-store.ts'
import type { ChainedRecord } from '../../audit/chain.ts'
import { auditKeys, auditLists, isPlaceName } from '../../audit/keys.ts'

type Deps = { table: Pick<Table, 'query' | 'getMany'>; clock: Clock }

/** Whose deeds: a subject's, or everybody's of a Beijing day, today where neither is said. */
export type DeedsAsked = PageAsked & { subject?: string; day?: string }

/** A record, and whether its day has a signed root. */
export type Deed = ChainedRecord & { isSealed: boolean }

export type DeedsPage = { deeds: Deed[]; unreadable: string[]; nextCursor: string | null }

/** A page of records, and which of their days have a root. Not readable is also what is not there although its day knows of it. */
type Found = Outcome<ReadEach<ChainedRecord> & { sealed: ReadonlySet<string>; next?: string }>

/** Which of these Beijing days have a root. */
const sealedAmong = async ({ table }: Deps, days: ReadonlySet<string>): Promise<ReadonlySet<string>> => {
  const all = [...days]
  const roots = all.length === 0 ? [] : await table.getMany(all.map(auditKeys.root))
  return new Set(all.filter((_day, at) => roots[at]))
}

const ofSubject = async (deps: Deps, subject: string, asked: PageAsked): Promise<Found> => {
  const page = await readNewest(deps, auditLists.records, subject, asked, isPlaceName)
  if (!page.ok) return page
  const read = readEach(page.value.items, auditOf)
  const sealed = await sealedAmong(deps, new Set(read.read.map(({ at }) => beijingDay(at))))
  return ok({ ...read, sealed, next: page.value.next })
}

const isTimedName = (text: string): boolean => idInTimed(text) !== undefined

const ofDay = async (deps: Deps, day: string, asked: PageAsked): Promise<Found> => {
  const [page, sealed] = await Promise.all([
    readNewest(deps, auditLists.entries, day, asked, isTimedName),
    sealedAmong(deps, new Set([day])),
  ])
  if (!page.ok) return page
  const entries = readEach(page.value.items, entryOf)
  const keys = entries.read.map(({ subject, n }) => auditKeys.record(subject, n))
  const found = await deps.table.getMany(keys)
  const lost = keys.filter((_key, at) => !found[at]).map(toldName)
  const records = readEach(
    found.filter((item) => item !== undefined),
    auditOf,
  )
  const unreadable = [...records.unreadable, ...entries.unreadable, ...lost]
  return ok({ read: records.read, unreadable, sealed, next: page.value.next })
}

/**
 * What operators, the platform and functions of ours did, newest first, a page at a time, with the names of those records that cannot
 * be read or are not there. Refuses with `subject_or_day` whoever says both. Two table calls by subject,
 * three by day.
 */
export const readDeeds = async (deps: Deps, { subject, day, ...asked }: DeedsAsked): Promise<Outcome<DeedsPage>> => {
  if (subject !== undefined && day !== undefined) return refusedField('/day', 'subject_or_day')
  const page =
    subject === undefined
      ? await ofDay(deps, day ?? beijingDay(deps.clock.now()), asked)
      : await ofSubject(deps, subject, asked)
  if (!page.ok) return page
  const { read, unreadable, sealed, next } = page.value
  const deeds = read.map((record) => ({ ...record, isSealed: sealed.has(beijingDay(record.at)) }))
  return ok({ deeds, unreadable, nextCursor: nextCursor(next) })
}

import type { PageAsked } from '../../../shared/http/paging.ts'
import { type Outcome, ok, refusedField } from '../../../shared/kernel/outcome.ts'
import { beijingDay, type Clock } from '../../../shared/kernel/time.ts'
import { idInTimed } from '../../../shared/table/keys.ts'
import { nextCursor } from '../../../shared/table/list-cursor.ts'
import { readEach } from '../../../shared/table/read-each.ts'
import { readNewest } from '../../../shared/table/read-newest.ts'
import type { Table } from '../../../shared/table/table.ts'
import { type Item, toldName } from '../../../shared/table/write.ts'
import { auditOf, entryOf } from '../../audit/audit-store.ts'
import type { ChainedRecord } from '../../audit/chain.ts'
import { auditKeys, auditLists, isPlaceName } from '../../audit/keys.ts'

type Deps = { table: Pick<Table, 'query' | 'getMany'>; clock: Clock }

/** Whose deeds: a subject's, or everybody's of a Beijing day, today where neither is said. */
export type DeedsAsked = PageAsked & { subject?: string; day?: string }

export type DeedsPage = { deeds: ChainedRecord[]; unreadable: string[]; nextCursor: string | null }

/** A page of records, and the names of those that are not there although their day knows of them. */
type Found = Outcome<{ items: readonly Item[]; missing: string[]; next?: string }>

const ofSubject = async (deps: Deps, subject: string, asked: PageAsked): Promise<Found> => {
  const page = await readNewest(deps, auditLists.records, subject, asked, isPlaceName)
  return page.ok ? ok({ ...page.value, missing: [] }) : page
}

const isTimedName = (text: string): boolean => idInTimed(text) !== undefined

const ofDay = async (deps: Deps, day: string, asked: PageAsked): Promise<Found> => {
  const page = await readNewest(deps, auditLists.entries, day, asked, isTimedName)
  if (!page.ok) return page
  const entries = readEach(page.value.items, entryOf)
  const keys = entries.read.map(({ subject, n }) => auditKeys.record(subject, n))
  const found = await deps.table.getMany(keys)
  const lost = keys.filter((_key, at) => !found[at]).map(toldName)
  const items = found.filter((item) => item !== undefined)
  return ok({ items, missing: [...entries.unreadable, ...lost], next: page.value.next })
}

/**
 * What operators, the platform and functions of ours did, newest first, a page at a time, with the names of those records that cannot
 * be read or are not there. Refuses with `subject_or_day` whoever says both. One table call by subject, two by day.
 */
export const readDeeds = async (deps: Deps, { subject, day, ...asked }: DeedsAsked): Promise<Outcome<DeedsPage>> => {
  if (subject !== undefined && day !== undefined) return refusedField('/day', 'subject_or_day')
  const page =
    subject === undefined
      ? await ofDay(deps, day ?? beijingDay(deps.clock.now()), asked)
      : await ofSubject(deps, subject, asked)
  if (!page.ok) return page
  const { items, missing, next } = page.value
  const { read: deeds, unreadable } = readEach(items, auditOf)
  return ok({ deeds, unreadable: [...unreadable, ...missing], nextCursor: nextCursor(next) })
}

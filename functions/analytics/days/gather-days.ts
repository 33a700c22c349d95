import type { Clock } from '../../../shared/kernel/time.ts'
import type { Round } from '../../../shared/queue/scheduled.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { Counts } from '../counts/counts.ts'
import { together } from '../counts/counts.ts'
import { analyticsLists } from '../keys.ts'
import type { AnalyticsSettings } from '../settings.ts'
import {
  type Gathered,
  gatherList,
  type ListedSource,
  listedSources,
  type Place,
  RESERVE,
} from '../sources/gather-lists.ts'
import { gatherRest, isElsewhere, type RestDeps, type RestSource, restSources } from '../sources/gather-rest.ts'
import { type CountedDay, closesAt, type Draft, daysDue } from './day.ts'
import { dayCounted, dayOf } from './day-store.ts'

export type GatherDeps = Round & {
  table: Table
  clock: Clock
  vendors: RestDeps['vendors']
  watch: RestDeps['watch']
  settings: AnalyticsSettings & RestDeps['settings']
}

const listed = Object.keys(listedSources) as ListedSource[]

/** Every source that a day is counted from, in the order in which it is. */
const sourceNames: readonly (ListedSource | RestSource)[] = [...listed, ...restSources]

const isListed = (name: string): name is ListedSource => Object.hasOwn(listedSources, name)

const PAGE = 20

/** Days that are known, newest first, down to the newest that is final. */
const readKnown = async (table: Table): Promise<CountedDay[]> => {
  const known: CountedDay[] = []
  let after: string | undefined
  do {
    const page = await table.query({ ...analyticsLists.days, limit: PAGE, newestFirst: true, after })
    for (const item of page.items) {
      const day = dayOf(item)
      known.push(day)
      if (day.isFinal) return known
    }
    after = page.next
  } while (after !== undefined)
  return known
}

const placeIn = ({ list = 0, after }: Draft): Place => ({ list, after })

/** One source of a day, from where it was left. */
const countSource = async (
  deps: GatherDeps,
  name: ListedSource | RestSource,
  day: string,
  from: Place | undefined,
): Promise<Gathered> =>
  isListed(name) ? gatherList(deps, name, day, from) : { counts: await gatherRest(deps, name, day) }

/** The same; what is counted elsewhere and cannot be asked for stays as it was `before`, and is told of. */
const countOrKeep = async (
  deps: GatherDeps,
  name: ListedSource | RestSource,
  day: string,
  from: Place | undefined,
  before: CountedDay['counts'],
): Promise<Gathered> => {
  try {
    return await countSource(deps, name, day, from)
  } catch (error) {
    if (!isElsewhere(name)) throw error
    deps.fault(error, `${day} ${name}`)
    return { counts: before[name] ?? {} }
  }
}

/** Goes on with a draft for as long as there is time; without a `source` it is whole. */
const goOn = async (deps: GatherDeps, day: string, draft: Draft, before: CountedDay['counts']): Promise<Draft> => {
  const { since } = draft
  let counts: Record<string, Counts> = { ...draft.counts }
  const begun = draft.source
  const first = begun === undefined ? 0 : (sourceNames as readonly string[]).indexOf(begun)
  for (const name of sourceNames.slice(Math.max(0, first))) {
    if (deps.remainingMs() <= RESERVE && name !== begun) return { since, counts, source: name }
    const isMiddle = name === begun && draft.list !== undefined
    const { counts: found, next } = await countOrKeep(deps, name, day, isMiddle ? placeIn(draft) : undefined, before)
    counts = { ...counts, [name]: together([...(isMiddle && counts[name] ? [counts[name]] : []), found]) }
    if (next)
      return { since, counts, source: name, list: next.list, ...(next.after !== undefined && { after: next.after }) }
  }
  return { since, counts }
}

/** Counts one day, or as much of it as there is time for; what is known of it stays until all of it is counted. */
const gatherDay = async (deps: GatherDeps, day: string, known: CountedDay | undefined): Promise<string> => {
  const before: CountedDay = known ?? { day, revision: 0, counts: {}, isFinal: false }
  const { draft: begun, ...kept } = before
  const draft = await goOn(deps, day, begun ?? { since: deps.clock.now(), counts: {} }, before.counts)
  const { since, counts } = draft
  const next: CountedDay =
    draft.source === undefined
      ? { ...kept, counts, countedAt: since, isFinal: since >= closesAt(day) }
      : { ...kept, draft }
  const written = await deps.table.commit([dayCounted(next, deps.settings.analytics.keptMs)])
  if (written.kind === 'conflict') return 'counted_meanwhile'
  return draft.source === undefined ? 'counted' : 'begun'
}

/**
 * One round of counting: every day that is due, today first, from the items themselves, never from what was counted before. May end at any
 * moment and be done again; a day that takes longer than a round is gone on with in the next. What fails with one day is told, and
 * keeps no other from being counted. Answers how many days were counted.
 */
export const gatherDays = async (deps: GatherDeps): Promise<number> => {
  const known = await readKnown(deps.table)
  const byDay = new Map(known.map((one) => [one.day, one]))
  let counted = 0
  for (const day of daysDue(known, deps.settings.analytics.everyMs, deps.clock.now())) {
    if (deps.remainingMs() <= RESERVE) return counted
    try {
      if ((await gatherDay(deps, day, byDay.get(day))) === 'counted') counted += 1
    } catch (error) {
      deps.fault(error, day)
    }
  }
  return counted
}

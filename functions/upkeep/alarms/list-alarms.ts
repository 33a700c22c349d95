import type { PageAsked } from '../../../shared/http/paging.ts'
import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import {
  type AlarmState,
  countedByState,
  type DescribedAlarm,
  newestFirst,
  type ToldAlarm,
  toldAlarm,
} from './alarm.ts'

export type AlarmsPage = { counts: Record<AlarmState, number>; alarms: ToldAlarm[]; nextCursor: string | null }

/** A place in the list: since when, and the name. A change of state meanwhile moves nobody else's. */
const PLACE = /^(\d{1,15})\.([\x20-\x7e]{1,255})$/

const placeOf = ({ since, name }: Pick<ToldAlarm, 'since' | 'name'>): string => `${since}.${name}`

const isAfter = (alarm: ToldAlarm, since: number, name: string): boolean =>
  alarm.since < since || (alarm.since === since && alarm.name > name)

/**
 * The alarms of this deployment in one state, the newest change first, a page at a time, and how many there are in each. Refuses with
 * `invalid_cursor`.
 */
export const listAlarms = async (
  deps: { describe: () => Promise<DescribedAlarm[]> },
  { state, limit, cursor }: PageAsked & { state: AlarmState },
): Promise<Outcome<AlarmsPage>> => {
  const place = cursor === undefined ? undefined : PLACE.exec(cursor)
  if (place === null) return refused('invalid_cursor')
  const all = newestFirst((await deps.describe()).map(toldAlarm))
  const [, since, name = ''] = place ?? []
  const left = all.filter((one) => one.state === state && (place === undefined || isAfter(one, Number(since), name)))
  const alarms = left.slice(0, limit)
  const last = alarms.at(-1)
  return ok({
    counts: countedByState(all),
    alarms,
    nextCursor: last && left.length > limit ? placeOf(last) : null,
  })
}

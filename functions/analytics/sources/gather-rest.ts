import { beijingDayStart, type Clock, nextBeijingDay } from '../../../shared/kernel/time.ts'
import { queryAll } from '../../../shared/table/query-all.ts'
import { readEach } from '../../../shared/table/read-each.ts'
import type { Table } from '../../../shared/table/table.ts'
import { type Item, nameOf } from '../../../shared/table/write.ts'
import { codesAskedKey } from '../../account/codes/sms-limit-store.ts'
import { countIn } from '../../account/limits/limit-store.ts'
import { complaintStatuses } from '../../complaints/complaint.ts'
import { complaintOf } from '../../complaints/complaint-store.ts'
import { complaintLists } from '../../complaints/keys.ts'
import type { ComplaintSettings } from '../../complaints/settings.ts'
import { openingIn } from '../../verification/check/breaker-store.ts'
import { verificationKeys, verificationLists } from '../../verification/keys.ts'
import { spentIn } from '../../verification/vendors/spend-store.ts'
import { type Counts, type Tally, tally } from '../counts/counts.ts'
import { countAlarms } from './alarm-counts.ts'
import { countComplaint } from './complaint-counts.ts'
import { type CountedVendors, type LimitSettings, limitsIn, namesOf, SPEND_SHARES } from './counted-vendors.ts'
import type { Watch } from './watch.ts'

export type RestDeps = {
  table: Pick<Table, 'get' | 'getMany' | 'query' | 'list'>
  clock: Clock
  vendors: CountedVendors
  watch: Watch
  settings: LimitSettings & ComplaintSettings
}

const PAGE = 100

/** Complaints opened on the day, in whatever state: one that moves while it is looked for is counted once. */
const openedOn = async ({ table }: RestDeps, day: string): Promise<Item[]> => {
  const from = beijingDayStart(day)
  const until = nextBeijingDay(from) - 1
  const found = new Map<string, Item>()
  for (const status of complaintStatuses) {
    let after: string | undefined
    do {
      const page = await table.list({ list: complaintLists.complaints(status), from, until, limit: PAGE, after })
      for (const item of page.items) found.set(nameOf(item), item)
      after = page.next
    } while (after !== undefined)
  }
  return [...found.values()]
}

const complaints = async (deps: RestDeps, day: string, counted: Tally): Promise<void> => {
  const { read, unreadable } = readEach(await openedOn(deps, day), complaintOf)
  for (const one of read) countComplaint(counted, one, deps.settings.complaints)
  if (unreadable.length > 0) counted.add('unreadable', ['complaints'], unreadable.length)
}

const codes = async ({ table }: RestDeps, day: string, counted: Tally): Promise<void> =>
  counted.add('codes_asked', [], countIn(await table.get(codesAskedKey(beijingDayStart(day)))))

const spending = async ({ table, vendors, settings }: RestDeps, day: string, counted: Tally): Promise<void> => {
  const shards = Array.from({ length: SPEND_SHARES }, (_none, shard) => shard)
  for (const vendor of namesOf(vendors)) {
    const shares = await table.getMany(shards.map((shard) => verificationKeys.spend(vendor, day, shard)))
    for (const share of shares) counted.add('spent', [vendor], spentIn(share))
  }
  for (const { vendor, limit } of limitsIn(settings, vendors)) counted.add('spend_limit', [vendor], limit.cap)
}

const openings = async ({ table, vendors }: RestDeps, day: string, counted: Tally): Promise<void> => {
  for (const vendor of namesOf(vendors)) {
    const { read, unreadable } = readEach(
      await queryAll(table, verificationLists.breakerOpenings(vendor, day)),
      openingIn,
    )
    for (const why of read) counted.add('breaker_openings', [vendor, why])
    if (unreadable.length > 0) counted.add('unreadable', ['openings'], unreadable.length)
  }
}

const refusals = async ({ watch }: RestDeps, day: string, counted: Tally): Promise<void> => {
  const from = beijingDayStart(day)
  for (const { feature, because, count } of await watch.refusals(from, nextBeijingDay(from)))
    counted.add('gate_refusals', [feature, because], count)
}

const alarms = async ({ watch, clock }: RestDeps, day: string, counted: Tally): Promise<void> => {
  const from = beijingDayStart(day)
  const until = Math.min(clock.now(), nextBeijingDay(from))
  countAlarms(counted, await watch.alarmsSince(from), { from, until }, watch.prefix)
}

/** What is counted in few reads, at once. */
const rest = { complaints, codes, spending, openings, refusals, alarms }
export type RestSource = keyof typeof rest
export const restSources = Object.keys(rest) as RestSource[]

/** Sources that are no items of ours, and may fail where nothing else does. */
const elsewhere: readonly string[] = ['refusals', 'alarms'] satisfies RestSource[]
export const isElsewhere = (name: string): boolean => elsewhere.includes(name)

/** Counts that source on a day. */
export const gatherRest = async (deps: RestDeps, name: RestSource, day: string): Promise<Counts> => {
  const counted = tally()
  await rest[name](deps, day, counted)
  return counted.counts()
}

import type { CheckResult } from '../../../functions/verification/check/checker.ts'
import { verificationKeys } from '../../../functions/verification/keys.ts'
import { beijingDay, DAY, HOUR, MINUTE, type Millis, SECOND } from '../../../shared/kernel/time.ts'
import type { Item } from '../../../shared/table/write.ts'
import { verificationOfOrder } from '../orders/owed.ts'
import type { Process } from '../world/process.ts'
import type { Change } from '../world/record.ts'
import { count, itemAt, type World } from '../world/world.ts'

/** The shortest pause after a refusal, the longest a paid check waits, and how long a segment is remembered at least. */
const PAUSE: Millis = 5 * MINUTE
const MOST_WAIT: Millis = HOUR
const REMEMBERED: Millis = 30 * DAY
const WORKER: Millis = 30 * SECOND

/** The vendor turned us away, whoever was asked about. */
const isRefusal = (result: CheckResult): boolean => 'needsRepair' in result

const isAnswer = ({ kind }: CheckResult): boolean => kind === 'verdict' || kind === 'refused'

const breakerIn = (world: World, vendor: string): Item | undefined => itemAt(world, verificationKeys.breaker(vendor))

const claimOf = (world: World, orderId: string): unknown =>
  [...world.items.values()].find((item) => item.sk.startsWith('CHECK#') && (item.look ?? item.orderId) === orderId)
    ?.claim

/**
 * Holds what must follow from an answer against what followed, once its worker came to an end as it should: it may die before it wrote
 * anything down.
 */
export const followAnswer = (
  world: World,
  process: Process,
  { orderId, vendor }: { orderId: string; vendor: string },
  result: CheckResult,
): void => {
  const heardAt = world.time.now
  const refusal = world.vendors.refusals.get(vendor)
  // Of calls under way at once, the first refusal to be written down sets the pause.
  if (refusal && process.deadline - WORKER > refusal.recordedAt && heardAt < refusal.heardAt - WORKER + PAUSE)
    world.violations.push('a vendor is called again at once, though it refuses us')
  process.over = process.over.then(() => {
    if (process.state !== 'ended') return
    if (isRefusal(result)) {
      world.vendors.refusals.set(vendor, { heardAt, recordedAt: world.time.now })
      count(world, 'vendor refused us')
    }
    const breaker = breakerIn(world, vendor)
    const isProbe = breaker?.status === 'half_open' && breaker.probe === claimOf(world, orderId)
    if (isProbe && !isRefusal(result) && isAnswer(result))
      world.violations.push('the vendor answered the probe, and everything stays paused')
  })
}

/** The breaker opens, one check probes when its pause is over, and only its answer closes it. */
const breakerFaults = (world: World, { before, after }: Change, changes: readonly Change[]): string[] => {
  const vendor = String(after?.pk).slice('VENDOR#'.length)
  const gates = changes.filter(({ kind }) => kind === 'GATE')
  const claimed = changes.find(({ kind, after: check }) => kind === 'CHECK' && check?.status === 'calling')?.after
  const until = Number(before?.until ?? 0)
  return [
    ...(gates.length === 8 && gates.every((gate) => gate.after?.[`opens_${vendor}`] === after?.ordersAt)
      ? []
      : ['the gates of a vendor differ from its breaker']),
    ...(after?.status === 'half_open' && (until > world.time.now || claimed?.claim !== after.probe)
      ? ['there are two probes, or one before its time']
      : []),
    ...(after?.status === 'closed' && before?.status !== 'half_open' ? ['a breaker closes without a probe'] : []),
  ]
}

/** Nobody calls a vendor that has refused us for longer than a worker lives, but for the probe. */
const claimFaults = (world: World, check: Item, changes: readonly Change[]): string[] => {
  const vendor = String(check.vendor)
  const breaker = breakerIn(world, vendor)
  if (!breaker || breaker.status === 'closed' || changes.some(({ kind }) => kind === 'BREAKER')) return []
  return (world.vendors.refusals.get(vendor)?.recordedAt ?? world.time.now) + WORKER < world.time.now
    ? ['a check is called while the vendor refuses us, and does not probe']
    : []
}

const segmentOf = (phone: string | undefined): string => String(phone).slice(0, 7)

/** Somebody paid for a number of that segment, and no vendor could check it. */
const isKnownUnsupported = (world: World, segment: string): boolean =>
  [...world.items.values()].some((item) => {
    if (!item.sk.startsWith('VERIFICATION#') || item.reason !== 'number_segment_unsupported') return false
    const isRecent = Number(item.decidedAt) + REMEMBERED > world.time.now
    return isRecent && segmentOf(world.submitted.get(String(item.orderId))?.phone) === segment
  })

/** Nobody is asked to pay for what cannot be had. */
const openingFaults = (world: World, order: Item): string[] => {
  if (order.kind !== 'verification') return []
  const { now } = world.time
  const { names, refusals } = world.vendors
  const paused = names.every((name) => now < (refusals.get(name)?.heardAt ?? -PAUSE) + PAUSE)
  const person = world.acting && world.submitting.get(world.acting)
  return [
    ...(paused ? ['an order opens while every vendor refuses us'] : []),
    ...(names.every((name) => Number(breakerIn(world, name)?.ordersAt ?? 0) > now)
      ? ['an order opens while every breaker is open']
      : []),
    ...(person && isKnownUnsupported(world, segmentOf(person.phone))
      ? ['an order opens for a number the vendor cannot check']
      : []),
  ]
}

/** No vendor costs more than it may in a day, and none less than nothing. */
const spendFaults = (world: World, changes: readonly Change[]): string[] => {
  const spent = changes.find(({ kind }) => kind === 'SPEND')?.after
  const vendor = String(spent?.pk).split('#')[1] ?? ''
  const sum = [...world.items.values()]
    .filter(({ pk, sk }) => sk === spent?.sk && pk.startsWith(`VENDOR#${vendor}#`))
    .reduce((total, item) => total + Number(item.spent), 0)
  const most = world.settings.identity.dailySpend[vendor] ?? Infinity
  return sum > most || sum < 0 ? ['a vendor costs more on a day than it may, or less than nothing'] : []
}

/** What must hold of vendors and their breakers at every commit. */
export const vendorRuleFaults = (world: World, changes: readonly Change[]): string[] =>
  changes.flatMap((change) => {
    const { kind, before, after } = change
    if (kind === 'SPEND') return spendFaults(world, changes)
    if (kind === 'BREAKER') return breakerFaults(world, change, changes)
    if (kind === 'ORDER' && after && !before) return openingFaults(world, after)
    if (kind !== 'CHECK' || !after) return []
    if (before?.status === 'ready' && after.status === 'calling') return claimFaults(world, after, changes)
    const isPaused = after.status === 'ready' && after.pausedUntil !== before?.pausedUntil
    return isPaused && Number(after.dueAt) > Number(after.readyAt) + MOST_WAIT
      ? ['a check that is paid waits for the vendor longer than an hour']
      : []
  })

/** Counts what became of a vendor that refused us. */
export const vendorCounts = (world: World, changes: readonly Change[]): void => {
  for (const { kind, before, after } of changes) {
    if (kind === 'BREAKER') {
      if (before?.status === 'half_open' && after?.status === 'half_open') count(world, 'breaker: probe taken over')
      else if (before?.status === 'half_open' && after?.status === 'open') count(world, 'breaker: probe refused')
      else count(world, `breaker: ${after?.status}`)
      if (after?.code === 'daily_spend') count(world, 'vendor spent')
    }
    if (kind === 'CHECK' && before?.status === 'calling' && after?.status === 'ready') {
      const [passed] = Object.entries(Object(after.passes)).filter(([name]) => name === before.vendor)
      if (Object(passed?.[1]).because !== undefined) count(world, 'vendor does not know such data')
    }
    if (kind === 'CHECK' && after?.status === 'calling' && after.vendor !== world.vendors.names[0])
      count(world, 'another vendor asked')
    if (kind === 'CHECK' && after?.status === 'ready' && after.pausedUntil !== before?.pausedUntil)
      count(world, 'check waited for the vendor')
    if (kind === 'VERIFICATION' && after?.status === 'undetermined' && before?.status !== 'undetermined')
      count(world, `undetermined: ${after.reason}`)
  }
}

const COUNTED = ['verified', 'mismatch', 'no_record', 'identity_in_use']

/** P8: what an account has paid for counts as checks, ever and by day, but for those that we or the vendor failed. */
export const triesFaults = (world: World, accountId: string): string[] => {
  const tries = itemAt(world, verificationKeys.tries(accountId)) ?? {}
  const days = new Map<string, number>()
  for (const item of world.items.values()) {
    if (!item.sk.startsWith('CHECK#') || item.accountId !== accountId) continue
    const order = [...world.items.values()].find(({ sk, id }) => sk === 'ORDER' && id === item.orderId)
    const status = String(verificationOfOrder(world, order)?.status)
    const day = `paid${beijingDay(Number(item.readyAt))}`
    days.set(day, (days.get(day) ?? 0) + (COUNTED.includes(status) ? 1 : 0))
  }
  const all = [...days.values()].reduce((sum, one) => sum + one, 0)
  const wrong = [...days].filter(([day, times]) => Number(Object(tries)[day] ?? 0) !== times)
  return Number(Object(tries).paidEver ?? 0) === all && wrong.length === 0
    ? []
    : ['the checks an account has had are counted wrong']
}

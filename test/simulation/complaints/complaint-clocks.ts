import { HOUR, MINUTE, type Millis, rfc3339 } from '../../../shared/kernel/time.ts'
import type { Item } from '../../../shared/table/write.ts'
import type { Change } from '../world/record.ts'
import type { World } from '../world/world.ts'
import { complaintIn, isEnded } from './complaint-items.ts'

/** No operation that looks at a complaint takes longer from reading the clock to its commit. */
const LIFE: Millis = MINUTE / 2

/** Which part of the time is over when a word rings. */
const marks: readonly (readonly [word: string, part: number])[] = [
  ['half', 1 / 2],
  ['late', 5 / 6],
  ['missed', 1],
]

/** What a complaint that goes on owes: until when, and at which times that rings, by name. */
const clocksOf = ({ settings }: World, item: Item): { until: Millis; rings: { name: string; at: Millis }[] }[] => {
  const { replyMs, completeMs } = settings.complaints
  const clock = (duty: string, since: unknown, within: Millis) => ({
    until: Number(since) + within,
    rings: marks.map(([word, part]) => ({ name: `complaint_${duty}_${word}`, at: Number(since) + within * part })),
  })
  if (isEnded(item)) return []
  const complete = clock('complete', item.roundAt, completeMs)
  return item.status === 'open' ? [clock('reply', item.waitingSince, replyMs), complete] : [complete]
}

/** Of each clock the newest time that has passed has rung, or a later one. */
const silentFaults = (world: World, id: string, item: Item): string[] =>
  clocksOf(world, item).flatMap(({ until, rings }) => {
    const due = rings.filter(({ at }) => at <= world.time.now - LIFE)
    const enough = rings.slice(Math.max(due.length - 1, 0))
    const hasRung = enough.some(({ name }) => world.complaints.rung.has(`${name} ${id} ${rfc3339(until)}`))
    return due.length === 0 || hasRung ? [] : [`${due.at(-1)?.name} has not rung`]
  })

/** A payer's wait and a round are timed from when they began, and from nothing else. */
const sinceFaults = (world: World, before: Item, after: Item): string[] => {
  if (before.toldAt === undefined) return []
  const isFresh = (since: unknown): boolean => Number(since) >= world.time.now - LIFE
  const isNewWait = before.status !== 'open' || before.waitingSince === undefined
  const waits = isNewWait ? isFresh(after.waitingSince) : before.waitingSince === after.waitingSince
  // What was ended may not have been told as that before the payer went on with it.
  const mayGoOn = before.completedAt !== undefined || Object(before.pending).kind === 'complete'
  const isSame = before.roundAt === after.roundAt
  const lasts =
    isEnded(before) && !isEnded(after) ? isFresh(after.roundAt) : isSame || (mayGoOn && isFresh(after.roundAt))
  return [
    ...(after.status !== 'open' || waits ? [] : ['the time to answer runs from another moment']),
    ...(lasts ? [] : ['the time to end a complaint runs from another moment']),
  ]
}

/** After each look: what is due has rung, and the next look is in time for what is not. */
export const clockFaults = (world: World, change: Change): string[] => {
  const { before, after } = change
  if (!before || !after) return []
  const { now } = world.time
  const next = clocksOf(world, after).flatMap(({ rings }) => rings.flatMap(({ at }) => (at > now ? [at] : [])))
  const isInTime = isEnded(after) || Number(after.dueAt) <= Math.min(now + HOUR, ...next)
  return [
    ...silentFaults(world, complaintIn(change), after),
    ...sinceFaults(world, before, after),
    ...(isInTime ? [] : ['nobody looks at a complaint before its time is over']),
  ]
}

type Fields = { complaintId?: unknown; until?: unknown; code?: unknown }

/** An alarm about a complaint rings: not before its time. */
export const complaintRings = (world: World, event: string, { complaintId, until, code }: Fields): void => {
  if (complaintId === undefined) return
  world.complaints.rung.add(`${event} ${complaintId} ${until ?? code}`)
  const mark = marks.find(([word]) => event.endsWith(`_${word}`))
  if (!mark || until === undefined) return
  const { replyMs, completeMs } = world.settings.complaints
  const within = event.startsWith('complaint_reply') ? replyMs : completeMs
  if (world.time.now < Date.parse(String(until)) - within * (1 - mark[1]))
    world.violations.push(`${event} rings before its time`)
}

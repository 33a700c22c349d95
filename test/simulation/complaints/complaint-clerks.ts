import type { Operator } from '../../../functions/audit/deed.ts'
import { completeComplaint, replyToComplaint } from '../../../functions/complaints/answering/answer-complaint.ts'
import { watchComplaints } from '../../../functions/complaints/following/watch-complaints.ts'
import { markMalicious } from '../../../functions/complaints/malice/mark-malicious.ts'
import { readComplaint } from '../../../functions/complaints/read-complaints.ts'
import { MINUTE, type Millis } from '../../../shared/kernel/time.ts'
import { does } from '../clerks/clerks.ts'
import type { Deps } from '../world/deps.ts'
import { start } from '../world/operations.ts'
import type { Process } from '../world/process.ts'
import { timePasses, type World } from '../world/world.ts'
import type { Wanted } from './complaint-memory.ts'

const named = (id: string) => ({ channel: 'wechat_pay', id })

/** Somebody opens a complaint, and knows the talk as it is then. */
export const reads = (world: World, by: Operator, id: string): Process => {
  const process = does(world, by, 'read', (deps) => readComplaint(deps, named(id), { seesPeople: true }))
  process.over = process.over.then(() => {
    const version = Object(Object(process.answer).value).talk?.version
    if (version === undefined) return
    world.complaints.read.set(id, [...(world.complaints.read.get(id) ?? []), String(version)])
  })
  return process
}

const PAUSE: Millis = 300

const answering = (world: World, deps: Deps) => ({
  ...deps,
  pause: async () => timePasses(world, world.time.now + PAUSE),
})

/** A deed of somebody about a complaint, which is known to be wanted. */
const wants = (
  world: World,
  by: Operator,
  wanted: Wanted,
  run: (deps: Deps, as: Operator) => Promise<unknown>,
): Process => {
  const process = does(world, by, wanted.kind, run)
  world.complaints.wanted.set(process, wanted)
  return process
}

/** What is said of a reply: its words, or those of the evidence, and which talk was read before. */
export type Reply = Pick<Wanted, 'text' | 'seen'>

/** Somebody answers the payer. */
export const replies = (world: World, by: Operator, id: string, reply: Reply = {}): Process =>
  wants(world, by, { kind: 'reply', id, ...reply }, (deps, as) =>
    replyToComplaint(answering(world, deps), as, { ...named(id), ...reply, reason: 'by the evidence' }),
  )

/** Somebody ends it at the channel. */
export const completes = (world: World, by: Operator, id: string, seen: Pick<Reply, 'seen'> = {}): Process =>
  wants(world, by, { kind: 'complete', id, ...seen }, (deps, as) =>
    completeComplaint(answering(world, deps), as, { ...named(id), ...seen, reason: 'all is said' }),
  )

/** Somebody finds it malicious. */
export const marks = (world: World, by: Operator, id: string): Process =>
  wants(world, by, { kind: 'malicious', id }, (deps, as) =>
    markMalicious(deps, as, { ...named(id), reason: 'it was delivered' }),
  )

/** As functions/schedules.ts sets it. */
const WATCH: Millis = MINUTE

/** The hourly look at the channel's own list. */
export const watches = (world: World): Process =>
  start(world, 'watch', WATCH, (deps) => watchComplaints({ ...deps, desk: () => deps.desk('wechat_pay') }))

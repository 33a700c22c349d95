import type { Millis } from '../../../shared/kernel/time.ts'
import { outboxWork } from '../../../shared/outbox/announced.ts'
import { billDueAt, undecidedDay } from '../channel/billing.ts'
import { nextOfChannel } from '../channel/channel.ts'
import { complaintIsSeenTo, complaintsAreHeardOf } from '../complaints/complaint-end.ts'
import { isWithOperator } from '../refunds/refund-rules.ts'
import { notifies, reruns, sweeps, workerGets } from './operations.ts'
import { timePasses, type World } from './world.ts'

/** More rounds than any run needs that ever comes to rest. */
const MOST_ROUNDS = 300

const nextDue = (world: World): Millis | undefined => {
  let next: Millis | undefined
  for (const item of world.items.values()) {
    const { dueAt } = item
    if (typeof dueAt !== 'number' || outboxWork.isOf(item) || (next !== undefined && dueAt >= next)) continue
    if (!isWithOperator(world, item)) next = dueAt
  }
  return next
}

/** A person looks at what the day's bill left open. False when there is nothing. */
const operatorActs = async (world: World): Promise<boolean> => {
  const left = undecidedDay(world)
  if (left) await reruns(world, left.channel, left.day).over
  return left !== undefined
}

/** What comes next: a message, a notification, a person, or the time at which something is due. False when nothing is left. */
const round = async (world: World): Promise<boolean> => {
  const message = world.messages.shift()
  if (message) {
    await workerGets(world, message).over
    return true
  }
  const { now } = world.time
  const notice = world.channel.notices.find((one) => !one.isTaken && !one.lost && one.at <= now)
  if (notice) {
    await notifies(world, notice).over
    return true
  }
  if (await complaintIsSeenTo(world)) return true
  const due = world.mutant.neverSweeps ? undefined : nextDue(world)
  const bill = world.mutant.neverSweeps ? undefined : billDueAt(world)
  const times = [due, bill, nextOfChannel(world.channel)].filter((at) => at !== undefined)
  if (times.length === 0) return (await complaintsAreHeardOf(world)) || operatorActs(world)
  timePasses(world, Math.min(...times))
  if ([due, bill].some((at) => at !== undefined && at <= world.time.now)) await sweeps(world).over
  return true
}

/** Goes on, one operation after the other, until nothing is owed, under way or announced any more. */
export const untilQuiet = async (world: World): Promise<void> => {
  for (let rounds = 0; rounds < MOST_ROUNDS; rounds += 1) {
    if (world.violations.length || !(await round(world))) return
  }
  world.violations.push('the system does not come to rest')
}

/** Delivers what is at hand, without letting time pass. */
export const untilDelivered = async (world: World): Promise<void> => {
  for (let rounds = 0; rounds < MOST_ROUNDS && !world.violations.length; rounds += 1) {
    const notice = world.channel.notices.find((one) => !one.isTaken && !one.lost && one.at <= world.time.now)
    if (world.messages.length === 0 && !notice) return
    await round(world)
  }
}

import { deedSubjects } from '../../../functions/audit/deed.ts'
import { complaintKeys } from '../../../functions/complaints/keys.ts'
import type { Item } from '../../../shared/table/write.ts'
import { forcedFen } from '../channel/channel.ts'
import type { Change } from '../world/record.ts'
import { count, itemAt, type World } from '../world/world.ts'
import { clockFaults } from './complaint-clocks.ts'
import { answerFaults, askedFaults, outcomeFaults, recordsNothing } from './complaint-deed-rules.ts'
import { complaintIn, ENDED, isEnded, same } from './complaint-items.ts'
import { maliceFaults } from './complaint-malice-rules.ts'
import { heardOf } from './complaint-memory.ts'

/** How it stands here by what the channel says. */
const stands: Record<string, readonly string[]> = { waits: ['open'], answered: ['replied'], over: ENDED }

/** What is written down of how it stands is what the channel has just told. */
const standingFaults = (world: World, change: Change): string[] => {
  const { before, after } = change
  const { told } = heardOf(world.complaints, world.acting, complaintIn(change))
  const status = String(after?.status)
  const fits = told === undefined ? before?.status === status : stands[told]?.includes(status)
  const theirs = world.channel.complaints.get(complaintIn(change))
  const order = world.channel.orders.get(theirs?.outTradeNo ?? '')
  const isFirstRound = theirs?.roundAt === theirs?.openedAt
  const wasInRound = isFirstRound || Number(after?.completedAt) >= Number(theirs?.roundAt) - world.channel.moods.skewMs
  const isOfRound = status !== 'completed' || before?.status === status || wasInRound
  const isForced = after?.forcedFen === before?.forcedFen || (order && forcedFen(order) === after?.forcedFen)
  return [
    ...(fits ? [] : [`a complaint is ${status}, and the channel says ${told ?? 'nothing'}`]),
    ...(isOfRound ? [] : ['what nobody ended, since the payer went on with it, is completed']),
    ...(isForced ? [] : [`a complaint says that ${after?.forcedFen} fen were forced back`]),
  ]
}

/** What a notification and a mark leave alone. */
const kept = ({ op, changes, dueAt, dueShard, wakePause, maliciousAt, ...rest }: Partial<Item> = {}) => rest

/** Nobody but who looks at it alone writes what was learned. */
const lookFaults = (world: World, change: Change): string[] => {
  const { before, after } = change
  const { holders } = world.complaints
  const [from, to] = [Number(before?.leaseUntil ?? 0), Number(after?.leaseUntil ?? 0)]
  const id = complaintIn(change)
  if (to > from) {
    if (world.acting) holders.set(id, world.acting)
    return from > world.time.now ? ['two look at a complaint at once'] : []
  }
  if (to === from) return same(kept(before), kept(after)) ? [] : ['a complaint is changed by who does not look at it']
  return [
    ...(holders.get(id) === world.acting ? [] : ['a complaint is written by who does not hold it']),
    ...answerFaults(world, change),
    ...standingFaults(world, change),
    ...clockFaults(world, change),
  ]
}

const changeFaults = (world: World, change: Change, changes: readonly Change[]): string[] => {
  const { before, after } = change
  if (!after) return ['a complaint is gone']
  if (!before) count(world, 'complaint heard of')
  const isAsked = after.pending !== undefined && !same(before?.pending, after.pending)
  return [
    ...(before ? lookFaults(world, change) : []),
    ...(isAsked ? askedFaults(world, change, changes) : []),
    ...(before?.pending !== undefined && after.pending === undefined ? outcomeFaults(world, change) : []),
    ...(after.maliciousAt === before?.maliciousAt ? [] : maliceFaults(world, change, changes)),
    ...((isEnded(after) && !after.pending) || after.dueAt !== undefined ? [] : ['a complaint is looked at no more']),
  ]
}

/** What must hold of complaints at every commit. P12, M7. */
export const complaintFaults = (world: World, changes: readonly Change[]): string[] => [
  ...changes.filter(({ kind }) => kind === 'COMPLAINT').flatMap((one) => changeFaults(world, one, changes)),
  ...recordsNothing(changes),
]

/** In the end every complaint is known here, stands as at the channel, and owes nobody anything. */
export const finalComplaintFaults = (world: World): string[] =>
  [...world.channel.complaints.values()].flatMap(({ complaintId, state }) => {
    const item = itemAt(world, complaintKeys.complaint('wechat_pay', complaintId))
    if (!item) return [`${deedSubjects.complaint('wechat_pay', complaintId)} was never heard of`]
    return [
      ...(isEnded(item) === (state === 'processed')
        ? []
        : [`a complaint ends ${item.status}, and there it is ${state}`]),
      ...(item.pending === undefined ? [] : ['what an operator asked for is left undone']),
    ]
  })

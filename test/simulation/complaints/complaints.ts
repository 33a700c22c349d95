import type { Operator } from '../../../functions/audit/deed.ts'
import { MINUTE, type Millis } from '../../../shared/kernel/time.ts'
import { payerComplains } from '../channel/channel-complaints.ts'
import { clerks } from '../clerks/operators.ts'
import { verdict } from '../vendor/vendor.ts'
import type { Opened } from '../world/operations.ts'
import { sweeps } from '../world/operations.ts'
import { untilDelivered } from '../world/quiet.ts'
import { answering, insisted, type Offer, paidFor, type Scenario, verification } from '../world/script.ts'
import { timePasses, type World } from '../world/world.ts'
import { completes, marks, type Reply, reads, replies } from './complaint-clerks.ts'

type Verdict = Parameters<typeof verdict>[0]

/** Long enough after what was delivered that it was delivered before. */
const LATER: Millis = 10 * MINUTE

/** What was bought, and a complaint about it, by its id: '' where a mishap kept it from being paid. */
export type Complained = { order: Opened; id: string }

/** The payer of an order complains, and the notification arrives. */
export const complainedOf = async (world: World, { orderId }: Pick<Opened, 'orderId'>): Promise<string> => {
  const id = payerComplains(world.channel, orderId) ?? ''
  await untilDelivered(world)
  return id
}

/** A check that was decided, and a complaint about it a while later. */
export const complained = async (
  world: World,
  { says = 'mismatch', offer = 'fee' }: { says?: Verdict; offer?: Offer } = {},
): Promise<Complained> => {
  answering(world, verdict(says))
  const order = await paidFor(world, verification(world, offer))
  await untilDelivered(world)
  timePasses(world, world.time.now + LATER)
  return { order, id: await complainedOf(world, order) }
}

const { lin } = clerks

/** Somebody answers, and clicks again until they hear something. */
export const isReplied = (world: World, id: string, reply?: Reply, by: Operator = lin): Promise<void> =>
  insisted(() => replies(world, by, id, reply))

/** Somebody ends it. */
export const isCompleted = (world: World, id: string, seen?: Pick<Reply, 'seen'>, by: Operator = lin): Promise<void> =>
  insisted(() => completes(world, by, id, seen))

/** Somebody finds it malicious. */
export const isMarked = (world: World, id: string, by: Operator = lin): Promise<void> =>
  insisted(() => marks(world, by, id))

/** Somebody opens it; the version of the talk they have read. */
export const isRead = async (world: World, id: string, by: Operator = lin): Promise<{ seen: string | undefined }> => {
  await insisted(() => reads(world, by, id))
  return { seen: world.complaints.read.get(id)?.at(-1) }
}

/** A while passes, and the minute's work is done. */
export const passes = async (world: World, by: Millis): Promise<void> => {
  timePasses(world, world.time.now + by)
  await sweeps(world).over
  await untilDelivered(world)
}

/** A scenario with one account, which ends as a check of that offer does. */
export const about = (name: string, ends: Scenario['ends'], play: (world: World) => Promise<void>): Scenario => ({
  name: `complaint: ${name}`,
  accounts: 1,
  ends,
  play,
})

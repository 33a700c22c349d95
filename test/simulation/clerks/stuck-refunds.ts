import type { Operator } from '../../../functions/audit/deed.ts'
import { MINUTE, SECOND } from '../../../shared/kernel/time.ts'
import type { Item } from '../../../shared/table/write.ts'
import type { Endless, RefundEnd } from '../channel/channel.ts'
import { givesBackUnasked } from '../channel/channel-life.ts'
import { verdict } from '../vendor/vendor.ts'
import type { Opened } from '../world/operations.ts'
import { untilDelivered, untilQuiet } from '../world/quiet.ts'
import { answering, insisted, paidFor, type Scenario, verification } from '../world/script.ts'
import { timePasses, type World } from '../world/world.ts'
import { approves, type Named, namedIn, proposes, refuses } from './clerks.ts'
import { clerks } from './operators.ts'
import { changes } from './staff.ts'

const { lin } = clerks

/** How a refund comes before a person. */
export type Stuck = { ends: Endless | RefundEnd | 'refused'; says?: 'mismatch' | 'no_record' }

const LATER = 30 * SECOND

/** The only refund there is, as the API names it; where there is none yet, as it will be. */
export const refundIn = (world: World, { orderId }: Opened): Named => {
  const refund = [...world.items.values()].find(({ sk }) => sk.startsWith('REFUND#'))
  return refund ? namedIn(refund) : { orderId, name: `${orderId}v` }
}

/** A refund that is with a person: 900 fen after a mismatch, 1000 after no record. Later ones succeed. */
export const stuck = async (world: World, { ends, says = 'mismatch' }: Stuck): Promise<Named> => {
  const left: Stuck['ends'][] = [ends]
  world.channel.moods.refund = () => ({ ends: left.shift() ?? 'SUCCESS', afterMs: LATER })
  answering(world, verdict(says))
  const order = await paidFor(world, verification(world, 'membership'))
  await untilDelivered(world)
  timePasses(world, world.time.now + LATER)
  await untilDelivered(world)
  return refundIn(world, order)
}

const CLOSED_TOO_OFTEN = 5

/** A refund the channel has closed so often that nobody asks for it any more by themselves. */
export const closedTooOften = async (world: World): Promise<Named> => {
  let asked = 0
  world.channel.moods.refund = () => {
    asked += 1
    return { ends: asked > CLOSED_TOO_OFTEN ? 'SUCCESS' : 'CLOSED', afterMs: LATER }
  }
  answering(world, verdict('mismatch'))
  const order = await paidFor(world, verification(world, 'membership'))
  await untilQuiet(world)
  return refundIn(world, order)
}

const proposals = (world: World): Item[] => [...world.items.values()].filter(({ sk }) => sk === 'PROPOSAL')

/** The proposal that was opened last. */
export const lastProposal = (world: World): Item | undefined => proposals(world).at(-1)

export const idOf = (world: World): string => String(lastProposal(world)?.id)

export const asksFor = (world: World, by: Operator, refund: Named): Promise<void> =>
  insisted(() => proposes(world, by, refund))

export const isApproved = (world: World, by: Operator, id = idOf(world)): Promise<void> =>
  insisted(() => approves(world, by, id))

export const isRefused = (world: World, by: Operator, id = idOf(world)): Promise<void> =>
  insisted(() => refuses(world, by, id))

export const isChanged = (...of: Parameters<typeof changes>): Promise<void> => insisted(() => changes(...of))

/** Refunds that are with a person, and somebody has asked for this one to be paid by hand. */
export const askedFor = async (world: World, how: Stuck = { ends: 'refused' }): Promise<Named> => {
  const refund = await stuck(world, how)
  await asksFor(world, lin, refund)
  return refund
}

/** All of the payment goes back by a complaint, and its message is delivered. */
export const isForced = async (world: World, { orderId }: Named): Promise<void> => {
  givesBackUnasked(world.channel, orderId, { complains: true })
  await untilDelivered(world)
}

/** Somebody repairs at the channel what is abnormal there: it ends at once. */
export const isRepaired = (world: World): void => {
  for (const order of world.channel.orders.values())
    for (const refund of order.refunds.values())
      if (refund.state === 'ABNORMAL') refund.repairedAt = world.channel.now()
  timePasses(world, world.time.now)
}

/** Somebody has the channel give up what is abnormal there. */
export const isClosed = (world: World): void => {
  for (const order of world.channel.orders.values())
    for (const refund of order.refunds.values()) if (refund.state === 'ABNORMAL') refund.state = 'CLOSED'
}

/** Short, so that a run has few steps. */
const LIVES = MINUTE

/** Somebody has asked for it, and it is over soon. */
export const askedForBriefly = (world: World): Promise<Named> => {
  world.settings = { ...world.settings, operators: { ...world.settings.operators, proposalMs: LIVES } }
  return askedFor(world)
}

export const expiry = (world: World): number => Number(lastProposal(world)?.expiresAt ?? world.time.now)

type Play = (world: World) => Promise<void>

export const afterMismatch = (name: string, backFen: number, play: Play): Scenario => ({
  name,
  accounts: 1,
  ends: { status: 'mismatch', backFen },
  play,
})

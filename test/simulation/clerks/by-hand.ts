import type { Fen } from '../../../shared/kernel/money.ts'
import type { Item } from '../../../shared/table/write.ts'
import type { ChannelOrder, ChannelRefund } from '../channel/channel.ts'
import type { World } from '../world/world.ts'

/** The number a refund has at the channel in its present round. */
export const numberOf = (refund: Item): string => `${refund.sk.slice('REFUND#'.length)}${refund.round}`

/** A refund at the channel by its number. */
export const atChannel = (world: World, number: string): ChannelRefund | undefined => {
  for (const order of world.channel.orders.values()) {
    const found = order.refunds.get(number)
    if (found) return found
  }
  return undefined
}

/** Refunds that were paid another way than the channel's. */
export const paidByHand = (world: World): Item[] =>
  [...world.items.values()].filter(({ sk, paidByHand: isByHand }) => sk.startsWith('REFUND#') && isByHand === true)

const sumOf = (refunds: readonly Item[]): Fen => refunds.reduce((sum, { refundFen }) => sum + Number(refundFen), 0)

const ofPayment = (world: World, { request }: ChannelOrder): Item[] =>
  paidByHand(world).filter(({ outTradeNo }) => outTradeNo === request.outTradeNo)

/** What of a payment went back by hand. */
export const handFen = (world: World, order: ChannelOrder): Fen => sumOf(ofPayment(world, order))

/** What was abnormal there, and paid by hand, somebody may repair there all the same. */
const mayBeRepaired = (world: World, refund: Item): boolean => {
  const theirs = atChannel(world, numberOf(refund))
  return theirs?.state === 'ABNORMAL' || (theirs?.state === 'SUCCESS' && theirs.repairedAt !== undefined)
}

/** What of a payment went back by hand, while the channel keeps the same refund as one that could be repaired, or was. */
export const repairableFen = (world: World, order: ChannelOrder): Fen =>
  sumOf(ofPayment(world, order).filter((refund) => mayBeRepaired(world, refund)))

/** Whether the channel paid a refund after all that had been paid by hand. */
export const isPaidTwice = (world: World, refund: Item): boolean =>
  refund.paidByHand === true && atChannel(world, numberOf(refund))?.state === 'SUCCESS'

/** What of a payment went back by hand, and under the same number by the channel. */
export const twiceFen = (world: World, order: ChannelOrder): Fen =>
  sumOf(ofPayment(world, order).filter((refund) => isPaidTwice(world, refund)))

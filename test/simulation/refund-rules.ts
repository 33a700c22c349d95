import type { Item } from '../../shared/table/write.ts'
import { type ChannelRefund, forcedFen, goingBackFen } from './channel.ts'
import { owedFen } from './owed.ts'
import type { Change } from './record.ts'
import type { World } from './world.ts'

/** The number a refund has at the channel in its present round. */
const numberOf = (refund: Item): string => `${refund.sk.slice('REFUND#'.length)}${refund.round}`

/** A refund at the channel by its number. */
const atChannel = (world: World, number: string): ChannelRefund | undefined => {
  for (const order of world.channel.orders.values()) {
    const found = order.refunds.get(number)
    if (found) return found
  }
  return undefined
}

/** Only a person can end it, and the channel has nothing new to say: it may be asked about for ever. */
export const isWithOperator = (world: World, item: Item): boolean =>
  item.sk.startsWith('REFUND#') &&
  item.status === 'operator' &&
  ['ABNORMAL', undefined].includes(atChannel(world, numberOf(item))?.state)

/** What a refund item says of the channel is what the channel says. Only a forced refund changes what is owed. */
export const refundFaults = (world: World, { before, after }: Change, isForced: boolean): string[] => {
  if (!after) return ['a refund is gone']
  const faults: string[] = []
  const theirs = atChannel(world, numberOf(before ?? after))
  if (before && before.refundFen !== after.refundFen && !isForced) faults.push('the amount of a refund changed')
  if (before?.status === after.status && before?.round === after.round) return faults
  if (after.status === 'succeeded' && (theirs?.state !== 'SUCCESS' || theirs.request.refundFen !== after.refundFen))
    faults.push('a refund is said to have succeeded, which the channel does not say')
  if (after.status === 'operator' && theirs?.ends !== 'ABNORMAL' && !world.channel.refused.has(numberOf(after)))
    faults.push('a refund was left to the operator, which the channel did not demand')
  if (after.status === 'superseded' && !isForced) faults.push('a refund is superseded by nothing')
  if (before && before.round !== after.round && theirs?.state !== 'CLOSED' && !isForced)
    faults.push('a refund got a new number, although the channel has not closed the old one')
  return faults
}

/** No order gets back more than it must because we asked for it, nor more than was paid, at any moment. */
export const overpayments = (world: World): string[] =>
  [...world.channel.orders.values()].flatMap((order) => {
    const { outTradeNo } = order.request
    const [back, owed] = [goingBackFen(order), owedFen(world, order)]
    const asked = back - forcedFen(order)
    return [
      ...(asked > owed ? [`${outTradeNo} gets back ${asked} fen, and ${owed} are owed`] : []),
      ...(back > (order.payment?.paidFen ?? 0) ? [`${outTradeNo} gets back more than was paid`] : []),
    ]
  })

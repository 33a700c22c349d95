import { paymentLists } from '../../../functions/payment/keys.ts'
import { MINUTE } from '../../../shared/kernel/time.ts'
import type { Item } from '../../../shared/table/write.ts'
import { type ChannelRefund, forcedFen, goingBackFen } from '../channel/channel.ts'
import { atChannel, handFen, numberOf, repairableFen } from '../clerks/by-hand.ts'
import { owedFen } from '../orders/owed.ts'
import type { Change } from '../world/record.ts'
import type { World } from '../world/world.ts'

/** What the channel closed so often, it closes again: a person decides. */
const MOST_ROUNDS = 5

const isClosedTooOften = (item: Item, theirs: ChannelRefund | undefined): boolean =>
  theirs?.state === 'CLOSED' && Number(item.round) >= MOST_ROUNDS

/** Only a person can end it, and the channel has nothing new to say: it may be asked about for ever. */
export const isWithOperator = (world: World, item: Item): boolean => {
  if (!item.sk.startsWith('REFUND#') || item.status !== 'operator') return false
  const theirs = atChannel(world, numberOf(item))
  const isEndless = theirs === undefined || theirs.state === 'ABNORMAL' || theirs.endsAt === Number.POSITIVE_INFINITY
  return isEndless || isClosedTooOften(item, theirs)
}

/** The channels' clocks are not ours. */
const SKEW = MINUTE

/** It has had its time: since the channel took it, or since it is owed where nobody here knows that it did. */
const hasWaited = ({ time, settings }: World, item: Item, theirs: ChannelRefund | undefined): boolean => {
  const since = item.acceptedAt === undefined ? Number(item.dueSince) : Number(theirs?.askedAt)
  return time.now - since >= settings.refunds.patienceMs - SKEW
}

/** A refund that is left to a person is on the list they read, somebody was called for it, and it says why. */
export const handOverFaults = (world: World): string[] =>
  [...world.items.values()].flatMap((item) => {
    if (!item.sk.startsWith('REFUND#') || item.status !== 'operator') return []
    const isHeld = atChannel(world, numberOf(item))?.state === 'HELD'
    return [
      ...(item.listName === paymentLists.refundsForOperator ? [] : ['a refund is left to a person, and on no list']),
      ...(world.rung.has(numberOf(item)) ? [] : ['a refund is left to a person, and nobody was called']),
      ...(isHeld && item.channelCode === 'processing_too_long' ? ['a word nobody knows was taken for processing'] : []),
    ]
  })

/** What a refund item says of the channel is what the channel says. Only a forced refund changes what is owed. */
export const refundFaults = (world: World, { before, after }: Change, isForced: boolean): string[] => {
  if (!after) return ['a refund is gone']
  const faults: string[] = []
  const theirs = atChannel(world, numberOf(before ?? after))
  if (before && before.refundFen !== after.refundFen && !isForced) faults.push('the amount of a refund changed')
  if (before?.status === after.status && before?.round === after.round) return faults
  const isByHand = after.paidByHand === true
  if (
    after.status === 'succeeded' &&
    !isByHand &&
    (theirs?.state !== 'SUCCESS' || theirs.request.refundFen !== after.refundFen)
  )
    faults.push('a refund is said to have succeeded, which the channel does not say')
  const isDemanded = theirs?.ends === 'ABNORMAL' || world.channel.refused.has(numberOf(after))
  if (
    after.status === 'operator' &&
    !isDemanded &&
    !hasWaited(world, after, theirs) &&
    !isClosedTooOften(after, theirs)
  )
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
    const asked = back - forcedFen(order) - repairableFen(world, order) + handFen(world, order)
    return [
      ...(asked > owed ? [`${outTradeNo} gets back ${asked} fen, and ${owed} are owed`] : []),
      ...(back > (order.payment?.paidFen ?? 0) ? [`${outTradeNo} gets back more than was paid`] : []),
    ]
  })

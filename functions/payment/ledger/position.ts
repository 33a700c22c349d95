import type { Fen } from '../../../shared/kernel/money.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import { goodKinds } from '../good-kinds.ts'
import { type PaymentChannel, paymentChannels } from '../paying/provider.ts'
import { clearing, deposit, type Earned, type LedgerEntry, paidTwice, refundPayable } from './ledger.ts'

/** Money the channel gave back without being asked, at its own time of it. */
export type Forced = { fen: Fen; at: Millis }

/** How one payment stands, by the ledger of its order. */
export type Position = {
  /** What the channel still holds of it. */
  leftFen: Fen
  /** What is not decided yet: its check still runs. */
  undecidedFen: Fen
  /** What is owed back and not paid out. */
  owedFen: Fen
  /** What the rest was booked as, and what of that is still kept; undefined when nothing was earned. */
  kept?: { earned: Earned; fen: Fen }
  /** What the channel gave back without being asked, by the number it goes under. */
  forced: ReadonlyMap<string, Forced>
}

type Booking = { id: string; at: Millis; entries: readonly LedgerEntry[] }

const FORCED = 'forced-refund:'
const PAID = 'pay:'

const earnings: readonly Earned[] = ['fee', ...goodKinds]

const earnedIn = ({ entries }: Booking): Earned | undefined =>
  earnings.find((one) => entries.some(({ account }) => account === `revenue:${one}`))

const balance = (bookings: readonly Booking[], account: string): Fen =>
  bookings
    .flatMap(({ entries }) => entries)
    .filter((entry) => entry.account === account)
    .reduce((sum, { fen }) => sum + fen, 0)

const earnedBy = (booked: readonly Booking[], outTradeNo: string): Earned | undefined =>
  booked.filter(({ id }) => id === `decide:${outTradeNo}`).map(earnedIn)[0]

const isForced = ({ id }: Booking): boolean => id.startsWith(FORCED)

/** Accounts that there is one of for each payment. */
const OF_PAYMENT = [deposit, refundPayable, paidTwice]

/**
 * What was booked for a payment. A forced refund that names no payment took what was earned, and only one payment of an order earns
 * anything.
 */
const bookingsOf = (booked: readonly Booking[], outTradeNo: string): Booking[] => {
  const earned = earnedBy(booked, outTradeNo)
  const names = ({ entries }: Booking): boolean =>
    entries.some(({ account }) => OF_PAYMENT.some((of) => account === of(outTradeNo)))
  const namesNone = ({ entries }: Booking): boolean =>
    !entries.some(({ account }) => OF_PAYMENT.some((of) => account.startsWith(of(''))))
  return booked.filter((one) => names(one) || (earned !== undefined && isForced(one) && namesNone(one)))
}

/** What the channel gave back of a payment without being asked, by the number it goes under. */
export const forcedOf = (
  booked: readonly Booking[],
  channel: PaymentChannel,
  outTradeNo: string,
): ReadonlyMap<string, Forced> =>
  new Map(
    bookingsOf(booked, outTradeNo)
      .filter(isForced)
      .map((one) => [one.id.slice(FORCED.length), { fen: -balance([one], clearing(channel)), at: one.at }]),
  )

/** The position of a payment from everything that was booked for its order; undefined when no such payment was booked. */
export const positionOf = (
  booked: readonly Booking[],
  channel: PaymentChannel,
  outTradeNo: string,
): Position | undefined => {
  const isBooked = paymentsIn(booked).some((one) => one.channel === channel && one.outTradeNo === outTradeNo)
  if (!isBooked) return undefined
  const earned = earnedBy(booked, outTradeNo)
  const mine = bookingsOf(booked, outTradeNo)
  return {
    leftFen: balance(mine, clearing(channel)),
    undecidedFen: 0 - balance(mine, deposit(outTradeNo)),
    owedFen: 0 - balance(mine, refundPayable(outTradeNo)),
    ...(earned && { kept: { earned, fen: 0 - balance(mine, `revenue:${earned}`) } }),
    forced: forcedOf(booked, channel, outTradeNo),
  }
}

/** Every payment that was booked for an order: its channel, number and amount. */
export const paymentsIn = (booked: readonly Booking[]) =>
  booked.flatMap((booking) => {
    const channel = paymentChannels.find((one) => booking.entries.some(({ account }) => account === clearing(one)))
    if (!booking.id.startsWith(PAID) || !channel) return []
    return [{ channel, outTradeNo: booking.id.slice(PAID.length), paidFen: balance([booking], clearing(channel)) }]
  })

/** What of the forced refunds stands under a number we made up because the channel told none. */
export const unnumberedFen = ({ forced }: Position): Fen =>
  [...forced].filter(([number]) => isMadeUp(number)).reduce((sum, [, { fen }]) => sum + fen, 0)

const MADE_UP = 'complaint:'

/** The number of a forced refund that only a complaint told of: the same however often it is told. */
export const madeUpNumber = (complaintId: string, outTradeNo: string): string =>
  `${MADE_UP}${complaintId}:${outTradeNo}`

/** Whether only a complaint told of a forced refund, which then goes under a number made up here. */
export const isMadeUp = (number: string): boolean => number.startsWith(MADE_UP)

import type { Fen } from '../../../shared/kernel/money.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import type { LedgerEntry } from '../ledger/ledger.ts'
import { forcedOf, isMadeUp, paymentsIn } from '../ledger/position.ts'
import type { PaymentChannel } from '../paying/provider.ts'
import { type Refund, type RefundStatus, refundCauses } from '../refunds/refund.ts'
import { refundReasons } from '../refunds/refund-reasons.ts'

/**
 * How far it is. `owed`: the channel has not taken it yet. `on_its_way`: it has, and banks may take days. `back`: the payer has it.
 * `needs_person`: it does not end by itself, and an operator sees to it.
 */
export const moneyBackStatuses = ['owed', 'on_its_way', 'back', 'needs_person'] as const
export type MoneyBackStatus = (typeof moneyBackStatuses)[number]

/** Why it goes back: a refund of ours, or the channel gave it by itself, and maybe only a complaint told of that. */
export const moneyBackCauses = [...refundCauses, 'channel', 'complaint'] as const
export type MoneyBackCause = (typeof moneyBackCauses)[number]

/** Money that went back, or has to, as whoever paid it is told. */
export type MoneyBack = {
  cause: MoneyBackCause
  status: MoneyBackStatus
  channel: PaymentChannel
  outTradeNo: string
  /** What was paid, and what of it goes back. */
  paidFen: Fen
  amountFen: Fen
  reason: string
} & (Asked | Unasked)

/** Since when it is owed, when the channel took it, when it was back. */
type Asked = { owedAt: Millis; takenAt?: Millis; backAt?: Millis }
/** What the channel gave by itself was owed to nobody here. */
type Unasked = { owedAt?: undefined; takenAt?: undefined; backAt: Millis }

/** How far a refund of ours is, as the payer is told; undefined where the channel gave the money by itself. */
export const moneyBackStatus = ({
  status,
  acceptedAt,
}: Pick<Refund, 'status' | 'acceptedAt'>): MoneyBackStatus | undefined => {
  const told: Record<RefundStatus, MoneyBackStatus | undefined> = {
    due: 'owed',
    submitted: acceptedAt === undefined ? 'owed' : 'on_its_way',
    succeeded: 'back',
    operator: 'needs_person',
    // The channel gave it by itself, which is told instead.
    superseded: undefined,
  }
  return told[status]
}

const asked = (refund: Refund): MoneyBack[] => {
  const status = moneyBackStatus(refund)
  if (!status) return []
  const { cause, channel, outTradeNo, totalFen: paidFen, refundFen: amountFen, reason, dueSince: owedAt } = refund
  const { acceptedAt: takenAt, succeededAt: backAt } = refund
  return [{ cause, status, channel, outTradeNo, paidFen, amountFen, reason, owedAt, takenAt, backAt }]
}

type Booking = { id: string; at: Millis; entries: readonly LedgerEntry[] }

/** What the channel gave back by itself, of every payment of an order. */
const unasked = (booked: readonly Booking[]): MoneyBack[] =>
  paymentsIn(booked).flatMap(({ channel, outTradeNo, paidFen }) =>
    [...forcedOf(booked, channel, outTradeNo)].map(([number, { fen: amountFen, at: backAt }]) => {
      const cause = isMadeUp(number) ? 'complaint' : 'channel'
      return { cause, status: 'back', channel, outTradeNo, paidFen, amountFen, reason: refundReasons[cause], backAt }
    }),
  )

const since = (one: MoneyBack): Millis => (one.owedAt === undefined ? one.backAt : one.owedAt)

/** All money of an order that went back or has to, from its refunds and bookings, in the order in which it arose. */
export const moneyBackOf = (refunds: readonly Refund[], booked: readonly Booking[]): MoneyBack[] =>
  [...refunds.flatMap(asked), ...unasked(booked)].sort((one, other) => since(one) - since(other))

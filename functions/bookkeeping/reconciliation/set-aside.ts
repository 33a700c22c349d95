import type { Fen } from '../../../shared/kernel/money.ts'
import { orderIdOf } from '../../payment/orders/order.ts'
import { refundNamed } from '../../payment/refunds/refund.ts'

/** The bills of a day: of payments and refunds, and of every movement of the account. */
export const billKinds = ['trade', 'account'] as const

/**
 * Why a row is not booked. `not_ours`: understood, of another till. `unknown_kind`: not ours, and of a kind nobody here knows.
 * `unreadable`: not ours, and not all of it can be read.
 */
export const setAsideReasons = ['not_ours', 'unknown_kind', 'unreadable'] as const

/** A row of a bill that is none of ours: other tills use the same merchant account. Nothing in it that anybody typed. */
export type SetAside = {
  bill: (typeof billKinds)[number]
  /** Counted from 1 below the header. */
  row: number
  because: (typeof setAsideReasons)[number]
  /** The channel's own number of it; empty where it is not told. */
  number: string
  /** The channel's word for what it is; empty where it is not told. */
  kind: string
  /** What moved; negative where it left the account. Missing where it cannot be read. */
  fen?: Fen
}

const isNumbered = (number: string): boolean => orderIdOf(number) !== undefined || refundNamed(number) !== undefined

/**
 * Whether a row with these numbers is ours, or could be: one has the form of our order or refund numbers, or is `known` to be the
 * channel's number of something of ours. Such a row must be read whole, or the day is not believed.
 */
export const couldBeOurs = (numbers: readonly string[], known?: ReadonlySet<string>): boolean =>
  numbers.some((number) => isNumbered(number) || known?.has(number) === true)

/** So many are kept of a day; an operator who needs more has the file. */
const KEPT = 100

/** Rows set aside, as a day keeps them: how many of each bill, and the first of them. */
export type SetAsideOfDay = { trade: number; account: number; rows: SetAside[] }

export const setAsideOf = (trade: readonly SetAside[], account: readonly SetAside[]): SetAsideOfDay => ({
  trade: trade.length,
  account: account.length,
  rows: [...trade, ...account].slice(0, KEPT),
})

import type { Fen } from '../../shared/kernel/money.ts'
import type { Refusal } from '../../shared/kernel/outcome.ts'
import type { Millis } from '../../shared/kernel/time.ts'
import type { Table } from '../../shared/table/table.ts'
import type { Pointer } from '../../shared/table/work.ts'
import type { Write } from '../../shared/table/write.ts'
import type { GoodKind } from './good-kinds.ts'
import type { PaymentFact } from './paying/provider.ts'

/** A verification is bought with one of two offers. */
export const offers = ['fee', 'membership'] as const
export type Offer = (typeof offers)[number]

/**
 * What somebody wants to buy, with what its seller must know of it; kept in the order. `method`: the way of proof that is bought; `applicationId`: the
 * application for certification that people are to look at, and `askedFen` what was said that it costs.
 */
export type Wanted = {
  kind: GoodKind
  offer?: Offer
  verificationId?: string
  method?: string
  points?: number
  applicationId?: string
  askedFen?: Fen
}

/** An order, as far as its seller knows it. */
export type Sold = Wanted & {
  id: string
  accountId: string
  feeFen: Fen
  /** The payment that bought it. */
  outTradeNo?: string
  /** By how much membership was extended with it. */
  grantedMs?: Millis
}

/** What is asked, in fen, as the settings have it now. */
export type Prices = { feeFen: Fen; membershipFen: Fen }

/** Why an order ends that nobody paid as asked. */
export const endings = [
  'expired',
  'cancelled_by_user',
  'wrong_amount_paid',
  'identity_in_use',
  'account_banned',
  'data_just_checked',
  'number_segment_unsupported',
] as const
export type Ending = (typeof endings)[number]

/** What stands against paying an order now, although nothing did when it was opened. `ends`: for good, so the order ends with it. */
export type Objection = { refusal: Refusal; ends?: Ending }

/**
 * What the seller writes when the asked amount was paid. `delivered`: that is all of it, so the money is earned by the same commit;
 * `grantedMs` is membership to take back with it. `awaited`: whose the money is will be decided by the work that `wake` points to.
 */
export type Delivery =
  | { kind: 'delivered'; writes: readonly Write[]; grantedMs?: Millis }
  | { kind: 'awaited'; writes: readonly Write[]; wake: Pointer }

/**
 * Something to sell, implemented by the capability that sells it. Payment commits what it writes together with order, payment and
 * ledger, and touches none of its items. What it plans from a read must hold that as a condition: a conflict has it planned anew.
 */
export type Good = {
  /** Shown to the payer by the channel. */
  description: string
  /** What an order is for, in the words of an answer to its payer; no word about the payer. */
  named(wanted: Wanted): string
  /** In fen; frozen in the order when it is opened. */
  price(wanted: Wanted, prices: Prices): Fen
  /** Reads at most one item. `now`: epoch ms, as below. */
  planDelivery(table: Pick<Table, 'get'>, order: Sold, fact: PaymentFact, now: Millis): Promise<Delivery>
  /** Nothing was paid, or not what was asked: what the seller keeps for the order ends with it. */
  ended(order: Sold, ending: Ending, now: Millis): readonly Write[]
  /**
   * The channel gave its whole price back before it was decided whose that is: what the seller notes so that it is decided soon. Only then is it booked.
   * Without one the decision comes by itself. Reads at most one item.
   */
  planReversal?(table: Pick<Table, 'get'>, order: Sold, now: Millis): Promise<readonly Write[]>
  /** Its whole price went back without being asked: what is left of it goes back, too. Reads at most one item. */
  planTakingBack(table: Pick<Table, 'get'>, order: Sold, now: Millis): Promise<readonly Write[]>
}

/** Everything there is to sell. */
export type Goods = Readonly<Record<GoodKind, Good>>

import type { Fen } from '../../../shared/kernel/money.ts'
import { clearing, refundPayable, suspense } from '../../payment/ledger/ledger.ts'
import type { PaymentChannel } from '../../payment/paying/provider.ts'
import { type Difference, type DifferenceKind, heldFen } from '../reconciliation/comparison.ts'

/**
 * How people end a difference that stays open. `matched`: another of the channel is its opposite, and both end. `paid_back`: its payer
 * has the money, by another way than the channel's. `got_back`: whoever had it too much gave it to our bank. `taken_in`: its payer is
 * not to be found. `written_off`: it is lost. `owed_again`: the refund goes out once more.
 */
export const settlingWays = ['matched', 'paid_back', 'got_back', 'taken_in', 'written_off', 'owed_again'] as const
export type SettlingWay = (typeof settlingWays)[number]

/**
 * What a difference that stays open leaves behind. In suspense: `nobodys` money whose payer we do not know, a `payers` money that we
 * took too much of, or money that is `gone` from the channel. On the clearing account: a payment that `never_came`, a refund that
 * `never_went`.
 */
export type Leftover = 'nobodys' | 'payers' | 'gone' | 'never_came' | 'never_went'

/** Nobody takes in, or writes off, what a payer is owed: a fault of ours costs no user money. */
const ways: Record<Leftover, readonly SettlingWay[]> = {
  nobodys: ['matched', 'paid_back', 'taken_in'],
  payers: ['matched', 'paid_back'],
  gone: ['matched', 'got_back', 'written_off'],
  never_came: ['written_off'],
  never_went: ['owed_again'],
}

/** Outcomes that leave money in suspense, and whose it is where there is too much of it. */
const held: ReadonlyMap<string, 'nobodys' | 'payers'> = new Map([
  ['unknown_order', 'nobodys'],
  ['number_paid_twice', 'payers'],
  ['amount_differs', 'payers'],
  ['paid_twice', 'payers'],
  ['more_than_paid', 'payers'],
])

/** Outcomes of what two bills do not know and the channel, asked, does not either. */
const missed: Partial<Record<DifferenceKind, { leaves: Leftover; outcomes: readonly string[] }>> = {
  payment_missing_there: { leaves: 'never_came', outcomes: ['frozen'] },
  refund_missing_there: { leaves: 'never_went', outcomes: ['refund_absent', 'refund_closed', 'refund_rejected'] },
}

/** What is settled, as it is stored. */
export type Settleable = Difference & { channel: PaymentChannel; day: string; status: string; outcome: string }

/** What a difference leaves behind; undefined where people have nothing to settle: it is over, waits, or its day ends it. */
export const leftBy = (difference: Settleable): Leftover | undefined => {
  const { kind, status, outcome } = difference
  if (status !== 'open') return undefined
  const apart = missed[kind]
  if (apart) return apart.outcomes.includes(outcome) ? apart.leaves : undefined
  const whose = held.get(outcome)
  return whose && heldFen(difference) < 0 ? 'gone' : whose
}

/** The ways that are open to a difference, the usual one first; none where there is nothing to settle. */
export const waysOf = (difference: Settleable): readonly SettlingWay[] => {
  const left = leftBy(difference)
  return left ? ways[left] : []
}

/** Whether it leaves money in the channel's suspense, so that another of the other sign may end it. */
export const isHeld = (difference: Settleable): boolean => waysOf(difference).includes('matched')

/** Whether two differences cancel each other: both in the channel's suspense, the same amount, one too much and one too little. */
export const areOpposite = (one: Settleable, other: Settleable): boolean =>
  one.channel === other.channel &&
  isHeld(one) &&
  isHeld(other) &&
  heldFen(one) !== 0 &&
  heldFen(one) + heldFen(other) === 0

/** So many are enough to choose from. */
const MOST_OPPOSITES = 20

/** Those of `held` that a difference may be matched with, what is of the same payment first. */
export const oppositesOf = <D extends Settleable>(difference: Settleable, held: readonly D[]): readonly D[] => {
  const isOther = ({ outTradeNo }: D): number => Number(outTradeNo !== difference.outTradeNo)
  return held
    .filter((other) => areOpposite(difference, other))
    .sort((one, other) => isOther(one) - isOther(other))
    .slice(0, MOST_OPPOSITES)
}

/** The account that a difference leaves wrong, and what brings it right, in fen. */
export const wrongBy = (difference: Settleable): { account: string; fen: Fen } => {
  const { channel, hereFen } = difference
  const left = leftBy(difference)
  if (left === 'never_came') return { account: clearing(channel), fen: -hereFen }
  if (left === 'never_went') return { account: clearing(channel), fen: hereFen }
  return { account: suspense(channel), fen: heldFen(difference) }
}

/** What money of a difference turns out to be. What is matched passes through an account that both sides bring back to zero. */
export const against = ({ channel, outTradeNo }: Settleable, way: SettlingWay): string =>
  ({
    matched: `matched:${channel}`,
    paid_back: 'bank',
    got_back: 'bank',
    taken_in: 'revenue:difference',
    written_off: 'expense:difference',
    owed_again: refundPayable(outTradeNo),
  })[way]

/** How much it is about, in fen, never negative. */
export const fenOf = (difference: Settleable): Fen => Math.abs(wrongBy(difference).fen)

/** What a proposal to settle it is about: one may be open of each. */
export const thingOf = ({ channel, day, id }: Settleable): string => `${channel}:${day}:${id}`

/** The number that the channel knows it by. */
export const numberOf = ({ outRefundNo, channelRefundId, outTradeNo }: Difference): string =>
  outRefundNo || channelRefundId || outTradeNo

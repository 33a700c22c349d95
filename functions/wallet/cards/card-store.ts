import * as z from 'zod/mini'
import { target } from '../../../shared/kernel/states.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import { stateAllows } from '../../../shared/table/state-condition.ts'
import {
  absent,
  all,
  any,
  below,
  type Condition,
  equals,
  type Guard,
  guard,
  type Item,
  type Update,
  update,
  type Write,
} from '../../../shared/table/write.ts'
import type { Counter } from '../../account/limits/limit-store.ts'
import { dayOf } from '../../account/limits/window.ts'
import { type OwedRefusal, owedRefusals } from '../../verification/owed/refusal.ts'
import { bankNames, cardKinds } from './banks.ts'
import { type Card, cardStatuses, cardTransitions } from './card.ts'
import { cardKeys } from './keys.ts'

const text = z.string()
const stored = z.object({
  id: text,
  accountId: text,
  index: text,
  status: z.enum(cardStatuses),
  reason: z.optional(z.enum(owedRefusals)),
  retryAt: z.optional(z.number()),
  bank: z.optional(z.enum(bankNames)),
  kind: z.optional(z.enum(cardKinds)),
  lastFour: text,
  maskedPhone: text,
  verificationId: text,
  createdAt: z.number(),
  boundAt: z.optional(z.number()),
  since: z.optional(z.number()),
  unboundAt: z.optional(z.number()),
})

/** The card in an item. */
export const cardOf = (item: Item): Card => z.parse(stored, item)

/** Why a card is not taken: it is bound or being checked; there are as many as may be. */
export const CARD_HELD = 'card_held'
export const CARDS_FULL = 'cards_full'

/** So many numbers of an account are known at most, those of before with them: they are answered in one list. */
const MOST_KNOWN = 100

const fewer = (attr: string, most: number): Condition =>
  most > 0 ? any(absent(attr), below(attr, most)) : below(attr, 0)

/** One place less, or one more again. `isNew`: the number was never typed before. */
const placeTaken = (accountId: string, { most, isNew }: { most: number; isNew: boolean }): Update =>
  update(
    cardKeys.count(accountId),
    { add: { count: 1, ...(isNew && { known: 1 }) } },
    all(fewer('count', most), ...(isNew ? [fewer('known', MOST_KNOWN)] : [])),
    CARDS_FULL,
  )
const placesFreed = (accountId: string, many = 1): Update =>
  update(cardKeys.count(accountId), { add: { count: -many } })

/** The number is not known under another live version of the key. Conflict: `card_moved`. */
const knownAlone = (accountId: string, others: readonly string[]): Guard[] =>
  others.map((index) => guard(cardKeys.card(accountId, index), absent('pk'), 'card_moved'))

/**
 * X2 the number of a card was typed, and its check is owed; one that was bound before keeps when. `others`: its indexes under the other live
 * versions of the key, nothing of which is known; `most`: how many may be bound.
 */
export const cardTyped = (card: Card, others: readonly string[], places: { most: number; isNew: boolean }): Write[] => {
  const { boundAt: _bound, unboundAt: _unbound, since: _since, ...typed } = card
  return [
    update(
      cardKeys.card(card.accountId, card.index),
      { set: { ...typed, status: target(cardTransitions, 'typed') }, remove: ['reason', 'retryAt'] },
      any(absent('pk'), stateAllows(cardTransitions, 'typed')),
      CARD_HELD,
    ),
    ...knownAlone(card.accountId, others),
    placeTaken(card.accountId, places),
  ]
}

/** What counts how often a card was typed on the day of `at`, by what it is known by wherever that was. */
export const cardCounter = (anyones: string, at: Millis, limit: number): Counter => ({
  subject: `CARD#${anyones}`,
  window: dayOf(at),
  limit,
})

type Checked = { accountId: string; index: string; verificationId: string }

/** Its check ended: it is bound, or refused for this reason. Belongs in the commit of that end. */
export const cardChecked = (
  { accountId, index, verificationId }: Checked,
  end: { reason: OwedRefusal; retryAt?: Millis | undefined } | { since: Millis },
  now: Millis,
): Write[] => {
  const isBound = 'since' in end
  const on = isBound ? 'bound' : 'refused'
  const of = all(stateAllows(cardTransitions, on), equals('verificationId', verificationId))
  const set = { ...end, ...(isBound && { boundAt: now }) }
  return [
    update(
      cardKeys.card(accountId, index),
      { set: { status: target(cardTransitions, on), ...set } },
      of,
      'card_not_checking',
    ),
    ...(isBound ? [] : [placesFreed(accountId)]),
  ]
}

/** It is bound no more, or off the list, as long as it is as it was read. */
const takenOff = (card: Card, now: Millis): Update => {
  const read = all(
    stateAllows(cardTransitions, 'unbound'),
    equals('status', card.status),
    equals('verificationId', card.verificationId),
  )
  const set = { status: target(cardTransitions, 'unbound'), ...(card.status === 'bound' && { unboundAt: now }) }
  return update(cardKeys.card(card.accountId, card.index), { set, remove: ['reason', 'retryAt'] }, read, 'card_moved')
}

/** It is taken off, and stays known as one that was bound. Conflict `card_moved`: somebody did so, or typed it again, since it was read. */
export const cardUnbound = (card: Card, now: Millis): Write[] => [
  takenOff(card, now),
  ...(card.status === 'bound' ? [placesFreed(card.accountId)] : []),
]

/** The same of all of these, which are bound. */
export const cardsUnbound = (accountId: string, cards: readonly Card[], now: Millis): Write[] =>
  cards.length === 0 ? [] : [...cards.map((card) => takenOff(card, now)), placesFreed(accountId, cards.length)]

/** It is bound as it was read. Conflict `card_moved`. */
export const cardStands = ({ accountId, index, verificationId }: Card): Guard =>
  guard(
    cardKeys.card(accountId, index),
    all(equals('status', target(cardTransitions, 'bound')), equals('verificationId', verificationId)),
    'card_moved',
  )

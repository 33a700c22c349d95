import type { OwedVerification } from '../../../functions/verification/owed/owed-verification.ts'
import type { Card } from '../../../functions/wallet/cards/card.ts'
import { cardOf } from '../../../functions/wallet/cards/card-store.ts'
import type { Item } from '../../../shared/table/write.ts'
import { accountIn, checkFaults, isOpen, lostFaults, openFaults, owedIn } from '../orders/owed-rules.ts'
import { personFaults, toldFaults } from '../proofing/proofing-rules.ts'

const cardsIn = (items: readonly Item[]): Card[] => items.filter(({ sk }) => sk.startsWith('CARD#')).map(cardOf)

/** A card stands as its last check says, or was taken off since. */
const cardFaults = (owed: readonly OwedVerification[], { status, verificationId, reason }: Card): string[] => {
  const of = owed.find(({ id }) => id === verificationId)
  if (!of) return ['a card whose check is nowhere']
  const expected = isOpen(of) ? ['checking'] : [of.status === 'verified' ? 'bound' : 'refused', 'unbound']
  return [
    ...(expected.includes(status) ? [] : [`a card is ${status}, and its check ${of.status}`]),
    ...((status === 'refused') === (reason !== undefined) ? [] : [`a card is ${status} because of ${reason}`]),
  ]
}

/** As many places are taken as cards are bound or being checked. */
const placeFaults = (items: readonly Item[], cards: readonly Card[]): string[] =>
  items
    .filter(({ sk }) => sk === 'CARDS')
    .flatMap((one) => {
      const taken = cards.filter(
        ({ accountId, status }) => accountId === accountIn(one) && (status === 'bound' || status === 'checking'),
      )
      return Number(one.count) === taken.length ? [] : [`${taken.length} cards take ${one.count} places`]
    })

/** What a bank proved of somebody counts exactly while a card that proves it is bound. */
const proofFaults = (items: readonly Item[], cards: readonly Card[]): string[] =>
  items
    .filter(({ sk }) => sk === 'IDENTITY')
    .flatMap((identity) => {
      const accountId = accountIn(identity)
      const bound = cards.filter(
        (one) => one.accountId === accountId && one.status === 'bound' && one.since === identity.verifiedAt,
      )
      const evidence = items.find(({ pk, sk }) => pk === identity.pk && sk === 'EVIDENCE#bank')
      const counts = evidence !== undefined && evidence.ended === undefined
      if (counts !== bound.length > 0) return [`${bound.length} cards are bound, and a bank proves ${counts}`]
      const isNamed = !counts || bound.some(({ verificationId }) => verificationId === evidence.check)
      return isNamed ? [] : ['a bank proves by a card that is not bound']
    })

/** A card is bound to who its account is, and to nobody else: clearing takes it off. */
const ownerFaults = (items: readonly Item[], cards: readonly Card[]): string[] =>
  cards
    .filter(({ status }) => status === 'bound')
    .filter(({ accountId, since }) => {
      const identity = items.find(({ pk, sk }) => pk === `ACCOUNT#${accountId}` && sk === 'IDENTITY')
      return identity?.verifiedAt !== since
    })
    .map(() => 'a card is bound to somebody whom its account is not')

/** When the account was cleared last (epoch ms); undefined where it never was. */
const clearedAt = (items: readonly Item[], accountId: string): number | undefined => {
  const found = items.find(({ pk, sk }) => pk === `ACCOUNT#${accountId}` && sk === 'CLEARED')
  return found && Number(found.at)
}

/** A card of who the account was, who has been cleared by now. Nobody in these meetings types one as whoever is nobody any more. */
const formerIn = (items: readonly Item[]): OwedVerification[] =>
  owedIn(items).filter(({ accountId, createdAt }) => createdAt <= (clearedAt(items, accountId) ?? -1))

const isSomebody = (items: readonly Item[], accountId: string): boolean =>
  items.some(({ pk, sk }) => pk === `ACCOUNT#${accountId}` && sk === 'IDENTITY')

/** Who an account was is cleared for good: no card of theirs is begun or asked about, nor makes them somebody again. */
const formerFaults = (before: readonly Item[], after: readonly Item[]): string[] => {
  const was = owedIn(before)
  const isBegun = ({ id, status }: OwedVerification): boolean =>
    status === 'checking' && was.find((one) => one.id === id)?.status !== 'checking'
  return [
    ...formerIn(after)
      .filter((one) => isBegun(one) && !isSomebody(before, one.accountId))
      .map(() => 'a bank is asked about who an account is no more'),
    ...owedIn(after)
      .filter(({ id, accountId }) => !was.some((one) => one.id === id) && clearedAt(before, accountId) !== undefined)
      .map(() => 'a card is begun of who an account is no more'),
    ...formerIn(after)
      .filter(({ accountId }) => isSomebody(after, accountId))
      .map(() => 'a card made somebody of an account that was cleared'),
  ]
}

/** P6 X2 what must hold once everybody is done. `asked`: how often a bank was asked. */
export const cardsFaults = (items: readonly Item[], asked: number): string[] => {
  const [owed, cards] = [owedIn(items), cardsIn(items)]
  return [
    ...owed.flatMap((one) => checkFaults(items, one)),
    ...openFaults(items, owed),
    ...cards.flatMap((one) => cardFaults(owed, one)),
    ...placeFaults(items, cards),
    ...proofFaults(items, cards),
    ...(asked <= owed.length ? [] : [`${asked} calls for ${owed.length} checks`]),
    ...personFaults(items),
    ...toldFaults(items),
  ]
}

/** What must hold of every commit: nobody loses what was proven, the number of a card is kept for none that is over, and no place is taken twice. */
export const committedCardFaults = (before: readonly Item[], after: readonly Item[]): string[] => [
  ...lostFaults(before, after),
  ...openFaults(after, owedIn(after)),
  ...placeFaults(after, cardsIn(after)),
  ...ownerFaults(after, cardsIn(after)),
  ...formerFaults(before, after),
]

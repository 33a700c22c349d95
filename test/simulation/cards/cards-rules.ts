import { checkOf, isOwedCheck } from '../../../functions/verification/check/check-store.ts'
import { owedVerificationOf } from '../../../functions/verification/owed/owed-store.ts'
import type { OwedVerification } from '../../../functions/verification/owed/owed-verification.ts'
import type { Card } from '../../../functions/wallet/cards/card.ts'
import { cardOf } from '../../../functions/wallet/cards/card-store.ts'
import type { Item } from '../../../shared/table/write.ts'
import { personFaults, toldFaults } from '../proofing/proofing-rules.ts'

const OPEN = ['queued', 'checking']

const accountIn = ({ pk }: Item): string => pk.slice('ACCOUNT#'.length)

const owedIn = (items: readonly Item[]): OwedVerification[] =>
  items.filter(({ sk }) => sk.startsWith('OWED#')).map(owedVerificationOf)

const cardsIn = (items: readonly Item[]): Card[] => items.filter(({ sk }) => sk.startsWith('CARD#')).map(cardOf)

const isOpen = ({ status }: OwedVerification): boolean => OPEN.includes(status)

/** A verification stands as its check does. */
const checkFaults = (items: readonly Item[], of: OwedVerification): string[] => {
  const item = items.find(({ pk, sk }) => pk === `ACCOUNT#${of.accountId}` && sk === `CHECK#${of.id}`)
  const check = item && checkOf(item)
  if (!check || !isOwedCheck(check)) return ['a verification that the platform pays for has no check']
  const isOver = check.status === 'done' || check.status === 'unknown'
  return isOver === isOpen(of) ? [`a check is ${check.status}, and its verification ${of.status}`] : []
}

/** One of an account is open at most, and is known to be; the number of a card is kept for no other. */
const openFaults = (items: readonly Item[], owed: readonly OwedVerification[]): string[] => {
  const open = owed.filter(isOpen).map(({ accountId, id }) => `${accountId} ${id}`)
  const known = items.filter(({ sk }) => sk.startsWith('OWEDOPEN#')).map((one) => `${accountIn(one)} ${one.id}`)
  const kept = owed.filter((one) => one.sealedCard !== undefined && !isOpen(one))
  return [
    ...(open.toSorted().join() === known.toSorted().join() ? [] : [`open are ${open}, and known to be ${known}`]),
    ...(kept.length === 0 ? [] : ['the number of a card is kept after its result']),
  ]
}

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

const proofsIn = ({ proofs }: Item): string[] =>
  Array.isArray(proofs) ? proofs.map((one) => String(Object(one).kind)) : []

/** Who an account is goes on being so, with all that was proven of it, until it is cleared. */
const lostFaults = (before: readonly Item[], after: readonly Item[]): string[] =>
  before
    .filter(({ sk }) => sk === 'IDENTITY')
    .flatMap((was) => {
      const is = after.find(({ pk, sk }) => pk === was.pk && sk === was.sk)
      if (!is) return []
      const lost = proofsIn(was).filter((kind) => !proofsIn(is).includes(kind))
      return [
        ...(lost.length === 0 ? [] : [`${lost} is proven no more`]),
        ...(is.verifiedAt === was.verifiedAt && is.personIndex === was.personIndex
          ? []
          : ['an account is somebody else']),
      ]
    })

/** What must hold of every commit: nobody loses what was proven, the number of a card is kept for none that is over, and no place is taken twice. */
export const committedCardFaults = (before: readonly Item[], after: readonly Item[]): string[] => [
  ...lostFaults(before, after),
  ...openFaults(after, owedIn(after)),
  ...placeFaults(after, cardsIn(after)),
  ...ownerFaults(after, cardsIn(after)),
]

import type { Answer } from 'shiming-client'
import type { Language } from '../../../shared/kernel/language.ts'
import type { Account } from '../../shared/service.ts'
import { dayText } from '../../shared/shown/moments.ts'
import { moneyTexts } from './texts.ts'

/** An order with all money of it that went back or has to. */
export type Order = Answer<'GET /v1/orders/{id}'>

/** Money that went back, or has to. */
export type MoneyBack = Order['refunds'][number]

/** What a verification is bought with: the check alone, or with a month of membership. */
export const offerName = (offer: NonNullable<Order['offer']>, language: Language): string =>
  moneyTexts[language][offer === 'membership' ? 'membershipOffer' : 'fee']

/** What an order is for, as its payer knows it. */
export const boughtName = (
  { kind, offer, points }: Pick<Order, 'kind' | 'offer' | 'points'>,
  language: Language,
): string => {
  const texts = moneyTexts[language]
  const names: Readonly<Record<Order['kind'], string>> = {
    verification: offerName(offer ?? 'fee', language),
    membership: texts.membership,
    points: texts.points(String(points ?? 0)),
    certification: texts.certification,
  }
  return names[kind]
}

/** Until when somebody is a member, or was. */
export const memberText = (membership: Account['membership'], language: Language): string => {
  const texts = moneyTexts[language]
  if (membership === null) return texts.memberNever
  const day = dayText(Date.parse(membership.until), language)
  return membership.active ? texts.memberUntil(day) : texts.memberOver(day)
}

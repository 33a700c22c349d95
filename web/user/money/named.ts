import type { Answer } from 'shiming-client'
import type { Language } from '../../../shared/kernel/language.ts'
import { moneyTexts } from './texts.ts'

/** An order with all money of it that went back or has to. */
export type Order = Answer<'GET /v1/orders/{id}'>

/** Money that went back, or has to. */
export type MoneyBack = Order['refunds'][number]

/** What an order is for, as its payer knows it. */
export const boughtName = (
  { kind, offer, points }: Pick<Order, 'kind' | 'offer' | 'points'>,
  language: Language,
): string => {
  const texts = moneyTexts[language]
  const names: Readonly<Record<Order['kind'], string>> = {
    verification: offer === 'membership' ? texts.membershipOffer : texts.fee,
    membership: texts.membership,
    points: texts.points(String(points ?? 0)),
  }
  return names[kind]
}

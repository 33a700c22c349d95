import type { Answer } from 'shiming-client'
import type { Language } from '../../../shared/kernel/language.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import { orderTexts } from './texts.ts'

type Told = Pick<Answer<'GET /v1/orders'>['orders'][number], 'status' | 'expiresAt'>

/** Whether it can be paid at `now` (epoch ms). */
export const isOpen = ({ status, expiresAt }: Told, now: Millis): boolean =>
  status === 'created' && now < Date.parse(expiresAt)

type Tone = 'info' | 'good' | 'warn'

/** How an order stands at `now`, and how that looks. */
export const orderState = (order: Told, language: Language, now: Millis): { text: string; tone: Tone } => {
  const texts = orderTexts[language]
  const states: Readonly<Record<Told['status'], { text: string; tone: Tone }>> = {
    created: isOpen(order, now) ? { text: texts.created, tone: 'warn' } : { text: texts.expired, tone: 'info' },
    paid: { text: texts.paid, tone: 'info' },
    settled: { text: texts.settled, tone: 'good' },
    refunding: { text: texts.refunding, tone: 'info' },
    refunded: { text: texts.refunded, tone: 'good' },
    closed: { text: texts.closed, tone: 'info' },
  }
  return states[order.status]
}

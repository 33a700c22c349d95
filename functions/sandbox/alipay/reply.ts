import type { Fen } from '../../../shared/kernel/money.ts'
import type { AlipayErrorName } from './errors.ts'

/**
 * What a method answers: members of the response object besides code and msg, a refusal (some methods add members to it, too),
 * or a page for a browser.
 */
export type Reply =
  | { kind: 'done'; body: Record<string, unknown> }
  | { kind: 'refused'; error: AlipayErrorName; body?: Record<string, unknown> }
  | { kind: 'page'; asked: { description: string; amountFen: Fen } }

export const done = (body: Record<string, unknown> = {}): Reply => ({ kind: 'done', body })

export const refuse = (error: AlipayErrorName, body?: Record<string, unknown>): Reply => ({
  kind: 'refused',
  error,
  body,
})

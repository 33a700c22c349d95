import type { ErrorDetail, WeChatPayErrorName } from './errors.ts'

/**
 * What an operation of the channel answers: a body (or 204 without one), a file, which is not signed, or one of the channel's
 * errors.
 */
export type Reply =
  | { kind: 'done'; body?: Record<string, unknown> }
  | { kind: 'file'; bytes: Buffer }
  | { kind: 'refused'; error: WeChatPayErrorName; detail?: ErrorDetail }

export const done = (body?: Record<string, unknown>): Reply => ({ kind: 'done', body })

export const refuse = (error: WeChatPayErrorName, detail?: ErrorDetail): Reply => ({ kind: 'refused', error, detail })

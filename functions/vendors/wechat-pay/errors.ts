import type { Unavailable } from '../../payment/paying/provider.ts'
import type { Refused } from './exchange.ts'

/**
 * What an error asks for. `repeat`: not accepted; the same request may simply go again. `query_first`: it may have been
 * executed or be under way. `repair`: the same request goes through once our balance, key or permission is mended.
 * `operator`: no repeat cures it.
 */
export type Reaction = 'repeat' | 'query_first' | 'repair' | 'operator'

/**
 * What an error may settle, per call. Errors are not signed, so only what can be taken back rests on one: after
 * `already_paid` a query brings the signed fact, after `absent` the same number is used again, and `rejected` ends nothing,
 * it asks for a person. Whatever the table does not name is `unavailable`.
 */
type Settles = {
  create: 'already_paid' | 'rejected'
  query: 'absent'
  close: 'already_paid'
  refund: 'rejected'
  queryRefund: 'absent'
  bill: 'absent' | 'not_ready'
  download: never
  complaints: never
  complaint: 'absent'
  reply: 'rejected'
  complete: 'rejected'
}

export type Call = keyof Settles

type Row = { reaction: Reaction } & Partial<Settles>

const incurable: Row = {
  reaction: 'operator',
  create: 'rejected',
  refund: 'rejected',
  reply: 'rejected',
  complete: 'rejected',
}

/** WeChat Pay's error codes that our calls can meet. */
export const errors: Record<string, Row> = {
  SYSTEM_ERROR: { reaction: 'query_first' },
  BANK_ERROR: { reaction: 'query_first' },
  FREQUENCY_LIMITED: { reaction: 'query_first' },
  RULE_LIMIT: { reaction: 'query_first' },

  ORDER_PAID: { reaction: 'query_first', create: 'already_paid', close: 'already_paid' },
  // Closing answers 204 however often it is asked; should it say this instead, the signed query tells.
  ORDER_CLOSED: { reaction: 'query_first', create: 'rejected' },
  ORDER_NOT_EXIST: { reaction: 'query_first', query: 'absent' },
  // Refunding a payment we know of, this passes: it has been seen for paid orders, and the same request then succeeded.
  RESOURCE_NOT_EXISTS: {
    reaction: 'repeat',
    query: 'absent',
    queryRefund: 'absent',
    complaint: 'absent',
    reply: 'rejected',
    complete: 'rejected',
  },

  NO_STATEMENT_EXIST: { reaction: 'repeat', bill: 'absent' },
  // Also said of a day without any trade, whose bill never comes.
  STATEMENT_CREATING: { reaction: 'repeat', bill: 'not_ready' },

  NOT_ENOUGH: { reaction: 'repair' },
  SIGN_ERROR: { reaction: 'repair' },
  NO_AUTH: { reaction: 'repair' },
  MCH_NOT_EXISTS: { reaction: 'repair' },
  APPID_MCHID_NOT_MATCH: { reaction: 'repair' },

  PARAM_ERROR: incurable,
  // Also the answer to a repeat whose parameters differ.
  INVALID_REQUEST: incurable,
  OUT_TRADE_NO_USED: incurable,
  TRADE_ERROR: incurable,
  ACCOUNT_ERROR: incurable,
  // The payer's account is gone; the money must reach them another way.
  USER_ACCOUNT_ABNORMAL: incurable,
}

/** The codes came over from an older API whose spelling has no underscores (ORDERPAID), and both are met. */
const spelling = (code: string): string => code.replaceAll('_', '')

const rows = new Map(Object.entries(errors).map(([code, row]) => [spelling(code), row]))

export type Failure<C extends Call> = { kind: Settles[C]; code: string } | Unavailable

/** What an unsigned error means for that call. After a 429 or 5xx the request may be under way, whatever the code says. */
export const failure = <C extends Call>(call: C, { status, code }: Refused): Failure<C> => {
  const row = status === 429 || status >= 500 ? undefined : rows.get(spelling(code))
  const settles: Partial<Settles> = row ?? {}
  const kind = settles[call]
  if (kind) return { kind, code }
  return { kind: 'unavailable', code, ...(row?.reaction === 'repair' && { needsRepair: true }) }
}

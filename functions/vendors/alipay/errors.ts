import type { Unavailable } from '../../payment/paying/provider.ts'

/** An error of Alipay's: the gateway's code, and the business's own; the latter may be empty. */
export type Refused = { kind: 'refused'; code: string; subCode: string }

/**
 * What an error settles, per call; on every other call the answer is `unavailable`. A trade that does not exist is `absent`
 * to a query, but settles nothing on a close: it comes into being when the payer scans, and stays payable until it expires.
 */
type Settles = {
  create: 'already_paid' | 'rejected'
  query: 'absent'
  close: 'already_paid'
  refund: 'rejected'
  queryRefund: 'absent'
  bill: 'absent'
}

export type Call = keyof Settles

/**
 * `retry`: whether the same request may go again (with the usual waits), only once something of ours is mended, or never.
 * `executed`: whether it may have been carried out although this was answered. Neither follows from the other.
 */
type Row = { retry: 'yes' | 'after_repair' | 'no'; executed: 'no' | 'unknown' } & Partial<Settles>

const again: Row = { retry: 'yes', executed: 'unknown' }
const repair: Row = { retry: 'after_repair', executed: 'no' }
const notCreated: Row = { retry: 'no', executed: 'no', create: 'rejected' }
const notClosed: Row = { retry: 'no', executed: 'no', close: 'already_paid' }
const notRefunded: Row = { retry: 'no', executed: 'no', refund: 'rejected' }

/** The gateway's own codes. 40004 says only that the business refused; its sub code tells why. */
export const gatewayCodes: Record<string, Row> = {
  '20000': again,
  '20001': repair,
  '40001': repair,
  '40002': repair,
  '40003': repair,
  '40005': { retry: 'yes', executed: 'no' },
  '40006': repair,
}

/** The sub codes that our calls can meet. */
export const errors: Record<string, Row> = {
  'ACQ.SYSTEM_ERROR': again,
  'ACQ.REFUND_CHARGE_ERROR': again,
  'ACQ.ENTERPRISE_PAY_BIZ_ERROR': again,

  'ACQ.SELLER_BALANCE_NOT_ENOUGH': repair,
  'ACQ.REFUND_ACCOUNT_NOT_EXIST': repair,
  'ACQ.ACCESS_FORBIDDEN': repair,
  'ACQ.PARTNER_ERROR': repair,
  'ACQ.SELLER_BEEN_BLOCKED': repair,

  'ACQ.INVALID_PARAMETER': { retry: 'no', executed: 'no', create: 'rejected', refund: 'rejected' },
  'ACQ.EXIST_FORBIDDEN_WORD': notCreated,
  'ACQ.TOTAL_FEE_EXCEED': notCreated,
  'ACQ.CONTEXT_INCONSISTENT': notCreated,
  'ACQ.NOW_TIME_AFTER_EXPIRE_TIME_ERROR': notCreated,
  'ACQ.TRADE_HAS_CLOSE': { ...notCreated, refund: 'rejected' },

  // Only a trade that waits for its payer can be closed: this one is paid, or closed already. The signed query tells which.
  'ACQ.TRADE_HAS_SUCCESS': { ...notClosed, create: 'already_paid' },
  'ACQ.REASON_ILLEGAL_STATUS': notClosed,
  'ACQ.REASON_TRADE_STATUS_INVALID': { ...notClosed, refund: 'rejected' },
  'ACQ.TRADE_STATUS_ERROR': { ...notClosed, refund: 'rejected' },
  'ACQ.TRADE_NOT_EXIST': { ...notRefunded, query: 'absent', queryRefund: 'absent' },

  // Our number with another amount: an earlier request may well have been executed, and no repeat of this one helps.
  'ACQ.DISCORDANT_REPEAT_REQUEST': { retry: 'no', executed: 'unknown', refund: 'rejected' },
  'ACQ.TRADE_HAS_FINISHED': notRefunded,
  'ACQ.TRADE_NOT_ALLOW_REFUND': notRefunded,
  'ACQ.REASON_TRADE_BEEN_FREEZEN': notRefunded,
  'ACQ.REASON_TRADE_REFUND_FEE_ERR': notRefunded,
  'ACQ.REFUND_FEE_ERROR': notRefunded,
  'ACQ.REFUND_AMT_NOT_EQUAL_TOTAL': notRefunded,
  'ACQ.NOT_ALLOW_PARTIAL_REFUND': notRefunded,
  'ACQ.ONLINE_TRADE_VOUCHER_NOT_ALLOW_REFUND': notRefunded,
  'ACQ.TRADE_SETTLE_ERROR': notRefunded,
  'ACQ.BUYER_ERROR': notRefunded,
  'ACQ.BUYER_NOT_EXIST': notRefunded,
  'ACQ.BUYER_ENABLE_STATUS_FORBID': notRefunded,
  'ACQ.USER_NOT_MATCH_ERR': notRefunded,
  'ACQ.CUSTOMER_VALIDATE_ERROR': notRefunded,

  // Either there was no trade, or the bill is late: both say this.
  'isp.bill_not_exist': { retry: 'yes', executed: 'no', bill: 'absent' },
  BILL_NOT_EXIST: { retry: 'yes', executed: 'no', bill: 'absent' },
}

/** Codes travel with the names of the systems they pass, and one system misspells its own. */
const spelling = (code: string): string => code.replace(/^aop\./, '').replace(/^AQC\./, 'ACQ.')

const rows = new Map(Object.entries(errors))
const gatewayRows = new Map(Object.entries(gatewayCodes))

const UNKNOWN_OUTCOME = '20000'

const rowOf = ({ code, subCode }: Pick<Refused, 'code' | 'subCode'>): Row | undefined =>
  // Nothing rests on a sub code when the gateway itself does not know what happened.
  (code === UNKNOWN_OUTCOME ? undefined : rows.get(spelling(subCode))) ?? gatewayRows.get(code)

export type Failure<C extends Call> = { kind: Settles[C]; code: string } | Unavailable

/** `code` goes to the log: the sub code where there is one. */
export const unavailable = (refused: Pick<Refused, 'code' | 'subCode'>): Unavailable => ({
  kind: 'unavailable',
  code: refused.subCode || refused.code,
  ...(rowOf(refused)?.retry === 'after_repair' && { needsRepair: true }),
})

/** What a signed error means for that call. */
export const failure = <C extends Call>(call: C, refused: Refused): Failure<C> => {
  const settles: Partial<Settles> = rowOf(refused) ?? {}
  const kind = settles[call]
  return kind ? { kind, code: refused.subCode } : unavailable(refused)
}

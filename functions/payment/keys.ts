import { keyAt, timedName } from '../../shared/table/keys.ts'
import { work } from '../../shared/table/work.ts'
import { accountPartition } from '../account/keys.ts'

const orderPartition = (orderId: string): string => `ORDER#${orderId}`

export const paymentKeys = {
  /** Read by notifications and the order worker. */
  order: (id: string) => keyAt(orderPartition(id), 'ORDER'),
  /** Which open order an Idempotency-Key was answered with, where it opened none itself. Read by what opens orders. */
  alias: (id: string) => keyAt(orderPartition(id), 'ALIAS'),
  /** The purchases of an account that may still be open. Read by what opens orders. */
  openOrders: (accountId: string) => keyAt(accountPartition(accountId), 'OPENORDERS'),
  /** An order of an account, by when it was opened. Read by the list of its orders. */
  noted: (accountId: string, at: number, id: string) =>
    keyAt(accountPartition(accountId), `ORDERED#${timedName(at, id)}`),
  /** A payment attempt. Read when paying and closing. */
  attempt: (orderId: string, attempt: number) => keyAt(orderPartition(orderId), `PAYMENT#${attempt}`),
  /** A refund, by its number without the round. Read by the refund worker. */
  refund: (orderId: string, name: string) => keyAt(orderPartition(orderId), `REFUND#${name}`),
  /** A ledger transaction. Read with its order, and by day as a list. */
  ledger: (orderId: string, id: string) => keyAt(orderPartition(orderId), `LEDGER#${id}`),
  /** Orders of an account of which money goes back. Read by the account page. */
  moneyBack: (accountId: string) => keyAt(accountPartition(accountId), 'MONEYBACK'),
  /** A payment that happened. Written once, read by operators who look for its number. */
  fact: (channel: string, transactionId: string) => keyAt(`FACT#${channel}#${transactionId}`, 'FACT'),
}

/** Read as lists. */
export const paymentLists = {
  orders: (accountId: string) => ({ pk: accountPartition(accountId), prefix: 'ORDERED#' }),
  orderParts: (orderId: string) => ({ pk: orderPartition(orderId) }),
  /** Of the list index: the notes of orders opened on a Beijing day, in `LIST_PARTS` parts. */
  opened: (day: string, part: number) => `ORDERS#${day}#${part}`,
  /** Of the list index: ledger transactions of a Beijing day, in `LIST_PARTS` parts. */
  ledger: (day: string, part: number) => `LEDGER#${day}#${part}`,
  /** Of the list index: refunds only a person can end. */
  refundsForOperator: 'REFUNDS#operator',
  /** Of the list index: refunds the channel has not taken yet, by the time since when they are owed. */
  refundsUntaken: 'REFUNDS#untaken',
}

export const orderWork = work('order', orderPartition(''), paymentKeys.order('').sk)
export const refundWork = work('refund', orderPartition(''), paymentKeys.refund('', '').sk)

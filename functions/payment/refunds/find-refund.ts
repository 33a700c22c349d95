import type { Table } from '../../../shared/table/table.ts'
import { paymentKeys } from '../keys.ts'
import { type Refund, refundNamed } from './refund.ts'
import { refundOf } from './refund-store.ts'

/** A refund, and whether the number it was found by is that of its present round. */
export type FoundRefund = { refund: Refund; isPresent: boolean }

const readRefund = async (table: Table, orderId: string, name: string): Promise<Refund | undefined> => {
  const item = await table.get(paymentKeys.refund(orderId, name))
  return item && refundOf(item)
}

/**
 * The refund that a number at the channel means; undefined when there is none, or none that ever had that number. One call at
 * most.
 */
export const findRefund = async (table: Table, number: string): Promise<FoundRefund | undefined> => {
  const named = refundNamed(number)
  const refund = named && (await readRefund(table, named.orderId, named.name))
  if (!refund) return undefined
  return named.round <= refund.round ? { refund, isPresent: named.round === refund.round } : undefined
}

/** The refund of an order that the API calls by this name, a number without its round; undefined when there is none. One call. */
export const findRefundByName = async (table: Table, orderId: string, name: string): Promise<Refund | undefined> =>
  // Every refund has had a first round.
  refundNamed(`${name}1`)?.orderId === orderId ? readRefund(table, orderId, name) : undefined

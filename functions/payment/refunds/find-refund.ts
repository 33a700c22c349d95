import type { Table } from '../../../shared/table/table.ts'
import { paymentKeys } from '../keys.ts'
import { type Refund, refundNamed } from './refund.ts'
import { refundOf } from './refund-store.ts'

/** A refund, and whether the number it was found by is that of its present round. */
export type FoundRefund = { refund: Refund; isPresent: boolean }

/**
 * The refund that a number at the channel means; undefined when there is none, or none that ever had that number. One call at
 * most.
 */
export const findRefund = async (table: Table, number: string): Promise<FoundRefund | undefined> => {
  const named = refundNamed(number)
  const item = named && (await table.get(paymentKeys.refund(named.orderId, named.name)))
  if (!item) return undefined
  const refund = refundOf(item)
  return named.round <= refund.round ? { refund, isPresent: named.round === refund.round } : undefined
}

import type { Table } from '../../../shared/table/table.ts'
import { findHandedOn } from '../../consent/find-handed-on.ts'
import { paymentKeys } from '../../payment/keys.ts'
import { findOrder } from '../../payment/orders/find-order.ts'
import { type Order, orderIdOf } from '../../payment/orders/order.ts'
import { orderOf } from '../../payment/orders/order-store.ts'
import { refundsAmong } from '../../payment/refunds/refund-store.ts'
import { verificationKeys } from '../../verification/keys.ts'
import { verificationOf } from '../../verification/verification-store.ts'
import type { Complaint } from '../complaint.ts'
import type { ChannelComplaint } from '../complaint-desk.ts'
import { type Evidence, evidenceOf, type Verdict } from './evidence.ts'

/** BatchGetItem takes a hundred; a complaint is about one order, rarely a few. */
const MOST_ORDERS = 50

/** Which of the orders a complaint names are ours, and whose they are. At most one call. */
export const joinOrders = async (
  table: Table,
  { orders }: Pick<ChannelComplaint, 'orders'>,
): Promise<Pick<Complaint, 'orders' | 'accountId'>> => {
  const named = orders.slice(0, MOST_ORDERS).map(({ outTradeNo, amountFen }) => ({ outTradeNo, amountFen }))
  const ids = named.map(({ outTradeNo }) => orderIdOf(outTradeNo))
  const wanted = [...new Set(ids.flatMap((id) => id ?? []))]
  const items = wanted.length > 0 ? await table.getMany(wanted.map(paymentKeys.order)) : []
  const owners = new Map(items.flatMap((item) => (item ? [[orderOf(item).id, orderOf(item).accountId]] : [])))
  const joined = named.map((one, at) => {
    const orderId = ids[at]
    return orderId !== undefined && owners.has(orderId) ? { ...one, orderId } : one
  })
  const accounts = new Set(ids.map((id) => id && owners.get(id)))
  const [accountId] = accounts
  return { orders: joined, ...(accounts.size === 1 && accountId !== undefined && { accountId }) }
}

const readVerdict = async (table: Table, { accountId, verificationId }: Order): Promise<Verdict | undefined> => {
  if (!verificationId) return undefined
  const item = await table.get(verificationKeys.verification(accountId, verificationId))
  if (!item) return undefined
  const { status, decidedAt, consent } = verificationOf(item)
  const handedOn = await findHandedOn(table, { accountId, check: verificationId })
  return { status, consent, handedOn, ...(decidedAt !== undefined && { decidedAt }) }
}

/** The evidence about every order of a complaint that is ours, as things stand now. Two calls for each, and one more where a check was bought. */
export const evidenceFor = async (table: Table, { orders }: Pick<Complaint, 'orders'>): Promise<Evidence[]> => {
  const evidence: Evidence[] = []
  for (const { outTradeNo, orderId } of orders) {
    const found = orderId === undefined ? undefined : await findOrder(table, orderId)
    if (!found) continue
    const { order, items } = found
    evidence.push(evidenceOf({ outTradeNo }, order, refundsAmong(items), await readVerdict(table, order)))
  }
  return evidence
}

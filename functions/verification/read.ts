import { isId } from '../../shared/kernel/ids.ts'
import { type Outcome, ok, refused } from '../../shared/kernel/outcome.ts'
import { rfc3339 } from '../../shared/kernel/time.ts'
import type { Table } from '../../shared/table/table.ts'
import { paymentKeys, paymentLists } from '../payment/keys.ts'
import { orderOf } from '../payment/orders/order-store.ts'
import { refundsAmong } from '../payment/refunds/refund-store.ts'
import { verificationKeys, verificationLists } from './keys.ts'
import { verificationOf } from './verification-store.ts'
import { showVerification } from './view.ts'

type Shown = ReturnType<typeof showVerification>

const PAGE = 20
const MOST_PARTS = 100

/** One verification of the account, with its order and, once money goes back, its refund. */
export const readVerification = async (
  deps: { table: Table },
  accountId: string,
  id: string,
): Promise<Outcome<Shown>> => {
  const found = isId(id) ? await deps.table.get(verificationKeys.verification(accountId, id)) : undefined
  if (!found) return refused('not_found')
  const verification = verificationOf(found)
  const { items } = await deps.table.query({ ...paymentLists.orderParts(verification.orderId), limit: MOST_PARTS })
  const orderItem = items.find((item) => item.sk === paymentKeys.order('').sk)
  const order = orderItem && orderOf(orderItem)
  const shown = order && {
    id: order.id,
    status: order.status,
    amountFen: order.amountFen,
    expiresAt: rfc3339(order.expiresAt),
  }
  return ok(showVerification(verification, shown, refundsAmong(items)[0]))
}

/** The account's verifications, newest first; `cursor` is the `nextCursor` of the page before. */
export const listVerifications = async (
  deps: { table: Table },
  accountId: string,
  page: { limit?: string; cursor?: string },
): Promise<Outcome<{ verifications: Shown[]; nextCursor?: string }>> => {
  const { pk, prefix } = verificationLists.verifications(accountId)
  const after = page.cursor && `${prefix}${page.cursor}`
  const limit = Number(page.limit ?? PAGE)
  const { items, next } = await deps.table.query({ pk, prefix, limit, newestFirst: true, after })
  return ok({
    verifications: items.map((item) => showVerification(verificationOf(item))),
    ...(next !== undefined && { nextCursor: next.slice(prefix.length) }),
  })
}

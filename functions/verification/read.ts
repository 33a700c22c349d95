import { isId } from '../../shared/kernel/ids.ts'
import { type Outcome, ok, refused } from '../../shared/kernel/outcome.ts'
import type { Table } from '../../shared/table/table.ts'
import { findOrder } from '../payment/orders/find-order.ts'
import { showOpened } from '../payment/orders/view.ts'
import { refundsAmong } from '../payment/refunds/refund-store.ts'
import { verificationKeys, verificationLists } from './keys.ts'
import { verificationOf } from './verification-store.ts'
import { showVerification } from './view.ts'

type Shown = ReturnType<typeof showVerification>

const PAGE = 20

/** One verification of the account, with its order and, once money goes back, its refund. */
export const readVerification = async (
  deps: { table: Table },
  accountId: string,
  id: string,
): Promise<Outcome<Shown>> => {
  const found = isId(id) ? await deps.table.get(verificationKeys.verification(accountId, id)) : undefined
  if (!found) return refused('not_found')
  const verification = verificationOf(found)
  const parts = await findOrder(deps.table, verification.orderId)
  return ok(showVerification(verification, parts && showOpened(parts.order).order, refundsAmong(parts?.items ?? [])[0]))
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

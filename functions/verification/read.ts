import type { PageAsked } from '../../shared/http/paging.ts'
import { isId } from '../../shared/kernel/ids.ts'
import type { Language } from '../../shared/kernel/language.ts'
import { type Outcome, ok, refused } from '../../shared/kernel/outcome.ts'
import { nextCursor } from '../../shared/table/list-cursor.ts'
import { readNewest } from '../../shared/table/read-newest.ts'
import type { Table } from '../../shared/table/table.ts'
import { findOrder } from '../payment/orders/find-order.ts'
import { verificationKeys, verificationLists } from './keys.ts'
import { verificationOf } from './verification-store.ts'
import { listVerification, showVerification } from './view.ts'

/** One verification of the account, with its order and all money of that which went back or has to. An account never seen has none. */
export const readVerification = async (
  deps: { table: Table },
  accountId: string | undefined,
  id: string,
  language: Language = 'zh',
): Promise<Outcome<ReturnType<typeof showVerification>>> => {
  const isOne = accountId !== undefined && isId(id)
  const found = isOne ? await deps.table.get(verificationKeys.verification(accountId, id)) : undefined
  if (!found) return refused('not_found')
  const verification = verificationOf(found)
  const order = await findOrder(deps.table, verification.orderId)
  // One commit opens both.
  return order ? ok(showVerification(verification, order, language)) : refused('not_found')
}

/** The account's verifications, newest first, a page at a time; none of an account never seen. */
export const listVerifications = async (
  deps: { table: Table },
  accountId: string | undefined,
  asked: PageAsked,
): Promise<Outcome<{ verifications: ReturnType<typeof listVerification>[]; nextCursor: string | null }>> => {
  const page = await readNewest(deps, verificationLists.verifications, accountId, asked)
  if (!page.ok) return page
  const { items, next } = page.value
  return ok({
    verifications: items.map((item) => listVerification(verificationOf(item))),
    nextCursor: nextCursor(next),
  })
}

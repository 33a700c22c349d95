import { isId } from '../../../shared/kernel/ids.ts'
import type { Language } from '../../../shared/kernel/language.ts'
import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Table } from '../../../shared/table/table.ts'
import { findOrder } from './find-order.ts'
import { showOrderWithRefunds } from './view.ts'

/** An order of the account, with all money of it that went back or has to, why in that language. Somebody else's order is `not_found`. */
export const readOrder = async (
  deps: { table: Table },
  accountId: string,
  id: string,
  language: Language = 'zh',
): Promise<Outcome<ReturnType<typeof showOrderWithRefunds>>> => {
  const found = isId(id) ? await findOrder(deps.table, id) : undefined
  if (found?.order.accountId !== accountId) return refused('not_found')
  return ok(showOrderWithRefunds(found, language))
}

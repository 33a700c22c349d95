import type { Language } from '../../../shared/kernel/language.ts'
import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Table } from '../../../shared/table/table.ts'
import { findOrderOf } from './find-order.ts'
import { showOrderWithRefunds } from './view.ts'

/** An order of the account, with all money of it that went back or has to, why in that language. Somebody else's order is `not_found`. */
export const readOrder = async (
  deps: { table: Table },
  accountId: string | undefined,
  id: string,
  language: Language = 'zh',
): Promise<Outcome<ReturnType<typeof showOrderWithRefunds>>> => {
  const found = await findOrderOf(deps.table, accountId, id)
  return found ? ok(showOrderWithRefunds(found, language)) : refused('not_found')
}

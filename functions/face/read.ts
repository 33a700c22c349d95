import type { PageAsked } from '../../shared/http/paging.ts'
import { isId } from '../../shared/kernel/ids.ts'
import { type Outcome, ok, refused } from '../../shared/kernel/outcome.ts'
import { nextCursor } from '../../shared/table/list-cursor.ts'
import { readNewest } from '../../shared/table/read-newest.ts'
import type { Table } from '../../shared/table/table.ts'
import { faceCheckOf } from './check/face-check-store.ts'
import { faceKeys, faceLists } from './keys.ts'
import { showFaceCheck } from './view.ts'

/** One confirmation by face of the account. An account never seen has none. */
export const readFaceCheck = async (
  { table }: { table: Table },
  accountId: string | undefined,
  id: string,
): Promise<Outcome<ReturnType<typeof showFaceCheck>>> => {
  const isOne = accountId !== undefined && isId(id)
  const found = isOne ? await table.get(faceKeys.check(accountId, id)) : undefined
  return found ? ok(showFaceCheck(faceCheckOf(found))) : refused('not_found')
}

/** The account's confirmations by face, newest first, a page at a time; none of an account never seen. One call. */
export const listFaceChecks = async (
  deps: { table: Table },
  accountId: string | undefined,
  asked: PageAsked,
): Promise<Outcome<{ faceChecks: ReturnType<typeof showFaceCheck>[]; nextCursor: string | null }>> => {
  const page = await readNewest(deps, faceLists.checks, accountId, asked)
  if (!page.ok) return page
  const { items, next } = page.value
  return ok({ faceChecks: items.map((item) => showFaceCheck(faceCheckOf(item))), nextCursor: nextCursor(next) })
}

import { isId } from '../../../shared/kernel/ids.ts'
import type { Table } from '../../../shared/table/table.ts'
import { certificationKeys } from '../keys.ts'
import type { App } from './app.ts'
import { appOf } from './app-store.ts'

/** An app that the account administers, by its id; undefined where there is none, or it is another's. One call; none for what is no id. */
export const findOwnApp = async (
  table: Pick<Table, 'get'>,
  accountId: string,
  id: string,
): Promise<App | undefined> => {
  const item = isId(id) ? await table.get(certificationKeys.app(id)) : undefined
  const app = item && appOf(item)
  return app?.administrator === accountId ? app : undefined
}

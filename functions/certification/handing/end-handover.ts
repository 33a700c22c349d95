import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Table } from '../../../shared/table/table.ts'
import { findOwnApp } from '../apps/find-app.ts'
import { handoverEnded } from './handover-store.ts'

/** Its administrator keeps an app after all: no link opens anything any more. A second time changes nothing. Refuses with `not_found` and `contended`. Two calls. */
export const endHandover = async (
  { table }: { table: Pick<Table, 'get' | 'update'> },
  { accountId, id }: { accountId: string; id: string },
): Promise<Outcome<undefined>> => {
  const app = await findOwnApp(table, accountId, id)
  if (!app) return refused('not_found')
  const ended = await table.update(handoverEnded(app))
  return ended.kind === 'updated' ? ok(undefined) : refused('contended')
}

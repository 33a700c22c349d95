import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Table } from '../../../shared/table/table.ts'
import { counted, tooOften } from '../../account/limits/limit-store.ts'
import { hourOf } from '../../account/limits/window.ts'
import { findOwnApp } from './find-app.ts'
import { type FoundInName, findInName, type NameReading } from './find-in-name.ts'

export type NameCheckDeps = NameReading & { table: Pick<Table, 'get' | 'update'> }

/**
 * W2 tells everything about a name at once, for nothing: by the very rules by which an app gets one. `app`: the app that would have it.
 * Refuses with `too_often` and, for an app that is not the account's, `not_found`. Four table calls at most.
 */
export const answerNameCheck = async (
  deps: NameCheckDeps,
  accountId: string,
  { name: typed, app: id }: { name: string; app?: string | undefined },
): Promise<Outcome<FoundInName>> => {
  const window = hourOf(deps.clock.now())
  const limit = deps.settings.names.checksPerHour
  const once = await deps.table.update(counted({ subject: `NAMES#${accountId}`, window, limit }))
  if (once.kind === 'conflict') return tooOften(once.item)
  const app = id === undefined ? undefined : await findOwnApp(deps.table, accountId, id)
  if (id !== undefined && !app) return refused('not_found')
  return ok(await findInName(deps, { accountId, typed, app }))
}

import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Clock } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import { LIMITED, tooOften } from '../../account/limits/limit-store.ts'
import { appAnnounced } from '../announced-store.ts'
import { nameLet } from '../naming/name-store.ts'
import type { CertificationSettings } from '../settings.ts'
import type { App } from './app.ts'
import { appRemoved } from './app-store.ts'
import { editCounted } from './edits-counted-store.ts'
import { findOwnApp } from './find-app.ts'
import { iconLet } from './icon-store.ts'

export type DeleteAppDeps = {
  table: Pick<Table, 'get' | 'commit'>
  clock: Clock
  settings: CertificationSettings
}

/** Why an app cannot be removed or renamed now; nothing where it can. */
export const inTheWayOfName = ({ openApplication, certifiedName }: App): Outcome<never> | undefined => {
  if (openApplication !== undefined) return refused('app_in_application', { extra: { applicationId: openApplication } })
  return certifiedName === undefined ? undefined : refused('app_certified')
}

/**
 * An app is no more. Its name is kept from others for `names.heldMs`, so that nobody passes for it. Refuses with `not_found`,
 * `app_in_application`, `app_certified`, `too_often` and `contended`. Two table calls.
 */
export const deleteApp = async (
  deps: DeleteAppDeps,
  { accountId, id }: { accountId: string; id: string },
): Promise<Outcome<undefined>> => {
  const app = await findOwnApp(deps.table, accountId, id)
  if (!app) return refused('not_found')
  const inTheWay = inTheWayOfName(app)
  if (inTheWay) return inTheWay
  const now = deps.clock.now()
  const committed = await deps.table.commit([
    editCounted(accountId, now, deps.settings),
    ...appRemoved(app),
    nameLet({ skeleton: app.skeleton, app: id }, now + deps.settings.names.heldMs),
    ...iconLet(app, now),
    appAnnounced(accountId, { type: 'app.removed', data: { app: id } }, now),
  ])
  if (committed.kind === 'committed') return ok(undefined)
  const limited = committed.conflicts.find(({ because }) => because === LIMITED)
  if (limited) return tooOften(limited.item)
  return refused('contended')
}

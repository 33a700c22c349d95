import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Clock, Millis } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import { LIMITED, tooOften } from '../../account/limits/limit-store.ts'
import { appAnnounced } from '../announced-store.ts'
import { skeletonOf } from '../naming/name-skeleton.ts'
import { nameLet } from '../naming/name-store.ts'
import type { CertificationSettings } from '../settings.ts'
import { openStep } from '../steps/step.ts'
import type { App } from './app.ts'
import { appRemoved, stepAllows } from './app-store.ts'
import { editCounted } from './edits-counted-store.ts'
import { findOwnApp } from './find-app.ts'
import { iconLet } from './icon-store.ts'

export type DeleteAppDeps = {
  table: Pick<Table, 'get' | 'commit'>
  clock: Clock
  settings: CertificationSettings
}

/** Why an app cannot be removed or renamed now; nothing where it can. */
export const inTheWayOfName = (app: App, now: Millis): Outcome<never> | undefined => {
  const { openApplication, certifiedName } = app
  const step = openStep(app, now)
  if (step) return refused('app_step_open', { retryAt: step.until })
  if (openApplication !== undefined) return refused('app_in_application', { extra: { applicationId: openApplication } })
  return certifiedName === undefined ? undefined : refused('app_certified')
}

/**
 * How long the name of an app is kept from others once the app is removed: as long as it went by a name that looks like this, so that apps that come and go
 * block no names, and for `heldMs` at most; a name that was certified for all of that.
 */
const heldFor = ({ skeleton, nameSince, nameCause, names }: App, heldMs: Millis, now: Millis): Millis => {
  const before = names.filter(({ name }) => skeletonOf(name) === skeleton)
  if (nameCause === 'certified' || before.some(({ because }) => because === 'certified')) return heldMs
  const had = before.reduce((sum, { from, until }) => sum + until - from, now - nameSince)
  return Math.min(heldMs, had)
}

/**
 * An app is no more. Its name is kept from others for as long as the app had it, and for `names.heldMs` at most, so that nobody passes for it. Refuses with `not_found`,
 * `app_step_open`, `app_in_application`, `app_certified`, `too_often` and `contended`. Two table calls.
 */
export const deleteApp = async (
  deps: DeleteAppDeps,
  { accountId, id }: { accountId: string; id: string },
): Promise<Outcome<undefined>> => {
  const app = await findOwnApp(deps.table, accountId, id)
  if (!app) return refused('not_found')
  const now = deps.clock.now()
  const inTheWay = inTheWayOfName(app, now)
  if (inTheWay) return inTheWay
  const committed = await deps.table.commit([
    editCounted(accountId, now, deps.settings),
    ...appRemoved(app, stepAllows(now)),
    nameLet({ skeleton: app.skeleton, app: id }, now + heldFor(app, deps.settings.names.heldMs, now)),
    ...iconLet(app, now),
    appAnnounced(accountId, { type: 'app.removed', data: { app: id } }, now),
  ])
  if (committed.kind === 'committed') return ok(undefined)
  const limited = committed.conflicts.find(({ because }) => because === LIMITED)
  if (limited) return tooOften(limited.item)
  return refused('contended')
}

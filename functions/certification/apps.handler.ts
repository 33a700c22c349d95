import { answered } from '../../shared/http/answer.ts'
import { answering } from '../../shared/http/callers.ts'
import { ok, refused } from '../../shared/kernel/outcome.ts'
import { announcingTable } from '../../shared/runtime/announcing-table.ts'
import { clock } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { bySession } from '../account/sessions/session-guards.ts'
import { serve } from '../serve.ts'
import type { App } from './apps/app.ts'
import { showApp } from './apps/app-view.ts'
import { findOwnApp } from './apps/find-app.ts'
import { findMostApps } from './apps/find-most-apps.ts'
import { listApps } from './apps/list-apps.ts'
import { createAppRoute, deleteAppRoute, editAppRoute, getAppRoute, listAppsRoute } from './apps.route.ts'
import { certificationSettings } from './settings.ts'

const settings = deployed(certificationSettings)
const deps = { table: announcingTable('TABLE'), clock, ids, settings }

const shown = (app: App) => showApp(app, settings, clock.now())

const on = answering(bySession(deps))

export const handler = serve(
  on(createAppRoute, async ({ body }, { accountId }) => {
    // The rules of names are as much as everything else here.
    const { createApp } = await import('./apps/create-app.ts')
    return answered(201, await createApp(deps, accountId, body), shown)
  }),
  on(listAppsRoute, async (_request, { accountId }) => {
    const { leastUnits, mostUnits, heldMs } = settings.names
    const [apps, most] = await Promise.all([listApps(deps, accountId), findMostApps(deps, accountId)])
    const { renamesPerYear } = settings.apps
    const body = { apps: apps.map(shown), most, names: { leastUnits, mostUnits, heldMs }, renamesPerYear }
    return ok({ status: 200, body })
  }),
  on(getAppRoute, async ({ params: { id = '' } }, { accountId }) => {
    const app = await findOwnApp(deps.table, accountId, id)
    return answered(200, app ? ok(app) : refused('not_found'), shown)
  }),
  on(editAppRoute, async ({ params: { id = '' }, body }, { accountId }) => {
    const { editApp } = await import('./apps/edit-app.ts')
    return answered(200, await editApp(deps, { accountId, id }, body), shown)
  }),
  on(deleteAppRoute, async ({ params: { id = '' } }, { accountId }) => {
    const { deleteApp } = await import('./apps/delete-app.ts')
    return answered(204, await deleteApp(deps, { accountId, id }))
  }),
)

import { type Outcome, ok, type Refusal, refused } from '../../../shared/kernel/outcome.ts'
import type { Clock } from '../../../shared/kernel/time.ts'
import type { Conflict, Table } from '../../../shared/table/table.ts'
import { endOf, LIMITED } from '../../account/limits/limit-store.ts'
import { materialKeys } from '../../material/keys.ts'
import { MATERIAL_UNUSABLE } from '../../material/material-store.ts'
import { whetherPlatformIds } from '../platforms/platform-ids-refused.ts'
import type { CertificationSettings } from '../settings.ts'
import type { App } from './app.ts'
import { type AppEdits, appEdited } from './app-store.ts'
import { APP_JUDGED, stillInHand } from './certified-store.ts'
import { editCounted } from './edits-counted-store.ts'
import { findOwnApp } from './find-app.ts'
import { iconLet, iconTaken, whetherIcon } from './icon-store.ts'

export type EditAppDeps = {
  table: Pick<Table, 'get' | 'commit'>
  clock: Clock
  settings: Pick<CertificationSettings, 'apps'>
}

const refusalOf = (conflicts: readonly Conflict[], { openApplication }: App): Refusal => {
  const because = new Map(conflicts.map((one) => [one.because, one.item]))
  if (because.has(LIMITED)) return { code: 'too_often', retryAt: endOf([because.get(LIMITED)]) }
  if (openApplication !== undefined && because.has(APP_JUDGED))
    return { code: 'app_in_application', extra: { applicationId: openApplication } }
  return because.has(MATERIAL_UNUSABLE) ? { code: 'material_unusable' } : { code: 'contended' }
}

/** An icon that is another than before, and whether it can be used. */
const readIcon = async ({ table, clock }: EditAppDeps, app: App, icon: string | null | undefined) => {
  if (typeof icon !== 'string' || icon === app.icon) return ok(undefined)
  return whetherIcon(await table.get(materialKeys.material(icon)), app.administrator, clock.now())
}

const after = (
  app: App,
  { description = app.description, icon = app.icon, platformIds = app.platformIds }: AppEdits,
): App => ({
  ...app,
  description: description ?? undefined,
  icon: icon ?? undefined,
  platformIds,
})

/**
 * An administrator changes what is said of an app: all but its name and its kind. The same again changes nothing. Not while people judge it by that: from
 * when it was sent in until that is over, but for what was returned (W3, W5). Refuses with `not_found`, `app_in_application`, `app_platform_…`, `material_unusable`, `too_often` and `contended`. Three table calls at most.
 */
export const editApp = async (
  deps: EditAppDeps,
  { accountId, id }: { accountId: string; id: string },
  edits: AppEdits,
): Promise<Outcome<App>> => {
  const app = await findOwnApp(deps.table, accountId, id)
  if (!app) return refused('not_found')
  const [ids, icon] = [whetherPlatformIds(app.kind, edits.platformIds ?? []), await readIcon(deps, app, edits.icon)]
  if (!ids.ok) return ids
  if (!icon.ok) return icon
  if (Object.values(edits).every((edit) => edit === undefined)) return ok(app)
  const now = deps.clock.now()
  const isOther = edits.icon !== undefined && edits.icon !== (app.icon ?? null)
  const committed = await deps.table.commit([
    editCounted(accountId, now, deps.settings),
    appEdited(app, edits),
    ...(app.openApplication === undefined ? [] : [stillInHand(accountId, app.openApplication)]),
    ...(isOther ? iconLet(app, now) : []),
    ...(isOther && typeof edits.icon === 'string' ? [iconTaken(app, edits.icon, now)] : []),
  ])
  return committed.kind === 'committed'
    ? ok(after(app, edits))
    : { ok: false, refusal: refusalOf(committed.conflicts, app) }
}

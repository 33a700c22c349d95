import type { Ids } from '../../../shared/kernel/ids.ts'
import { type Outcome, ok, type Refusal, refused } from '../../../shared/kernel/outcome.ts'
import type { Clock } from '../../../shared/kernel/time.ts'
import type { Conflict, Table } from '../../../shared/table/table.ts'
import { isBanned, notBanned } from '../../account/bans/ban-store.ts'
import { accountKeys } from '../../account/keys.ts'
import { endOf, LIMITED } from '../../account/limits/limit-store.ts'
import { materialKeys } from '../../material/keys.ts'
import { MATERIAL_UNUSABLE } from '../../material/material-store.ts'
import { appAnnounced } from '../announced-store.ts'
import { nameRefused } from '../naming/name-refused.ts'
import { NAME_TAKEN, nameReserved } from '../naming/name-store.ts'
import type { AppKind, PlatformId } from '../platforms/platform-ids.ts'
import { whetherPlatformIds } from '../platforms/platform-ids-refused.ts'
import type { CertificationSettings } from '../settings.ts'
import type { App } from './app.ts'
import { APP_LIMIT, appCreated } from './app-store.ts'
import { editCounted } from './edits-counted-store.ts'
import { findInName } from './find-in-name.ts'
import { findMostApps } from './find-most-apps.ts'
import { iconTaken, whetherIcon } from './icon-store.ts'

export type CreateAppDeps = {
  table: Pick<Table, 'get' | 'getMany' | 'query' | 'commit'>
  clock: Clock
  ids: Ids
  settings: CertificationSettings
}

/** An app as its administrator describes it. */
export type AppDescribed = {
  kind: AppKind
  name: string
  description?: string | undefined
  icon?: string | undefined
  platformIds?: readonly PlatformId[] | undefined
}

const refusalOf = (conflicts: readonly Conflict[]): Refusal => {
  const because = new Map(conflicts.map((one) => [one.because, one.item]))
  if (because.has('banned')) return { code: 'banned' }
  if (because.has(LIMITED)) return { code: 'too_often', retryAt: endOf([because.get(LIMITED)]) }
  if (because.has(APP_LIMIT)) return { code: 'app_limit_reached' }
  if (because.has(NAME_TAKEN)) return { code: 'app_name_taken', fields: [{ pointer: '/name', code: 'app_name_taken' }] }
  return because.has(MATERIAL_UNUSABLE) ? { code: 'material_unusable' } : { code: 'contended' }
}

/** What can be known to be wrong with what was sent, by one read of all that it concerns. */
const readObjection = async (
  { table, clock }: CreateAppDeps,
  accountId: string,
  { kind, icon, platformIds = [] }: AppDescribed,
): Promise<Outcome<undefined>> => {
  const keys = [accountKeys.profile(accountId), ...(icon === undefined ? [] : [materialKeys.material(icon)])]
  const [profile, picture] = await table.getMany(keys)
  if (isBanned(profile)) return refused('banned')
  const usable = icon === undefined ? ok(undefined) : whetherIcon(picture, accountId, clock.now())
  return usable.ok ? whetherPlatformIds(kind, platformIds) : usable
}

/** Whether an app of theirs is the very one that is asked for: they ask again, as no answer came. */
const isAsDescribed = (app: App | undefined, name: string, described: AppDescribed): app is App => {
  const { kind, description, icon, platformIds = [] } = described
  const asked = [kind, name, description, icon, platformIds.map(({ platform, id }) => [platform, id])]
  const { platformIds: ids } = app ?? { platformIds: [] }
  const is = [app?.kind, app?.name, app?.description, app?.icon, ids.map(({ platform, id }) => [platform, id])]
  return JSON.stringify(is) === JSON.stringify(asked)
}

/**
 * W2 an account gets an app under a name that no other app has: of two that ask for names that look alike at once, one gets it. Costs nothing. Who asks again
 * in the very same words, because no answer came, gets the one that they have.
 * Refuses with all that is wrong with the name at once, `app_platform_…`, `material_unusable`, `app_limit_reached`, `too_often`, `banned` and
 * `contended`. Seven table calls at most.
 */
export const createApp = async (
  deps: CreateAppDeps,
  accountId: string,
  described: AppDescribed,
): Promise<Outcome<App>> => {
  const { kind, description, icon, platformIds = [] } = described
  const objection = await readObjection(deps, accountId, described)
  // The icon of the one that they have is theirs no more to give.
  if (!objection.ok && objection.refusal.code !== 'material_unusable') return objection
  const { name, skeleton, findings, own } = await findInName(deps, { accountId, typed: described.name })
  if (isAsDescribed(own, name, described)) return ok(own)
  if (!objection.ok) return objection
  if (findings.length > 0) return nameRefused(findings)
  const now = deps.clock.now()
  const app: App = {
    ...{ id: deps.ids.id(), kind, administrator: accountId, name, skeleton, nameSince: now, nameCause: 'created' },
    ...{ names: [], renames: { year: 0, count: 0 }, description, icon, platformIds, createdAt: now },
  }
  const committed = await deps.table.commit([
    notBanned(accountId),
    editCounted(accountId, now, deps.settings),
    ...appCreated(app, await findMostApps(deps, accountId)),
    nameReserved({ skeleton, name, app: app.id }, now),
    ...(icon === undefined ? [] : [iconTaken(app, icon, now)]),
    appAnnounced(accountId, { type: 'app.created', data: { app: app.id } }, now),
  ])
  if (committed.kind === 'committed') return ok(app)
  const { own: meanwhile } = await findInName(deps, { accountId, typed: described.name })
  return isAsDescribed(meanwhile, name, described)
    ? ok(meanwhile)
    : { ok: false, refusal: refusalOf(committed.conflicts) }
}

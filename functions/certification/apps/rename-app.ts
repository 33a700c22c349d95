import { type Outcome, ok, type Refusal, refused, refusedField } from '../../../shared/kernel/outcome.ts'
import { type Conflict, isBecause, type Table } from '../../../shared/table/table.ts'
import type { Told } from '../../../shared/table/told.ts'
import type { Write } from '../../../shared/table/write.ts'
import { isBanned, notBanned } from '../../account/bans/ban-store.ts'
import { accountKeys } from '../../account/keys.ts'
import { endOf, LIMITED } from '../../account/limits/limit-store.ts'
import { answerStepUp, type SteppedUp, type StepUpDeps } from '../../account/numbers/answer-step-up.ts'
import type { SessionClaim } from '../../account/sessions/session-store.ts'
import { appAnnounced } from '../announced-store.ts'
import { nameRefused } from '../naming/name-refused.ts'
import { NAME_TAKEN, nameLet, nameReserved } from '../naming/name-store.ts'
import type { CertificationSettings } from '../settings.ts'
import { type App, named, nextYear, renamesLeft } from './app.ts'
import { APP_MOVED, appRenamed } from './app-store.ts'
import { inTheWayOfName } from './delete-app.ts'
import { editCounted } from './edits-counted-store.ts'
import { findOwnApp } from './find-app.ts'
import { type FoundInName, findInName } from './find-in-name.ts'
import { renamedLetter } from './letters.ts'

export type RenameAppDeps = Omit<StepUpDeps, 'settings'> & {
  table: Pick<Table, 'get' | 'getMany' | 'update' | 'commit'>
  settings: StepUpDeps['settings'] & CertificationSettings
  told: Told
  /** Where people reach the pages. */
  publicUrl: string
}

/** `from`: the name that the app has, as whoever renames it was shown it; `name`: what it shall be called, as typed. */
export type Renaming = SteppedUp & { id: string; from: string; name: string }

/** Both names of the app, the one after the other: of two that look alike there is one reservation. */
const namesMoved = (
  app: App,
  { name, skeleton }: FoundInName,
  { now, heldMs }: { now: number; heldMs: number },
): Write[] => [
  nameReserved({ skeleton, name, app: app.id }, now),
  ...(skeleton === app.skeleton ? [] : [nameLet({ skeleton: app.skeleton, app: app.id }, now + heldMs)]),
]

const refusalOf = (conflicts: readonly Conflict[]): Refusal => {
  const because = new Map(conflicts.map((one) => [one.because, one.item]))
  if (because.has('banned')) return { code: 'banned' }
  if (because.has('code_consumed'))
    return { code: 'sms_code_wrong', fields: [{ pointer: '/smsCode', code: 'sms_code_wrong' }] }
  if (because.has(LIMITED)) return { code: 'too_often', retryAt: endOf([because.get(LIMITED)]) }
  if (because.has(NAME_TAKEN)) return { code: 'app_name_taken', fields: [{ pointer: '/name', code: 'app_name_taken' }] }
  return { code: isBecause(conflicts, APP_MOVED) ? 'app_names_changed' : 'contended' }
}

/** What can be known to be in the way, before a code is used. */
const findObjection = async (
  deps: RenameAppDeps,
  app: App,
  { from, name }: Renaming,
): Promise<Outcome<FoundInName>> => {
  const inTheWay = inTheWayOfName(app)
  if (inTheWay) return inTheWay
  if (from !== app.name) return refusedField('/from', 'app_names_changed')
  const now = deps.clock.now()
  if (renamesLeft(app, deps.settings.apps.renamesPerYear, now) === 0)
    return refused('app_renames_used', { retryAt: nextYear(now) })
  const found = await findInName(deps, { accountId: app.administrator, typed: name, app })
  return found.findings.length > 0 ? nameRefused(found.findings) : ok(found)
}

/**
 * W3 W8 an administrator gives an app another name: exactly from the name they were shown, `apps.renamesPerYear` times in a calendar year of
 * Beijing, proven by a code and the last four of their ID number. The one before is kept from others for `names.heldMs`, and the app may go back to
 * it. They are told by a letter, the platform by an event. Refuses with all that is wrong with the name at once, `not_found`,
 * `app_names_changed`, `app_renames_used`, `app_in_application`, `app_certified`, what `answerStepUp` does, `too_often`, `banned` and
 * `contended`. Ten table calls at most.
 */
export const renameApp = async (deps: RenameAppDeps, caller: SessionClaim, asked: Renaming): Promise<Outcome<App>> => {
  if (isBanned(await deps.table.get(accountKeys.profile(caller.claimedId)))) return refused('banned')
  const app = await findOwnApp(deps.table, caller.claimedId, asked.id)
  if (!app) return refused('not_found')
  const found = await findObjection(deps, app, asked)
  if (!found.ok) return found
  const code = await answerStepUp(deps, caller, asked)
  if (!code.ok) return code
  const { administrator, id } = app
  const now = deps.clock.now()
  const after = named(app, found.value, 'renamed', now)
  const committed = await deps.table.commit([
    ...code.value,
    notBanned(administrator),
    editCounted(administrator, now, deps.settings),
    appRenamed(app, after),
    ...namesMoved(app, found.value, { now, heldMs: deps.settings.names.heldMs }),
    deps.told(administrator, renamedLetter({ from: app.name, to: after.name, id }, now, deps.publicUrl), now),
    appAnnounced(administrator, { type: 'app.renamed', data: { app: id } }, now),
  ])
  return committed.kind === 'committed'
    ? ok({ ...app, ...after })
    : { ok: false, refusal: refusalOf(committed.conflicts) }
}

import type { Ids } from '../../../shared/kernel/ids.ts'
import type { Language } from '../../../shared/kernel/language.ts'
import { type Outcome, ok, type Refusal, refused, refusedField } from '../../../shared/kernel/outcome.ts'
import { type Conflict, isBecause, type Table } from '../../../shared/table/table.ts'
import { isBanned, notBanned } from '../../account/bans/ban-store.ts'
import { accountKeys } from '../../account/keys.ts'
import type { SessionClaim } from '../../account/sessions/session-store.ts'
import { nameRefused } from '../naming/name-refused.ts'
import { NAME_TAKEN } from '../naming/name-store.ts'
import type { CertificationSettings } from '../settings.ts'
import { type OpenStepDeps, openStep, proofRefusal } from '../steps/open-step.ts'
import { readStepProof, type StepProof, type StepProofDeps } from '../steps/read-step-proof.ts'
import { type Step, stepAction } from '../steps/step.ts'
import { type App, nextYear, renamesLeft } from './app.ts'
import { APP_MOVED } from './app-store.ts'
import { inTheWayOfName } from './delete-app.ts'
import { editCounted } from './edits-counted-store.ts'
import { findOwnApp } from './find-app.ts'
import { type FoundInName, findInName } from './find-in-name.ts'
import { askedName, renamedWrites } from './renamed-store.ts'

export type RenameAppDeps = Omit<StepProofDeps, 'settings'> &
  Omit<OpenStepDeps, 'settings' | 'table'> & {
    table: Pick<Table, 'get' | 'getMany' | 'update' | 'commit'>
    settings: StepProofDeps['settings'] & CertificationSettings
    ids: Ids
  }

/** `from`: the name that the app has, as whoever renames it was shown it; `name`: what it shall be called, as typed. */
export type Renaming = StepProof & { id: string; from: string; name: string; language: Language }

/** The app under its name, or the rename that waits for a person. */
export type Renamed = { app: App } | { step: Step }

const refusalOf = (conflicts: readonly Conflict[]): Refusal => {
  const proof = proofRefusal(conflicts)
  if (proof) return proof
  if (isBecause(conflicts, NAME_TAKEN))
    return { code: 'app_name_taken', fields: [{ pointer: '/name', code: 'app_name_taken' }] }
  return { code: isBecause(conflicts, APP_MOVED) ? 'app_names_changed' : 'contended' }
}

/** What can be known to be in the way, before a code is used. */
const findObjection = async (
  deps: RenameAppDeps,
  app: App,
  { from, name }: Renaming,
): Promise<Outcome<FoundInName>> => {
  const now = deps.clock.now()
  const inTheWay = inTheWayOfName(app, now)
  if (inTheWay) return inTheWay
  if (from !== app.name) return refusedField('/from', 'app_names_changed')
  if (renamesLeft(app, deps.settings.apps.renamesPerYear, now) === 0)
    return refused('app_renames_used', { retryAt: nextYear(now) })
  const found = await findInName(deps, { accountId: app.administrator, typed: name, app })
  return found.findings.length > 0 ? nameRefused(found.findings) : ok(found)
}

/**
 * W3 W8 an administrator gives an app another name: exactly from the name they were shown, `apps.renamesPerYear` times in a calendar year of
 * Beijing, proven by a code and, where they are verified, by the last four of their ID number and by face, or by a picture that a person looks at before
 * anything is changed. The name before is kept from others for `names.heldMs`, and the app may go back to it. They are told by a letter, the platform by an
 * event. Refuses with all that is wrong with the name at once, `not_found`, `app_names_changed`, `app_renames_used`, `app_step_open`,
 * `app_in_application`, `app_certified`, what `readStepProof` does, `too_often`, `banned` and `contended`. Twelve table calls at most.
 */
export const renameApp = async (
  deps: RenameAppDeps,
  caller: SessionClaim,
  asked: Renaming,
): Promise<Outcome<Renamed>> => {
  const accountId = caller.claimedId
  if (isBanned(await deps.table.get(accountKeys.profile(accountId)))) return refused('banned')
  const app = await findOwnApp(deps.table, accountId, asked.id)
  if (!app) return refused('not_found')
  const found = await findObjection(deps, app, asked)
  if (!found.ok) return found
  const { name } = found.value
  const action = stepAction({ accountId, app, kind: 'rename', to: name })
  const shown = await readStepProof(deps, caller, { route: 'renameApp', app, action }, asked)
  if (!shown.ok) return shown
  const { waits, writes: proven } = shown.value
  const now = deps.clock.now()
  if (waits) {
    const waiting = { accountId, app, kind: 'rename', to: name, language: asked.language } as const
    const asks = (until: number) => askedName(app, found.value, { until, now, settings: deps.settings })
    const opened = await openStep(deps, waiting, { shown: { waits, writes: proven }, refusal: refusalOf, asks })
    return opened.ok ? ok({ step: opened.value }) : opened
  }
  const { after, writes } = renamedWrites({ ...deps, now }, app, found.value)
  const committed = await deps.table.commit([
    ...proven,
    notBanned(accountId),
    editCounted(accountId, now, deps.settings),
    ...writes,
  ])
  return committed.kind === 'committed'
    ? ok({ app: { ...app, ...after } })
    : { ok: false, refusal: refusalOf(committed.conflicts) }
}

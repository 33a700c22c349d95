import type { Ids } from '../../../shared/kernel/ids.ts'
import type { Language } from '../../../shared/kernel/language.ts'
import { type Outcome, ok, type Refusal, refused } from '../../../shared/kernel/outcome.ts'
import { type Conflict, isBecause, type Table } from '../../../shared/table/table.ts'
import { isBanned, notBanned } from '../../account/bans/ban-store.ts'
import { refuseBan } from '../../account/bans/refuse-ban.ts'
import { accountKeys } from '../../account/keys.ts'
import type { SessionClaim } from '../../account/sessions/session-store.ts'
import { levelOf } from '../../evidence/level.ts'
import { heldIdentity } from '../../gate/identity-store.ts'
import { gateKeys } from '../../gate/keys.ts'
import type { ApplicationSettings } from '../applications/settings.ts'
import type { App } from '../apps/app.ts'
import { APP_LIMIT, APP_MOVED } from '../apps/app-store.ts'
import { editCounted } from '../apps/edits-counted-store.ts'
import { findMostApps } from '../apps/find-most-apps.ts'
import type { HandCertificate } from '../deciding/certificate-effect.ts'
import type { CertificationSettings } from '../settings.ts'
import { type OpenStepDeps, openStep, proofRefusal } from '../steps/open-step.ts'
import { readStepProof, type StepProof, type StepProofDeps } from '../steps/read-step-proof.ts'
import { openStep as openStepOf, type Step, stepAction } from '../steps/step.ts'
import { findHandover } from './find-handover.ts'
import { isBoundToPerson } from './handover.ts'
import { takenOver } from './moved-store.ts'

export type TakeAppDeps = Omit<StepProofDeps, 'settings'> &
  Omit<OpenStepDeps, 'settings' | 'table'> & {
    table: Pick<Table, 'get' | 'getMany' | 'query' | 'update' | 'commit'>
    settings: StepProofDeps['settings'] & CertificationSettings & ApplicationSettings
    ids: Ids
    handCertificate: HandCertificate
  }

export type Taking = StepProof & { code: string; language: Language }

/** The app, which is theirs now, or that taking it on waits for a person. */
export type Taken = { app: App } | { step: Step }

const refusalOf = (conflicts: readonly Conflict[]): Refusal => {
  const proof = proofRefusal(conflicts)
  if (proof && proof.code !== 'banned') return proof
  if (isBecause(conflicts, APP_LIMIT)) return { code: 'app_limit_reached' }
  return { code: isBecause(conflicts, APP_MOVED) ? 'handover_over' : 'contended' }
}

/** What an app that is certified for an organisation asks of whoever administers it: what proves them is read after it, and holds that they stay it. */
const readLevel = async (deps: TakeAppDeps, accountId: string, app: App): Promise<Outcome<undefined>> => {
  if (app.certifiedName === undefined) return ok(undefined)
  const { operatorLevel: level } = deps.settings.certification
  const held = heldIdentity(await deps.table.get(gateKeys.identity(accountId)))
  if (!held || levelOf(held.proofs, deps.clock.now()).level < level)
    return refused('handover_level_too_low', { extra: { level } })
  return ok(undefined)
}

/** What can be known to be in the way, before a code is used: a ban of who gives it away, an application, whom it is certified for. */
const readObjection = async (deps: TakeAppDeps, accountId: string, app: App): Promise<Outcome<undefined>> => {
  const before = await deps.table.get(accountKeys.profile(app.administrator))
  // Nobody passes an app on to escape a ban.
  if (isBanned(before)) return refused('handover_over')
  if (app.openApplication !== undefined)
    return refused('app_in_application', { extra: { applicationId: app.openApplication } })
  const open = openStepOf(app, deps.clock.now())
  if (open) return refused('app_step_open', { retryAt: open.until })
  return isBoundToPerson(app) ? refused('app_not_handed_over') : readLevel(deps, accountId, app)
}

/**
 * W8 whoever has the code of a handover takes the app on, proven by a code to their own number and, where they are verified, by the last four of their ID
 * number and by face, or by a picture that a person looks at before it is theirs. Of any number that try at once one does. Name, history, reservation and
 * certificate stay; both are told by a letter, the platform by an event of each. Refuses with `handover_over`, `handover_own`, `app_step_open`, `app_in_application`,
 * `app_not_handed_over`, `handover_level_too_low`, `app_limit_reached`, what `readStepProof` does, `too_often`, `banned` and `contended`. Fourteen table calls
 * at most.
 */
export const takeApp = async (
  deps: TakeAppDeps,
  caller: SessionClaim,
  { code, language, ...typed }: Taking,
): Promise<Outcome<Taken>> => {
  const to = caller.claimedId
  const unbanned = await refuseBan(deps, to)
  if (!unbanned.ok) return unbanned
  const found = await findHandover(deps, to, code)
  if (!found.ok) return found
  const { app, handover } = found.value
  const { hash } = handover
  const allowed = await readObjection(deps, to, app)
  if (!allowed.ok) return allowed
  const action = stepAction({ accountId: to, app, kind: 'takeover', handover: hash })
  const shown = await readStepProof(deps, caller, { route: 'takeApp', app, action }, typed)
  if (!shown.ok) return shown
  const { waits, writes: proven } = shown.value
  const most = await findMostApps(deps, to)
  const now = deps.clock.now()
  if (waits) {
    const waiting = { accountId: to, app, kind: 'takeover', handover: hash, language } as const
    const opened = await openStep(deps, waiting, { shown: { waits, writes: proven }, refusal: refusalOf })
    return opened.ok ? ok({ step: opened.value }) : opened
  }
  const certificate = await deps.handCertificate({ ...deps, now }, app, to)
  const committed = await deps.table.commit([
    ...proven,
    ...[notBanned(to), notBanned(app.administrator)],
    editCounted(to, now, deps.settings),
    ...takenOver({ ...deps, now }, app, { hash, to, most }),
    ...certificate,
  ])
  if (committed.kind === 'conflict') return { ok: false, refusal: refusalOf(committed.conflicts) }
  const { handoverHash: _hash, handoverAskedAt: _asked, handoverUntil: _until, ...after } = app
  return ok({ app: { ...after, administrator: to } })
}

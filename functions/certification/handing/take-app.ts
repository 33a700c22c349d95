import { type Outcome, ok, type Refusal, refused } from '../../../shared/kernel/outcome.ts'
import { type Conflict, isBecause, type Table } from '../../../shared/table/table.ts'
import type { Told } from '../../../shared/table/told.ts'
import type { Write } from '../../../shared/table/write.ts'
import { isBanned, notBanned } from '../../account/bans/ban-store.ts'
import { accountKeys } from '../../account/keys.ts'
import { endOf, LIMITED } from '../../account/limits/limit-store.ts'
import { answerStepUp, type SteppedUp, type StepUpDeps } from '../../account/numbers/answer-step-up.ts'
import type { SessionClaim } from '../../account/sessions/session-store.ts'
import { levelOf } from '../../evidence/level.ts'
import { heldIdentity, identityHeldSince } from '../../gate/identity-store.ts'
import { gateKeys } from '../../gate/keys.ts'
import { appAnnounced } from '../announced-store.ts'
import type { ApplicationSettings } from '../applications/settings.ts'
import type { App } from '../apps/app.ts'
import { APP_LIMIT, APP_MOVED } from '../apps/app-store.ts'
import { editCounted } from '../apps/edits-counted-store.ts'
import { findMostApps } from '../apps/find-most-apps.ts'
import type { CertificationSettings } from '../settings.ts'
import { findHandover } from './find-handover.ts'
import { isBoundToPerson } from './handover.ts'
import { appHandedOver } from './handover-store.ts'
import { handedOverLetter, tookOverLetter } from './letters.ts'

export type TakeAppDeps = Omit<StepUpDeps, 'settings'> & {
  table: Pick<Table, 'get' | 'getMany' | 'query' | 'update' | 'commit'>
  settings: StepUpDeps['settings'] & CertificationSettings & ApplicationSettings
  told: Told
  /** Where people reach the pages. */
  publicUrl: string
}

export type Taking = SteppedUp & { code: string }

const refusalOf = (conflicts: readonly Conflict[]): Refusal => {
  const because = new Map(conflicts.map((one) => [one.because, one.item]))
  if (because.has('code_consumed'))
    return { code: 'sms_code_wrong', fields: [{ pointer: '/smsCode', code: 'sms_code_wrong' }] }
  if (because.has(LIMITED)) return { code: 'too_often', retryAt: endOf([because.get(LIMITED)]) }
  if (because.has(APP_LIMIT)) return { code: 'app_limit_reached' }
  return { code: isBecause(conflicts, APP_MOVED) ? 'handover_over' : 'contended' }
}

/** What an app that is certified for an organisation asks of whoever administers it: that they stay who they are is a condition of the commit. */
const readLevel = async (deps: TakeAppDeps, accountId: string, app: App): Promise<Outcome<Write[]>> => {
  if (app.certifiedName === undefined) return ok([])
  const { operatorLevel: level } = deps.settings.certification
  const held = heldIdentity(await deps.table.get(gateKeys.identity(accountId)))
  if (!held || levelOf(held.proofs, deps.clock.now()).level < level)
    return refused('handover_level_too_low', { extra: { level } })
  return ok([identityHeldSince(accountId, held.verifiedAt)])
}

/** What can be known to be in the way, before a code is used: bans on either side, an application, whom it is certified for. */
const readObjection = async (deps: TakeAppDeps, accountId: string, app: App): Promise<Outcome<Write[]>> => {
  const [own, before] = await deps.table.getMany([
    accountKeys.profile(accountId),
    accountKeys.profile(app.administrator),
  ])
  if (isBanned(own)) return refused('banned')
  // Nobody passes an app on to escape a ban.
  if (isBanned(before)) return refused('handover_over')
  if (app.openApplication !== undefined)
    return refused('app_in_application', { extra: { applicationId: app.openApplication } })
  return isBoundToPerson(app) ? refused('app_not_handed_over') : readLevel(deps, accountId, app)
}

/**
 * W8 whoever has the code of a handover takes the app on, proven by a code to their own number and, where they are verified, the last four of their ID number.
 * Of any number that try at once one does. Name, history, reservation and certificate stay; both are told by a letter, the platform by an event of each.
 * Refuses with `handover_over`, `handover_own`, `app_in_application`, `app_not_handed_over`, `handover_level_too_low`, `app_limit_reached`, what
 * `answerStepUp` does, `too_often`, `banned` and `contended`. Ten table calls at most.
 */
export const takeApp = async (
  deps: TakeAppDeps,
  caller: SessionClaim,
  { code, ...proof }: Taking,
): Promise<Outcome<App>> => {
  const to = caller.claimedId
  const found = await findHandover(deps, to, code)
  if (!found.ok) return found
  const { app, handover } = found.value
  const allowed = await readObjection(deps, to, app)
  if (!allowed.ok) return allowed
  const answered = await answerStepUp(deps, caller, proof)
  if (!answered.ok) return answered
  const most = await findMostApps(deps, to)
  const now = deps.clock.now()
  const committed = await deps.table.commit([
    ...answered.value,
    notBanned(to),
    notBanned(app.administrator),
    ...allowed.value,
    editCounted(to, now, deps.settings),
    ...appHandedOver(app, handover, { to, most, now }),
    deps.told(app.administrator, handedOverLetter(app, now), now),
    deps.told(to, tookOverLetter(app, now, deps.publicUrl), now),
    appAnnounced(app.administrator, { type: 'app.handed_over', data: { app: app.id } }, now),
    appAnnounced(to, { type: 'app.taken_over', data: { app: app.id } }, now),
  ])
  if (committed.kind === 'conflict') return { ok: false, refusal: refusalOf(committed.conflicts) }
  const { handoverHash: _hash, handoverAskedAt: _asked, handoverUntil: _until, ...after } = app
  return ok({ ...after, administrator: to })
}

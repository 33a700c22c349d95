import type { Ids } from '../../../shared/kernel/ids.ts'
import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { Told } from '../../../shared/table/told.ts'
import { isBanned, notBanned } from '../../account/bans/ban-store.ts'
import { accountKeys } from '../../account/keys.ts'
import { endOf, LIMITED } from '../../account/limits/limit-store.ts'
import { answerStepUp, type SteppedUp, type StepUpDeps } from '../../account/numbers/answer-step-up.ts'
import { hashOf, type SessionClaim } from '../../account/sessions/session-store.ts'
import { editCounted } from '../apps/edits-counted-store.ts'
import { findOwnApp } from '../apps/find-app.ts'
import type { CertificationSettings } from '../settings.ts'
import { handoverCode, isBoundToPerson } from './handover.ts'
import { handoverAsked } from './handover-store.ts'
import { handoverAskedLetter } from './letters.ts'

export type AskHandoverDeps = Omit<StepUpDeps, 'settings'> & {
  table: Pick<Table, 'get' | 'getMany' | 'update' | 'commit'>
  settings: StepUpDeps['settings'] & CertificationSettings
  ids: Ids
  told: Told
  /** Where people reach the pages. */
  publicUrl: string
}

/** Of a code that whoever guesses has 256 bits before them. */
const SECRET_BYTES = 32

/** What only whoever asked is told, once. */
export type AskedHandover = { code: string; url: string; until: Millis }

/**
 * W8 an administrator wants somebody else to administer an app of theirs, proven by a code and the last four of their ID number: whoever opens the link in
 * their own account within `apps.handoverMs` can take it on. A link before opens nothing then. While somebody applies for its certification it waits: who
 * confirmed that is whom it would be certified by. Refuses with `not_found`, `app_in_application`, `app_not_handed_over`, what `answerStepUp` does,
 * `too_often`, `banned` and `contended`. Eight table calls at most.
 */
export const askHandover = async (
  deps: AskHandoverDeps,
  caller: SessionClaim,
  { id, ...proof }: SteppedUp & { id: string },
): Promise<Outcome<AskedHandover>> => {
  const accountId = caller.claimedId
  if (isBanned(await deps.table.get(accountKeys.profile(accountId)))) return refused('banned')
  const app = await findOwnApp(deps.table, accountId, id)
  if (!app) return refused('not_found')
  if (app.openApplication !== undefined)
    return refused('app_in_application', { extra: { applicationId: app.openApplication } })
  if (isBoundToPerson(app)) return refused('app_not_handed_over')
  const answered = await answerStepUp(deps, caller, proof)
  if (!answered.ok) return answered
  const now = deps.clock.now()
  const until = now + deps.settings.apps.handoverMs
  const code = handoverCode(id, deps.ids.secret(SECRET_BYTES))
  const committed = await deps.table.commit([
    ...answered.value,
    notBanned(accountId),
    editCounted(accountId, now, deps.settings),
    handoverAsked(app, { hash: hashOf(code), askedAt: now, until }),
    deps.told(accountId, handoverAskedLetter(app, { at: now, until }, deps.publicUrl), now),
  ])
  if (committed.kind === 'committed') return ok({ code, url: `${deps.publicUrl}/developer/handover#${code}`, until })
  const because = new Map(committed.conflicts.map((one) => [one.because, one.item]))
  if (because.has('banned')) return refused('banned')
  if (because.has(LIMITED)) return refused('too_often', { retryAt: endOf([because.get(LIMITED)]) })
  return refused('contended')
}

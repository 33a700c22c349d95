import type { Ids } from '../../../shared/kernel/ids.ts'
import type { Language } from '../../../shared/kernel/language.ts'
import { type Outcome, ok, type Refusal, refused } from '../../../shared/kernel/outcome.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import type { Conflict, Table } from '../../../shared/table/table.ts'
import { isBanned, notBanned } from '../../account/bans/ban-store.ts'
import { accountKeys } from '../../account/keys.ts'
import { hashOf, type SessionClaim } from '../../account/sessions/session-store.ts'
import { editCounted } from '../apps/edits-counted-store.ts'
import { findOwnApp } from '../apps/find-app.ts'
import type { CertificationSettings } from '../settings.ts'
import { type OpenStepDeps, openStep, proofRefusal } from '../steps/open-step.ts'
import { readStepProof, type StepProof, type StepProofDeps } from '../steps/read-step-proof.ts'
import { openStep as openStepOf, type Step, stepAction } from '../steps/step.ts'
import { handoverCode, isBoundToPerson } from './handover.ts'
import { handoverMade } from './moved-store.ts'

export type AskHandoverDeps = Omit<StepProofDeps, 'settings'> &
  Omit<OpenStepDeps, 'settings' | 'table'> & {
    table: Pick<Table, 'get' | 'update' | 'commit'>
    settings: StepProofDeps['settings'] & CertificationSettings
    ids: Ids
  }

/** Of a code that whoever guesses has 256 bits before them. */
const SECRET_BYTES = 32

/** What only whoever asked is told, once: the link, until when it opens, or what it waits for before it does. */
export type AskedHandover = { code: string; url: string } & ({ until: Millis } | { step: Step })

const refusalOf = (conflicts: readonly Conflict[]): Refusal => proofRefusal(conflicts) ?? { code: 'contended' }

/**
 * W8 an administrator wants somebody else to administer an app of theirs, proven by a code and, where they are verified, by the last four of their ID number
 * and by face, or by a picture that a person looks at before the link opens: whoever opens it in their own account within `apps.handoverMs` can take the app
 * on. A link before opens nothing then. While somebody applies for its certification it waits: who confirmed that is whom it would be certified by. Refuses
 * with `not_found`, `app_step_open`, `app_in_application`, `app_not_handed_over`, what `readStepProof` does, `too_often`, `banned` and `contended`. Ten table
 * calls at most.
 */
export const askHandover = async (
  deps: AskHandoverDeps,
  caller: SessionClaim,
  { id, language, ...proof }: StepProof & { id: string; language: Language },
): Promise<Outcome<AskedHandover>> => {
  const accountId = caller.claimedId
  if (isBanned(await deps.table.get(accountKeys.profile(accountId)))) return refused('banned')
  const app = await findOwnApp(deps.table, accountId, id)
  if (!app) return refused('not_found')
  const open = openStepOf(app, deps.clock.now())
  if (open) return refused('app_step_open', { retryAt: open.until })
  if (app.openApplication !== undefined)
    return refused('app_in_application', { extra: { applicationId: app.openApplication } })
  if (isBoundToPerson(app)) return refused('app_not_handed_over')
  const action = stepAction({ accountId, app, kind: 'handover' })
  const shown = await readStepProof(deps, caller, { route: 'askAppHandover', app, action }, proof)
  if (!shown.ok) return shown
  const { waits, writes: proven } = shown.value
  const code = handoverCode(id, deps.ids.secret(SECRET_BYTES))
  const link = { code, url: `${deps.publicUrl}/developer/handover#${code}` }
  if (waits) {
    const waiting = { accountId, app, kind: 'handover', handover: hashOf(code), language } as const
    const opened = await openStep(deps, waiting, { shown: { waits, writes: proven }, refusal: refusalOf })
    return opened.ok ? ok({ ...link, step: opened.value }) : opened
  }
  const now = deps.clock.now()
  const { until, writes } = handoverMade({ ...deps, now }, app, hashOf(code))
  const committed = await deps.table.commit([
    ...proven,
    notBanned(accountId),
    editCounted(accountId, now, deps.settings),
    ...writes,
  ])
  return committed.kind === 'committed'
    ? ok({ ...link, until })
    : { ok: false, refusal: refusalOf(committed.conflicts) }
}

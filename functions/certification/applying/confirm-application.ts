import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { Told } from '../../../shared/table/told.ts'
import type { Write } from '../../../shared/table/write.ts'
import { notBanned } from '../../account/bans/ban-store.ts'
import { refuseBan } from '../../account/bans/refuse-ban.ts'
import type { StepUpDeps } from '../../account/numbers/answer-step-up.ts'
import type { SessionClaim } from '../../account/sessions/session-store.ts'
import type { PaymentSettings } from '../../payment/settings.ts'
import { announcedOf } from '../applications/announced-store.ts'
import { type Application, areSame } from '../applications/application.ts'
import { applicationMoved } from '../applications/application-store.ts'
import { inReviewLetter } from '../applications/letters.ts'
import { afterConfirmation } from '../applications/moves.ts'
import { caseBegun } from '../applications/paid-store.ts'
import { pairToken } from '../applications/pair.ts'
import type { ApplicationSettings } from '../applications/settings.ts'
import { papersHold } from '../papers/paper.ts'
import type { Proof } from '../steps/read-presence.ts'
import type { TextingSettings } from '../texting/templates.ts'
import { findApplication, notAwaited } from './find-application.ts'
import { keepNumber } from './keep-number.ts'
import { proofRefusal, readProof } from './read-proof.ts'

export type ConfirmApplicationDeps = StepUpDeps & {
  table: Pick<Table, 'get' | 'getMany' | 'update' | 'commit'>
  settings: StepUpDeps['settings'] & ApplicationSettings & TextingSettings & Pick<PaymentSettings, 'orders'>
  told: Told
  publicUrl: string
}

/** An order that was opened in the last moment can be paid for so much longer than it is open, with what the channel takes to tell. */
const TELLING = 10 * 60 * 1000

/** What somebody confirms is not the change of name that is applied for. */
export const namesChanged = ({ id, names }: Application): Outcome<never> => {
  const token = pairToken(id, names)
  return refused('names_changed', { extra: { from: names.from, to: names.to, pairToken: token } })
}

const inReview = (deps: ConfirmApplicationDeps, after: Application, now: number): Write[] =>
  after.status === 'in_review'
    ? [
        ...caseBegun(after, now),
        announcedOf(after, 'certification.in_review', now),
        deps.told(after.accountId, inReviewLetter(after, deps.publicUrl), now),
      ]
    : []

/**
 * W3 W8 the administrator of an app confirms exactly the change of name that is applied for, and that it is them. Then its fee is asked for, or people look at
 * it where it costs nothing. A second click changes nothing. Refuses with `not_found`, `application_over`, `application_not_awaited`, `names_changed` with the
 * change that there is, `certification_paper_over`, as `readProof` does, `banned` and `contended`. Nine table calls, three to KMS.
 */
export const confirmApplication = async (
  deps: ConfirmApplicationDeps,
  caller: SessionClaim,
  { id, token, proof }: { id: string; token: string; proof: Proof },
): Promise<Outcome<Application>> => {
  const allowed = await refuseBan(deps, caller.claimedId)
  if (!allowed.ok) return allowed
  const found = await findApplication(deps, caller.claimedId, id)
  if (!found.ok) return found
  const { of, kept } = found.value
  const isSame = token === pairToken(id, of.names)
  const isDone = of.status === 'awaiting_payment' || of.status === 'in_review'
  if (isDone && isSame && of.confirmedNames && areSame(of.confirmedNames, of.names)) return ok(of)
  if (of.status !== 'awaiting_confirmation') return notAwaited(of)
  if (!isSame) return namesChanged(of)
  // Before a code is used, as far as that can be told.
  const hold = papersHold(of, [], deps.clock.now())
  if (!hold.ok) return hold
  const shown = await readProof(deps, caller, { route: 'confirmApplication', of, token }, proof)
  if (!shown.ok) return shown
  const { presence, identity, picture, writes } = shown.value
  const number = await keepNumber(deps, of, proof.phone)
  const now = deps.clock.now()
  const stillHold = papersHold(of, identity.proofs, now)
  if (!stillHold.ok) return stillHold
  const { payMs, decideMs } = deps.settings.certification
  const payUntil = now + payMs
  const terms = { payUntil, paidUntil: payUntil + deps.settings.orders.lifeMs + TELLING, decideMs }
  const confirmed = { ...of, materials: picture ? [...of.materials, picture] : of.materials }
  const after = afterConfirmation(
    confirmed,
    { presence, heldSince: identity.verifiedAt, hasNumber: number.length > 0, terms },
    now,
  )
  const on = of.feeFen === 0 ? 'confirmed_free' : 'confirmed'
  const committed = await deps.table.commit([
    notBanned(caller.claimedId),
    // In time, by the clock of whoever writes it.
    applicationMoved(kept, on, after, now),
    ...writes,
    ...number,
    ...inReview(deps, after, now),
  ])
  if (committed.kind === 'committed') return ok({ ...after, changes: kept.changes + 1 })
  const because = new Set(committed.conflicts.map((one) => one.because))
  if (because.has('banned')) return refused('banned')
  const unfit = proofRefusal(committed.conflicts)
  if (unfit) return { ok: false, refusal: unfit }
  return refused(
    because.has('identity_moved') || because.has('identity_changed') ? 'application_level_too_low' : 'contended',
  )
}

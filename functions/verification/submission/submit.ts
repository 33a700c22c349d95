import type { Ids } from '../../../shared/kernel/ids.ts'
import { type Outcome, ok } from '../../../shared/kernel/outcome.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import type { KeyRing } from '../../../shared/vault/key-ring.ts'
import type { Vault } from '../../../shared/vault/vault.ts'
import { notBanned } from '../../account/bans/ban-store.ts'
import { type Answered, answerCode, codeAnswered } from '../../account/codes/answer-code.ts'
import type { AccountSettings } from '../../account/settings.ts'
import type { Notice } from '../../consent/consent.ts'
import { consentOutdated } from '../../consent/consent-outdated.ts'
import { provable } from '../../gate/provable-store.ts'
import { renewableAfter } from '../../gate/renewable.ts'
import type { GateSettings } from '../../gate/settings.ts'
import type { MembershipSettings } from '../../membership/settings.ts'
import { notAliased } from '../../payment/orders/listed-orders-store.ts'
import { orderOpened } from '../../payment/orders/order-store.ts'
import type { PaymentSettings } from '../../payment/settings.ts'
import { ordersOpen } from '../check/breaker-store.ts'
import { methodNamed, SUBMITTED, sourceProvenBy } from '../methods.ts'
import type { VerificationSettings } from '../settings.ts'
import { type IdentityVendor, kindsTaken, taking } from '../vendors/choice.ts'
import { verificationOpened } from '../verification-store.ts'
import type { OverdueDeps } from './close-overdue.ts'
import { freeChecks } from './free-check-store.ts'
import type { Identity } from './identity.ts'
import { type Indexes, indexesOf, type Submission, type Submitted } from './index-submission.ts'
import { tryOpened } from './tries-store.ts'

export type SubmitDeps = OverdueDeps & {
  vault: Vault
  keyRing: () => Promise<KeyRing>
  ids: Ids
  /** The identity vendors of this deployment. */
  vendors: readonly Pick<IdentityVendor, 'name' | 'takes'>[]
  /** What users agree to, kept by then. */
  notice: () => Promise<Notice>
  settings: VerificationSettings &
    MembershipSettings &
    GateSettings &
    Pick<PaymentSettings, 'orders'> &
    Pick<AccountSettings, 'sms'>
}

/** Like the notice itself, loaded by the first submission, not by the cold start. */
const givenConsent = () => import('./given-consent-store.ts')

/** The rules of names and numbers with their tables; the same. */
const identities = () => import('./identity.ts')

/** Everything a submission can be refused for without asking anybody. */
const acceptIdentity = async (
  { settings, vendors }: SubmitDeps,
  notice: Notice,
  body: Submission['body'],
  now: Millis,
): Promise<Outcome<Identity>> => {
  const { readIdentity } = await identities()
  const kinds = kindsTaken(vendors, methodNamed(SUBMITTED).question)
  const identity = readIdentity(body, { ...settings.checks, kinds }, now)
  if (identity.ok && body.consent.notice !== notice.version) return consentOutdated(notice)
  return identity
}

/**
 * Opens both, with whatever they depend on in the same commit; the code is consumed by it. What is in the way only because nobody
 * has ended it yet is ended first, once. What only somebody refused needs is loaded then.
 */
const openBoth = async (
  deps: SubmitDeps,
  { verification, order }: Submitted,
  of: { challenge: Answered; indexes: Indexes },
  { isAgain = false, isGathered = false } = {},
): Promise<Outcome<Submitted>> => {
  const { challenge, indexes } = of
  const { vendors, settings } = deps
  const { checks } = settings
  const { accountId, createdAt: now } = verification
  const method = methodNamed(verification.method)
  const about = { people: indexes.people, source: sourceProvenBy(method), maximumAgeMs: renewableAfter(settings) }
  const { consentRecorded } = await givenConsent()
  const committed = await deps.table.commit([
    ...codeAnswered(challenge, now),
    notBanned(accountId),
    provable(accountId, about, now),
    tryOpened(accountId, verification.id, checks, now),
    ...freeChecks(method, verification, deps, now),
    ordersOpen(vendors, accountId, now),
    verificationOpened(verification),
    consentRecorded(verification),
    ...orderOpened(order),
    notAliased(order.id),
  ])
  if (committed.kind === 'committed') return ok({ verification, order })
  const { answerReplay } = await import('./find-replay.ts')
  const existing = committed.conflicts.find(({ because }) => because === 'order_exists')?.item
  if (existing) return answerReplay(deps, existing, indexes.requests)
  if (committed.conflicts.some(({ because }) => because === 'person_elsewhere') && !isGathered) {
    const { gatherPerson } = await import('./gather-person.ts')
    await gatherPerson(deps, indexes.people)
    return openBoth(deps, { verification, order }, of, { isAgain, isGathered: true })
  }
  const { refusalOf } = await import('./read-conflicts.ts')
  const blocked = refusalOf(committed.conflicts, about, deps, now)
  if (blocked.code === 'verification_open') {
    const { closeOverdue } = await import('./close-overdue.ts')
    const inTheWay = await closeOverdue(deps, accountId, String(blocked.extra?.verificationId))
    if (inTheWay || isAgain) return { ok: false, refusal: inTheWay ?? blocked }
    return openBoth(deps, { verification, order }, of, { isAgain: true, isGathered })
  }
  if (blocked.code === 'identity_unavailable') {
    const { recordFullPerson } = await import('./record-identity-refusal.ts')
    await recordFullPerson(deps, accountId, committed.conflicts)
  }
  return { ok: false, refusal: blocked }
}

const take = async (deps: SubmitDeps, submission: Submission): Promise<Outcome<Submitted>> => {
  const now = deps.clock.now()
  const { body, caller } = submission
  const notice = await deps.notice()
  const accepted = await acceptIdentity(deps, notice, body, now)
  if (!accepted.ok) return accepted
  const identity = accepted.value

  const challenge = await answerCode(deps, caller, { phone: identity.phone, smsCode: body.smsCode }, now)
  if (!challenge.ok) return challenge

  const indexes = indexesOf(await deps.vault.macs(identity.idNumber), identity, body)
  const { sealSubmission } = await import('./seal-submission.ts')
  const both = await sealSubmission(deps, { submission, identity, indexes, notice })
  const vendors = taking(deps.vendors, methodNamed(SUBMITTED).question, identity.document.kind)
  return openBoth({ ...deps, vendors }, both, { challenge: challenge.value, indexes })
}

/**
 * Takes a submission: refuses for free whatever can be known to be wrong, then opens verification and order in one commit,
 * with the evidence sealed under a data key of its own. Two table calls and two KMS calls, one more of each in the first of an instance; a
 * refusal is looked at once more, because the same request may have been accepted before.
 */
export const submit = async (deps: SubmitDeps, submission: Submission): Promise<Outcome<Submitted>> => {
  const taken = await take(deps, submission)
  if (taken.ok) return taken
  const { findReplay } = await import('./find-replay.ts')
  return (await findReplay(deps, submission)) ?? taken
}

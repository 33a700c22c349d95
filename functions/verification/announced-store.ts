import { type Millis, rfc3339 } from '../../shared/kernel/time.ts'
import { type Announcement, announced } from '../../shared/outbox/announced.ts'
import type { Update } from '../../shared/table/write.ts'
import type { Said } from './check/checker.ts'
import type { VerificationAnnouncement } from './events.ts'
import { methods } from './methods.ts'
import { type AnyVerification, isOwed, type OwedVerification } from './owed/owed-verification.ts'
import { refusalOf } from './owed/refusal.ts'
import type { Decision } from './verification.ts'

/** M2 what is found out about who an account is, is told to the platform, by the commit in which it comes true. */
const ofAccount = (accountId: string, event: VerificationAnnouncement): Announcement => ({ ...event, accountId })

/** What the platform finds it by: the order that paid for it, or what of the account it was about. */
const foundBy = (of: AnyVerification) => (isOwed(of) ? { about: aboutIn(of) } : { orderId: of.orderId })

const aboutIn = ({ method, subject, subjectId }: OwedVerification) => ({
  kind: methods[method].about,
  id: subjectId ?? subject,
})

/** How a verification ended. `retryAt` (epoch ms): when the same data is taken again; `said`: what the vendor said beside. */
export const decisionEvent = (
  verification: AnyVerification,
  decision: Decision,
  { retryAt, said = {} }: { retryAt?: Millis | undefined; said?: Said | undefined } = {},
): Announcement => {
  const { id: verificationId, accountId, method } = verification
  const { status } = decision
  const data = { verificationId, method, ...foundBy(verification) }
  if (status === 'verified') return ofAccount(accountId, { type: 'verification.verified', data })
  const reason = isOwed(verification) ? refusalOf(decision, said) : decision.reason
  const missed = { ...data, reason, retryAt: retryAt === undefined ? undefined : rfc3339(retryAt) }
  return ofAccount(accountId, { type: `verification.${status}`, data: missed })
}

/** The same as a write, where nothing else of the account is told in its commit. */
export const decisionAnnounced = (
  of: AnyVerification,
  decision: Decision,
  more: { retryAt: Millis | undefined; said?: Said | undefined },
  now: Millis,
): Update => announced({ kind: 'account', id: of.accountId }, [decisionEvent(of, decision, more)], now)

/** A person has approved papers, which prove it in that way. */
export const approvalEvent = (
  accountId: string,
  verificationId: string,
  method: 'attended_review' | 'bank_proof',
): Announcement => ofAccount(accountId, { type: 'verification.verified', data: { verificationId, method } })

/** The account is nobody any more. */
export const clearingEvent = (accountId: string, verificationId: string): Announcement =>
  ofAccount(accountId, { type: 'verification.cleared', data: { verificationId, because: 'not_me' } })

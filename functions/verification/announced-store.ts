import { type Millis, rfc3339 } from '../../shared/kernel/time.ts'
import { type Announcement, announced } from '../../shared/outbox/announced.ts'
import type { Update } from '../../shared/table/write.ts'
import type { VerificationAnnouncement } from './events.ts'
import { type AnyVerification, isOwed } from './owed/owed-verification.ts'
import type { Decision } from './verification.ts'

/** M2 what is found out about who an account is, is told to the platform, by the commit in which it comes true. */
const ofAccount = (accountId: string, event: VerificationAnnouncement): Announcement => ({ ...event, accountId })

/** How a verification ended. `retryAt` (epoch ms): when the same data is taken again. */
export const decisionEvent = (
  verification: AnyVerification,
  { status, reason }: Decision,
  retryAt: Millis | undefined,
): Announcement => {
  const { id: verificationId, accountId, method } = verification
  const data = { verificationId, method, ...(!isOwed(verification) && { orderId: verification.orderId }) }
  if (status === 'verified') return ofAccount(accountId, { type: 'verification.verified', data })
  const missed = { ...data, reason, retryAt: retryAt === undefined ? undefined : rfc3339(retryAt) }
  return ofAccount(accountId, { type: `verification.${status}`, data: missed })
}

/** The same as a write, where nothing else of the account is told in its commit. */
export const decisionAnnounced = (
  of: AnyVerification,
  decision: Decision,
  retryAt: Millis | undefined,
  now: Millis,
): Update => announced({ kind: 'account', id: of.accountId }, [decisionEvent(of, decision, retryAt)], now)

/** A person has approved papers, which prove it in that way. */
export const approvalEvent = (
  accountId: string,
  verificationId: string,
  method: 'attended_review' | 'bank_proof',
): Announcement => ofAccount(accountId, { type: 'verification.verified', data: { verificationId, method } })

/** The account is nobody any more. */
export const clearingEvent = (accountId: string, verificationId: string): Announcement =>
  ofAccount(accountId, { type: 'verification.cleared', data: { verificationId, because: 'not_me' } })

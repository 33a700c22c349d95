import { type Millis, rfc3339 } from '../../shared/kernel/time.ts'
import { announced } from '../../shared/outbox/announced.ts'
import type { Update } from '../../shared/table/write.ts'
import type { VerificationAnnouncement } from './events.ts'
import { type AnyVerification, isOwed } from './owed/owed-verification.ts'
import type { Decision } from './verification.ts'

/** M2 what is found out about who an account is, is told to the platform, by the commit in which it comes true. */
const ofAccount = (accountId: string, event: VerificationAnnouncement, now: Millis): Update =>
  announced({ kind: 'account', id: accountId }, [{ ...event, accountId }], now)

/** How a verification ended. `retryAt` (epoch ms): when the same data is taken again. */
export const decisionAnnounced = (
  verification: AnyVerification,
  { status, reason }: Decision,
  retryAt: Millis | undefined,
  now: Millis,
): Update => {
  const { id: verificationId, accountId, method } = verification
  const data = { verificationId, method, ...(!isOwed(verification) && { orderId: verification.orderId }) }
  if (status === 'verified') return ofAccount(accountId, { type: 'verification.verified', data }, now)
  const missed = { ...data, reason, retryAt: retryAt === undefined ? undefined : rfc3339(retryAt) }
  return ofAccount(accountId, { type: `verification.${status}`, data: missed }, now)
}

/** A person has approved papers. */
export const approvalAnnounced = (accountId: string, verificationId: string, now: Millis): Update =>
  ofAccount(accountId, { type: 'verification.verified', data: { verificationId, method: 'attended_review' } }, now)

/** The account is nobody any more. */
export const clearingAnnounced = (accountId: string, verificationId: string, now: Millis): Update =>
  ofAccount(accountId, { type: 'verification.cleared', data: { verificationId, because: 'not_me' } }, now)

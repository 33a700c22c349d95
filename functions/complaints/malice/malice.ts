import type { Complaint } from '../complaint.ts'
import { deliveredAt, type Evidence, owedAt } from '../evidence/evidence.ts'

/** Why a complaint cannot be called malicious. */
export const notMaliciousBecause = ['order_unknown', 'not_delivered', 'money_owed'] as const
type NotMalicious = (typeof notMaliciousBecause)[number]

/**
 * Malicious is a complaint that demands money back for what was delivered before it was opened, while nothing was owed. What
 * we owed then, even if it has gone back since, or had not delivered yet, is a reason to complain. Undefined: it may be marked.
 */
export const notMalicious = (complaint: Complaint, evidence: readonly Evidence[]): NotMalicious | undefined => {
  const { openedAt, accountId, orders } = complaint
  if (accountId === undefined || orders.length === 0 || evidence.length < orders.length) return 'order_unknown'
  // What was not delivered has no time, and no time is before another.
  const delivered = evidence.every((one) => Number(deliveredAt(one)) < openedAt)
  if (!delivered) return 'not_delivered'
  return evidence.some((one) => owedAt(one, openedAt)) ? 'money_owed' : undefined
}

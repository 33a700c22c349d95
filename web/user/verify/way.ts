import type { Answer } from 'shiming-client'
import type { Millis } from '../../../shared/kernel/time.ts'
import type { Account } from '../../shared/service.ts'

/** A verification with its order. */
export type Verification = Answer<'GET /v1/verifications/{id}'>

/** How far an account is on its way to be verified: `open` is its newest verification, where that is not over. */
export type Way = { account: Account; open: Verification | undefined }

/** What stands in the way of beginning a verification, the most telling first. */
export type Obstacle =
  | { is: 'verified' }
  | { is: 'banned'; ban: NonNullable<Account['ban']> }
  | { is: 'to_pay' | 'being_checked'; open: Verification }
  | { is: 'paused'; until: string }

const OPEN: readonly string[] = ['awaiting_payment', 'queued', 'checking']

/** Whether a verification with that status has an end to come. */
export const isOpen = (status: string): boolean => OPEN.includes(status)

/** A verification that nobody paid in time is in nobody's way: the next submission ends it, if nothing else has. */
const openIn = (open: Verification | undefined, now: Millis): Obstacle | undefined => {
  if (!open || !isOpen(open.status)) return undefined
  if (open.status !== 'awaiting_payment') return { is: 'being_checked', open }
  return now < Date.parse(open.order.expiresAt) ? { is: 'to_pay', open } : undefined
}

/** What stands in the way at `now`, the service's time; undefined for nothing. */
export const obstacleOf = ({ account, open }: Way, now: Millis): Obstacle | undefined => {
  const { verification, ban } = account
  // Where a feature wants it anew, the account leads here although it is verified.
  if (verification.status === 'verified' && verification.verifyUrl === null) return { is: 'verified' }
  if (ban !== null) return { is: 'banned', ban }
  const until = verification.pausedUntil
  return openIn(open, now) ?? (until !== null && now < Date.parse(until) ? { is: 'paused', until } : undefined)
}

/** The page of the step that is due. */
export const dueStep = (way: Way, now: Millis): '/verify' | '/verify/pay' | '/verify/result' => {
  const obstacle = obstacleOf(way, now)
  if (obstacle?.is === 'to_pay') return '/verify/pay'
  return obstacle?.is === 'being_checked' ? '/verify/result' : '/verify'
}

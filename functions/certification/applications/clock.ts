import { target } from '../../../shared/kernel/states.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import { nextReminderAt } from '../papers/reminders.ts'
import type { Application } from './application.ts'
import { type ApplicationEvent, applicationTransitions } from './application-states.ts'

/** What the clock ends. */
export type Expiry = Extract<ApplicationEvent, 'abandoned' | 'not_confirmed' | 'not_paid' | 'not_corrected'>

type Timed = Pick<Application, 'status' | 'draftUntil' | 'confirmUntil' | 'paidUntil' | 'correctUntil'>

/** What ends it by the clock, and when; undefined where nothing does. */
export const deadlineOf = ({
  status,
  draftUntil,
  confirmUntil,
  paidUntil,
  correctUntil,
}: Timed): { on: Expiry; at: Millis } | undefined => {
  if (status === 'draft') return { on: 'abandoned', at: draftUntil }
  if (status === 'awaiting_confirmation' && confirmUntil !== undefined) return { on: 'not_confirmed', at: confirmUntil }
  if (status === 'awaiting_payment' && paidUntil !== undefined) return { on: 'not_paid', at: paidUntil }
  if (status === 'returned' && correctUntil !== undefined) return { on: 'not_corrected', at: correctUntil }
  return undefined
}

/** What the clock has ended it by, at that moment or before. */
export const expiredBy = (of: Timed, now: Millis): { on: Expiry; at: Millis } | undefined => {
  const deadline = deadlineOf(of)
  return deadline !== undefined && now >= deadline.at ? deadline : undefined
}

/** An application as it stands at a moment: what the clock has ended is ended, whether or not anybody has looked since. */
export const standing = (of: Application, now: Millis): Application => {
  const expired = expiredBy(of, now)
  if (!expired) return of
  const status = target(applicationTransitions, expired.on)
  return {
    ...of,
    status,
    endedAt: expired.at,
    steps: [...of.steps, { at: expired.at, on: expired.on, status }],
    ...(of.fee === 'held' && { fee: 'kept' }),
  }
}

/** Whether it should have been decided by now, and whose the fee is was not decided for that yet. */
export const isOverdue = (
  { status, decideBy, fee }: Pick<Application, 'status' | 'decideBy' | 'fee'>,
  now: Millis,
): boolean => status === 'in_review' && fee === 'held' && decideBy !== undefined && now >= decideBy

/** Whether the channel gave its fee back while people still had to decide: then it ends. */
export const isReversed = ({ status, fee, reversedAt }: Pick<Application, 'status' | 'fee' | 'reversedAt'>): boolean =>
  reversedAt !== undefined && fee === 'held' && (status === 'in_review' || status === 'returned')

/** When the clock has something to do about it next (epoch ms); undefined where it has not. */
export const dueAtOf = (of: Application): Millis | undefined => {
  // Money that nobody wanted goes back at once.
  if (of.vain.length > 0 || isReversed(of)) return 0
  if (of.status === 'in_review' && of.fee === 'held') return of.decideBy
  // Its case ends it, whose clock has the same time.
  if (of.status === 'returned') return undefined
  if (of.status === 'certified') return nextReminderAt(of.papers ?? [])
  return deadlineOf(of)?.at
}

/**
 * Until when it must be sent again, of one that is returned at `now`: `windowMs` from the first time, so that nobody can drag it on; but never less than
 * `leastMs`, however long people took to look.
 */
export const correctionEnd = (
  { returns }: Pick<Application, 'returns'>,
  { windowMs, leastMs }: { windowMs: Millis; leastMs: Millis },
  now: Millis,
): Millis => Math.max((returns[0]?.at ?? now) + windowMs, now + leastMs)

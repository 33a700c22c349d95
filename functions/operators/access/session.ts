import { MINUTE, type Millis } from '../../../shared/kernel/time.ts'

/** A session that is used is renewed by a write at most this often. */
const RENEWED_AT_MOST_EVERY: Millis = 5 * MINUTE

/** `idleUntil` moves on with use, `endsAt` never; `epoch` is that of its person when it began. Times in epoch ms. */
export type OperatorSession = {
  epoch: number
  createdAt: Millis
  endsAt: Millis
  idleUntil: Millis
  /** Until when its person may act without another code. */
  stepUpUntil: Millis
}

type Lengths = { idleMs: Millis; sessionMs: Millis; stepUpMs: Millis }

/** A session as it begins, with a code that was just shown. */
export const newSession = (epoch: number, now: Millis, { idleMs, sessionMs, stepUpMs }: Lengths): OperatorSession => {
  const endsAt = now + sessionMs
  return { epoch, createdAt: now, endsAt, idleUntil: Math.min(endsAt, now + idleMs), stepUpUntil: now + stepUpMs }
}

/** Whether it is over, for its person did nothing for too long, or it lasted as long as any may. */
export const isOver = ({ endsAt, idleUntil }: OperatorSession, now: Millis): boolean =>
  now >= Math.min(endsAt, idleUntil)

/** Until when it is good if it is used now; undefined where that need not be written yet. */
export const renewedUntil = (session: OperatorSession, now: Millis, idleMs: Millis): Millis | undefined => {
  const idleUntil = Math.min(session.endsAt, now + idleMs)
  const gained = idleUntil - session.idleUntil
  // The last stretch, which ends with the session itself, is written once.
  return gained >= Math.min(RENEWED_AT_MOST_EVERY, idleMs / 2) || (gained > 0 && idleUntil === session.endsAt)
    ? idleUntil
    : undefined
}

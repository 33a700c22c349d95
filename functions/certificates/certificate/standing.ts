import { target } from '../../../shared/kernel/states.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import {
  type Certificate,
  type CertificateEvent,
  type CertificateReason,
  type CertificateStatus,
  certificateTransitions,
} from './certificate.ts'

/** What is known of whoever administers the app: how often it was cleared, and when last. */
export type Holder = { epoch: number; clearedAt?: Millis | undefined }

export type Ended = {
  on: Extract<CertificateEvent, 'identity_ended' | 'expired'>
  at: Millis
  reason?: CertificateReason
}

/**
 * W7 until then it counts, and from that very moment on no more. One that is suspended stays that, so that nobody sits a suspension out: once that is lifted
 * after its end, it has expired in that moment.
 */
const expiryOf = ({ status, validUntil, steps }: Certificate, now: Millis): Ended[] =>
  status === 'valid' && now >= validUntil ? [{ on: 'expired', at: Math.max(validUntil, steps.at(-1)?.at ?? 0) }] : []

const clearingOf = ({ status, epoch, steps }: Certificate, holder: Holder, now: Millis): Ended[] => {
  if (status === 'revoked' || holder.epoch === epoch) return []
  // Clocks differ: what became of it stands in its order all the same.
  const at = Math.max(Math.min(holder.clearedAt ?? now, now), steps.at(-1)?.at ?? 0)
  return [{ on: 'identity_ended', at, reason: 'identity_ended' }]
}

/** What has ended it by `now` and was not written down yet, in the order in which it happened. */
export const endedBy = (of: Certificate, holder: Holder, now: Millis): Ended[] =>
  [...expiryOf(of, now), ...clearingOf(of, holder, now)].toSorted((one, other) => one.at - other.at)

/** The certificate after an event: what it is then, and that among its steps, never before the last of them: clocks differ. */
export const afterEvent = <E extends CertificateEvent>(
  of: Certificate,
  { on, at: seen, reason }: { on: E; at: Millis; reason?: CertificateReason | undefined },
): Certificate => {
  const at = Math.max(seen, of.steps.at(-1)?.at ?? seen)
  const moves = certificateTransitions.some((row) => row.on === on && 'to' in row)
  const status: CertificateStatus = moves ? target(certificateTransitions, on) : of.status
  return { ...of, status, steps: [...of.steps, { at, on, status, ...(reason && { reason }) }] }
}

/**
 * W7 a certificate as it stands at a moment, for everybody who asks in whatever way: what the clock or the end of an identity has ended is ended, whether or
 * not anybody has written that down. Page, JSON, badge, gate and events all ask here.
 */
export const certificateStanding = (of: Certificate, holder: Holder, now: Millis): Certificate =>
  endedBy(of, holder, now).reduce<Certificate>(
    // What is revoked does not expire any more.
    (so, ended) => (so.status === 'revoked' ? so : afterEvent(so, ended)),
    of,
  )

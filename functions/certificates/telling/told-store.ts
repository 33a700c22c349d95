import type { Millis } from '../../../shared/kernel/time.ts'
import { announced } from '../../../shared/outbox/announced.ts'
import type { Told } from '../../../shared/table/told.ts'
import type { Write } from '../../../shared/table/write.ts'
import type { Result } from '../../certification/texting/news.ts'
import { numberLet } from '../../certification/texting/number-store.ts'
import { resultTextOwed } from '../../certification/texting/result-text-store.ts'
import { LAST_TEXT } from '../../certification/texting/told-store.ts'
import type { Certificate, CertificateStep } from '../certificate/certificate.ts'
import { endsEvent, eventsOf } from './announced-store.ts'
import { certificateLetter, endsLetter } from './letters.ts'

/** `words`: what people wrote to whoever administers the app. */
export type Telling = { told: Told; publicUrl: string; now: Millis; words?: string | undefined }

const texts: Readonly<Partial<Record<CertificateStep['on'], Result>>> = {
  expired: 'certificate_expired',
  suspended: 'certificate_suspended',
  revoked: 'certificate_revoked',
  reinstated: 'certificate_reinstated',
}

/** A text about it, where a number is kept for that. One for each write of the certificate. */
const texted = (of: Certificate, result: Result | undefined, now: Millis): Write[] => {
  if (of.hasNumber !== true || result === undefined) return []
  const { id, accountId, application, changes, validUntil } = of
  return [
    resultTextOwed({
      ...{ id: `${id}-${changes}`, accountId, application, result, status: 'waiting', createdAt: now, tries: 0 },
      ...(result === 'certificate_ends' && { until: validUntil }),
    }),
  ]
}

/** What no more counts keeps its number for its last text alone. */
const released = (of: Certificate, { on }: CertificateStep, now: Millis): Write[] =>
  of.hasNumber === true && on === 'revoked' ? [numberLet(of.accountId, of.application, now + LAST_TEXT)] : []

/**
 * W7 what became of a certificate, `steps`, is told in the commit of that: to the platform each of them, to whoever administers the app the last, by a letter
 * and where a number is kept by a text. `before`: as it was read.
 */
export const certificateTold = (
  { told, publicUrl, now, words }: Telling,
  before: Certificate,
  after: Certificate,
  steps: readonly CertificateStep[],
): Write[] => {
  const events = eventsOf(after, steps)
  const last = steps.at(-1)
  const letter = last && certificateLetter(after, last, publicUrl, words)
  return [
    ...(events.length > 0 ? [announced({ kind: 'app', id: after.appId }, events, now)] : []),
    ...(letter ? [told(after.accountId, letter, now)] : []),
    ...(last ? [...texted(before, texts[last.on], now), ...released(before, last, now)] : []),
  ]
}

/** W7 that its time runs out is told, to the same. */
export const endsTold = ({ told, publicUrl, now }: Telling, of: Certificate, days: number): Write[] => [
  announced({ kind: 'app', id: of.appId }, [endsEvent(of, days, now)], now),
  told(of.accountId, endsLetter(of, publicUrl), now),
  ...texted(of, 'certificate_ends', now),
]

import * as z from 'zod/mini'
import { type Millis, rfc3339 } from '../../../shared/kernel/time.ts'
import { appealableMove, standingMove } from '../appealing/appealable.ts'
import type { Certificate } from '../certificate/certificate.ts'
import { renewalFrom, renewedUntil } from '../certificate/clock.ts'
import { pageShown, showPage } from '../looking/page-view.ts'
import type { CertificateSettings } from '../settings.ts'
import { showStatement, statementShown } from '../showing/statement-view.ts'
import { waysOn, waysOut } from './ways.ts'

const time = z.iso.datetime()

/** The certificate of an app as its administrator sees it: all that everybody is told, and what they can do about it. */
export const ownCertificateShown = z.extend(statementShown, {
  page: z.nullable(pageShown),
  /** Null of one that is revoked: what is certified anew gets another. */
  renewal: z.nullable(
    z.strictObject({
      /** From when on nothing of its time is lost. */
      from: time,
      isOpen: z.boolean(),
      /** Until when it would count if it were renewed now. */
      until: time,
    }),
  ),
  appeal: z.strictObject({ can: z.boolean(), review: z.nullable(z.string()) }),
  /** What people wrote when they suspended or revoked it. */
  reasonWords: z.nullable(z.string()),
  /** What leads on from here, the first at first. */
  ways: z.array(z.enum(waysOut)),
})

const renewalOf = (of: Certificate, { certificates }: CertificateSettings, now: Millis) => {
  if (of.status === 'revoked') return null
  const from = renewalFrom(of, certificates)
  const until = renewedUntil(of, certificates, now)
  return { from: rfc3339(from), isOpen: now >= from, until: rfc3339(until) }
}

const wordsOf = (of: Certificate): string | null => {
  const move = standingMove(of)
  return (move !== undefined && of.decided?.at === move.at && of.decided.words) || null
}

/** `of`: as it stands at `now`. */
export const showOwn = (
  of: Certificate,
  settings: CertificateSettings,
  now: Millis,
): z.infer<typeof ownCertificateShown> => {
  const canAppeal = appealableMove(of) !== undefined && of.openAppeal === undefined
  return {
    ...showStatement({ id: of.id, standing: of }, now),
    page: showPage(of),
    renewal: renewalOf(of, settings, now),
    appeal: { can: canAppeal, review: of.openAppeal ?? null },
    reasonWords: wordsOf(of),
    ways: waysOn(of, { canAppeal, isOpen: now >= renewalFrom(of, settings.certificates) }),
  }
}

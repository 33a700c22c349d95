import * as z from 'zod/mini'
import { languages } from '../../shared/kernel/language.ts'
import { rfc3339, rfc3339If } from '../../shared/kernel/time.ts'
import { adviceOn, type FaceCheck, faceAdvices, faceCheckStatuses, faceReasons, isOpened } from './check/face-check.ts'
import { failures, placesOfVendors } from './vendors/vendor.ts'

const time = z.iso.datetime()

/** A confirmation by face as its account sees it; nothing of a face, and no word of a vendor's. */
export const faceCheckShown = z.strictObject({
  id: z.string(),
  status: z.enum(faceCheckStatuses),
  /** What is confirmed by it; null where it is for the evidence alone. */
  action: z.nullable(z.string()),
  reason: z.nullable(z.enum(faceReasons)),
  /** What may help where it did not confirm. */
  advice: z.nullable(z.enum(faceAdvices)),
  /** Why the last attempt did not pass, while another can be made on the same page. */
  lastTry: z.nullable(z.enum(failures)),
  openedAt: time,
  /** Until when the page can be used. */
  expiresAt: z.nullable(time),
  decidedAt: z.nullable(time),
  /** The vendor's page to send the person to, and in which browser it works; null once that is over. */
  page: z.nullable(z.strictObject({ url: z.string(), worksIn: z.enum(placesOfVendors) })),
  /** What was agreed to: GET /v1/consent-notices/{notice} shows it. */
  consent: z.strictObject({
    notice: z.string(),
    language: z.nullable(z.enum(languages)),
    sha256: z.nullable(z.string()),
    agreedAt: time,
  }),
})

/** As the API shows it. */
export const showFaceCheck = (of: FaceCheck): z.infer<typeof faceCheckShown> => {
  const { url, worksIn = 'any', consent } = of
  return {
    id: of.id,
    status: of.status,
    action: of.action ?? null,
    reason: of.reason ?? null,
    advice: of.reason === undefined ? null : adviceOn[of.reason],
    lastTry: isOpened(of) ? (of.lastTry ?? null) : null,
    openedAt: rfc3339(of.openedAt),
    expiresAt: rfc3339If(of.expiresAt),
    decidedAt: rfc3339If(of.decidedAt),
    page: isOpened(of) && url !== undefined ? { url, worksIn } : null,
    consent: {
      notice: consent.notice,
      language: consent.language ?? null,
      sha256: consent.sha256 ?? null,
      agreedAt: rfc3339(consent.agreedAt),
    },
  }
}

import * as z from 'zod/mini'
import { type Millis, rfc3339 } from '../../../shared/kernel/time.ts'
import { type Certificate, pageSights } from '../certificate/certificate.ts'
import { lookAtOf } from '../certificate/clock.ts'

const time = z.nullable(z.iso.datetime())

/** The page of an app that is looked at for the link of its certificate, and how that stands. */
export const pageShown = z.strictObject({
  url: z.string(),
  since: z.iso.datetime(),
  /** When it was looked at last, what that found, and how often in a row the link was not there. */
  lookedAt: time,
  saw: z.nullable(z.enum(pageSights)),
  misses: z.int(),
  /** When the link was there last. */
  seenAt: time,
  /** When it is looked at next; null while nothing is, as the certificate is not valid. */
  nextLookAt: time,
})

const shown = (at: Millis | undefined): string | null => (at === undefined ? null : rfc3339(at))

/** `of`: the certificate as it stands. Null where no page is registered. */
export const showPage = (of: Pick<Certificate, 'status' | 'page' | 'looks'>): z.infer<typeof pageShown> | null => {
  const { page, looks, status } = of
  if (!page) return null
  return {
    url: page.url,
    since: rfc3339(page.since),
    lookedAt: shown(looks?.at),
    saw: looks?.saw ?? null,
    misses: looks?.misses ?? 0,
    seenAt: shown(looks?.seenAt),
    nextLookAt: status === 'valid' ? shown(lookAtOf(of)) : null,
  }
}

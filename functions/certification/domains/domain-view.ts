import * as z from 'zod/mini'
import { type Millis, rfc3339 } from '../../../shared/kernel/time.ts'
import { type Domain, domainProofs, domainState, domainStates, FILE_PATH, recordName, textToShow } from './domain.ts'
import { fileAddress } from './domain-name.ts'

const time = z.iso.datetime()

/** A domain as whoever says that it is theirs is shown it. */
export const domainShown = z.strictObject({
  domain: z.string(),
  status: z.enum(domainStates),
  /** The TXT record that proves it, or the file that does: either is enough. */
  record: z.strictObject({ name: z.string(), value: z.string() }),
  file: z.strictObject({ url: z.string(), content: z.string() }),
  askedAt: time,
  /** Until when it may be shown; once it was, until when that counts. */
  expiresAt: time,
  provenAt: z.nullable(time),
  provenBy: z.nullable(z.enum(domainProofs)),
})

export const showDomain = (
  domain: Domain,
  { localTargets }: { localTargets: readonly string[] },
  now: Millis,
): z.infer<typeof domainShown> => {
  const text = textToShow(domain)
  return {
    domain: domain.domain,
    status: domainState(domain, now),
    record: { name: recordName(domain), value: text },
    file: { url: fileAddress(domain.domain, FILE_PATH, localTargets), content: text },
    askedAt: rfc3339(domain.askedAt),
    expiresAt: rfc3339(domain.expiresAt),
    provenAt: domain.proven ? rfc3339(domain.proven.at) : null,
    provenBy: domain.proven?.by ?? null,
  }
}

import type { Certificate } from '../../../functions/certificates/certificate/certificate.ts'
import { certificateOf } from '../../../functions/certificates/certificate/certificate-store.ts'
import { holderIn, holderKeys } from '../../../functions/certificates/certificate/holder-store.ts'
import { certificateStanding, type Holder } from '../../../functions/certificates/certificate/standing.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import { type Item, type Key, nameOf } from '../../../shared/table/write.ts'

/** The item of that key among all there are. */
export const itemIn = (items: readonly Item[], key: Key): Item | undefined =>
  items.find((item) => nameOf(item) === nameOf(key))

export const certificatesIn = (items: readonly Item[]): Certificate[] =>
  items.filter(({ sk }) => sk === 'CERTIFICATE').map(certificateOf)

export const holderOf = (items: readonly Item[], of: Certificate): Holder =>
  holderIn(holderKeys(of).map((key) => itemIn(items, key)))

/** A certificate as everybody is told at that moment. */
export const standingIn = (items: readonly Item[], of: Certificate, now: Millis): Certificate =>
  certificateStanding(of, holderOf(items, of), now)

export type AppEvent = { type: string; data: Record<string, unknown> }

/** What the platform was told of a certificate, in its order. */
export const eventsIn = (items: readonly Item[], { id, appId }: Certificate): AppEvent[] => {
  const pending = items.find(({ pk }) => pk === `OUTBOX#app:${appId}`)?.pending
  const events = (Array.isArray(pending) ? pending : []).map((one) => Object(one) as AppEvent)
  return events.filter(({ data }) => data.certificate === id)
}

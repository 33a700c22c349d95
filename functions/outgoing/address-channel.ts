import { lookup } from 'node:dns'
import { type Outgoing, outgoing, type Reply } from '../../shared/http/outgoing.ts'
import { allowedAddress, isLocalTarget } from './address.ts'
import { guardedLookup, type Resolve, TARGET_REFUSED } from './guarded-lookup.ts'
import type { OutgoingSettings } from './settings.ts'

/** Only the status counts, but a receiver that answers with a whole page has taken it all the same. */
const MAX_ANSWER_BYTES = 1_000_000

/**
 * Calls addresses that others have chosen: on a fresh connection, with limits of time and size, following no redirect. The address is judged
 * again here, and what its name leads to in the very lookup of the socket: what a stage allows may have changed since it was saved.
 */
export const addressChannel = (deliveries: OutgoingSettings['deliveries'], resolve: Resolve = lookup): Outgoing => {
  const { connectMs, totalMs, localTargets } = deliveries
  const limits = { connectMs, totalMs, maxBytes: MAX_ANSWER_BYTES }
  const toPublic = outgoing({ ...limits, lookup: guardedLookup(resolve) })
  const toLocal = outgoing(limits)
  return async (request): Promise<Reply> => {
    if (allowedAddress(request.url, deliveries) === undefined) return { kind: 'not_sent', reason: TARGET_REFUSED }
    return isLocalTarget(new URL(request.url), localTargets) ? toLocal(request) : toPublic(request)
  }
}

import { lookup } from 'node:dns'
import { Webhook } from 'standardwebhooks'
import { type Outgoing, outgoing, type Reply } from '../../../shared/http/outgoing.ts'
import { type Millis, rfc3339, SECOND } from '../../../shared/kernel/time.ts'
import type { DeliveryResult } from '../delivering/delivery.ts'
import type { Message } from '../sending/message.ts'
import type { MessagingSettings } from '../settings.ts'
import { allowedAddress, isLocalTarget } from './address.ts'
import { guardedLookup, type Resolve, TARGET_REFUSED } from './guarded-lookup.ts'
import type { MessageChannel, Target } from './message-channel.ts'

/** Only the status counts, but a receiver that answers with a whole page has taken the message all the same. */
const MAX_ANSWER_BYTES = 1_000_000

const signatureOf = ({ secrets }: Target, message: Message, body: string, now: Millis): string =>
  secrets.map((one) => new Webhook(one).sign(message.id, new Date(now), body)).join(' ')

/** The request as Standard Webhooks has it: id, timestamp in seconds, and a signature over both and the body. */
const requestOf = (target: Target, message: Message, now: Millis) => {
  const { id, title, content, template } = message
  const timestamp = rfc3339(message.createdAt)
  const body = JSON.stringify({ type: 'message', timestamp, data: { id, title, content, template } })
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'Shiming-Webhook/1',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(now / SECOND)),
    'webhook-signature': signatureOf(target, message, body, now),
  }
  return { method: 'POST', url: target.url, headers, body } as const
}

/** Retry-After in seconds or as a date; undefined when it is neither. */
const retryAfter = (header: string | undefined, now: Millis): Millis | undefined => {
  if (header === undefined) return undefined
  const at = /^\d{1,9}$/.test(header) ? now + Number(header) * SECOND : Date.parse(header)
  return Number.isNaN(at) ? undefined : at
}

/**
 * What a reply means. Any 2xx is taken; 410 and an address we may not call are final; all else is tried again. Reasons are
 * shown, so they are coarse: a user learns whether somebody answered, and nothing with which to look around in a network.
 */
export const resultOf = (reply: Reply, now: Millis): DeliveryResult => {
  if (reply.kind !== 'answered')
    return reply.reason === TARGET_REFUSED
      ? { kind: 'refused', reason: TARGET_REFUSED }
      : { kind: 'later', reason: 'unreachable' }
  const { status, headers } = reply
  if (status >= 200 && status < 300) return { kind: 'taken' }
  if (status === 410) return { kind: 'refused', reason: 'gone' }
  return { kind: 'later', reason: 'not_accepted', retryAt: retryAfter(headers['retry-after'], now) }
}

/** Sends messages to an address the account has chosen. The address is judged again here: what a stage allows may have changed since it was saved. */
export const webhookChannel = (
  deliveries: MessagingSettings['deliveries'],
  resolve: Resolve = lookup,
): MessageChannel => {
  const { connectMs, totalMs, localTargets } = deliveries
  const limits = { connectMs, totalMs, maxBytes: MAX_ANSWER_BYTES }
  const toPublic = outgoing({ ...limits, lookup: guardedLookup(resolve) })
  const toLocal = outgoing(limits)
  return async (target, message, now) => {
    if (allowedAddress(target.url, deliveries) === undefined) return { kind: 'refused', reason: TARGET_REFUSED }
    const exchange: Outgoing = isLocalTarget(new URL(target.url), localTargets) ? toLocal : toPublic
    return resultOf(await exchange(requestOf(target, message, now)), now)
  }
}

import { rfc3339 } from '../../../shared/kernel/time.ts'
import { addressChannel } from '../../outgoing/address-channel.ts'
import type { Resolve } from '../../outgoing/guarded-lookup.ts'
import { attemptOf } from '../../outgoing/reply.ts'
import type { OutgoingSettings } from '../../outgoing/settings.ts'
import { bySecret, signedRequest } from '../../outgoing/signed-request.ts'
import type { Message } from '../sending/message.ts'
import type { MessageChannel } from './message-channel.ts'

const bodyOf = ({ id, title, content, template, createdAt }: Message): string =>
  JSON.stringify({ type: 'message', timestamp: rfc3339(createdAt), data: { id, title, content, template } })

/** Sends messages to an address the account has chosen. */
export const webhookChannel = (deliveries: OutgoingSettings['deliveries'], resolve?: Resolve): MessageChannel => {
  const exchange = addressChannel(deliveries, resolve)
  return async ({ url, secrets }, message, now) => {
    const request = signedRequest(url, { id: message.id, body: bodyOf(message) }, secrets.map(bySecret), now)
    return attemptOf(await exchange(request), now)
  }
}

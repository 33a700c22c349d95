import type { Target } from '../../../functions/messaging/channels/message-channel.ts'
import { deliver } from '../../../functions/messaging/delivering/deliver.ts'
import { saveChannel } from '../../../functions/messaging/edit-channels.ts'
import { messagingKeys } from '../../../functions/messaging/keys.ts'
import { bearerClaim } from '../../../functions/messaging/sending/find-sender.ts'
import type { Message } from '../../../functions/messaging/sending/message.ts'
import { messageOf } from '../../../functions/messaging/sending/message-store.ts'
import { send } from '../../../functions/messaging/sending/send.ts'
import type { Attempt } from '../../../functions/outgoing/attempt.ts'
import { ok } from '../../../shared/kernel/outcome.ts'
import { valueIn } from '../../kit.ts'
import { person, stored, world } from '../fixture.ts'

/** A message under way to a channel, and a receiver that answers as told, at the moment it is told. */
export const underWay = async () => {
  const at = { ...world(), calls: [] as { target: Target; message: Message }[] }
  const by = await person(at)
  const channel = { accountId: by.accountId, code: 'ops', url: 'https://hooks.example.com/in' }
  const { secret = '' } = valueIn(await saveChannel(at, channel))
  const draft = { title: 't', content: 'c', template: 'txt', channel: 'webhook', option: 'ops' } as const
  const { id } = valueIn(await send(at, bearerClaim(by.session), ok(draft)))
  const [pointer] = at.queue.sent
  if (!pointer) throw new Error('nothing was woken')
  const run = (answer: Attempt | (() => Promise<Attempt>)) => {
    const webhook = async (target: Target, message: Message) => {
      at.calls.push({ target, message })
      return typeof answer === 'function' ? answer() : answer
    }
    return deliver({ ...at, channels: { webhook } }, pointer.id)
  }
  const item = () => stored(at, messagingKeys.message(by.accountId, id))
  const message = () => {
    const found = item()
    if (!found) throw new Error('the message is gone')
    return messageOf(found)
  }
  return { at, by, id, channel, secret, run, item, message }
}

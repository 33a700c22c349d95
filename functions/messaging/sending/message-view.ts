import * as z from 'zod/mini'
import { rfc3339, rfc3339If } from '../../../shared/kernel/time.ts'
import { channels, failureReasons, type Message, messageStatuses, senders, templates } from './message.ts'

const time = z.iso.datetime()

/** A message as the API shows it. `attempts` and what follows it speak of delivery to a channel outside. */
export const messageSchema = z.strictObject({
  id: z.string(),
  sender: z.enum(senders),
  status: z.enum(messageStatuses),
  title: z.string(),
  content: z.string(),
  template: z.enum(templates),
  channel: z.enum(channels),
  option: z.nullable(z.string()),
  createdAt: time,
  deliveredAt: z.nullable(time),
  attempts: z.int(),
  nextAttemptAt: z.nullable(time),
  reason: z.nullable(z.enum(failureReasons)),
})

export const messageView = (message: Message): z.infer<typeof messageSchema> => {
  const {
    id,
    sender = 'account',
    status,
    title,
    content,
    template,
    channel,
    option,
    createdAt,
    attempts,
    reason,
  } = message
  return {
    ...{
      id,
      sender,
      status,
      title,
      content,
      template,
      channel,
      option: option ?? null,
      attempts,
      reason: reason ?? null,
    },
    createdAt: rfc3339(createdAt),
    deliveredAt: rfc3339If(status === 'delivered' ? message.endedAt : undefined),
    nextAttemptAt: rfc3339If(message.notBefore),
  }
}

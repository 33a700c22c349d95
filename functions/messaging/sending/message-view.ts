import * as z from 'zod/mini'
import { type Millis, rfc3339 } from '../../../shared/kernel/time.ts'
import { channels, type Message, messageStatuses, templates } from './message.ts'

/** A message as the API shows it. `attempts` and what follows it speak of delivery to a channel outside. */
export const messageSchema = z.strictObject({
  id: z.string(),
  status: z.enum(messageStatuses),
  title: z.string(),
  content: z.string(),
  template: z.enum(templates),
  channel: z.enum(channels),
  option: z.optional(z.string()),
  createdAt: z.string(),
  deliveredAt: z.optional(z.string()),
  attempts: z.int(),
  nextAttemptAt: z.optional(z.string()),
  reason: z.optional(z.string()),
})

const time = (at: Millis | undefined): string | undefined => (at === undefined ? undefined : rfc3339(at))

export const messageView = (message: Message): z.infer<typeof messageSchema> => {
  const { id, status, title, content, template, channel, option, createdAt, attempts, reason } = message
  return {
    ...{ id, status, title, content, template, channel, option, attempts, reason },
    createdAt: rfc3339(createdAt),
    deliveredAt: time(status === 'delivered' ? message.endedAt : undefined),
    nextAttemptAt: time(message.notBefore),
  }
}

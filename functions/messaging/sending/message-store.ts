import * as z from 'zod/mini'
import { target } from '../../../shared/kernel/states.ts'
import { MINUTE, type Millis } from '../../../shared/kernel/time.ts'
import { DUE, due, listedAt, ttlAt } from '../../../shared/table/keys.ts'
import { stateAllows } from '../../../shared/table/state-condition.ts'
import { all, equals, type Item, isNew, type Put, put, type Update, update } from '../../../shared/table/write.ts'
import { accountLists } from '../../account/keys.ts'
import { messagingKeys } from '../keys.ts'
import type { MessagingSettings } from '../settings.ts'
import {
  channels,
  type FailureReason,
  failureReasons,
  type Message,
  type MessageEvent,
  messageStatuses,
  messageTransitions,
  senders,
  templates,
} from './message.ts'

const stored = z.object({
  id: z.string(),
  accountId: z.string(),
  sender: z.optional(z.enum(senders)),
  title: z.string(),
  content: z.string(),
  template: z.enum(templates),
  channel: z.enum(channels),
  option: z.optional(z.string()),
  status: z.enum(messageStatuses),
  createdAt: z.number(),
  attempts: z.int(),
  notBefore: z.optional(z.number()),
  endedAt: z.optional(z.number()),
  reason: z.optional(z.enum(failureReasons)),
})

/** The message in an item. */
export const messageOf = (item: Item): Message => z.parse(stored, item)

type Keeping = MessagingSettings['keeping']

/** A message comes into being; one that must leave the house is owed, a minute after its wake-up should have done it. */
export const messageAccepted = (message: Message, { messageMs }: Keeping): Put => {
  const key = messagingKeys.message(message.accountId, message.id)
  const owed = message.status === 'accepted' && due(key, message.createdAt + MINUTE)
  return put(key, { ...message, ttl: ttlAt(message.createdAt + messageMs), ...owed }, isNew)
}

/** Who sent when, through what, to how many: kept when title and content are gone, and found by the message's id alone. */
export const sendingRecorded = (message: Message, { recordMs }: Keeping): Put => {
  const { id, accountId, createdAt, channel, option, template } = message
  const record = { id, accountId, createdAt, channel, option, template, receivers: 1 }
  return put(
    messagingKeys.sent(accountId, id),
    { ...record, ttl: ttlAt(createdAt + recordMs), ...listedAt(accountLists.named(id), createdAt) },
    isNew,
  )
}

/**
 * The channel took it. Holds whichever attempt brought it about: when two workers had the same pointer, the one that got
 * through is right.
 */
export const messageDelivered = (message: Message, at: Millis): Update =>
  update(
    messagingKeys.message(message.accountId, message.id),
    {
      set: { status: target(messageTransitions, 'delivered'), endedAt: at },
      add: { attempts: 1 },
      remove: [...DUE, 'notBefore', 'reason'],
    },
    stateAllows(messageTransitions, 'delivered'),
    'message_over',
  )

const unlessOvertaken = (message: Message, on: MessageEvent) =>
  all(stateAllows(messageTransitions, on), equals('attempts', message.attempts))

/** No further attempt. */
export const messageFailed = (message: Message, reason: FailureReason, at: Millis): Update =>
  update(
    messagingKeys.message(message.accountId, message.id),
    {
      set: { status: target(messageTransitions, 'failed'), endedAt: at, reason },
      add: { attempts: 1 },
      remove: [...DUE, 'notBefore'],
    },
    unlessOvertaken(message, 'failed'),
    'message_overtaken',
  )

/** Another attempt at `at`, not earlier: `dueAt` may be moved by the sweep, `notBefore` may not. */
export const messageWaits = (message: Message, reason: FailureReason, at: Millis): Update => {
  const key = messagingKeys.message(message.accountId, message.id)
  return update(
    key,
    { set: { notBefore: at, reason, ...due(key, at) }, add: { attempts: 1 }, remove: ['wakePause'] },
    unlessOvertaken(message, 'put_off'),
    'message_overtaken',
  )
}

import type { Expected } from '../../../shared/kernel/expected.ts'
import { type Refusal, refusedField } from '../../../shared/kernel/outcome.ts'
import type { StateTable } from '../../../shared/kernel/states.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import { notTaken } from '../../outgoing/attempt.ts'

export const messageStatuses = ['accepted', 'delivered', 'failed'] as const
export type MessageStatus = (typeof messageStatuses)[number]

export const messageTransitions = [
  { from: ['accepted'], on: 'put_off', when: 'an attempt failed and another follows' },
  { from: ['accepted'], to: 'delivered', on: 'delivered', when: 'the channel took it' },
  {
    from: ['accepted'],
    to: 'failed',
    on: 'failed',
    when: 'the channel refused it for good, or the last attempt failed',
  },
] as const satisfies StateTable<MessageStatus, string>
export type MessageEvent = (typeof messageTransitions)[number]['on']

/** Why an attempt failed: the address did not take it, or, `channel_removed`, nobody says any more where to. */
export const failureReasons = [...notTaken, 'channel_removed'] as const
export type FailureReason = (typeof failureReasons)[number]

/** How a reader is to show the content. */
export const templates = ['html', 'txt', 'markdown', 'json'] as const
export type Template = (typeof templates)[number]

/** Where a message goes: the account's own inbox, or an address the account has set up. */
export const channels = ['inbox', 'webhook'] as const
export type Channel = (typeof channels)[number]

/** What somebody wants to send. `option` names the configured channel where `channel` is not the inbox. */
export type Draft = { title: string; content: string; template: Template; channel: Channel; option?: string }

/** Who says it: whoever sends as the account, or this service, which tells the account something. */
export const senders = ['account', 'service'] as const
export type Sender = (typeof senders)[number]

/** A message that was accepted; by the account where no `sender` is kept. `notBefore` is when the next attempt may be made; `reason` says why the last one failed. */
export type Message = Draft & {
  id: string
  accountId: string
  sender?: Sender | undefined
  status: MessageStatus
  createdAt: Millis
  attempts: number
  notBefore?: Millis
  endedAt?: Millis
  reason?: FailureReason
}

/** What an item can hold: DynamoDB's 400 KB less keys, names and the other attributes. */
const STORABLE_BYTES = 408_000

const longerThan = (text: string, limit: number): boolean => {
  if (text.length <= limit) return false
  let codePoints = 0
  for (const _ of text) codePoints += 1
  return codePoints > limit
}

/** Why a draft cannot be sent; undefined when it can. Lengths in code points; `configured`: the channel it names exists. */
export const draftRefusal = (
  draft: Draft,
  limits: { titleLength: number; contentLength: number },
  configured: boolean,
): Refusal | undefined => {
  const refuse = (pointer: string, code: Refusal['code'], expected?: Expected): Refusal =>
    refusedField(pointer, code, expected).refusal
  const { titleLength, contentLength } = limits
  if (draft.content.trim() === '') return refuse('/content', 'message_empty')
  if (/[\r\n\u2028\u2029]/.test(draft.title)) return refuse('/title', 'title_line_break')
  if (longerThan(draft.title, titleLength))
    return refuse('/title', 'message_too_long', { type: 'string', maxLength: titleLength })
  if (longerThan(draft.content, contentLength))
    return refuse('/content', 'message_too_long', { type: 'string', maxLength: contentLength })
  if (Buffer.byteLength(draft.title) + Buffer.byteLength(draft.content) > STORABLE_BYTES)
    return refuse('/content', 'message_too_long', { maximum: STORABLE_BYTES, unit: 'bytes' })
  if (draft.channel !== 'inbox' && !configured) return refuse('/option', 'channel_not_configured')
  return undefined
}

/** The message a draft becomes. What stays in the inbox is delivered by being there. */
export const accepted = (draft: Draft, accountId: string, id: string, now: Millis): Message => {
  const { option, ...rest } = draft
  const fresh = { ...rest, id, accountId, createdAt: now, attempts: 0 }
  if (draft.channel === 'inbox') return { ...fresh, status: 'delivered', endedAt: now }
  return { ...fresh, option, status: 'accepted', notBefore: now }
}

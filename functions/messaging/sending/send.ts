import type { Ids } from '../../../shared/kernel/ids.ts'
import { type Outcome, ok, type Refusal } from '../../../shared/kernel/outcome.ts'
import type { Clock, Millis } from '../../../shared/kernel/time.ts'
import type { Queue } from '../../../shared/queue/queue.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { KeyRing } from '../../../shared/vault/key-ring.ts'
import type { GateSettings } from '../../gate/settings.ts'
import { messageWork, messagingKeys } from '../keys.ts'
import type { MessagingSettings } from '../settings.ts'
import { type Claim, findSender, type Sender, type SenderDeps } from './find-sender.ts'
import { accepted, type Draft, draftRefusal, type Message } from './message.ts'
import { messageAccepted, sendingRecorded } from './message-store.ts'
import { countersAt, type Limits, limitsOf, quotaRefusal } from './quota.ts'
import { countsIn, refusalCounted, requestCounted } from './quota-store.ts'

export type SendDeps = SenderDeps & {
  queue: Queue
  clock: Clock
  ids: Ids
  settings: GateSettings & Pick<MessagingSettings, 'sending' | 'keeping'>
}

/** Eight characters of base64url: 48 bits, which only an account's own contents of one hour share. */
const HASH_LENGTH = 8

/** Equal for drafts of an account with the same title and content; says nothing of them, which may be a code and little else. */
const hashOf = (ring: KeyRing, accountId: string, { title, content }: Draft): string => {
  const mac = ring.mac('message_content', accountId, title, content)
  return mac.slice(0, mac.indexOf('.') + 1 + HASH_LENGTH)
}

/** Half of a surrogate pair cannot be stored; it becomes U+FFFD. */
const storable = (draft: Draft): Draft => ({
  ...draft,
  title: draft.title.toWellFormed(),
  content: draft.content.toWellFormed(),
})

/** Counts one request against the account's limits; answers the limit that stopped it. One call, two when stopped. */
const count = async (
  table: Table,
  sender: Sender,
  limits: Limits,
  now: Millis,
  contentHash?: string,
): Promise<Refusal | undefined> => {
  const counters = countersAt(now, contentHash)
  const counted = await table.update(requestCounted(sender.accountId, counters, limits, sender.quota, now))
  if (counted.kind === 'updated') return undefined
  const refusal = quotaRefusal(countsIn(counted.item, counters), limits, now)
  if (refusal.code !== 'send_quota_reached') await table.commit([refusalCounted(sender.accountId, counters)])
  return refusal
}

/**
 * Takes one message, whatever interface it came through. Looks in this order, so that the first obstacle is the one told:
 * who sends (`unauthenticated`), the gate (`banned`, `not_verified`), the limits (`send_quota_reached`, `send_burst`,
 * `duplicate_message`), the draft itself. Requests are counted, so a draft that is refused costs one too; its content does
 * not count as sent. Three table calls, and one queue call if the message leaves the house.
 */
export const send = async (
  deps: SendDeps,
  claim: Claim | undefined,
  read: Outcome<Draft>,
): Promise<Outcome<Message>> => {
  const now = deps.clock.now()
  const found = await findSender(deps, claim, now)
  if (!found.ok) return found
  const sender = found.value
  const limits = limitsOf(deps.settings.sending, sender.member)
  const draft = read.ok ? ok(storable(read.value)) : read
  const wrong = draft.ok
    ? draftRefusal(draft.value, limits, sender.channels.has(draft.value.option ?? ''))
    : draft.refusal
  const ring = await deps.keyRing()
  const contentHash = draft.ok && !wrong ? hashOf(ring, sender.accountId, draft.value) : undefined
  const stopped = await count(deps.table, sender, limits, now, contentHash)
  if (stopped) return { ok: false, refusal: stopped }
  if (!draft.ok) return draft
  if (wrong) return { ok: false, refusal: wrong }

  const message = accepted(draft.value, sender.accountId, deps.ids.id(), now)
  const { keeping } = deps.settings
  const stored = await deps.table.commit([messageAccepted(message, keeping), sendingRecorded(message, keeping)])
  if (stored.kind === 'conflict') throw new Error('a fresh message id was taken')
  if (message.status === 'accepted')
    await deps.queue.wake([messageWork.pointerTo(messagingKeys.message(message.accountId, message.id))])
  return ok(message)
}

import { MINUTE, type Millis } from '../kernel/time.ts'
import { due, keyAt } from '../table/keys.ts'
import { work } from '../table/work.ts'
import { type Key, type Update, update, type Value, type Write } from '../table/write.ts'

/** What events are about. Of each thing they are told in the order in which they happened. */
export type Subject = { kind: string; id: string }

/** What happened, of which type: ids, words of closed lists, numbers and what else it is about, and nothing of a person. `accountId`: whose account it concerns. */
export type Announcement = {
  type: string
  accountId?: string
  data: { [name: string]: string | number | boolean | string[] | Subject | undefined }
}

export const OUTBOX_OWNER = 'OUTBOX#'
const SORT = 'OUTBOX'

export const outboxKey = ({ kind, id }: Subject): Key => keyAt(`${OUTBOX_OWNER}${kind}:${id}`, SORT)

/** Work of outboxes. A pointer names the subject: `<kind>:<id>`. */
export const outboxWork = work('outbox', OUTBOX_OWNER, SORT)

/**
 * Events to tell of a subject, in their order, as one write of the very commit that brings them about: they are told if and only if it holds.
 * One write for one subject in one commit. It is owed to tell them within a minute; `wakingTable` sees to it that it is at once.
 */
export const announced = (subject: Subject, events: readonly Announcement[], now: Millis): Update => {
  const key = outboxKey(subject)
  const pending = events.map(({ type, accountId, data }): Value => ({ type, at: now, accountId, data }))
  return update(key, {
    add: { sequence: events.length },
    append: { pending },
    set: due(key, now + MINUTE),
    remove: ['wakePause', 'ttl'],
  })
}

/** Whether a write puts events into an outbox. */
export const isAnnouncement = (write: Write): boolean =>
  write.kind === 'update' && write.changes.append !== undefined && outboxWork.isOf(write.key)

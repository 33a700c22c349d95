import type { Millis } from '../../../shared/kernel/time.ts'
import type { Complaint, Deed } from '../complaint.ts'
import type { ChannelComplaint, ComplaintDesk } from '../complaint-desk.ts'

/**
 * How it ended at the channel. `waiting`: nothing is known, it will be tried again. `refused`: the channel will not, or nobody can
 * tell whether it was done and doing it twice would be worse than not at all.
 */
export type Performed = { kind: 'none' | 'done' | 'waiting' } | { kind: 'refused'; code: string }

/** Whether the channel shows it as done: then an earlier try arrived. */
const isDone = (deed: Deed, told: ChannelComplaint): boolean => {
  if (deed.kind === 'complete') return told.state === 'processed'
  return deed.answersPayer && told.state !== 'pending' && !told.awaitsReply
}

/** A further reply, which nobody waited for, leaves no trace by which a repeat could know that it arrived. */
const isTraceless = (deed: Deed): boolean => deed.kind === 'reply' && !deed.answersPayer

/**
 * Does what an operator asked for, unless the channel shows that it is done. `isFirst`: nobody has tried before, so it cannot
 * have arrived. At most one call.
 */
export const perform = async (
  desk: ComplaintDesk,
  deed: Deed | undefined,
  told: ChannelComplaint,
  isFirst: boolean,
): Promise<Performed> => {
  if (!deed) return { kind: 'none' }
  if (isDone(deed, told)) return { kind: 'done' }
  if (!isFirst && isTraceless(deed)) return { kind: 'refused', code: 'result_unknown' }
  const answer =
    deed.kind === 'reply' ? await desk.reply(told.complaintId, deed.text) : await desk.complete(told.complaintId)
  if (answer.kind === 'done') return { kind: 'done' }
  if (answer.kind === 'rejected') return { kind: 'refused', code: answer.code }
  return isTraceless(deed) ? { kind: 'refused', code: 'result_unknown' } : { kind: 'waiting' }
}

/** Kept of what we answered, the newest: far more than any talk has, and with room in the item. */
const MOST_ANSWERS = 100

/** The complaint with what became of the deed. */
export const afterPerformed = (complaint: Complaint, performed: Performed, now: Millis): Complaint => {
  const { pending, ...rest } = complaint
  if (!pending || performed.kind === 'none' || performed.kind === 'waiting') return complaint
  if (performed.kind === 'refused') return { ...rest, refusal: { deed: pending.kind, code: performed.code, at: now } }
  if (pending.kind === 'complete') return { ...rest, completedAt: now }
  const { text, operatorId } = pending
  return { ...rest, answers: [...rest.answers, { text, at: now, operatorId }].slice(-MOST_ANSWERS) }
}

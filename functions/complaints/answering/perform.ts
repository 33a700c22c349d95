import type { Millis } from '../../../shared/kernel/time.ts'
import type { Complaint, Deed } from '../complaint.ts'
import type { ChannelComplaint, ComplaintDesk, ComplaintDone } from '../complaint-desk.ts'
import { hasArrived } from '../talk/talk.ts'

/** Why nothing is sent, or not once more: words of ours among the channel's codes. */
type Unsent = 'result_unknown' | 'complaint_over' | 'complaint_went_on' | 'complaint_not_answered'

/**
 * How it ended at the channel. `waiting`: nothing is known, it will be tried again. `refused`: the channel will not, or there is nothing
 * to send any more, or nobody can tell whether it was done and doing it twice would be worse than not at all.
 */
export type Performed = { kind: 'none' | 'done' | 'waiting' } | { kind: 'refused'; code: string }

const unsent = (code: Unsent): Performed => ({ kind: 'refused', code })

const heard = (answer: ComplaintDone, otherwise: Performed): Performed => {
  if (answer.kind === 'done') return { kind: 'done' }
  return answer.kind === 'rejected' ? { kind: 'refused', code: answer.code } : otherwise
}

/** The payer waits for an answer. */
const waits = ({ state, awaitsReply }: ChannelComplaint): boolean => state === 'pending' || awaitsReply

type Reply = Deed & { kind: 'reply' }
type Completion = Deed & { kind: 'complete' }

/** What the channel has of a reply that somebody may have sent: undefined where it is certain that it did not arrive, and is waited for. */
const sentBefore = async (
  desk: ComplaintDesk,
  deed: Reply,
  answers: Complaint['answers'],
  told: ChannelComplaint,
): Promise<Performed | undefined> => {
  if (!deed.answersPayer) return unsent('result_unknown')
  // Whether somebody waits says nothing about it: the payer may have written since, or another answered on the channel's site.
  const talk = await desk.history(told.complaintId)
  if (talk.kind !== 'history') return { kind: 'waiting' }
  if (hasArrived(talk, answers, deed)) return { kind: 'done' }
  return told.state === 'processed' || waits(told) ? undefined : unsent('result_unknown')
}

const reply = async (desk: ComplaintDesk, deed: Reply, told: ChannelComplaint): Promise<Performed> => {
  if (told.state === 'processed') return unsent('complaint_over')
  if (deed.answersPayer && !waits(told)) return unsent('complaint_went_on')
  const answer = await desk.reply(told.complaintId, deed.text)
  return heard(answer, deed.answersPayer ? { kind: 'waiting' } : unsent('result_unknown'))
}

/** Somebody may have ended it before the payer went on with it: it goes on from there, whoever has answered that since. */
const mayHaveEnded = ({ followUps }: Completion, told: ChannelComplaint): boolean =>
  followUps !== undefined && told.followUps > followUps

const complete = async (
  desk: ComplaintDesk,
  deed: Completion,
  told: ChannelComplaint,
  isFirst: boolean,
): Promise<Performed> => {
  if (told.state === 'processed') return { kind: 'done' }
  if (waits(told)) return unsent('complaint_not_answered')
  if (!isFirst && mayHaveEnded(deed, told)) return unsent('complaint_went_on')
  return heard(await desk.complete(told.complaintId), { kind: 'waiting' })
}

/**
 * Does what an operator asked for, as far as that fits what the channel tells, and unless it was done before. `isFirst`: nobody has
 * tried before, so it cannot have arrived. Sends at most once.
 */
export const perform = async (
  desk: ComplaintDesk,
  { pending, answers }: Pick<Complaint, 'pending' | 'answers'>,
  told: ChannelComplaint,
  isFirst: boolean,
): Promise<Performed> => {
  if (!pending) return { kind: 'none' }
  if (pending.kind === 'complete') return complete(desk, pending, told, isFirst)
  const before = isFirst ? undefined : await sentBefore(desk, pending, answers, told)
  return before ?? reply(desk, pending, told)
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

import type { Ids } from '../../../shared/kernel/ids.ts'
import { type Outcome, ok, refused, refusedField } from '../../../shared/kernel/outcome.ts'
import { rfc3339 } from '../../../shared/kernel/time.ts'
import { commitDeed } from '../../audit/commit-deed.ts'
import { type DeedAction, deedSubjects, doers, type Operator } from '../../audit/deed.ts'
import { type Complaint, type Deed, type DeedKind, isEnded } from '../complaint.ts'
import { complaintDeedTaken } from '../complaint-store.ts'
import { evidenceFor } from '../evidence/gather-evidence.ts'
import { type FollowDeps, lookAt } from '../following/follow-complaint.ts'
import { findComplaint, type Named, readTalk } from '../read-complaints.ts'
import { wentOn } from '../talk/talk.ts'
import type { Performed } from './perform.ts'
import { suggestedReply } from './reply-text.ts'

export type AnswerDeps = FollowDeps & {
  ids: Ids
  /** Waits a moment: the worker may be looking at the complaint, because the channel notifies of our answers, too. */
  pause: () => Promise<void>
}

/** What to do about a complaint as it was read: something new, nothing (a second click), or a refusal. */
type Plan = { kind: 'deed'; deed: Deed } | { kind: 'done' } | { kind: 'refused'; outcome: Outcome<Complaint> }

const no = (outcome: Outcome<Complaint>): Plan => ({ kind: 'refused', outcome })

/** Somebody has answered, or the payer has written, since; it tells what we said last. */
const goneOn = ({ answers }: Complaint): Outcome<Complaint> => {
  const last = answers.at(-1)
  return refused(
    'complaint_went_on',
    last && { extra: { answer: last.text, answeredBy: last.operatorId, answeredAt: rfc3339(last.at) } },
  )
}

const outcomeOf = (complaint: Complaint, performed: Performed): Outcome<Complaint> => {
  if (performed.kind !== 'refused') return ok(complaint)
  const { code } = performed
  if (code === 'result_unknown') return refused('complaint_reply_unconfirmed')
  if (code === 'complaint_went_on') return goneOn(complaint)
  if (code === 'complaint_over' || code === 'complaint_not_answered') return refused(code)
  return refused('complaint_refused_by_channel', { extra: { channelCode: code } })
}

const deedNames: Record<DeedKind, DeedAction> = { reply: 'complaint_reply', complete: 'complaint_complete' }

/** Longer than a look of the worker, whose channel answers. */
const TRIES = 10

/**
 * Writes down what an operator asks for, with its audit record, and then asks the channel. Should this function die in between,
 * the complaint's worker goes on with it. What the channel cannot be told now stays `pending` and is repeated.
 */
const ask = async (
  deps: AnswerDeps,
  operator: Operator,
  named: Named & { reason: string },
  plan: (complaint: Complaint) => Promise<Plan>,
): Promise<Outcome<Complaint>> => {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const complaint = await findComplaint(deps.table, named)
    if (!complaint) return refused('not_found')
    const planned = await plan(complaint)
    if (planned.kind === 'done') return ok(complaint)
    if (planned.kind === 'refused') return planned.outcome
    const { deed } = planned
    const { at } = deed
    const record = {
      id: deps.ids.id(),
      subject: deedSubjects.complaint(complaint.channel, complaint.complaintId),
      at,
      by: doers.operator(operator),
      action: deedNames[deed.kind],
      reason: named.reason,
    }
    const committed = await commitDeed(deps, record, [complaintDeedTaken(complaint, deed, at)])
    if (committed.kind === 'conflict') {
      await deps.pause()
      continue
    }
    const taken = { ...complaint, pending: deed, refusal: undefined, changes: complaint.changes + 1 }
    const look = await lookAt(deps, taken, true)
    return outcomeOf(look.complaint, look.performed)
  }
  return refused('contended')
}

const defaultText = async (deps: AnswerDeps, complaint: Complaint): Promise<string | undefined> =>
  suggestedReply(complaint, await evidenceFor(deps.table, complaint), deps.goods)

/** Which version of the talk the operator has read: nothing is done about one that went on since. Without it nothing is compared. */
type Seen = { seen?: string | undefined }

/** A refusal where the talk went on since it was read. */
const compareTalk = async (deps: AnswerDeps, complaint: Complaint, { seen }: Seen): Promise<Plan | undefined> => {
  if (seen === undefined) return undefined
  const talk = await readTalk(await deps.desk(complaint.channel), complaint.complaintId)
  return wentOn(seen, talk, complaint) ? no(goneOn(complaint)) : undefined
}

/**
 * Answers the payer: with `text`, or with what the evidence says. A second click does nothing; neither does the answer to a talk that
 * went on since it was read (`seen`).
 */
export const replyToComplaint = (
  deps: AnswerDeps,
  operator: Operator,
  input: Named & Seen & { text?: string; reason: string },
): Promise<Outcome<Complaint>> =>
  ask(deps, operator, input, async (complaint) => {
    const { pending, answers, status } = complaint
    const lastReply = answers.at(-1)
    // The evidence may read differently by now; what it said before is an answer all the same.
    const isSaid = (said: string): boolean => input.text === undefined || input.text === said
    if (pending?.kind === 'reply' && isSaid(pending.text)) return { kind: 'done' }
    if (pending) return no(refused('complaint_deed_pending'))
    if (lastReply && isSaid(lastReply.text) && status !== 'open') return { kind: 'done' }
    if (isEnded(complaint)) return no(refused('complaint_over'))
    const late = await compareTalk(deps, complaint, input)
    if (late) return late
    const text = input.text ?? (await defaultText(deps, complaint))
    if (text === undefined) return no(refusedField('/text', 'complaint_reply_needed'))
    const by = { operatorId: operator.operatorId, at: deps.clock.now() }
    return { kind: 'deed', deed: { ...by, kind: 'reply', text, answersPayer: status === 'open' } }
  })

/** Ends the complaint at the channel, which wants the payer answered first. A second click does nothing. */
export const completeComplaint = (
  deps: AnswerDeps,
  operator: Operator,
  input: Named & Seen & { reason: string },
): Promise<Outcome<Complaint>> =>
  ask(deps, operator, input, async (complaint) => {
    const { pending, status } = complaint
    if (pending?.kind === 'complete' || isEnded(complaint)) return { kind: 'done' }
    if (pending) return no(refused('complaint_deed_pending'))
    if (status === 'open') return no(refused('complaint_not_answered'))
    const late = await compareTalk(deps, complaint, input)
    if (late) return late
    const by = { operatorId: operator.operatorId, at: deps.clock.now() }
    return { kind: 'deed', deed: { ...by, kind: 'complete', followUps: complaint.followUps } }
  })

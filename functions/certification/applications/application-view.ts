import * as z from 'zod/mini'
import { type Millis, rfc3339, rfc3339If } from '../../../shared/kernel/time.ts'
import { materialKinds } from '../../material/material.ts'
import { caseIdOf } from '../../review/case/case-id.ts'
import { applicantKinds } from '../applicants/applicant-kinds.ts'
import { isOver, paperKinds } from '../papers/paper.ts'
import { type Application, feeStates, type PartialVerdict, partialVerdicts, presences } from './application.ts'
import { applicationStatuses, applicationStepEvents } from './application-states.ts'
import { standing } from './clock.ts'
import { faceAction, pairToken } from './pair.ts'

const time = z.iso.datetime()
const namesShown = z.strictObject({ from: z.string(), to: z.string() })
const verdictShown = z.strictObject({ verdict: z.enum(partialVerdicts), reason: z.nullable(z.string()) })
export const pictureShown = z.strictObject({ id: z.string(), kind: z.enum(materialKinds) })

/** An application as its administrator sees it. */
export const applicationShown = z.strictObject({
  id: z.string(),
  app: z.string(),
  applicant: z.string(),
  kind: z.enum(applicantKinds),
  status: z.enum(applicationStatuses),
  /** The change of name that is applied for. */
  names: namesShown,
  /** What stands for exactly that change, to be sent with what confirms it, and what a confirmation by face of it is about. */
  pairToken: z.string(),
  faceAction: z.string(),
  /** Whether exactly that change was confirmed. */
  namesConfirmed: z.boolean(),
  materials: z.array(pictureShown),
  /** Until when its papers count, as far as that is known; null for no end. */
  papers: z.array(
    z.strictObject({ kind: z.enum(paperKinds), day: z.string(), until: z.nullable(time), over: z.boolean() }),
  ),
  /** With the numbers of people in it masked. */
  said: z.nullable(z.string()),
  presence: z.nullable(z.enum(presences)),
  /** Whether results are texted to the number that was proven when it was confirmed. */
  texted: z.boolean(),
  fee: z.strictObject({
    amountFen: z.int(),
    status: z.enum(feeStates),
    /** The order by which it was paid. */
    order: z.nullable(z.string()),
  }),
  /** By when whatever it waits for must happen. */
  draftUntil: z.nullable(time),
  confirmUntil: z.nullable(time),
  payUntil: z.nullable(time),
  decideBy: z.nullable(time),
  correctUntil: z.nullable(time),
  qualification: verdictShown,
  naming: verdictShown,
  /** How often it was returned, the last time last. */
  returns: z.array(
    z.strictObject({
      at: time,
      fields: z.array(z.string()),
      words: z.nullable(z.string()),
      answeredAt: z.nullable(time),
      changed: z.array(z.string()),
    }),
  ),
  /** The case in which people look at it. */
  review: z.nullable(z.string()),
  /** How it came to be where it is. */
  steps: z.array(z.strictObject({ at: time, on: z.enum(applicationStepEvents), status: z.enum(applicationStatuses) })),
  createdAt: time,
  submittedAt: z.nullable(time),
  confirmedAt: z.nullable(time),
  endedAt: z.nullable(time),
})

const showVerdict = ({ verdict, reason }: PartialVerdict) => ({ verdict, reason: reason ?? null })

/** A time that matters only while it waits for that. */
const whileIn = (of: Application, status: Application['status'], at: Millis | undefined) =>
  of.status === status ? rfc3339If(at) : null

/** As it stands at a moment. */
export const showApplication = (kept: Application, now: Millis): z.infer<typeof applicationShown> => {
  const of = standing(kept, now)
  const token = pairToken(of.id, of.names)
  const { confirmedNames: confirmed, names } = of
  return {
    ...{ id: of.id, app: of.appId, applicant: of.applicantId, kind: of.kind, status: of.status },
    ...{ names: { ...names }, pairToken: token, faceAction: faceAction(token) },
    namesConfirmed: confirmed !== undefined && confirmed.from === names.from && confirmed.to === names.to,
    materials: of.materials.map((one) => ({ ...one })),
    papers: (of.papers ?? []).map((paper) => ({
      ...{ kind: paper.kind, day: paper.day, until: rfc3339If(paper.until), over: isOver(paper, now) },
    })),
    said: of.said ?? null,
    presence: of.presence ?? null,
    texted: of.hasNumber === true,
    fee: { amountFen: of.feeFen, status: of.fee, order: of.paid?.orderId ?? null },
    draftUntil: whileIn(of, 'draft', of.draftUntil),
    confirmUntil: whileIn(of, 'awaiting_confirmation', of.confirmUntil),
    payUntil: whileIn(of, 'awaiting_payment', of.payUntil),
    decideBy: whileIn(of, 'in_review', of.decideBy),
    correctUntil: whileIn(of, 'returned', of.correctUntil),
    qualification: showVerdict(of.qualification),
    naming: showVerdict(of.naming),
    returns: of.returns.map(({ at, fields, words, answeredAt, changed }) => ({
      at: rfc3339(at),
      fields: [...fields],
      words: words ?? null,
      answeredAt: rfc3339If(answeredAt),
      changed: [...(changed ?? [])],
    })),
    review: of.caseId === undefined ? null : caseIdOf({ accountId: of.accountId, id: of.caseId }),
    steps: of.steps.map(({ at, ...step }) => ({ at: rfc3339(at), ...step })),
    createdAt: rfc3339(of.createdAt),
    submittedAt: rfc3339If(of.submittedAt),
    confirmedAt: rfc3339If(of.confirmedAt),
    endedAt: rfc3339If(of.endedAt),
  }
}

import type { Fen } from '../../../shared/kernel/money.ts'
import { target } from '../../../shared/kernel/states.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import type { Application, FeePaid, FeeState, Filling, Presence } from './application.ts'
import {
  type ApplicationEvent,
  type ApplicationStatus,
  applicationTransitions,
  endedStatuses,
} from './application-states.ts'
import { correctionEnd, deadlineOf, type Expiry } from './clock.ts'
import { feeAfter } from './fee.ts'

/** Events that lead to a state of their own. */
type Moving = Exclude<ApplicationEvent, 'edited' | 'amended' | 'overdue'>

const moved = (of: Application, on: Moving, at: Millis, changes: Partial<Application>): Application => {
  const status: ApplicationStatus = target(applicationTransitions, on)
  const isEnd = endedStatuses.some((one) => one === status)
  const fee: FeeState | undefined = feeAfter(of, on)
  return {
    ...of,
    ...changes,
    status,
    ...(fee && { fee }),
    ...(isEnd && { endedAt: at }),
    steps: [...of.steps, { at, on, status }],
  }
}

/** What an administrator fills in; words that are null are taken away. */
export type Filled = Partial<Pick<Application, 'names' | 'materials' | 'papers' | 'applicantId' | 'kind'>> & {
  said?: string | null
}

/** It was filled in further. */
export const afterEdit = (
  { readied: _anew, said: before, ...of }: Application,
  { said = before ?? null, ...filled }: Filled,
): Application => ({ ...of, ...filled, ...(said !== null && { said }) })

/** It was sent in, and waits for its administrator until then. `feeFen`: what it costs, said by now; `heldName`: what the name looks like that is kept for it. */
export const afterSubmission = (
  of: Application,
  sent: { feeFen: Fen; confirmUntil: Millis; heldName?: string | undefined },
  now: Millis,
): Application => {
  const { heldName, ...rest } = sent
  return moved(of, 'submitted', now, { ...rest, ...(heldName !== undefined && { heldName }), submittedAt: now })
}

/** How it goes on from the confirmation. Times are epoch ms, `decideMs` how long people have. */
export type Terms = { payUntil: Millis; paidUntil: Millis; decideMs: Millis }

const numbered = { hasNumber: true } as const

/** Who confirmed, and how; `hasNumber`: the number by which they did is kept. */
export type Confirmation = { presence: Presence; heldSince: Millis; hasNumber: boolean; terms: Terms }

/** Its administrator has confirmed the change of name. */
export const afterConfirmation = (
  of: Application,
  { presence, heldSince, hasNumber, terms }: Confirmation,
  now: Millis,
): Application => {
  const { payUntil, paidUntil, decideMs } = terms
  const confirmed = {
    confirmedAt: now,
    presence,
    heldSince,
    confirmedNames: of.names,
    decideMs,
    ...(hasNumber && numbered),
  }
  return of.feeFen === 0
    ? moved(of, 'confirmed_free', now, { ...confirmed, caseId: of.id, decideBy: now + decideMs })
    : moved(of, 'confirmed', now, { ...confirmed, payUntil, paidUntil })
}

/** Its fee was paid. */
export const afterPayment = (of: Application, paid: FeePaid, now: Millis): Application =>
  moved(of, 'paid', now, { paid, fee: 'held', caseId: of.id, decideBy: now + (of.decideMs ?? 0) })

/** A payment came when there was nothing to pay. */
export const afterVainPayment = (of: Application, paid: FeePaid): Application => ({ ...of, vain: [...of.vain, paid] })

/** What of that went back. */
export const afterGivingBack = (of: Application, orderId: string): Application => ({
  ...of,
  vain: of.vain.filter((one) => one.orderId !== orderId),
})

const fillingOf = ({ names, materials, papers, said }: Application): Filling => ({
  to: names.to,
  materials,
  ...(papers && { papers }),
  ...(said !== undefined && { said }),
})

type Window = { windowMs: Millis; leastMs: Millis }

/** It was returned to be corrected in those fields. */
export const afterReturn = (
  of: Application,
  { fields, words, ranOut }: { fields: readonly string[]; words?: string | undefined; ranOut?: boolean },
  window: Window,
  now: Millis,
): Application => {
  const { decideBy: _paused, ...rest } = of
  return moved(rest, 'returned', now, {
    returns: [
      ...of.returns,
      {
        ...{ at: now, fields: [...fields], was: fillingOf(of) },
        ...(words !== undefined && { words }),
        ...(ranOut && { ranOut }),
      },
    ],
    correctUntil: correctionEnd(of, window, now),
  })
}

/** It was sent again, with those fields changed. */
export const afterCorrection = (of: Application, changed: readonly string[], now: Millis): Application => {
  const { correctUntil: _over, readied: _sent, ...rest } = of
  const last = of.returns.length - 1
  return moved(rest, 'corrected', now, {
    returns: of.returns.map((one, at) => (at === last ? { ...one, answeredAt: now, changed: [...changed] } : one)),
    decideBy: now + (of.decideMs ?? 0),
  })
}

/** It was corrected, judged anew, and the change of name that it asks for now was confirmed: it may be sent again as it is. */
export const afterReadying = (
  { heldName: _before, ...of }: Application,
  heldName: string | undefined,
  hasNumber = false,
): Application => ({
  ...of,
  ...(hasNumber && numbered),
  readied: true,
  confirmedNames: of.names,
  ...(heldName !== undefined && { heldName }),
})

/** The clock has ended it. It was over when its time was, however late somebody looks. */
export const afterExpiry = (of: Application, on: Expiry, now: Millis): Application =>
  moved(of, on, deadlineOf(of)?.at ?? now, {})

/** It was not decided in the time that was promised: its fee goes back, and it goes on. */
export const afterDelay = (of: Application, now: Millis): Application => ({
  ...of,
  fee: feeAfter(of, 'overdue') ?? of.fee,
  steps: [...of.steps, { at: now, on: 'overdue', status: of.status }],
})

/** People have found the applicant qualified; a `namingReason` is why the name was refused all the same. */
export const afterCertifying = (of: Application, namingReason: string | undefined, now: Millis): Application => {
  const { decideBy: _done, ...rest } = of
  return moved(rest, 'certified', now, {
    qualification: { verdict: 'passed' },
    naming: namingReason === undefined ? { verdict: 'passed' } : { verdict: 'refused', reason: namingReason },
  })
}

/** People have not. Nothing is said of the name then. */
export const afterRefusal = (of: Application, reason: string, now: Millis): Application => {
  const { decideBy: _done, ...rest } = of
  return moved(rest, 'refused', now, { qualification: { verdict: 'refused', reason } })
}

/** Other people look at it. */
export const afterAppeal = (
  of: Application,
  { caseId, materials, hasNumber }: Pick<Application, 'materials'> & { caseId: string; hasNumber: boolean },
  now: Millis,
): Application => {
  const { endedAt: _over, hasNumber: _then, ...rest } = of
  const decideBy = now + (of.decideMs ?? 0)
  return moved(rest, 'appealed', now, {
    ...{ caseId, materials, qualification: { verdict: 'pending' }, decideBy },
    ...(hasNumber && numbered),
  })
}

/** It was heard that the channel gave its fee back by itself. */
export const afterHearing = (of: Application, now: Millis): Application => ({ ...of, reversedAt: now })

/** Nobody looks any further at what is not paid for any more. */
export const afterReversal = (of: Application, now: Millis): Application => {
  const { decideBy: _none, correctUntil: _over, ...rest } = of
  return moved(rest, 'reversed', now, {})
}

/** Its administrator took it back. */
export const afterWithdrawal = (of: Application, now: Millis): Application => {
  const { decideBy: _none, correctUntil: _over, ...rest } = of
  return moved(rest, 'withdrawn', now, {})
}

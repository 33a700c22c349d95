import * as z from 'zod/mini'
import { languages } from '../../../shared/kernel/language.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import { due, listedAt } from '../../../shared/table/keys.ts'
import { stateAllows } from '../../../shared/table/state-condition.ts'
import {
  all,
  atLeast,
  type Condition,
  equals,
  type Item,
  isNew,
  type Put,
  put,
  type Value,
} from '../../../shared/table/write.ts'
import { accountLists } from '../../account/keys.ts'
import { materialKinds } from '../../material/material.ts'
import { paymentChannels } from '../../payment/paying/provider.ts'
import { applicantKinds } from '../applicants/applicant-kinds.ts'
import { applicationKeys } from '../keys.ts'
import { paperKinds } from '../papers/paper.ts'
import { type Application, feeStates, partialVerdicts, presences } from './application.ts'
import {
  type ApplicationEvent,
  applicationStatuses,
  applicationStepEvents,
  applicationTransitions,
} from './application-states.ts'
import { dueAtOf } from './clock.ts'

const text = z.string()
const at = z.number()
const names = z.object({ from: text, to: text })
const verdict = z.object({ verdict: z.enum(partialVerdicts), reason: z.optional(text) })
const paid = z.object({
  orderId: text,
  channel: z.enum(paymentChannels),
  outTradeNo: text,
  transactionId: text,
  paidFen: z.int(),
  paidAt: at,
})
const pictures = z.array(z.object({ id: text, kind: z.enum(materialKinds) }))
const papers = z.optional(
  z.array(z.object({ kind: z.enum(paperKinds), day: text, until: z.optional(at), told: z.optional(z.int()) })),
)

const stored = z.object({
  id: text,
  accountId: text,
  appId: text,
  applicantId: text,
  kind: z.enum(applicantKinds),
  status: z.enum(applicationStatuses),
  language: z.enum(languages),
  names,
  heldName: z.optional(text),
  confirmedNames: z.optional(names),
  materials: pictures,
  papers,
  caseId: z.optional(text),
  readied: z.optional(z.boolean()),
  heldSince: z.optional(at),
  hasNumber: z.optional(z.literal(true)),
  said: z.optional(text),
  feeFen: z.int(),
  createdAt: at,
  draftUntil: at,
  submittedAt: z.optional(at),
  confirmUntil: z.optional(at),
  confirmedAt: z.optional(at),
  presence: z.optional(z.enum(presences)),
  payUntil: z.optional(at),
  paidUntil: z.optional(at),
  fee: z.enum(feeStates),
  paid: z.optional(paid),
  reversedAt: z.optional(at),
  decideMs: z.optional(at),
  decideBy: z.optional(at),
  returns: z.array(
    z.object({
      at,
      fields: z.array(text),
      words: z.optional(text),
      ranOut: z.optional(z.boolean()),
      was: z.object({ to: text, materials: pictures, papers, said: z.optional(text) }),
      answeredAt: z.optional(at),
      changed: z.optional(z.array(text)),
    }),
  ),
  correctUntil: z.optional(at),
  qualification: verdict,
  naming: verdict,
  endedAt: z.optional(at),
  vain: z.array(paid),
  steps: z.array(z.object({ at, on: z.enum(applicationStepEvents), status: z.enum(applicationStatuses) })),
  changes: z.int(),
})

/** The application in an item. */
export const applicationOf = (item: Item): Application => z.parse(stored, item)

const keyOf = ({ accountId, id }: Pick<Application, 'accountId' | 'id'>) => applicationKeys.application(accountId, id)

const written = (of: Application): Record<string, Value | undefined> => {
  const dueAt = dueAtOf(of)
  return {
    ...of,
    names: { ...of.names },
    confirmedNames: of.confirmedNames && { ...of.confirmedNames },
    materials: of.materials.map((one) => ({ ...one })),
    papers: of.papers?.map((one) => ({ ...one })),
    paid: of.paid && { ...of.paid },
    returns: of.returns.map(({ fields, changed, was, ...one }) => ({
      ...one,
      was: {
        ...was,
        materials: was.materials.map((picture) => ({ ...picture })),
        papers: was.papers?.map((paper) => ({ ...paper })),
      },
      fields: [...fields],
      changed: changed && [...changed],
    })),
    qualification: { ...of.qualification },
    naming: { ...of.naming },
    vain: of.vain.map((one) => ({ ...one })),
    steps: of.steps.map((one) => ({ ...one })),
    ...listedAt(accountLists.named(of.id), of.createdAt),
    ...(dueAt !== undefined && due(keyOf(of), dueAt)),
  }
}

/** An application begins, and is found by its id alone from now on. */
export const applicationOpened = (of: Application): Put => put(keyOf(of), written(of), isNew)

/** Which time has to be not over when something happens to it, by the clock of whoever writes it. */
const deadlines: Partial<Record<ApplicationEvent, 'draftUntil' | 'confirmUntil' | 'paidUntil' | 'correctUntil'>> = {
  edited: 'draftUntil',
  submitted: 'draftUntil',
  confirmed: 'confirmUntil',
  confirmed_free: 'confirmUntil',
  paid: 'paidUntil',
  amended: 'correctUntil',
  corrected: 'correctUntil',
}

const inTime = (on: ApplicationEvent, now: Millis): Condition[] => {
  const deadline = deadlines[on]
  return deadline === undefined ? [] : [atLeast(deadline, now + 1)]
}

/** Why a move comes to nothing: somebody else was faster, or the clock. */
export const APPLICATION_MOVED = 'application_moved'

/** The application as it is after an event, if it still is as it was read, and the time for that is not over at `now` (epoch ms). */
export const applicationMoved = (before: Application, on: ApplicationEvent, after: Application, now: Millis): Put =>
  put(
    keyOf(before),
    written({ ...after, changes: before.changes + 1 }),
    all(
      stateAllows(applicationTransitions, on),
      equals('status', before.status),
      equals('changes', before.changes),
      ...inTime(on, now),
    ),
    APPLICATION_MOVED,
  )

/** Money came that is not for anything, or went back: the application stands as it was read, whatever its state. */
export const applicationKept = (before: Application, after: Application): Put =>
  put(
    keyOf(before),
    written({ ...after, changes: before.changes + 1 }),
    all(equals('status', before.status), equals('changes', before.changes)),
    APPLICATION_MOVED,
  )

import * as z from 'zod/mini'
import { languages } from '../../../shared/kernel/language.ts'
import { rfc3339, rfc3339If } from '../../../shared/kernel/time.ts'
import { materialKinds } from '../../material/material.ts'
import { maskNumbers } from '../../person/numbers-in-text.ts'
import { endsOf, type ReviewKind, wantedBy } from '../kind.ts'
import {
  type Asked,
  type Decision,
  isEnded,
  isOwed,
  type ReviewCase,
  reasonEnds,
  type UserSaid,
  verdicts,
} from './case.ts'
import { caseIdOf } from './case-id.ts'
import { askedText, decisionText } from './told.ts'

const time = z.iso.datetime()

/** What a user said, with the numbers of people in it masked. */
export const saidShown = z.strictObject({ at: time, text: z.nullable(z.string()), materials: z.array(z.string()) })

export const maskedIf = (text: string | undefined): string | null => (text === undefined ? null : maskNumbers(text))

const showSaid = ({ at, text, materials }: UserSaid): z.infer<typeof saidShown> => ({
  at: rfc3339(at),
  text: maskedIf(text),
  materials: [...materials],
})

/** More that was asked, as the user reads it; and what answers it: these pictures, and words. */
export const askedShown = z.strictObject({
  at: time,
  until: time,
  what: z.array(z.string()),
  text: z.string(),
  pictures: z.array(z.enum(materialKinds)),
  needsWords: z.boolean(),
  answer: z.nullable(saidShown),
})

export const showAsked = (kind: ReviewKind, of: ReviewCase, asked: Asked): z.infer<typeof askedShown> => ({
  at: rfc3339(asked.at),
  until: rfc3339(asked.until),
  what: [...asked.what],
  text: askedText(kind.words, asked, of.language),
  ...wantedBy(kind, asked.what),
  answer: asked.answer ? showSaid(asked.answer) : null,
})

/** A decision, as the user reads it: `text` is what whoever decided was shown. */
export const decisionShown = z.strictObject({
  verdict: z.enum(verdicts),
  reason: z.nullable(z.string()),
  ends: z.nullable(z.enum(reasonEnds)),
  text: z.string(),
  at: time,
})

export const showDecision = (kind: ReviewKind, of: ReviewCase, decision: Decision): z.infer<typeof decisionShown> => {
  const ends = endsOf(kind, decision.reason)
  return {
    verdict: decision.verdict,
    reason: decision.reason ?? null,
    ends: ends ?? null,
    text: decisionText(kind.words, decision, ends, of.language),
    at: rfc3339(decision.at),
  }
}

const toldStatuses = ['open', 'waiting', 'decided', 'withdrawn'] as const

/** A case as its user sees it; that one person has decided and another has not is told as open. */
export const reviewShown = z.strictObject({
  id: z.string(),
  kind: z.string(),
  title: z.string(),
  subject: z.string(),
  status: z.enum(toldStatuses),
  language: z.enum(languages),
  openedAt: time,
  answerBy: z.nullable(time),
  waitUntil: z.nullable(time),
  endedAt: z.nullable(time),
  said: z.nullable(z.string()),
  materials: z.array(z.string()),
  asked: z.array(askedShown),
  decision: z.nullable(decisionShown),
  appealOf: z.nullable(z.string()),
  appealedBy: z.nullable(z.string()),
  canAnswer: z.boolean(),
  takesMaterials: z.boolean(),
  canWithdraw: z.boolean(),
  canAppeal: z.boolean(),
})

/** Another case of the account, by its name. */
export const nameIf = ({ accountId }: ReviewCase, id: string | undefined): string | null =>
  id === undefined ? null : caseIdOf({ accountId, id })

/** As it stands (`standing`); `canAppeal` as its kind says. */
export const showReview = (kind: ReviewKind, of: ReviewCase, canAppeal: boolean): z.infer<typeof reviewShown> => ({
  id: caseIdOf(of),
  kind: of.kind,
  title: kind.words.name[of.language],
  subject: of.subject,
  status: of.status === 'seconding' ? 'open' : of.status,
  language: of.language,
  openedAt: rfc3339(of.openedAt),
  answerBy: isOwed(of) ? rfc3339(of.answerBy) : null,
  waitUntil: rfc3339If(of.waitUntil),
  endedAt: isEnded(of) ? rfc3339If(of.endedAt) : null,
  said: maskedIf(of.said),
  materials: [...of.materials],
  asked: of.asked.map((asked) => showAsked(kind, of, asked)),
  decision: of.decision ? showDecision(kind, of, of.decision) : null,
  appealOf: nameIf(of, of.appealOf),
  appealedBy: nameIf(of, of.appealedBy),
  canAnswer: of.status === 'waiting',
  takesMaterials: kind.takesMaterials === true,
  canWithdraw: of.status === 'open' || of.status === 'waiting',
  canAppeal,
})

import * as z from 'zod/mini'
import { pageShown } from '../../../shared/http/paging.ts'
import type { Language } from '../../../shared/kernel/language.ts'
import { languages } from '../../../shared/kernel/language.ts'
import { type Millis, rfc3339, rfc3339If } from '../../../shared/kernel/time.ts'
import type { Doer } from '../../audit/deed.ts'
import { doerShown } from '../../audit/doer-view.ts'
import {
  givenVerdicts,
  isOwed,
  type Judgement,
  type ReviewCase,
  reasonEnds,
  reviewStatuses,
  verdicts,
} from '../case/case.ts'
import { caseIdOf } from '../case/case-id.ts'
import { askedShown, decisionShown, maskedIf, nameIf, showAsked, showDecision } from '../case/case-view.ts'
import { isHeldBy, liveClaim, needsAnother } from '../case/claim.ts'
import { decisionText } from '../case/told.ts'
import { endsOf, type ReviewKind } from '../kind.ts'

const time = z.iso.datetime()

/** A case in a list for operators: what is owed until when, and who is on it. None of the user's words. */
export const reviewRowShown = z.strictObject({
  id: z.string(),
  accountId: z.string(),
  kind: z.string(),
  title: z.string(),
  subject: z.string(),
  status: z.enum(reviewStatuses),
  openedAt: time,
  answerBy: z.nullable(time),
  waitUntil: z.nullable(time),
  endedAt: z.nullable(time),
  claim: z.nullable(z.strictObject({ by: z.string(), until: time })),
  appeal: z.boolean(),
  verdict: z.nullable(z.enum(verdicts)),
})

/** As it stands at a moment (`standing`); its kind is named in the operator's language. */
export const showReviewRow = (
  kind: ReviewKind,
  of: ReviewCase,
  { language, now }: { language: Language; now: Millis },
): z.infer<typeof reviewRowShown> => {
  const live = liveClaim(of, now)
  return {
    id: caseIdOf(of),
    accountId: of.accountId,
    kind: of.kind,
    title: kind.words.name[language],
    subject: of.subject,
    status: of.status,
    openedAt: rfc3339(of.openedAt),
    answerBy: isOwed(of) ? rfc3339(of.answerBy) : null,
    waitUntil: rfc3339If(of.waitUntil),
    endedAt: rfc3339If(of.endedAt),
    claim: live ? { by: live.by, until: rfc3339(live.until) } : null,
    appeal: of.appealOf !== undefined,
    verdict: of.decision?.verdict ?? null,
  }
}

export const reviewsOfOperatorsShown = pageShown({
  reviews: z.array(reviewRowShown),
  unreadable: z.array(z.string()),
})

const word = { word: z.string(), label: z.string() }

/** What whoever decides may choose from: `label` in their language, `text` as the user will read it, in the user's. */
const choicesShown = z.strictObject({
  verdicts: z.array(z.strictObject({ word: z.enum(givenVerdicts), label: z.string(), text: z.string() })),
  checklist: z.array(z.strictObject(word)),
  reasons: z.array(z.strictObject({ ...word, ends: z.enum(reasonEnds), text: z.string() })),
  /** With which it may be approved, and which points of the checklist each does without. */
  reservations: z.array(z.strictObject({ ...word, text: z.string(), without: z.array(z.string()) })),
  asks: z.array(z.strictObject({ ...word, text: z.string() })),
  askMs: z.int(),
  second: z.boolean(),
})

const judgementShown = z.strictObject({
  verdict: z.enum(givenVerdicts),
  reason: z.nullable(z.string()),
  text: z.string(),
  checked: z.array(z.string()),
  by: doerShown,
  at: time,
})

/** A case as an operator opens it: everything they see of it, with the numbers of people masked, and all they may choose from. */
export const reviewDetailShown = z.strictObject({
  ...reviewRowShown.shape,
  language: z.enum(languages),
  said: z.nullable(z.string()),
  materials: z.array(z.string()),
  asked: z.array(z.strictObject({ ...askedShown.shape, by: doerShown })),
  first: z.nullable(judgementShown),
  disagreed: z.nullable(z.strictObject({ by: doerShown, at: time })),
  decision: z.nullable(
    z.strictObject({ ...decisionShown.shape, by: z.nullable(doerShown), first: z.nullable(doerShown) }),
  ),
  appealOf: z.nullable(z.string()),
  appealedBy: z.nullable(z.string()),
  openedBy: z.nullable(doerShown),
  decidedBefore: z.array(z.string()),
  mine: z.boolean(),
  needsAnother: z.boolean(),
  choices: choicesShown,
})

export type ReviewDetail = z.infer<typeof reviewDetailShown>

const labelled = (
  of: Readonly<Record<string, Readonly<Record<Language, string>>>>,
  one: string,
  language: Language,
) => ({
  word: one,
  label: of[one]?.[language] ?? one,
})

const showChoices = (kind: ReviewKind, user: Language, operator: Language): z.infer<typeof choicesShown> => {
  const { words } = kind
  return {
    verdicts: kind.verdicts.map((verdict) => ({
      word: verdict,
      label: words.verdicts[verdict]?.[operator] ?? verdict,
      text: decisionText(words, { verdict }, undefined, user),
    })),
    checklist: kind.checklist.map((one) => labelled(words.checklist, one, operator)),
    reasons: Object.entries(kind.reasons).map(([reason, { ends }]) => ({
      ...labelled(words.reasons, reason, operator),
      ends,
      text: decisionText(words, { verdict: 'refused', reason }, ends, user),
    })),
    reservations: Object.entries(kind.reservations ?? {}).map(([reason, without]) => ({
      ...labelled(words.reasons, reason, operator),
      text: decisionText(words, { verdict: 'approved', reason }, undefined, user),
      without: [...without],
    })),
    asks: kind.asks.map((one) => ({ ...labelled(words.asks, one, operator), text: words.asks[one]?.[user] ?? one })),
    askMs: kind.askMs,
    second: kind.second === true,
  }
}

const showJudgement = (kind: ReviewKind, of: ReviewCase, judged: Judgement): z.infer<typeof judgementShown> => ({
  verdict: judged.verdict,
  reason: judged.reason ?? null,
  text: decisionText(kind.words, judged, endsOf(kind, judged.reason), of.language),
  checked: [...judged.checked],
  by: judged.by,
  at: rfc3339(judged.at),
})

const doerIf = (of: Doer | undefined): Doer | null => of ?? null

const showFullDecision = (kind: ReviewKind, of: ReviewCase): ReviewDetail['decision'] =>
  of.decision
    ? { ...showDecision(kind, of, of.decision), by: doerIf(of.decision.by), first: doerIf(of.decision.first) }
    : null

/** Who looks at it, in which language, and when. */
export type Looking = { who: string; language: Language; now: Millis }

/** As it stands at a moment (`standing`). */
export const showReviewDetail = (kind: ReviewKind, of: ReviewCase, looking: Looking): ReviewDetail => ({
  ...showReviewRow(kind, of, looking),
  language: of.language,
  said: maskedIf(of.said),
  materials: [...of.materials],
  asked: of.asked.map((asked) => ({ ...showAsked(kind, of, asked), by: asked.by })),
  first: of.first ? showJudgement(kind, of, of.first) : null,
  disagreed: of.disagreed ? { by: of.disagreed.by, at: rfc3339(of.disagreed.at) } : null,
  decision: showFullDecision(kind, of),
  appealOf: nameIf(of, of.appealOf),
  appealedBy: nameIf(of, of.appealedBy),
  openedBy: doerIf(of.openedBy),
  decidedBefore: [...of.decidedBefore],
  mine: isHeldBy(of, looking.who, looking.now),
  needsAnother: needsAnother(of, looking.who),
  choices: showChoices(kind, of.language, looking.language),
})

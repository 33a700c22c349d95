import type { Language } from '../../../shared/kernel/language.ts'
import { valuesIn } from '../controls/checks.tsx'
import type { AskedChoice, AskedText, Deed, Given, Told } from '../deed/deed.ts'
import type { Ticks } from '../papers/points.tsx'
import { service } from '../service.ts'
import { wordIn } from '../words/word.ts'
import { reviewDeedTexts } from './deed-texts.ts'
import type { Review } from './review.ts'
import { endsWords } from './texts.ts'

/** `ticks`: points that are confirmed on the page already; `fields`: what of the asks this case has, where it has not all of them. */
type Of = { review: Review; language: Language; ticks: Ticks; fields?: readonly string[] | undefined }
type ReviewDeed = Deed<Review>

const lines = (...of: readonly (string | undefined)[]): string => of.filter((one) => one).join('\n')

/** What the user reads: the texts of the service as it will tell them, and the operator's own words after them. */
const told = ({ review, language }: Of, texts: readonly (string | undefined)[], own: string | undefined): Told => ({
  label: reviewDeedTexts[language].userReads,
  text: lines(...texts, own),
  language: review.language,
})

const wordsAsk = (language: Language): AskedText => {
  const texts = reviewDeedTexts[language]
  return { is: 'text', name: 'words', label: texts.words, hint: texts.wordsHint, first: '' }
}

const own = (words: string | undefined): { words?: string } => (words ? { words } : {})

/** More is asked of the user. */
const askDeed = (of: Of, period: string): ReviewDeed => {
  const { review, language, fields } = of
  const texts = reviewDeedTexts[language]
  const asks = review.choices.asks.filter(({ word }) => fields?.includes(word) ?? true)
  const chosen = (what = '') => valuesIn(what).map((one) => asks.find(({ word }) => word === one)?.text)
  return {
    name: texts.ask,
    consequence: [texts.askMore(period), texts.toldBy],
    confirm: texts.askConfirm,
    reasons: [],
    withoutReason: true,
    asks: [
      {
        ...{ is: 'checks', name: 'what', label: texts.askWhat, hint: texts.askHint, first: '' },
        missing: texts.askMissing,
        options: asks.map(({ word, label }) => ({ value: word, name: label })),
      },
      wordsAsk(language),
    ],
    tellsUser: ({ what, words }) => told(of, chosen(what), words),
    send: ({ what = '', words }) => service().operator.reviews.ask(review.id, { what: valuesIn(what), ...own(words) }),
    done: () => texts.askDone,
  }
}

type Verdict = Review['choices']['verdicts'][number]

/** What follows, and what is said afterwards, where it takes one person or two. */
const followed = ({ review, language }: Of, more: string, done: string) => {
  const texts = reviewDeedTexts[language]
  return {
    consequence: [review.choices.second ? texts.forSecond : more, texts.toldBy],
    reasonHint: texts.noteHint,
    done: () => (review.choices.second ? texts.proposed : done),
  }
}

const answerDeed = (of: Of, { text }: Verdict): ReviewDeed => {
  const { review, language } = of
  const texts = reviewDeedTexts[language]
  return {
    name: texts.answer,
    kind: 'main',
    ...followed(of, texts.answerMore, texts.answerDone),
    confirm: texts.answerConfirm,
    reasons: [texts.answeredByRecords],
    asks: [
      {
        ...{ is: 'text', name: 'words', label: texts.answerWords, hint: texts.answerHint, first: '' },
        missing: texts.answerMissing,
      },
    ],
    tellsUser: ({ words }) => told(of, [text], words),
    send: ({ reason: note, words = '' }) =>
      service().operator.reviews.decide(review.id, { verdict: 'answered', words, note }),
  }
}

/** Approved without a reservation. */
const WHOLE = 'whole'

/** With which reservation it is approved, for kinds that have any. */
const reservationAsk = ({ review, language }: Of): AskedChoice[] => {
  const texts = reviewDeedTexts[language]
  const { reservations } = review.choices
  if (reservations.length === 0) return []
  return [
    {
      ...{ is: 'choice', name: 'because', label: texts.reservation, hint: texts.reservationHint, first: WHOLE },
      missing: texts.reservationMissing,
      options: [
        { value: WHOLE, name: texts.whole, more: texts.wholeMore },
        ...reservations.map(({ word, label }) => ({ value: word, name: label, more: texts.reserved })),
      ],
    },
  ]
}

const approveDeed = (of: Of, { text }: Verdict): ReviewDeed => {
  const { review, language, ticks } = of
  const texts = reviewDeedTexts[language]
  const { checklist, reservations } = review.choices
  const reserved = (because: string | undefined) => reservations.find(({ word }) => word === because)
  return {
    name: texts.approve,
    kind: 'main',
    ...followed(of, texts.approveMore, texts.approveDone),
    confirm: texts.approveConfirm,
    reasons: [texts.checked],
    firstReason: texts.checked,
    asks: [
      ...reservationAsk(of),
      {
        ...{ is: 'checks', name: 'checked', label: texts.checklist, hint: texts.checklistHint, first: ticks.value },
        ...{ all: true, missing: texts.checklistMissing, keep: ticks.set },
        without: ({ because }) => reserved(because)?.without ?? [],
        options: checklist.map(({ word, label }) => ({ value: word, name: label })),
      },
      wordsAsk(language),
    ],
    tellsUser: ({ because, words }) => told(of, [reserved(because)?.text ?? text], words),
    send: ({ reason: note, because, checked = '', words }) =>
      service().operator.reviews.decide(review.id, {
        ...{ verdict: 'approved', checked: valuesIn(checked), note },
        ...(reserved(because) && { reason: because }),
        ...own(words),
      }),
  }
}

const refuseDeed = (of: Of, { text }: Verdict): ReviewDeed => {
  const { review, language } = of
  const texts = reviewDeedTexts[language]
  const { reasons } = review.choices
  const chosen = (because: string | undefined): string => reasons.find(({ word }) => word === because)?.text ?? text
  return {
    name: texts.refuse,
    kind: 'danger',
    ...followed(of, texts.refuseMore, texts.refuseDone),
    confirm: texts.refuseConfirm,
    reasons: [texts.notMet],
    asks: [
      {
        ...{ is: 'choice', name: 'because', label: texts.refuseReason, hint: texts.refuseHint, first: '' },
        missing: texts.refuseMissing,
        options: reasons.map(({ word, label, ends }) => ({
          ...{ value: word, name: label, more: wordIn(endsWords, ends, language) },
        })),
      },
      wordsAsk(language),
    ],
    tellsUser: ({ because, words }) => told(of, [chosen(because)], words),
    send: ({ reason: note, because = '', words }) =>
      service().operator.reviews.decide(review.id, { verdict: 'refused', reason: because, note, ...own(words) }),
  }
}

const byVerdict = { answered: answerDeed, approved: approveDeed, refused: refuseDeed }

/** What the second of two can say. */
const secondDeeds = (of: Of, first: NonNullable<Review['first']>): readonly ReviewDeed[] => {
  const { review, language } = of
  const texts = reviewDeedTexts[language]
  const second =
    (agrees: boolean) =>
    ({ reason }: Given) =>
      service().operator.reviews.second(review.id, { agrees, reason })
  return [
    {
      name: texts.agree,
      kind: 'main',
      consequence: [texts.agreeMore(first.by.id), texts.toldBy],
      confirm: texts.agreeConfirm,
      reasons: [texts.independently],
      reasonHint: texts.noteHint,
      tellsUser: () => told(of, [first.text], undefined),
      send: second(true),
      done: () => texts.agreeDone,
    },
    {
      name: texts.disagree,
      kind: 'danger',
      consequence: [texts.disagreeMore(first.by.id)],
      confirm: texts.disagreeConfirm,
      reasons: [texts.seenOtherwise],
      reasonHint: texts.noteHint,
      send: second(false),
      done: () => texts.disagreeDone,
    },
  ]
}

/** What whoever holds a case can do about it, the first first. `period`: how long its user has to answer, in words. */
export const reviewDeeds = (of: Of, period: string): readonly ReviewDeed[] => {
  const { status, first, choices, mine, needsAnother } = of.review
  if (!mine || needsAnother) return []
  if (status === 'seconding') return first ? secondDeeds(of, first) : []
  if (status !== 'open') return []
  const decisions = choices.verdicts.map((verdict) => byVerdict[verdict.word](of, verdict))
  return [...decisions, ...(choices.asks.length > 0 ? [askDeed(of, period)] : [])]
}

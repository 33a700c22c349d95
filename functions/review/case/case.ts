import type { Language } from '../../../shared/kernel/language.ts'
import type { StateTable } from '../../../shared/kernel/states.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import type { Doer } from '../../audit/deed.ts'

/**
 * `open`: people owe an answer. `waiting`: more was asked of the user. `seconding`: one person has decided, and a second must. `decided`,
 * `withdrawn`: over.
 */
export const reviewStatuses = ['open', 'waiting', 'seconding', 'decided', 'withdrawn'] as const
export type ReviewStatus = (typeof reviewStatuses)[number]

export const reviewTransitions = [
  {
    from: ['open', 'seconding'],
    on: 'claimed',
    when: 'a person takes it for a while, keeps it for longer or gives it back; who holds no live claim decides nothing',
  },
  {
    from: ['open'],
    to: 'waiting',
    on: 'asked',
    when: 'whoever holds it asks more of the user: what exactly, and until when',
  },
  { from: ['waiting'], to: 'open', on: 'answered', when: 'the user answers in time' },
  {
    from: ['open'],
    to: 'decided',
    on: 'decided',
    when: 'whoever holds it decides, and its kind needs no second person',
  },
  {
    from: ['open'],
    to: 'seconding',
    on: 'proposed',
    when: 'whoever holds it decides, and its kind needs a second person',
  },
  {
    from: ['seconding'],
    to: 'decided',
    on: 'agreed',
    when: 'another person holds it and agrees; what follows is written in the same commit',
  },
  { from: ['seconding'], to: 'open', on: 'disagreed', when: 'another person holds it and does not agree' },
  {
    from: ['waiting'],
    to: 'decided',
    on: 'unanswered',
    when: 'the time for the answer is over: `no_answer`, by the clock, whoever looks',
  },
  { from: ['open', 'waiting'], to: 'withdrawn', on: 'withdrawn', when: 'the user takes it back' },
  {
    from: ['open', 'seconding'],
    on: 'rung',
    when: 'the time in which the user is to be answered is nearly over, or over',
  },
  {
    from: ['decided'],
    on: 'appealed',
    when: 'the user appeals against a refusal: the appeal is a case of its own, for another person',
  },
] as const satisfies StateTable<ReviewStatus, string>
export type ReviewEvent = (typeof reviewTransitions)[number]['on']

/** What a person may decide, each kind its own of these; and what the clock does. */
export const givenVerdicts = ['approved', 'refused', 'answered'] as const
export type GivenVerdict = (typeof givenVerdicts)[number]
export const verdicts = [...givenVerdicts, 'no_answer'] as const
export type Verdict = (typeof verdicts)[number]

/** What a refusal ends: the user may come again later, or with something corrected, or it is final. */
export const reasonEnds = ['later', 'correct', 'final'] as const
export type ReasonEnds = (typeof reasonEnds)[number]

/** What a user says: their own words, and pictures handed in before, by their ids. */
export type UserSaid = { at: Millis; text?: string; materials: readonly string[] }

/** More that was asked of the user: what, by the words of the kind's list, and until when; and what they answered. */
export type Asked = {
  at: Millis
  by: Doer
  what: readonly string[]
  words?: string
  until: Millis
  answer?: UserSaid
}

/** What one person decides: `reason` is a word of the kind's list, `words` their own, which the user reads. */
export type Judgement = {
  verdict: GivenVerdict
  reason?: string
  words?: string
  checked: readonly string[]
  by: Doer
  at: Millis
}

/** How it ended. Nobody is `by` where the clock ended it; `first` is who decided before the second person agreed. */
export type Decision = { verdict: Verdict; reason?: string; words?: string; by?: Doer; first?: Doer; at: Millis }

/** Who works at it, and until when nobody else does. */
export type Claim = { by: string; until: Millis }

/**
 * A case that people decide: of a `kind`, about a `subject` of an account. People owe the user an answer since `since`, by `answerBy`.
 * Times are epoch ms.
 */
export type ReviewCase = {
  id: string
  accountId: string
  kind: string
  subject: string
  status: ReviewStatus
  /** In which the user is spoken to about it. */
  language: Language
  openedAt: Millis
  since: Millis
  answerBy: Millis
  /** An operator who opened it, who therefore does not decide it. */
  openedBy?: Doer
  /** The user's own words when it was opened, and what they handed in then. */
  said?: string
  materials: readonly string[]
  claim?: Claim
  asked: readonly Asked[]
  /** Until when the user may answer what was asked last. */
  waitUntil?: Millis
  /** What the first of two decided. */
  first?: Judgement
  /** Who did not agree with it last, until somebody decides anew. */
  disagreed?: { by: Doer; at: Millis }
  decision?: Decision
  /** When it was decided or withdrawn. */
  endedAt?: Millis
  /** The case it appeals against, and who decided that, who therefore does not decide this one. */
  appealOf?: string
  decidedBefore: readonly string[]
  /** The appeal against it. */
  appealedBy?: string
  /** Which alarms have rung. */
  rung: readonly string[]
  /** Counts writes, so that nobody writes over what they have not read. */
  changes: number
}

/** A case that is over. */
export const isEnded = ({ status }: Pick<ReviewCase, 'status'>): boolean =>
  status === 'decided' || status === 'withdrawn'

/** A case that waits for people. */
export const isOwed = ({ status }: Pick<ReviewCase, 'status'>): boolean => status === 'open' || status === 'seconding'

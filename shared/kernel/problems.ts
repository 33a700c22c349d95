import type { Language } from './language.ts'
import type { Millis } from './time.ts'

/** A member that a problem has beside those of every problem, for programs: what it is; `always` where it is never left out. */
export type Member = { type: 'string' | 'integer' | 'strings'; always?: true; is: string }

/** Something that whoever was refused can do about it: a word of a closed list for programs, what to tell people, and on which page it is done. */
export type NextStep = { step: string; zh: string; en: string; page?: string }

/** A step as it is told in that language. */
export const nextIn = ({ step, page, ...texts }: NextStep, language: Language) => ({
  step,
  detail: texts[language],
  ...(page !== undefined && { page }),
})

/**
 * What an error is: its HTTP status, the number pushplus has for it, after what time the same may be tried again where the refusal
 * does not say when, whether the refusal may say that (`waits`) and what else (`members`, by name), what it tells a person to do, and which
 * steps lead on from it, the likeliest first (`next`): always the same, so that they say nothing of whom it is about.
 * Texts may change, and nobody may switch on them.
 */
export type Problem = {
  status: number
  legacyCode?: number
  againAfterMs?: Millis
  waits?: true
  members?: Readonly<Record<string, Member>>
  next?: readonly NextStep[]
  zh: string
  en: string
}

/** Every problem by its code, which never changes: clients switch on it. */
export type ProblemTable = Readonly<Record<string, Problem>>

/** Loads the table; that is put off until somebody is refused, because no cold start needs it. */
export type LoadProblems = () => Promise<ProblemTable>

/**
 * The codes there are. The mechanisms here know none: functions/problems.ts registers those of all capabilities by declaration
 * merging, so that a refusal with a code nobody declared does not compile.
 */
export interface RegisteredProblems {
  [none: symbol]: never
}

/** The stable slug of an error. */
export type ProblemCode = Extract<keyof RegisteredProblems, string>

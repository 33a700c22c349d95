import type { Language } from '../../../shared/kernel/language.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import type { Doer } from '../../audit/deed.ts'
import type { ReviewKind } from '../kind.ts'
import type { ReviewCase } from './case.ts'

/** What a case begins with. `said`: the user's own words; `materials`: ids of what they handed in. */
export type Opening = {
  id: string
  accountId: string
  subject: string
  language: Language
  said?: string
  materials?: readonly string[]
  openedBy?: Doer
  /** Operators who had a say in what it is about: it is for others. */
  decidedBefore?: readonly string[]
}

/** A case as it begins: people owe an answer from now on. */
export const newCase = (
  { materials = [], decidedBefore = [], ...of }: Opening,
  { kind, answerMs }: Pick<ReviewKind, 'kind' | 'answerMs'>,
  now: Millis,
): ReviewCase => ({
  ...of,
  ...{ kind, materials, status: 'open', openedAt: now, since: now, answerBy: now + answerMs },
  ...{ asked: [], decidedBefore, rung: [], changes: 0 },
})

/** Everybody who had a say in how a case was decided. */
const decidersOf = ({ decision, decidedBefore }: ReviewCase): string[] => [
  ...decidedBefore,
  ...[decision?.by, decision?.first].flatMap((one) => one?.id ?? []),
]

/** The appeal against a case: about the same, with what was handed in, in the user's new words, and for people who did not decide it. */
export const newAppeal = (
  before: ReviewCase,
  { id, said }: { id: string; said: string },
  kind: Pick<ReviewKind, 'kind' | 'answerMs'>,
  now: Millis,
): ReviewCase => {
  const { accountId, subject, language, asked } = before
  const materials = [...before.materials, ...asked.flatMap(({ answer }) => answer?.materials ?? [])]
  return {
    ...newCase({ id, accountId, subject, language, said, materials: [...new Set(materials)] }, kind, now),
    appealOf: before.id,
    decidedBefore: [...new Set(decidersOf(before))],
  }
}

import type { Language } from '../../../shared/kernel/language.ts'
import { type Outcome, refused } from '../../../shared/kernel/outcome.ts'
import type { CardSide } from '../recogniser.ts'
import { type Unreadable, unreadableWords } from '../unreadable.ts'
import { type FailureDeps, recordFailure } from './record-failure.ts'

/** X1 a photo that cannot be used is counted and told: which side, why, what to do, and what comes next. One call. */
export const recordUnreadable = async (
  deps: FailureDeps,
  accountId: string,
  { side, reason, language }: { side: CardSide; reason: Unreadable; language: Language },
): Promise<Outcome<never>> => {
  const { failures, comesNext } = await recordFailure(deps, accountId)
  const advice = unreadableWords[reason][language]
  return refused('document_unreadable', { extra: { side, reason, advice, failures, comesNext } })
}

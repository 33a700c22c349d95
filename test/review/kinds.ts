import type { Decision, ReviewCase } from '../../functions/review/case/case.ts'
import { decidedLetter } from '../../functions/review/case/letter.ts'
import type { Effect, EffectDeps, ReviewKind } from '../../functions/review/kind.ts'
import { endsOf } from '../../functions/review/kind.ts'
import type { ReviewWords } from '../../functions/review/words.ts'
import { ok } from '../../shared/kernel/outcome.ts'
import { DAY, HOUR } from '../../shared/kernel/time.ts'
import { keyAt } from '../../shared/table/keys.ts'
import { isNew, type Key, put } from '../../shared/table/write.ts'

// Kinds that review has never heard of: one that one person decides, and one that takes two.

const both = (zh: string, en: string) => ({ zh, en })

const photoWords: ReviewWords = {
  name: both('证件照片', 'Pictures of an ID card'),
  checklist: { is_sharp: both('照片清楚', 'The picture is sharp'), is_theirs: both('是本人的', 'It is theirs') },
  reasons: {
    blurred: both('照片不清楚。', 'The picture is blurred.'),
    not_theirs: both('不是本人的证件。', 'It is not their card.'),
    too_early: both('资料还在更新。', 'The records are being renewed.'),
  },
  asks: { back_side: both('请补充背面。', 'The back, please.'), clearer: both('请重新拍摄。', 'Take it again.') },
  verdicts: {
    approved: both('已通过。', 'Approved.'),
    refused: both('未通过。', 'Refused.'),
    no_answer: both('没有按时补充。', 'Nothing came in time.'),
  },
}

/** Where the owner keeps what a case led to. */
export const outcomeKey = (accountId: string, id: string): Key => keyAt(`ACCOUNT#${accountId}`, `OUTCOME#${id}`)

/** What the owner writes, once for a case. */
const outcomeKept = ({ accountId, id }: Pick<ReviewCase, 'accountId' | 'id'>, outcome: string): Effect => ({
  writes: [put(outcomeKey(accountId, id), { outcome }, isNew, 'outcome_known')],
})

/** The owner keeps what was decided, and has the user told. */
const decidedEffect = (deps: EffectDeps, of: ReviewCase, decision: Decision): Effect => {
  const { writes } = outcomeKept(of, decision.verdict)
  const letter = decidedLetter(photoWords, of, decision, endsOf(photosKind, decision.reason), deps.publicUrl)
  return { writes: [...writes, deps.told(of.accountId, letter, deps.now)] }
}

export const photosKind: ReviewKind = {
  kind: 'photos',
  right: 'review_cases',
  verdicts: ['approved', 'refused'],
  answerMs: 8 * HOUR,
  askMs: 3 * DAY,
  checklist: ['is_sharp', 'is_theirs'],
  reasons: { blurred: { ends: 'correct' }, not_theirs: { ends: 'final' }, too_early: { ends: 'later' } },
  asks: ['back_side', 'clearer'],
  appealable: true,
  takesMaterials: true,
  pictures: { back_side: ['document_back'], clearer: ['document_page', 'document_back'] },
  words: photoWords,
  effect: async (deps, of, decision) => ok(decidedEffect(deps, of, decision)),
  planWithdrawal: async (_deps, of) => outcomeKept(of, 'withdrawn'),
  planExpiry: async (_deps, of) => outcomeKept(of, 'no_answer'),
}

/** The same, decided by two. */
export const namesKind: ReviewKind = { ...photosKind, kind: 'names', second: true }

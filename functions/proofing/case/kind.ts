import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { Write } from '../../../shared/table/write.ts'
import { heldIdentity, sendingResumed } from '../../gate/identity-store.ts'
import { gateKeys } from '../../gate/keys.ts'
import type { Decision, ReviewCase } from '../../review/case/case.ts'
import { caseIdOf } from '../../review/case/case-id.ts'
import { decidedLetter } from '../../review/case/letter.ts'
import { type EffectDeps, endsOf, type ReviewKind } from '../../review/kind.ts'
import { clearedLetter, resumedLetter } from '../letters.ts'
import type { Proofing } from '../proofing.ts'
import { findProofing, proofingAppealed, proofingDecided, proofingTakenBack } from '../proofing-store.ts'
import type { ProofingSettings } from '../settings.ts'
import { notMeWords } from './not-me-words.ts'

/** Makes the account nobody where it is still that person, as descriptions of writes: whoever verifies implements it. */
export type ClearIdentity = (
  table: Pick<Table, 'get' | 'query'>,
  of: Pick<Proofing, 'accountId' | 'since'>,
  now: Millis,
) => Promise<Outcome<readonly Write[]>>

/** What cases of people who say that a verification was not them are called in addresses. */
export const NOT_ME = 'not_me'

/** The account may send again, where this is what it was paused for; that is told where the pause would have lasted. */
const planResumption = async (
  { told, now, table }: EffectDeps,
  { id, accountId, pausedUntil }: Proofing,
): Promise<Write[]> => {
  if (pausedUntil === undefined) return []
  const held = heldIdentity(await table.get(gateKeys.identity(accountId)))
  if (held?.pause?.by !== id) return []
  return [sendingResumed(accountId, id), ...(pausedUntil > now ? [told(accountId, resumedLetter(), now)] : [])]
}

/** The verification stands, and nothing is paused because of it. */
const planStanding = async (deps: EffectDeps, of: Proofing): Promise<Write[]> => [
  proofingDecided(of, 'dismissed'),
  ...(await planResumption(deps, of)),
]

/** Whether that case decides about it: not where another account of the person has taken it over since. */
const isItsCase = ({ case: name }: Proofing, of: ReviewCase): boolean => name === caseIdOf(of)

const reasons: Pick<ReviewKind, 'reasons'> = { reasons: notMeWords.reasons }

const letterOn = ({ told, publicUrl, now }: EffectDeps, of: ReviewCase, decision: Decision): Write =>
  told(of.accountId, decidedLetter(notMeWords, of, decision, endsOf(reasons, decision.reason), publicUrl), now)

/**
 * P11 somebody who was told that they were verified says that it was not them. A person looks: upheld, the account is verified no more in the
 * very commit; else it stands, and a pause of its sending is over.
 */
export const notMeKind = ({ proofing: { answerMs, askMs } }: ProofingSettings, clear: ClearIdentity): ReviewKind => ({
  ...reasons,
  kind: NOT_ME,
  right: 'review_cases',
  verdicts: ['approved', 'refused'],
  answerMs,
  askMs,
  checklist: Object.keys(notMeWords.checklist),
  asks: Object.keys(notMeWords.asks),
  appealable: true,
  words: notMeWords,
  async effect(deps, of, decision) {
    const proofing = await findProofing(deps.table, of.subject)
    if (!proofing) return refused('not_found')
    const letter = letterOn(deps, of, decision)
    const decides = isItsCase(proofing, of)
    if (decision.verdict !== 'approved')
      return ok({ writes: [...(decides ? await planStanding(deps, proofing) : []), letter] })
    const cleared = await clear(deps.table, proofing, deps.now)
    if (!cleared.ok) return cleared
    const told =
      cleared.value.length === 0 ? [] : [deps.told(proofing.accountId, clearedLetter(deps.publicUrl), deps.now)]
    const upheld = decides ? [proofingDecided(proofing, 'upheld')] : []
    return ok({ writes: [...upheld, ...cleared.value, ...told, letter] })
  },
  async planAppeal(deps, of, appeal) {
    const proofing = await findProofing(deps.table, of.subject)
    if (!proofing) return refused('not_found')
    if (!isItsCase(proofing, of)) return refused('proofing_disputed_elsewhere')
    return ok({ writes: [proofingAppealed(proofing, caseIdOf(appeal))] })
  },
  async planWithdrawal(deps, of) {
    const proofing = await findProofing(deps.table, of.subject)
    if (!proofing || !isItsCase(proofing, of)) return { writes: [] }
    // Without its appeal a decision stands.
    if (of.appealOf !== undefined) return { writes: await planStanding(deps, proofing) }
    return { writes: [proofingTakenBack(proofing), ...(await planResumption(deps, proofing))] }
  },
  async planExpiry(deps, of, decision) {
    const proofing = await findProofing(deps.table, of.subject)
    const over = proofing && isItsCase(proofing, of) ? await planStanding(deps, proofing) : []
    return { writes: [...over, letterOn(deps, of, decision)] }
  },
})

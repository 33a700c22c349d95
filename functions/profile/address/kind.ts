import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Write } from '../../../shared/table/write.ts'
import { heldIdentity, identityHeldSince } from '../../gate/identity-store.ts'
import { gateKeys } from '../../gate/keys.ts'
import { materialKeys } from '../../material/keys.ts'
import { statusAt } from '../../material/material.ts'
import { materialOf, materialReleased, materialUsed } from '../../material/material-store.ts'
import type { MaterialSettings } from '../../material/settings.ts'
import type { Decision, ReviewCase } from '../../review/case/case.ts'
import { decidedLetter } from '../../review/case/letter.ts'
import { type EffectDeps, endsOf, type ReviewKind } from '../../review/kind.ts'
import { addressSeen } from '../further-store.ts'
import type { ProfileSettings } from '../settings.ts'
import { whetherUsable } from './picture-store.ts'
import { addressWords } from './words.ts'

/** What cases about an address are called in addresses. */
export const ADDRESS_PROOF = 'address_proof'

type Settings = ProfileSettings & MaterialSettings

const picturesOf = ({ materials, asked }: ReviewCase): string[] => [
  ...new Set([...materials, ...asked.flatMap(({ answer }) => answer?.materials ?? [])]),
]

/** The case is over, and its pictures are kept for as long as is left to ask about it. */
const planEnd = async ({ table, now }: EffectDeps, of: ReviewCase, { materials }: Settings): Promise<Write[]> => {
  const found = await table.getMany(picturesOf(of).map(materialKeys.material))
  const kept = found
    .flatMap((item) => (item ? [materialOf(item)] : []))
    .filter((one) => statusAt(one, now) === 'stored')
  return kept.map((one) => materialReleased(one, of.id, now + materials.decidedMs))
}

/** What a person has seen is theirs whom the account is verified as. */
const planAddress = async (
  { table, now }: EffectDeps,
  { accountId }: ReviewCase,
  { profile }: Settings,
): Promise<Outcome<readonly Write[]>> => {
  const held = heldIdentity(await table.get(gateKeys.identity(accountId)))
  if (!held) return refused('level_too_low')
  const since = held.verifiedAt
  const seen = { provenAt: now, validUntil: now + profile.addressValidMs, since }
  return ok([identityHeldSince(accountId, since), addressSeen(accountId, seen)])
}

const reasons: Pick<ReviewKind, 'reasons'> = { reasons: addressWords.reasons }

const letterOn = ({ told, publicUrl, now }: EffectDeps, of: ReviewCase, decision: Decision): Write =>
  told(of.accountId, decidedLetter(addressWords, of, decision, endsOf(reasons, decision.reason), publicUrl), now)

/** X3 a person looks at proof of an address, which nobody has to hand in: it raises the trust score, and opens and shuts nothing. */
export const addressKind = (settings: Settings): ReviewKind => {
  const row: ReviewKind = {
    ...reasons,
    kind: ADDRESS_PROOF,
    right: 'review_cases',
    verdicts: ['approved', 'refused'],
    answerMs: settings.profile.answerMs,
    askMs: settings.profile.askMs,
    checklist: Object.keys(addressWords.checklist),
    asks: Object.keys(addressWords.asks),
    takesMaterials: true,
    pictures: { address_proof_again: ['address_proof'] },
    words: addressWords,
    async effect(deps, of, decision) {
      const seen = decision.verdict === 'approved' ? await planAddress(deps, of, settings) : ok([])
      if (!seen.ok) return seen
      return ok({ writes: [...(await planEnd(deps, of, settings)), ...seen.value, letterOn(deps, of, decision)] })
    },
    async planAnswer(deps, of, { materials }) {
      // One picture is asked for at a time.
      if (materials.length > 1) return refused('picture_not_asked')
      const items = await deps.table.getMany(materials.map(materialKeys.material))
      for (const item of items) {
        const usable = whetherUsable(item, of.accountId, { pointer: '/materials/0', now: deps.now })
        if (!usable.ok) return usable
      }
      return ok({ writes: materials.map((id) => materialUsed({ id, accountId: of.accountId }, of.id, deps.now)) })
    },
    planWithdrawal: async (deps, of) => ({ writes: await planEnd(deps, of, settings) }),
    planExpiry: async (deps, of, decision) => ({
      writes: [...(await planEnd(deps, of, settings)), letterOn(deps, of, decision)],
    }),
  }
  return row
}

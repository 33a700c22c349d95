import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Versioned } from '../../../shared/kernel/versioned.ts'
import type { Write } from '../../../shared/table/write.ts'
import { type LevelTelling, toldOtherwise } from '../../evidence/announced-store.ts'
import { type Evidence, isOutlived, isValid, sourceOf } from '../../evidence/evidence.ts'
import {
  evidenceHeld,
  evidenceOutlasted,
  type HeldIdentity,
  heldIdentity,
  identityHeld,
} from '../../gate/identity-store.ts'
import { gateKeys } from '../../gate/keys.ts'
import type { ProofingSettings } from '../../proofing/settings.ts'
import { proofingTold } from '../../proofing/told-store.ts'
import type { Decision } from '../../review/case/case.ts'
import type { EffectDeps } from '../../review/kind.ts'
import { approvalEvent } from '../announced-store.ts'
import { verificationKeys } from '../keys.ts'
import { methods } from '../methods.ts'
import type { VerificationSettings } from '../settings.ts'
import { accountsIn } from '../submission/person-entry-store.ts'
import { personHeld } from '../submission/person-store.ts'
import { isOfVerified, methodOf, type Papers, peopleIn, provenBy } from './papers.ts'

/** Brings the person of papers to the versions of the key that are live by now; only whoever approves needs it. */
export type PapersPeople = {
  index: (of: Papers) => Promise<Versioned<string>>
  gather: (people: Versioned<string>) => Promise<void>
}

const decidersIn = ({ by, first }: Decision): string[] => [by, first].flatMap((one) => one?.id ?? [])

/**
 * X3 whoever shows both sides of their card to raise their level has the document seen, too, for as long as the review counts; nothing where
 * that is proven already.
 */
const besidesReview = ({ kind }: Papers, { proofs }: HeldIdentity, review: Evidence): Evidence[] => {
  const isProven = proofs.some((one) => sourceOf[one.kind] === 'document' && isValid(one, review.at))
  if (kind !== 'papers_level' || isProven) return []
  return [{ ...review, ...methods.id_document.proves }]
}

/** What a person saw is proven of who the account is, as far as it is not already for longer; all of it is told. */
const provenOf = (of: Papers, held: HeldIdentity, review: Evidence, telling: LevelTelling): Write[] => {
  // What a person saw takes nothing of what counts for longer away, as of a card that was bound meanwhile.
  const found = [review, ...besidesReview(of, held, review)]
  const [first, ...others] = found.filter((one) => !isOutlived(held.proofs, one, review.at))
  return first ? evidenceHeld(held, first, telling, others) : evidenceOutlasted(held, of.accountId, telling)
}

/** P10 the account is verified by what a person saw, and P11 that is told. */
export const planProof = async (
  deps: EffectDeps,
  of: Papers,
  {
    decision,
    settings,
    means,
  }: {
    decision: Decision
    settings: Pick<VerificationSettings, 'checks'> & ProofingSettings
    means: PapersPeople | undefined
  },
): Promise<Outcome<readonly Write[]>> => {
  const { accountsPerPerson } = settings.checks
  const people = means ? await means.index(of) : peopleIn(of)
  const read = () => deps.table.getMany([gateKeys.identity(of.accountId), ...people.map(verificationKeys.person)])
  const first = await read()
  const isElsewhere = first.slice(2).some((entry) => entry !== undefined)
  if (isElsewhere) await means?.gather(people)
  const [identity, ...entries] = isElsewhere ? await read() : first
  const accounts = new Set(entries.flatMap((entry) => (entry ? accountsIn(entry) : [])))
  if (!accounts.has(of.accountId) && accounts.size >= accountsPerPerson) return refused('identity_unavailable')
  const held = heldIdentity(identity)
  // Cleared while people looked: what raises the level of somebody is no proof of a carrier or a bank that they are.
  if (!held && isOfVerified(of)) return refused('papers_need_identity')
  if (held && !people.includes(held.personIndex)) return refused('verified_as_another')
  const { now } = deps
  const { kind, possession, validForMs } = methodOf(of).proves
  const evidence: Evidence = {
    accountId: of.accountId,
    kind,
    at: now,
    validUntil: now + validForMs,
    possession,
    check: of.id,
  }
  const { maskedName, maskedIdNumber, lastFourIndex } = of
  const [personIndex] = people
  const shown = { verificationId: of.id, maskedName, maskedIdNumber, verifiedAt: now, personIndex, lastFourIndex }
  // That it is verified is told below, with its level.
  const telling = { now, events: [approvalEvent(of.accountId, of.id, provenBy(of.kind))], letter: toldOtherwise }
  return ok([
    ...(held ? provenOf(of, held, evidence, telling) : identityHeld(shown, evidence, telling)),
    ...personHeld(people, of.accountId, { accountsPerPerson, accounts: accountsIn(entries[0]) }, now),
    ...proofingTold(
      {
        ...{ id: of.id, accountId: of.accountId, byPeople: true, maskedName, maskedIdNumber },
        ...{ since: held?.verifiedAt ?? now, others: [...accounts], deciders: decidersIn(decision) },
      },
      settings,
      deps,
      now,
    ),
  ])
}

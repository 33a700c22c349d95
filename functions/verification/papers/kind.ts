import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Versioned } from '../../../shared/kernel/versioned.ts'
import type { Write } from '../../../shared/table/write.ts'
import { toldOtherwise } from '../../evidence/announced-store.ts'
import { type Evidence, isValid, sourceOf } from '../../evidence/evidence.ts'
import { evidenceHeld, type HeldIdentity, heldIdentity, identityHeld } from '../../gate/identity-store.ts'
import { gateKeys } from '../../gate/keys.ts'
import { materialKeys } from '../../material/keys.ts'
import { type Material, statusAt } from '../../material/material.ts'
import { materialOf, materialReleased, materialUsed } from '../../material/material-store.ts'
import type { MaterialSettings } from '../../material/settings.ts'
import type { ProofingSettings } from '../../proofing/settings.ts'
import { proofingTold } from '../../proofing/told-store.ts'
import type { Decision, ReviewCase } from '../../review/case/case.ts'
import { decidedLetter } from '../../review/case/letter.ts'
import { type EffectDeps, endsOf, type ReviewKind } from '../../review/kind.ts'
import { approvalEvent } from '../announced-store.ts'
import { papersKeys, verificationKeys } from '../keys.ts'
import { methods } from '../methods.ts'
import type { VerificationSettings } from '../settings.ts'
import { accountsIn } from '../submission/person-entry-store.ts'
import { personHeld } from '../submission/person-store.ts'
import { asksOf, checklists, reasonsOf, wordsOf } from './checklists.ts'
import { isOfVerified, methodOf, type Papers, peopleIn, provenBy } from './papers.ts'
import { type PapersKind, papersKinds } from './papers-kinds.ts'
import {
  openPapersIn,
  type PapersEnd,
  papersAnswered,
  papersAppealed,
  papersEnded,
  papersKept,
} from './papers-store.ts'
import { readMorePictures } from './read-more-pictures.ts'
import type { PapersSettings } from './settings.ts'
import { askPictures } from './words.ts'

/** Brings the person of papers to the versions of the key that are live by now; only whoever approves needs it. */
export type PapersPeople = {
  index: (of: Papers) => Promise<Versioned<string>>
  gather: (people: Versioned<string>) => Promise<void>
}

type Settings = Pick<VerificationSettings, 'checks'> & PapersSettings & ProofingSettings & MaterialSettings

const readPapers = async (
  { table, now }: Pick<EffectDeps, 'table' | 'now'>,
  { accountId, subject }: Pick<ReviewCase, 'accountId' | 'subject'>,
): Promise<Papers | undefined> => papersKept(await table.get(papersKeys.papers(accountId, subject)), now)

/** Its pictures that are still there: whoever appeals late finds some forgotten. */
const findPictures = async ({ table, now }: EffectDeps, { materials }: Papers): Promise<Material[]> => {
  const found = await table.getMany(materials.map(materialKeys.material))
  return found.flatMap((item) => (item ? [materialOf(item)] : [])).filter((one) => statusAt(one, now) === 'stored')
}

/** It is over in that way, and its pictures are kept for as long as is left to ask about it. */
const planEnd = async (deps: EffectDeps, of: Papers, on: PapersEnd, settings: Settings): Promise<Write[]> => {
  const keptUntil = deps.now + settings.materials.decidedMs
  const pictures = await findPictures(deps, of)
  return [
    ...papersEnded(of, on, { now: deps.now, keptUntil }),
    ...pictures.map((one) => materialReleased(one, of.id, keptUntil)),
  ]
}

/** Pictures that are still there are kept until the appeal is decided. */
const planKeeping = async (deps: EffectDeps, of: Papers): Promise<Write[]> =>
  (await findPictures(deps, of)).map((one) => materialUsed(one, of.id, deps.now))

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

/** P10 the account is verified by what a person saw, and P11 that is told. */
const planProof = async (
  deps: EffectDeps,
  of: Papers,
  { decision, settings, means }: { decision: Decision; settings: Settings; means: PapersPeople | undefined },
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
    ...(held
      ? evidenceHeld(held, evidence, telling, besidesReview(of, held, evidence))
      : identityHeld(shown, evidence, telling)),
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

const letterOn = (kind: ReviewKind, deps: EffectDeps, of: ReviewCase, decision: Decision): Write =>
  deps.told(
    of.accountId,
    decidedLetter(kind.words, of, decision, endsOf(kind, decision.reason), deps.publicUrl),
    deps.now,
  )

/** P10 a kind of papers that a person looks at: approved, the account is verified in the commit that says so. */
const kindNamed = (name: PapersKind, settings: Settings, means: PapersPeople | undefined): ReviewKind => {
  const row: ReviewKind = {
    kind: name,
    right: 'review_cases',
    verdicts: ['approved', 'refused'],
    answerMs: settings.papers.answerMs,
    askMs: settings.papers.askMs,
    checklist: checklists[name],
    reasons: reasonsOf(name),
    asks: asksOf(name),
    appealable: true,
    // What it is about is gone then.
    appealMs: settings.materials.decidedMs,
    takesMaterials: true,
    pictures: askPictures,
    words: wordsOf(name),
    async effect(deps, of, decision) {
      const papers = await readPapers(deps, of)
      if (!papers) return refused('not_found')
      const isApproved = decision.verdict === 'approved'
      const proven = isApproved ? await planProof(deps, papers, { decision, settings, means }) : ok([])
      if (!proven.ok) return proven
      const over = await planEnd(deps, papers, isApproved ? 'approved' : 'refused', settings)
      return ok({ writes: [...over, ...proven.value, letterOn(row, deps, of, decision)] })
    },
    async planAnswer(deps, of, { materials }) {
      const papers = await readPapers(deps, of)
      if (!papers) return refused('not_found')
      const added = await readMorePictures(deps, row, of, materials)
      if (!added.ok) return added
      const used = materials.map((id) => materialUsed({ id, accountId: of.accountId }, papers.id, deps.now))
      return ok({ writes: [...used, papersAnswered(papers, [...papers.materials, ...materials])] })
    },
    async planAppeal(deps, of, appeal) {
      const papers = await readPapers(deps, of)
      if (!papers) return refused('not_found')
      const newer = openPapersIn(await deps.table.get(papersKeys.open(of.accountId)))
      if (newer !== undefined) return refused('papers_open', { extra: { papersId: newer } })
      return ok({ writes: [...papersAppealed(papers, appeal.id), ...(await planKeeping(deps, papers))] })
    },
    async planWithdrawal(deps, of) {
      const papers = await readPapers(deps, of)
      return { writes: papers ? await planEnd(deps, papers, 'withdrawn', settings) : [] }
    },
    async planExpiry(deps, of, decision) {
      const papers = await readPapers(deps, of)
      const over = papers ? await planEnd(deps, papers, 'refused', settings) : []
      return { writes: [...over, letterOn(row, deps, of, decision)] }
    },
  }
  return row
}

/** Every kind of papers, for the cases of people. */
export const papersReviews = (settings: Settings, means?: PapersPeople): readonly ReviewKind[] =>
  papersKinds.map((name) => kindNamed(name, settings, means))

import { ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Write } from '../../../shared/table/write.ts'
import { materialKeys } from '../../material/keys.ts'
import { type Material, statusAt } from '../../material/material.ts'
import { materialOf, materialReleased, materialUsed } from '../../material/material-store.ts'
import type { MaterialSettings } from '../../material/settings.ts'
import type { ProofingSettings } from '../../proofing/settings.ts'
import type { Decision, ReviewCase } from '../../review/case/case.ts'
import { decidedLetter } from '../../review/case/letter.ts'
import { type EffectDeps, endsOf, type ReviewKind } from '../../review/kind.ts'
import { papersKeys } from '../keys.ts'
import type { VerificationSettings } from '../settings.ts'
import { asksOf, checklists, reasonsOf, wordsOf } from './checklists.ts'
import type { Papers } from './papers.ts'
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
import type { PapersPeople } from './settle-proof.ts'
import { askPictures } from './words.ts'

/** Loaded by whoever approves: most who see cases do nothing to one. */
const proofs = () => import('./settle-proof.ts')

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
      const proven = isApproved ? await (await proofs()).planProof(deps, papers, { decision, settings, means }) : ok([])
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

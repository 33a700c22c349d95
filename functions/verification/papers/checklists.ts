import type { ReviewWords } from '../../review/words.ts'
import { type PapersKind, picturesOf } from './papers-kinds.ts'
import {
  askPictures,
  askWords,
  checkWords,
  kindNames,
  type PapersAsk,
  type PapersCheck,
  type PapersRefusal,
  refusalReasons,
  verdictWordsOf,
} from './words.ts'

const ofHolder: readonly PapersCheck[] = ['readable', 'name_same', 'number_same', 'still_valid', 'same_face']

/** Points that each kind confirms. */
export const checklists: Record<PapersKind, readonly PapersCheck[]> = {
  papers_document: ofHolder,
  papers_minor: ['readable', 'name_same', 'number_same', 'guardianship'],
  papers_rare_characters: ofHolder,
  papers_tries_used_up: ofHolder,
  papers_automated_result: ofHolder,
  papers_level: ofHolder,
  papers_bank: [...ofHolder, 'bank_name_same', 'bank_stamped', 'bank_recent'],
}

/** Why no papers of a kind are refused: of a child no face was asked for, of nobody else a guardian, and of few what their bank says. */
const neverOf = (kind: PapersKind): readonly PapersRefusal[] => [
  kind === 'papers_minor' ? 'face_differs' : 'guardianship_open',
  ...(kind === 'papers_bank' ? [] : (['bank_proof_unfit'] as const)),
]

/** Why each kind may be refused. */
export const reasonsOf = (kind: PapersKind) => {
  const never = neverOf(kind)
  const left = (Object.keys(refusalReasons) as PapersRefusal[]).filter((reason) => !never.includes(reason))
  return Object.fromEntries(left.map((reason) => [reason, refusalReasons[reason]]))
}

/** What may be asked for: no picture that papers of the kind do not take, so that of a child nobody collects a face. */
export const asksOf = (kind: PapersKind): PapersAsk[] => {
  const { needs, takes } = picturesOf[kind]
  const taken = [...needs, ...takes]
  return (Object.keys(askWords) as PapersAsk[]).filter((ask) => askPictures[ask].every((one) => taken.includes(one)))
}

/** How a kind is spoken of. */
export const wordsOf = (kind: PapersKind): ReviewWords => ({
  name: kindNames[kind],
  checklist: Object.fromEntries(checklists[kind].map((one) => [one, checkWords[one]])),
  reasons: reasonsOf(kind),
  asks: Object.fromEntries(asksOf(kind).map((one) => [one, askWords[one]])),
  verdicts: verdictWordsOf(kind),
})

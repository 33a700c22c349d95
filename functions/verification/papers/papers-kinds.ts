import type { MaterialKind } from '../../material/material.ts'
import type { NumberedKind, UnnumberedKind } from '../../person/document.ts'

/** Documents that a person looks at. */
export const papersDocuments = [
  'resident_id',
  'residence_permit',
  'permanent_resident_card',
  'old_permanent_resident_card',
  'home_return_permit',
  'taiwan_permit',
  'exit_permit',
  'passport',
] as const satisfies readonly (NumberedKind | UnnumberedKind)[]
export type PapersDocument = (typeof papersDocuments)[number]

/**
 * P10 why a person looks at somebody's papers: no machine can check the document; they are too young for a check of their own; their name
 * has a rare character and came back wrong; they may pay for no further check; they ask a person to look at what a machine found; they are verified, and want a
 * higher level by a person; or no bank can be asked online about them, and they show what theirs has certified.
 */
export const papersKinds = [
  'papers_document',
  'papers_minor',
  'papers_rare_characters',
  'papers_tries_used_up',
  'papers_automated_result',
  'papers_level',
  'papers_bank',
] as const
export type PapersKind = (typeof papersKinds)[number]

/** Pictures that papers can hold. */
export const papersPictures = [
  'document_page',
  'document_back',
  'holder',
  'guardian_document',
  'guardian_letter',
  'household_register',
  'bank_proof',
] as const satisfies readonly MaterialKind[]
export type PapersPicture = (typeof papersPictures)[number]

/** Which pictures each takes: those it needs, and those it may have. */
export const picturesOf: Record<PapersKind, { needs: readonly MaterialKind[]; takes: readonly MaterialKind[] }> = {
  papers_document: { needs: ['document_page', 'holder'], takes: ['document_back'] },
  papers_minor: { needs: ['document_page', 'guardian_document', 'guardian_letter'], takes: ['household_register'] },
  papers_rare_characters: { needs: ['document_page', 'holder'], takes: ['document_back'] },
  papers_tries_used_up: { needs: ['document_page', 'holder'], takes: ['document_back'] },
  papers_automated_result: { needs: ['document_page', 'holder'], takes: ['document_back'] },
  // Both sides: it proves the document, too.
  papers_level: { needs: ['document_page', 'document_back', 'holder'], takes: [] },
  papers_bank: { needs: ['document_page', 'document_back', 'holder', 'bank_proof'], takes: [] },
}

import type { StateTable } from '../../../shared/kernel/states.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import type { Versioned } from '../../../shared/kernel/versioned.ts'
import type { KeptConsent } from '../../consent/consent.ts'
import { isNumbered } from '../../person/document.ts'
import { methods } from '../methods.ts'
import type { PapersDocument, PapersKind } from './papers-kinds.ts'

export const papersStatuses = ['in_review', 'verified', 'refused', 'withdrawn'] as const
export type PapersStatus = (typeof papersStatuses)[number]

export const papersTransitions = [
  { from: ['in_review'], to: 'verified', on: 'approved', when: 'a person has seen the papers, and they are theirs' },
  { from: ['in_review'], to: 'refused', on: 'refused', when: 'a person refuses it, or what was asked for never came' },
  { from: ['in_review'], to: 'withdrawn', on: 'withdrawn', when: 'the user takes it back' },
  { from: ['in_review'], on: 'answered', when: 'the user adds what was asked for' },
  { from: ['refused'], to: 'in_review', on: 'appealed', when: 'the user appeals, and another person looks' },
] as const satisfies StateTable<PapersStatus, string>
export type PapersEvent = (typeof papersTransitions)[number]['on']

/**
 * Somebody's papers that a person looks at: what they typed, sealed, and what of it may be shown. `case`: the case that decides about it.
 * `more` of what is sealed: birth date, nationality, end of validity and guardian, as JSON. Times in epoch ms.
 */
export type Papers = {
  id: string
  accountId: string
  kind: PapersKind
  document: PapersDocument
  status: PapersStatus
  case: string
  createdAt: Millis
  decidedAt?: Millis | undefined
  consent: KeptConsent
  maskedName: string
  maskedIdNumber: string
  maskedPhone: string
  /** As the fields of a verification are, so that whoever opens one opens the other. Of no phone is anything known: it is empty. */
  sealed: { wrappedKey: string; name: string; idNumber: string; phone: string; more: string }
  personIndex: string
  otherPeople?: string[] | undefined
  lastFourIndex: string
  materials: string[]
}

/** Whether papers of that kind are for whoever is verified, and make nobody somebody. */
export const isOfVerified = ({ kind }: Pick<Papers, 'kind'>): boolean =>
  kind === 'papers_level' || kind === 'papers_bank'

/** In which way papers of that kind prove what they prove. */
export const provenBy = (kind: PapersKind): 'attended_review' | 'bank_proof' =>
  kind === 'papers_bank' ? 'bank_proof' : 'attended_review'

/** What papers prove, once a person has approved them. */
export const methodOf = ({ kind }: Pick<Papers, 'kind'>) => methods[provenBy(kind)]

/** What the person is known by under each live version of the key. */
export const peopleIn = ({ personIndex, otherPeople = [] }: Pick<Papers, 'personIndex' | 'otherPeople'>) =>
  [personIndex, ...otherPeople] as const satisfies Versioned<string>

/** What of a document tells people apart: its number where a number is one person's; else with its kind and who issued it. */
export const personValue = (document: PapersDocument, nationality: string, number: string): string =>
  isNumbered(document) ? number : [document, nationality, number].filter((one) => one !== '').join(' ')

import type { NumberedKind } from '../../person/document.ts'
import type { ChecksLeft } from '../submission/checks-left.ts'
import type { PapersKind } from './papers-kinds.ts'
import type { TypedPerson } from './typed-person.ts'

/** What an account's own checks came to, by their statuses, the newest first; how many it has left; and what machines can check. */
type Known = {
  /** Kinds of documents whose numbers a machine checks here. */
  machines: readonly NumberedKind[]
  results: readonly string[]
  left: ChecksLeft
  checks: { minimumAge: number }
  /** The account is verified, and what proves it counts. */
  isVerified: boolean
  /** They show what their bank has certified. */
  hasBankProof: boolean
}

/** Results that a person may be asked to look at. */
const FINAL: readonly string[] = ['mismatch', 'no_record', 'undetermined']

/** Han characters outside the block that every system has had for decades. */
const RARE = /[^\u4e00-\u9fff·\p{sc=Latin}\p{P} ]/u

/**
 * P10 why a person is to look at somebody's papers; undefined where a machine can check them, and has not yet. Children come first, then
 * documents that no machine knows; whoever is verified by a machine and wants to prove more, by their card or by their bank besides; a resident's number after a result, or once no check is left.
 */
export const kindFor = (
  person: TypedPerson,
  { machines, results, left, checks, isVerified, hasBankProof }: Known,
): PapersKind | undefined => {
  if (person.age < checks.minimumAge) return 'papers_minor'
  if (!machines.some((one) => one === person.document)) return 'papers_document'
  // Whoever is verified has nothing of a machine looked at: they prove more.
  if (isVerified) return hasBankProof ? 'papers_bank' : 'papers_level'
  const hasResult = results.some((one) => FINAL.includes(one))
  if (hasResult && RARE.test(person.name)) return 'papers_rare_characters'
  if (left.leftEver === 0 || left.leftToday === 0) return 'papers_tries_used_up'
  return hasResult ? 'papers_automated_result' : undefined
}

import type { Millis } from '../../../shared/kernel/time.ts'
import type { NameProof } from './name-proofs.ts'
import type { RefusedWordReason } from './refused-word-reasons.ts'

/** What can be found in a name, each a problem of its own: the worse first. */
export const nameFindingCodes = [
  'app_name_too_short',
  'app_name_too_long',
  'app_name_character',
  'app_name_sign_place',
  'app_name_no_letter',
  'app_name_word',
  'app_name_number',
  'app_name_unchanged',
  'app_name_own',
  'app_name_taken',
  'app_name_held',
  'app_name_needs_proof',
] as const
export type NameFindingCode = (typeof nameFindingCodes)[number]

/** `refused`: no app has such a name. `proof`: an app may have it by a certification that proves the right to it, and no other way. */
export const findingSeverities = ['refused', 'proof'] as const
export type FindingSeverity = (typeof findingSeverities)[number]

/**
 * Something about a name. `from`, `to`: where in the name as it was read, in code points, `to` being the first that does not belong to it; the
 * whole name where they are not said. `word`: of our lists, as it is in them. `right`: a name that would do in this respect. `freeAt`: from when
 * on others may have it.
 */
export type NameFinding = {
  code: NameFindingCode
  severity: FindingSeverity
  from?: number
  to?: number
  word?: string
  reason?: RefusedWordReason
  proof?: NameProof
  right?: string
  freeAt?: Millis
}

/** What a name comes to: the worst that was found in it. */
export const nameVerdicts = ['free', 'proof', 'refused'] as const
export type NameVerdict = (typeof nameVerdicts)[number]

export const verdictOf = (findings: readonly NameFinding[]): NameVerdict => {
  if (findings.some(({ severity }) => severity === 'refused')) return 'refused'
  return findings.length > 0 ? 'proof' : 'free'
}

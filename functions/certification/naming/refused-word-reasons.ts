/** Why a word may be in no name of an app. */
export const refusedWordReasons = [
  'names_the_kind',
  'claims_certification',
  'superlative',
  'state_symbol',
  'unlawful',
] as const
export type RefusedWordReason = (typeof refusedWordReasons)[number]

/** What proves the right to a name that holds a protected word. */
export const nameProofs = [
  'trademark',
  'public_body',
  'national_name',
  'financial_licence',
  'medical_licence',
  'school_licence',
  'news_licence',
  'religious_licence',
] as const
export type NameProof = (typeof nameProofs)[number]

/** What somebody does, roughly as the state's classification of occupations (GB/T 6565) has its groups. Nobody has to say it. */
export const occupations = [
  'official',
  'professional',
  'clerk',
  'service',
  'agriculture',
  'production',
  'soldier',
  'self_employed',
  'student',
  'homemaker',
  'retired',
  'other',
] as const
export type Occupation = (typeof occupations)[number]

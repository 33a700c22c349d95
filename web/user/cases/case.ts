import type { Answer } from 'shiming-client'

/** A case as its user sees it. */
export type Case = Answer<'GET /v1/reviews/{id}'>

/** How its state looks. */
export const stateTones = { open: 'info', waiting: 'warn', decided: 'good', withdrawn: 'info' } as const

/** Whether it is about papers that a person looks at. */
export const isOfPapers = ({ kind }: Pick<Case, 'kind'>): boolean => kind.startsWith('papers_')

/** The page of the application for certification that a case is about; where it is about something else, none. */
export const certifiedAt = ({ kind, subject }: Pick<Case, 'kind' | 'subject'>): string | undefined =>
  kind === 'certification' ? `/developer/applications/${subject}` : undefined

/** Whether it is about a change of an app, which its administrator asks for again there. */
export const isOfApp = ({ kind }: Pick<Case, 'kind'>): boolean => kind === 'app_step'

/** Code points. */
const LONGEST = 1000

/** Whether somebody's own words are more than the service takes. */
export const isTooLong = (text: string): boolean => [...text.trim()].length > LONGEST

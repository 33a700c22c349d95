import type { Application, Body } from 'shiming-client'
import { type DatedKind, dated, OPEN } from '../../../../functions/certification/papers/paper.ts'

/** The days of papers as they are typed: of each, and whether a licence has no end. */
export type TypedDays = { business_licenceDay: string; business_licenceOpen: boolean; authorisation_letterDay: string }

const dashed = (day: string): string => day.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3')

const dayIn = ({ papers }: Pick<Application, 'papers'>, kind: DatedKind): string =>
  papers.find((one) => one.kind === kind)?.day ?? ''

/** As the application has them. */
export const typedDaysOf = (of: Application): TypedDays => {
  const until = dayIn(of, 'business_licence')
  return {
    business_licenceDay: until === OPEN ? '' : dashed(until),
    business_licenceOpen: until === OPEN,
    authorisation_letterDay: dashed(dayIn(of, 'authorisation_letter')),
  }
}

export type PaperDays = NonNullable<Body<'PATCH /v1/applications/{id}'>['papers']>

/** What is said of the papers by that: a day that is not there is not said. */
export const saidDays = ({ business_licenceOpen: isOpen, ...days }: TypedDays): PaperDays => [
  ...(isOpen || days.business_licenceDay !== ''
    ? [{ kind: 'business_licence' as const, day: isOpen ? OPEN : days.business_licenceDay }]
    : []),
  ...(days.authorisation_letterDay === ''
    ? []
    : [{ kind: 'authorisation_letter' as const, day: days.authorisation_letterDay }]),
]

export const isDated = (kind: string): kind is DatedKind => Object.hasOwn(dated, kind)

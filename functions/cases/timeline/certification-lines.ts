import type { Applicant } from '../../certification/applicants/applicant.ts'
import type { Application } from '../../certification/applications/application.ts'
import type { App } from '../../certification/apps/app.ts'
import type { Line } from './line.ts'

/** An app came to each of its names, the first with itself; of one that was taken on also before. */
export const appLines = ({ id, name, nameSince, nameCause, names }: App): Line[] =>
  [
    ...names.map((one) => ({ name: one.name, at: one.from, event: one.because })),
    { name, at: nameSince, event: nameCause },
  ].map((one, nth) => ({ ...one, id: `${id}.${nth}`, kind: 'app', subject: id }) as const)

/** Whom an account applies for was typed, and looked up. */
export const applicantLines = (of: Applicant): Line[] => {
  const { id, createdAt, checkedAt, status, companyName, creditCode } = of
  const about = {
    ...({ kind: 'applicant', subject: id } as const),
    ...(companyName !== undefined && { name: companyName }),
    ...(creditCode !== undefined && { number: creditCode }),
  } as const
  return [
    { ...about, at: createdAt, id: `${id}.0`, event: 'kept' },
    ...(checkedAt === undefined ? [] : [{ ...about, at: checkedAt, id: `${id}.1`, event: status }]),
  ]
}

/** Every step of an application, under the name that it asks for now. */
export const applicationLines = ({ id, steps, names }: Application): Line[] =>
  steps.map(({ at, on }, nth) => ({
    ...{ at, id: `${id}.${nth}`, kind: 'application', event: on, subject: id, name: names.to },
  }))

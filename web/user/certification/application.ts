import type { Answer, App, Applicant, Application } from 'shiming-client'
import { mine, service } from '../../shared/service.ts'
import type { Apps } from '../apps/app.ts'

/** Everything that the page of an application shows and takes. */
export type Found = {
  of: Application
  app: App
  rules: Apps['names']
  applicants: readonly Applicant[]
  faceTerms: Answer<'GET /v1/face-terms'>
}

/** Reads it all: the application first, which says the rest. */
export const findApplication = async (id: string, signal: AbortSignal): Promise<Found> => {
  const of = await mine().applications.get(id, { signal })
  const [app, apps, { applicants }, faceTerms] = await Promise.all([
    mine().apps.get(of.app, { signal }),
    mine().apps.list({ signal }),
    mine().applicants.list({ signal }),
    service().faceTerms.get({ signal }),
  ])
  return { of, app, rules: apps.names, applicants, faceTerms }
}

/** Whether it is with people or a channel, so that it changes without its administrator. */
export const isMoving = ({ status }: Pick<Application, 'status'>): boolean =>
  status === 'in_review' || status === 'awaiting_payment'

/** Whether it is over. */
export const isOver = ({ endedAt }: Pick<Application, 'endedAt'>): boolean => endedAt !== null

/** The applicant that it is for, if the account still keeps it. */
export const applicantOf = ({ of, applicants }: Found): Applicant | undefined =>
  applicants.find(({ id }) => id === of.applicant)

import { keyAt } from '../../../shared/table/keys.ts'
import { work } from '../../../shared/table/work.ts'
import { accountPartition } from '../../account/keys.ts'

export const applicationKeys = {
  /** An application for the certification of an app. Newest by id. Read by its administrator, by its reviewer's deeds, by its clock and by its fee. */
  application: (accountId: string, id: string) => keyAt(accountPartition(accountId), `APPLICATION#${id}`),
  /** Whose certification an account applies for. Read by it, and by whoever judges an application. */
  applicant: (accountId: string, id: string) => keyAt(accountPartition(accountId), `APPLICANT#${id}`),
  /** How many of them an account keeps. Written with each of them. */
  applicantCount: (accountId: string) => keyAt(accountPartition(accountId), 'APPLICANTS'),
}

/** Read as lists. */
export const applicationLists = {
  applications: (accountId: string) => ({ pk: accountPartition(accountId), prefix: 'APPLICATION#' }),
  applicants: (accountId: string) => ({ pk: accountPartition(accountId), prefix: 'APPLICANT#' }),
}

export const applicationWork = work('application', accountPartition(''), applicationKeys.application('', '').sk)

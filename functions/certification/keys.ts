import { keyAt } from '../../shared/table/keys.ts'
import { work } from '../../shared/table/work.ts'
import { accountPartition } from '../account/keys.ts'

const APP = 'APP#'
const ACCOUNT_PROOF = 'ACCOUNTPROOF#'
const DOMAIN = 'DOMAIN#'

export const certificationKeys = {
  /** An app. Read by its administrator, by whoever certifies it, and by whoever changes its name. */
  app: (id: string) => keyAt(`${APP}${id}`, 'APP'),
  /** That an account administers an app. Read as a list. */
  administered: (accountId: string, appId: string) => keyAt(accountPartition(accountId), `${APP}${appId}`),
  /** How many apps an account administers. Written with each of them. */
  appCount: (accountId: string) => keyAt(accountPartition(accountId), 'APPS'),
  /** A change of an app that waits for a person to look at a picture. Read by its case. */
  step: (accountId: string, id: string) => keyAt(accountPartition(accountId), `APPSTEP#${id}`),
  /** A domain that an account says is theirs. Read by them, and as a list. */
  domain: (accountId: string, domain: string) => keyAt(accountPartition(accountId), `${DOMAIN}${domain}`),
  /** How many domains an account has. Written with each of them. */
  domainCount: (accountId: string) => keyAt(accountPartition(accountId), 'DOMAINS'),
  /** What a vendor charged for a call about a company: looking it up, reading its licence, or transferring to its account. Written once, read by day as a list. */
  companyCharge: (accountId: string, call: string) => keyAt(accountPartition(accountId), `COMPANYCHARGE#${call}`),
  /** Which app has a name, by what the name looks like, so that no two apps have names that look alike. */
  name: (skeleton: string) => keyAt(`NAME#${skeleton}`, 'NAME'),
}

/** Read as lists. */
export const certificationLists = {
  apps: (accountId: string) => ({ pk: accountPartition(accountId), prefix: APP }),
  domains: (accountId: string) => ({ pk: accountPartition(accountId), prefix: DOMAIN }),
}

export const applicationKeys = {
  /** An application for the certification of an app. Newest by id. Read by its administrator, by its reviewer's deeds, by its clock and by its fee. */
  application: (accountId: string, id: string) => keyAt(accountPartition(accountId), `APPLICATION#${id}`),
  /** Whose certification an account applies for. Read by it, and by whoever judges an application. */
  applicant: (accountId: string, id: string) => keyAt(accountPartition(accountId), `APPLICANT#${id}`),
  /** That an applicant of an account has a credit code, and a name, each found by itself: both stand in a public register. Written with it. */
  company: (accountId: string, applicantId: string, by: 'code' | 'name') =>
    keyAt(accountPartition(accountId), `COMPANYOF#${applicantId}#${by}`),
  /** How the account of an applicant, a company, is proven. Read by the account, and by whoever judges an application. */
  accountProof: (accountId: string, applicantId: string) =>
    keyAt(accountPartition(accountId), `${ACCOUNT_PROOF}${applicantId}`),
  /** How many of them an account keeps. Written with each of them. */
  applicantCount: (accountId: string) => keyAt(accountPartition(accountId), 'APPLICANTS'),
}

/** Read as lists. */
export const applicationLists = {
  applications: (accountId: string) => ({ pk: accountPartition(accountId), prefix: 'APPLICATION#' }),
  applicants: (accountId: string) => ({ pk: accountPartition(accountId), prefix: 'APPLICANT#' }),
  accountProofs: (accountId: string) => ({ pk: accountPartition(accountId), prefix: ACCOUNT_PROOF }),
  /** Of the list index: applicants of whichever account with that credit code, or that name, as registers have them. */
  company: (value: string) => `COMPANY#${value}`,
}

export const applicationWork = work('application', accountPartition(''), applicationKeys.application('', '').sk)

export const textingKeys = {
  /** The number that results of an application are texted to, sealed. Read by whoever texts them. */
  number: (accountId: string, application: string) =>
    keyAt(accountPartition(accountId), `APPLICATION_NUMBER#${application}`),
  /** A result that is to be texted. Read by whoever texts it. */
  text: (accountId: string, id: string) => keyAt(accountPartition(accountId), `RESULT_TEXT#${id}`),
}

/** Read as a list. */
export const textingLists = {
  numbers: (accountId: string) => ({ pk: accountPartition(accountId), prefix: 'APPLICATION_NUMBER#' }),
}

export const textingWork = work('result_text', accountPartition(''), textingKeys.text('', '').sk)

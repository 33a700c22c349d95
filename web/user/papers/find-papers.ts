import type { Verification } from 'shiming-client'
import { type Account, mine, service } from '../../shared/service.ts'
import type { Offers } from '../verify/checks.ts'
import type { Terms } from './draft/wanted.ts'
import { findOpenCase } from './handing/open-case.ts'

/** What the service tells before anything is typed. */
export type Found = {
  terms: Terms
  account: Account
  offers: Offers
  /** Of the account's own checks, the newest first. */
  results: readonly Verification['status'][]
  /** The case by which a person looks at papers already. */
  open: string | undefined
}

/** As many results as the service looks at. */
const RESULTS = 10

/** Reads it: five calls at once. */
export const findPapers = async (signal: AbortSignal): Promise<Found> => {
  const [terms, account, offers, checked, open] = await Promise.all([
    mine().papers.terms({ signal }),
    mine().account.get({ signal }),
    service().offers.get({ signal }),
    mine().verifications.list({ signal, limit: RESULTS }).page(),
    findOpenCase(signal),
  ])
  return { terms, account, offers, results: checked.items.map(({ status }) => status), open }
}

import { type Account, mine } from '../../shared/service.ts'
import { documents } from './calls.ts'
import type { DocumentCheck, Terms } from './document.ts'

/** What the service tells before anything is photographed. */
export type Found = {
  terms: Terms
  account: Account
  /** What was handed in last. */
  newest: DocumentCheck | undefined
}

/** Reads it: three calls at once. */
export const findDocuments = async (signal: AbortSignal): Promise<Found> => {
  const [terms, account, all] = await Promise.all([
    documents().terms({ signal }),
    mine().account.get({ signal }),
    documents().list({ signal }),
  ])
  return { terms, account, newest: all[0] }
}

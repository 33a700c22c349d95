import type { IdentityDocument } from 'shiming-client'
import { type Account, mine } from '../../shared/service.ts'
import type { Terms } from './document.ts'

/** What the service tells before anything is photographed. */
export type Found = {
  terms: Terms
  account: Account
  /** What was handed in last. */
  newest: IdentityDocument | undefined
}

/** Reads it: three calls at once. */
export const findDocuments = async (signal: AbortSignal): Promise<Found> => {
  const [terms, account, all] = await Promise.all([
    mine().documents.terms({ signal }),
    mine().account.get({ signal }),
    mine().documents.list({ signal }),
  ])
  return { terms, account, newest: all[0] }
}

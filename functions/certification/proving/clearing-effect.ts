import type { ClearingEffect } from '../../gate/clearing-effect.ts'
import { applicationLists } from '../keys.ts'
import { proofForgotten } from './proof-store.ts'

/** As many as a commit has room for beside all else that a clearing writes; an account keeps fewer applicants. */
const AT_ONCE = 20

/**
 * W2 X4 whoever the account was saw the statement of a company, or was about to: the numbers and amounts are erased, and whoever it is next has proven no
 * account. One call.
 */
export const accountProofsClearing: ClearingEffect = {
  async plan(table, accountId) {
    const page = await table.query({ ...applicationLists.accountProofs(accountId), limit: AT_ONCE, newestFirst: true })
    return page.items.map(proofForgotten)
  },
}

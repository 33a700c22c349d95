import type { ClearingEffect } from '../../gate/clearing-effect.ts'
import { documentForgotten, documentOf } from './document-store.ts'
import { documentLists } from './keys.ts'

/** As many as a commit has room for beside all else that a clearing writes; more are of somebody refused again and again. */
const AT_ONCE = 40

/**
 * X1 X4 the identity cards of who the account was are forgotten, so that whoever it is next is shown none of them. One that is being checked ends by
 * its check, which proves nothing any more. One call.
 */
export const documentsClearing: ClearingEffect = {
  async plan(table, accountId) {
    const page = await table.query({ ...documentLists.documents(accountId), limit: AT_ONCE, newestFirst: true })
    return page.items
      .map(documentOf)
      .filter(({ status }) => status !== 'checking')
      .map(documentForgotten)
  },
}

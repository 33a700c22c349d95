import type { ClearingEffect } from '../../gate/clearing-effect.ts'
import { textingLists } from '../keys.ts'
import { numberForgotten } from './number-store.ts'

/** As many as a commit has room for beside all else that a clearing writes; an account has a few at most, as those of what is over are forgotten. */
const AT_ONCE = 20

/** W5 X4 the numbers that whoever the account was is texted at are erased, so that whoever it is next is not told of their applications. One call. */
export const numbersClearing: ClearingEffect = {
  async plan(table, accountId) {
    const page = await table.query({ ...textingLists.numbers(accountId), limit: AT_ONCE, newestFirst: true })
    return page.items.map(numberForgotten)
  },
}

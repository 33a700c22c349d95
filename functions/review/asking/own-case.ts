import { type Outcome, refused } from '../../../shared/kernel/outcome.ts'
import { isCaseOf } from '../case/case-id.ts'

/** Nothing of another account is found. */
export const notOwn = (accountId: string, name: string): Outcome<never> | undefined =>
  isCaseOf(name, accountId) ? undefined : refused('not_found')

import { type Outcome, refused } from '../../../shared/kernel/outcome.ts'
import { isCaseOf } from '../case/case-id.ts'
import type { ReviewKind } from '../kind.ts'

/** Nothing of another account is found. */
export const notOwn = (accountId: string, name: string): Outcome<never> | undefined =>
  isCaseOf(name, accountId) ? undefined : refused('not_found')

/** Nor what is about an account and not for it. */
export const notSeen = ({ unseen }: Pick<ReviewKind, 'unseen'>): Outcome<never> | undefined =>
  unseen ? refused('not_found') : undefined

import * as z from 'zod/mini'
import { target } from '../../../shared/kernel/states.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import { LISTED, listedAt } from '../../../shared/table/keys.ts'
import { stateAllows } from '../../../shared/table/state-condition.ts'
import {
  any,
  type Guard,
  guard,
  type Item,
  isNew,
  type Put,
  put,
  type Update,
  update,
} from '../../../shared/table/write.ts'
import { accountKeys, accountLists } from '../keys.ts'
import { type Appeal, appealStatuses, appealTransitions } from './appeal.ts'

const stored = z.object({
  accountId: z.string(),
  status: z.enum(appealStatuses),
  text: z.string(),
  createdAt: z.number(),
  decidedAt: z.optional(z.number()),
  reason: z.optional(z.string()),
})

/** The appeal in an item. */
export const appealOf = (item: Item): Appeal => z.parse(stored, item)

/** An appeal for an operator to decide. Conflict `appeal_open`: one is open already. */
export const appealOpened = (accountId: string, text: string, now: Millis): Put => {
  const appeal: Appeal = { accountId, status: 'open', text, createdAt: now }
  return put(
    accountKeys.appeal(accountId),
    { ...appeal, ...listedAt(accountLists.openAppeals, now) },
    any(isNew, stateAllows(appealTransitions, 'opened')),
    'appeal_open',
  )
}

/** No appeal is open, so that none is left behind by a decision that does not know of it. */
export const noAppealOpen = (accountId: string): Guard =>
  guard(accountKeys.appeal(accountId), any(isNew, stateAllows(appealTransitions, 'opened')), 'appeal_open')

/** An operator has decided. Conflict `appeal_not_open`. */
export const appealDecided = (accountId: string, on: 'granted' | 'rejected', reason: string, now: Millis): Update =>
  update(
    accountKeys.appeal(accountId),
    { set: { status: target(appealTransitions, on), reason, decidedAt: now }, remove: [...LISTED] },
    stateAllows(appealTransitions, on),
    'appeal_not_open',
  )

import * as z from 'zod/mini'
import { target } from '../../../shared/kernel/states.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import { listedAt } from '../../../shared/table/keys.ts'
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
import { type Doer, doerKinds } from '../../audit/deed.ts'
import { accountKeys, accountLists } from '../keys.ts'
import { type Appeal, appealStatuses, appealTransitions } from './appeal.ts'

const stored = z.object({
  accountId: z.string(),
  status: z.enum(appealStatuses),
  text: z.string(),
  createdAt: z.number(),
  decidedAt: z.optional(z.number()),
  reason: z.optional(z.string()),
  decidedBy: z.optional(z.object({ kind: z.enum(doerKinds), id: z.string() })),
})

/** The appeal in an item. */
export const appealOf = (item: Item): Appeal => z.parse(stored, item)

/** An appeal for an operator to decide. Conflict `appeal_open`: one is open already. */
export const appealOpened = (accountId: string, text: string, now: Millis): Put => {
  const appeal: Appeal = { accountId, status: 'open', text, createdAt: now }
  return put(
    accountKeys.appeal(accountId),
    { ...appeal, ...listedAt(accountLists.appeals('open'), now) },
    any(isNew, stateAllows(appealTransitions, 'opened')),
    'appeal_open',
  )
}

/** No appeal is open, so that none is left behind by a decision that does not know of it. */
export const noAppealOpen = (accountId: string): Guard =>
  guard(accountKeys.appeal(accountId), any(isNew, stateAllows(appealTransitions, 'opened')), 'appeal_open')

/** Somebody has decided, and why; it is listed among those decided so until its account appeals again. Conflict `appeal_not_open`. */
export const appealDecided = (
  accountId: string,
  on: 'granted' | 'rejected',
  { by, reason }: { by: Doer; reason: string },
  now: Millis,
): Update => {
  const status = target(appealTransitions, on)
  return update(
    accountKeys.appeal(accountId),
    { set: { status, reason, decidedAt: now, decidedBy: by, ...listedAt(accountLists.appeals(status), now) } },
    stateAllows(appealTransitions, on),
    'appeal_not_open',
  )
}

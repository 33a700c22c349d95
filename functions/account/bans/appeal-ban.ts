import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Clock } from '../../../shared/kernel/time.ts'
import { isBecause, type Table } from '../../../shared/table/table.ts'
import { accountKeys } from '../keys.ts'
import { counted, LIMITED, tooOften } from '../limits/limit-store.ts'
import { monthOf } from '../limits/window.ts'
import type { AccountSettings } from '../settings.ts'
import type { Appeal } from './appeal.ts'
import { appealOf, appealOpened } from './appeal-store.ts'
import { stillBanned } from './ban-store.ts'

/**
 * A banned user appeals, with one appeal open at a time; the same text again is a second click and answers the open one. Refuses
 * with `not_banned`, `appeal_open`, `too_often`. One call.
 */
export const appealBan = async (
  deps: { table: Table; clock: Clock; settings: Pick<AccountSettings, 'appeals'> },
  accountId: string,
  text: string,
): Promise<Outcome<Appeal>> => {
  const now = deps.clock.now()
  const committed = await deps.table.commit([
    stillBanned(accountId),
    appealOpened(accountId, text, now),
    counted({ subject: `APPEALS#${accountId}`, window: monthOf(now), limit: deps.settings.appeals.perMonth }),
  ])
  if (committed.kind === 'committed') return ok({ accountId, status: 'open', text, createdAt: now })
  if (isBecause(committed.conflicts, 'not_banned')) return refused('not_banned')
  const of = (why: string) => committed.conflicts.find(({ because }) => because === why)
  const found = of('appeal_open')
  if (!found) return tooOften(of(LIMITED)?.item)
  const open = found.item && appealOf(found.item)
  return open?.text === text ? ok(open) : refused('appeal_open')
}

/** The appeals of an account: none, or the last one. One call. */
export const readAppeals = async (deps: { table: Table }, accountId: string): Promise<Outcome<Appeal[]>> => {
  const item = await deps.table.get(accountKeys.appeal(accountId))
  return ok(item ? [appealOf(item)] : [])
}

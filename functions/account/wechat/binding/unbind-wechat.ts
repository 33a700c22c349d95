import { type Outcome, ok, refused, refusedField } from '../../../../shared/kernel/outcome.ts'
import { queryAll } from '../../../../shared/table/query-all.ts'
import { isBecause, type Table } from '../../../../shared/table/table.ts'
import type { Told } from '../../../../shared/table/told.ts'
import type { Item } from '../../../../shared/table/write.ts'
import { wechatUnboundAnnounced } from '../../announced-store.ts'
import { CODE_CONSUMED } from '../../codes/challenge-store.ts'
import { accountLists } from '../../keys.ts'
import { answerStepUp, type SteppedUp, type StepUpDeps } from '../../numbers/answer-step-up.ts'
import { rootOf, type SessionClaim, sessionClosed } from '../../sessions/session-store.ts'
import { wechatKeys } from '../keys.ts'
import { bindingOf, UNBOUND, wechatUnbound } from './binding-store.ts'
import { wechatUnboundLetter } from './letters.ts'

export type UnbindDeps = StepUpDeps & { table: Table; told: Told; publicUrl: string }

/** Whoever comes in by WeChat in between costs one, and each of those scanned a code: as many as nobody does at once by themselves. */
const TRIES = 8

/** Sessions that end in the commit itself; a transaction holds a hundred items. */
const AT_ONCE = 80

/** What WeChat opened, and what was let in from there by codes that were scanned. */
const openedByWechat = async ({ table }: UnbindDeps, { claimedId, session }: SessionClaim): Promise<Item[]> => {
  const all = await queryAll(table, accountLists.sessions(claimedId))
  return all.filter((one) => rootOf(one) === 'wechat' && one.sk !== session.sk)
}

/**
 * W1 lets nobody in to the account by WeChat any more, after a second proof; sessions that WeChat opened end in the same commit, but for the
 * one that asks. Told by a letter. Refuses with `wechat_not_bound` before anything is counted, as `answerStepUp`, and with `contended`.
 * Eight database calls at most unless somebody comes in meanwhile.
 */
export const unbindWechat = async (
  deps: UnbindDeps,
  caller: SessionClaim,
  proof: SteppedUp,
): Promise<Outcome<undefined>> => {
  const accountId = caller.claimedId
  const key = wechatKeys.binding(accountId)
  let binding = bindingOf(await deps.table.get(key))
  if (!binding) return refused('wechat_not_bound')
  const proven = await answerStepUp(deps, caller, proof)
  if (!proven.ok) return proven
  for (let tries = 0; tries < TRIES && binding; tries += 1) {
    const sessions = (await openedByWechat(deps, caller)).map(({ pk, sk }) => sessionClosed({ pk, sk }))
    for (let from = AT_ONCE; from < sessions.length; from += AT_ONCE)
      await deps.table.commit(sessions.slice(from, from + AT_ONCE))
    const now = deps.clock.now()
    const committed = await deps.table.commit([
      ...proven.value,
      ...wechatUnbound(accountId, binding),
      ...sessions.slice(0, AT_ONCE),
      deps.told(accountId, wechatUnboundLetter(now, deps.publicUrl), now),
      wechatUnboundAnnounced(accountId, now),
    ])
    if (committed.kind === 'committed') return ok(undefined)
    if (isBecause(committed.conflicts, CODE_CONSUMED)) return refusedField('/smsCode', 'sms_code_wrong')
    if (!isBecause(committed.conflicts, UNBOUND)) break
    binding = bindingOf(await deps.table.get(key))
  }
  return refused('contended')
}

import { type Outcome, ok, refused } from '../../../../shared/kernel/outcome.ts'
import type { Clock } from '../../../../shared/kernel/time.ts'
import type { Table } from '../../../../shared/table/table.ts'
import { profileOf } from '../../account-store.ts'
import { accountKeys } from '../../keys.ts'
import { isLive, type SessionClaim } from '../../sessions/session-store.ts'
import { wechatKeys } from '../keys.ts'
import { bindingOf } from './binding-store.ts'
import type { Binding } from './wechat-user.ts'

export type ReadBindingDeps = {
  table: Pick<Table, 'getMany'>
  clock: Clock
  /** The blind index of the last four of the ID number an account is verified with; undefined for one that is not. */
  lastFourOf(accountId: string): Promise<string | undefined>
}

/** Whether WeChat is bound, and what proves that it may be changed: a code to that number (masked), and for some the last four besides. */
export type BindingSeen = { binding: Binding | undefined; maskedPhone: string | undefined; needsLastFour: boolean }

/** What the account itself sees of its binding. Refuses with `unauthenticated`. Two database calls. */
export const readBinding = async (
  deps: ReadBindingDeps,
  { claimedId, session }: SessionClaim,
): Promise<Outcome<BindingSeen>> => {
  const keys = [session, wechatKeys.binding(claimedId), accountKeys.profile(claimedId)]
  const [live, binding, profile] = await deps.table.getMany(keys)
  if (!isLive(live, deps.clock.now())) return refused('unauthenticated')
  return ok({
    binding: bindingOf(binding),
    maskedPhone: profileOf(claimedId, profile)?.maskedPhone,
    needsLastFour: (await deps.lastFourOf(claimedId)) !== undefined,
  })
}

import type { Millis } from '../../shared/kernel/time.ts'
import { announced } from '../../shared/outbox/announced.ts'
import type { Update } from '../../shared/table/write.ts'
import type { Ban } from './bans/ban.ts'
import type { AccountAnnouncement } from './events.ts'

/** M2 what happened to an account is told to the platform, by the commit in which it happens. */
const ofAccount = (accountId: string, event: AccountAnnouncement, now: Millis): Update =>
  announced({ kind: 'account', id: accountId }, [{ ...event, accountId }], now)

/** It is banned. */
export const banAnnounced = (accountId: string, by: Ban['by'], now: Millis): Update =>
  ofAccount(accountId, { type: 'account.banned', data: { by } }, now)

/** Bans were lifted; `left` stand. */
export const unbanAnnounced = (accountId: string, lifted: readonly Ban[], left: readonly Ban[], now: Millis): Update =>
  ofAccount(
    accountId,
    { type: 'account.unbanned', data: { lifted: lifted.map(({ by }) => by), stillBanned: left.length > 0 } },
    now,
  )

/** A WeChat user may sign in to it from now on. */
export const wechatBoundAnnounced = (accountId: string, now: Millis): Update =>
  ofAccount(accountId, { type: 'wechat.bound', data: {} }, now)

/** Nobody may sign in to it by WeChat any more. */
export const wechatUnboundAnnounced = (accountId: string, now: Millis): Update =>
  ofAccount(accountId, { type: 'wechat.unbound', data: {} }, now)

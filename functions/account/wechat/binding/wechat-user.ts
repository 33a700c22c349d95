import type { Millis } from '../../../../shared/kernel/time.ts'

/**
 * A WeChat user as an app of ours knows them, by blind indexes: `user` of their number at that app, `union` of the one they have at all
 * apps of one owner, where WeChat told it.
 */
export type WechatUser = { appId: string; user: string; union?: string }

/** What an account lets in: the WeChat user of each app, and when the last of them was bound (epoch ms). */
export type Binding = {
  users: readonly { appId: string; user: string }[]
  union?: string
  boundAt: Millis
  /** How often somebody was bound or let in: whoever unbinds notices who came in meanwhile. */
  version: number
}

/** Whether the account lets exactly that user in already. */
export const letsIn = ({ users }: Binding, { appId, user }: WechatUser): boolean =>
  users.some((one) => one.appId === appId && one.user === user)

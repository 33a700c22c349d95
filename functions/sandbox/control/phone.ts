import { type Outcome, ok } from '../../../shared/kernel/outcome.ts'
import type { Sandbox, WeChatPayKeys } from '../sandbox.ts'
import { handPhoneTo, openidOf } from '../wechat/code.ts'

/** Gives the phone to another WeChat user; answers who this is at the service account, whose appid is the merchant's. */
export const handPhone = async (
  sandbox: Sandbox & { wechatPay: Pick<WeChatPayKeys, 'appid'> },
  user: string,
): Promise<Outcome<{ user: string; openid: string }>> =>
  ok({ user: await handPhoneTo(sandbox, user), openid: openidOf(sandbox.wechatPay.appid, user) })

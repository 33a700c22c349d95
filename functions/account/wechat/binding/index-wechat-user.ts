import { indexPart } from '../../../../shared/vault/index-part.ts'
import type { Vault } from '../../../../shared/vault/vault.ts'
import type { WechatUser } from './wechat-user.ts'

/**
 * The blind indexes of a WeChat user: their number at an app, for that app, and the one at all apps of one owner where it is known. One KMS
 * call, the first time.
 */
export const indexWechatUser = async (
  vault: Vault,
  appId: string,
  { openid, unionid }: { openid: string; unionid?: string },
): Promise<WechatUser> => ({
  appId,
  user: await indexPart(vault, 'wechat-user', appId, openid),
  ...(unionid !== undefined && { union: await indexPart(vault, 'wechat-union', unionid) }),
})

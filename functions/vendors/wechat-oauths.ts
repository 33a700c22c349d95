import { atFirstUse } from '../../shared/kernel/at-first-use.ts'
import type { VisitWay } from '../account/wechat/visits/visit.ts'
import type { WeChatOAuth } from '../account/wechat/wechat-oauth.ts'
import type { VendorParts } from './accounts.ts'

/** Where the account is that each way needs: the service account, and the website app. */
const secretOf: Record<VisitWay, string> = { in_wechat: 'SECRET_WECHAT', website: 'SECRET_WECHAT_WEBSITE' }

const addressesIn = ({ env }: VendorParts): { url: string; openUrl: string } | undefined => {
  const [url, openUrl] = [env('WECHAT_URL'), env('WECHAT_OPEN_URL')]
  return url && openUrl ? { url, openUrl } : undefined
}

/** Whether there is an account for that way. */
export const isOffered = (parts: VendorParts, way: VisitWay): boolean =>
  addressesIn(parts) !== undefined && Boolean(parts.env(secretOf[way]))

/** What signs in one way; undefined where there is no such account. It is loaded at the first call and lives as long as its secret is kept. */
export const wechatBy = (parts: VendorParts, way: VisitWay): (() => Promise<WeChatOAuth | undefined>) => {
  const addresses = addressesIn(parts)
  if (!addresses || !isOffered(parts, way)) return async () => undefined
  const opened = atFirstUse(async () => {
    const { wechatOAuthFrom } = await import('./wechat/oauth.ts')
    return parts.secret(secretOf[way], wechatOAuthFrom({ ...parts, ...addresses, way }))
  })
  return async () => (await opened())()
}

/** WeChat's service account of this deployment, that says whose WeChat a page is in. Undefined where there is none. */
export const wechatOAuth = (parts: VendorParts): (() => Promise<WeChatOAuth | undefined>) =>
  wechatBy(parts, 'in_wechat')

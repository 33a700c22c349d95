import type { WeChatOAuth } from '../account/wechat/wechat-oauth.ts'
import type { VendorParts } from './accounts.ts'

/**
 * WeChat's service account of this deployment, that says whose WeChat a page is in. Undefined where there is none. It is loaded at the first
 * call and lives as long as its secret is kept.
 */
export const wechatOAuth = (parts: VendorParts): (() => Promise<WeChatOAuth | undefined>) => {
  const [url, openUrl] = [parts.env('WECHAT_URL'), parts.env('WECHAT_OPEN_URL')]
  if (!url || !openUrl || !parts.env('SECRET_WECHAT')) return async () => undefined
  const open = async () => {
    const { wechatOAuthFrom } = await import('./wechat/oauth.ts')
    return parts.secret('SECRET_WECHAT', wechatOAuthFrom({ ...parts, url, openUrl }))
  }
  let opened: ReturnType<typeof open> | undefined
  return async () => {
    opened ??= open()
    return (await opened)()
  }
}

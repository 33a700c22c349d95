import { type AuthorizationEnd, authorizationEnds } from '../../../functions/account/wechat/authorization.ts'

/**
 * What became of finding out whose WeChat a page is in, as the way back from there says it in `wechat` of the address; a word that nobody
 * here knows is worth one more try.
 */
export const wechatEndIn = (query: string): AuthorizationEnd | undefined => {
  const said = new URLSearchParams(query).get('wechat')
  return said === null ? undefined : (authorizationEnds.find((end) => end === said) ?? 'try_again')
}

/** The same query without it: whoever shares or reloads the page has not just come back. */
export const withoutWechatEnd = (query: string): string => {
  const rest = new URLSearchParams(query)
  rest.delete('wechat')
  const text = rest.toString()
  return text && `?${text}`
}

/**
 * What became of finding out whose WeChat a page is in, as the way back from there says it in `wechat` of the address. `done`: the service
 * knows, and paying can go on.
 */
export const wechatEnds = [
  'done',
  'denied',
  'expired',
  'signed_out',
  'snapshot_user',
  'barred',
  'try_again',
  'unavailable',
] as const
export type WechatEnd = (typeof wechatEnds)[number]

/** What a query says of it; a word that nobody here knows is worth one more try. */
export const wechatEndIn = (query: string): WechatEnd | undefined => {
  const said = new URLSearchParams(query).get('wechat')
  return said === null ? undefined : (wechatEnds.find((end) => end === said) ?? 'try_again')
}

/** The same query without it: whoever shares or reloads the page has not just come back. */
export const withoutWechatEnd = (query: string): string => {
  const rest = new URLSearchParams(query)
  rest.delete('wechat')
  const text = rest.toString()
  return text && `?${text}`
}

import type { PageSettings } from './settings.ts'

/** What is looked at of a request. */
type Asked = { method: string; path: string }

/**
 * The file by which WeChat sees whose the domain is: the token in its name is all it holds. Undefined for any other path, and for a token
 * this deployment was not given.
 */
export const domainFile = (
  { method, path }: Asked,
  { domainTokens }: PageSettings['wechat'],
): { status: number; text: string; headers: Record<string, string> } | undefined => {
  const token = domainTokens.find((one) => path === `/MP_verify_${one}.txt`)
  if (token === undefined || !['GET', 'HEAD'].includes(method)) return undefined
  return {
    status: 200,
    text: token,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff' },
  }
}

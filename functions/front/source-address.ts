import { isIP } from 'node:net'
import type { FrontSettings } from './settings.ts'

const FORWARDED = 'x-forwarded-for'

/** An address without the port and brackets that some proxies add; undefined if there is none. */
const addressIn = (noted: string): string | undefined =>
  [noted, noted.replace(/:\d{1,5}$/, '')].map((one) => one.replace(/^\[(.{2,})\]$/, '$1')).find((one) => isIP(one))

/**
 * The address a request is from: as the gateway saw it, or behind trusted proxies as the first of these noted it. What stands
 * further left the caller may have written. `headers`: names in lower case.
 */
export const sourceAddress = (
  request: { lastHop: string; headers: Readonly<Record<string, string | undefined>> },
  { trusted, header }: FrontSettings['proxies'],
): string => {
  if (trusted < 1) return request.lastHop
  const name = header.toLowerCase()
  const noted = (request.headers[name] ?? '').split(',').map((one) => one.trim())
  // The gateway adds whom it saw itself.
  const byProxies = name === FORWARDED ? noted.slice(0, -1) : noted
  return addressIn(byProxies.at(-trusted) ?? '') ?? request.lastHop
}

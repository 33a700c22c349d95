import { isIP } from 'node:net'
import type { FrontSettings } from './settings.ts'

const FORWARDED = 'x-forwarded-for'

/** An address without the port that some proxies add. */
const addressIn = (noted: string): string =>
  /^\[(.*)\](?::\d+)?$/.exec(noted)?.[1] ?? noted.replace(/^([\d.]+):\d+$/, '$1')

/**
 * The address a request is from: as the gateway saw it, or behind trusted proxies as the first of these noted it. What stands
 * further left the caller may have written. `headers`: names in lower case.
 */
export const sourceAddress = (
  request: { lastHop: string; headers: Readonly<Record<string, string | undefined>> },
  { trusted, header }: FrontSettings['proxies'],
): string => {
  if (trusted === 0) return request.lastHop
  const name = header.toLowerCase()
  const noted = (request.headers[name] ?? '').split(',').map((one) => one.trim())
  // The gateway adds whom it saw itself.
  const byProxies = name === FORWARDED ? noted.slice(0, -1) : noted
  const address = addressIn(byProxies.at(-trusted) ?? '')
  return isIP(address) === 0 ? request.lastHop : address
}

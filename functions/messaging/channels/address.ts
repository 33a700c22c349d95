import { isIP } from 'node:net'
import { isPublicAddress } from './public-address.ts'

const DEFAULT_PORTS: Record<string, string> = { 'http:': '80', 'https:': '443' }

const MAX_LENGTH = 2048

/** Names that never lead out of a network. What other names lead to is judged when they are resolved. */
const INSIDE = /(?:^|\.)(?:localhost|local|internal|intranet|lan|home|corp|home\.arpa)$/

const isPublicHost = (hostname: string): boolean => {
  const host = hostname.replace(/^\[|\]$/g, '')
  if (isIP(host)) return isPublicAddress(host)
  const name = host.replace(/\.$/, '')
  return name.includes('.') && !INSIDE.test(name)
}

/** Whether an address is one of the exact `host:port` pairs a stage allows, which may be plain http and private. */
export const isLocalTarget = (url: URL, localTargets: readonly string[]): boolean =>
  Object.hasOwn(DEFAULT_PORTS, url.protocol) &&
  localTargets.includes(`${url.hostname}:${url.port || DEFAULT_PORTS[url.protocol]}`)

/**
 * Whether a user may have us call this address: https, no user name or password, no host that can be seen to be private.
 * The parser has already made one form of hexadecimal, octal and full-width spellings of an address.
 */
export const isAllowedAddress = (address: string, localTargets: readonly string[]): boolean => {
  const url = address.length <= MAX_LENGTH ? URL.parse(address) : null
  if (!url || url.username || url.password) return false
  return isLocalTarget(url, localTargets) || (url.protocol === 'https:' && isPublicHost(url.hostname))
}

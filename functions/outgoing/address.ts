import { isIP } from 'node:net'
import { isPublicAddress } from '../front/public-address.ts'

const DEFAULT_PORTS = { 'http:': '80', 'https:': '443' } as const

const MAX_LENGTH = 2048

/**
 * Top-level names that never lead out of a network or to anybody (RFC 6761 and its registry, and what ICANN keeps back). What
 * other names lead to is judged when they are resolved.
 */
const SPECIAL = new Set([
  ...['alt', 'arpa', 'corp', 'example', 'home', 'internal', 'intranet', 'invalid', 'lan', 'local', 'localdomain'],
  ...['localhost', 'mail', 'onion', 'private', 'test'],
])

const isPublicHost = (hostname: string): boolean => {
  const host = hostname.replace(/[[\]]/g, '')
  if (isIP(host)) return isPublicAddress(host)
  // One dot may close a name; of more, or between dots, a label is empty, and no resolver agrees with another about that.
  const labels = host.replace(/\.$/, '').split('.')
  return labels.length > 1 && !labels.includes('') && !SPECIAL.has(String(labels.at(-1)))
}

/** Whether an address is one of the exact `host:port` pairs a stage allows, which may be plain http and private. */
export const isLocalTarget = ({ protocol, hostname, port }: URL, localTargets: readonly string[]): boolean =>
  (protocol === 'http:' || protocol === 'https:') &&
  localTargets.includes(`${hostname}:${port || DEFAULT_PORTS[protocol]}`)

/** What addresses a stage allows: ports of public ones as texts, and private `host:port` pairs. */
export type AddressRules = { ports: readonly string[]; localTargets: readonly string[] }

/**
 * An address a user may have us call, as the URL standard writes it; undefined for any other. Public https on an allowed port
 * without user name or password, and no host that can be seen to be private. The parser has already made one form of
 * hexadecimal, octal and full-width spellings of an address, and left out line breaks.
 */
export const allowedAddress = (address: string, { ports, localTargets }: AddressRules): string | undefined => {
  const url = address.length <= MAX_LENGTH ? URL.parse(address) : null
  if (!url || url.username || url.password) return undefined
  url.hash = ''
  const isPublic =
    url.protocol === 'https:' && ports.includes(url.port || DEFAULT_PORTS['https:']) && isPublicHost(url.hostname)
  if (!isPublic && !isLocalTarget(url, localTargets)) return undefined
  return url.href.length <= MAX_LENGTH ? url.href : undefined
}

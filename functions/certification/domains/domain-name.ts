import { allowedAddress } from '../../outgoing/address.ts'
import { asciiFolded } from '../../person/typed-digits.ts'

/** As typed, or as copied from a browser: with what stands around it. */
export const LONGEST_TYPED_DOMAIN = 300

const SCHEME = /^https?:\/\//iu
const BEHIND = /[/?#]/u

/**
 * A domain as typed → as it is asked for: in ASCII, small letters, without a dot at the end; undefined for what is none that can be asked: an
 * address of numbers, a name that leads nowhere, one with a port. `localTargets`: exact `host:port` pairs of the local engine, which are taken as they
 * are.
 */
export const normaliseDomain = (typed: string, localTargets: readonly string[]): string | undefined => {
  if (typed.length > LONGEST_TYPED_DOMAIN) return undefined
  const [host = ''] = asciiFolded(typed).replaceAll('。', '.').trim().replace(SCHEME, '').split(BEHIND, 1)
  if (localTargets.includes(host)) return host
  const address = allowedAddress(`https://${host}/`, { ports: ['443'], localTargets: [] })
  const name = address && new URL(address).hostname.replace(/\.$/, '')
  return name && !/^[\d.]+$|[[\]:]/u.test(name) ? name : undefined
}

/** Where its file is asked for. Plain http only of this machine. */
export const fileAddress = (domain: string, path: string, localTargets: readonly string[]): string =>
  `${localTargets.includes(domain) ? 'http' : 'https'}://${domain}${path}`

import type { Millis } from '../../../shared/kernel/time.ts'
import { type Domain, domainState } from '../../certification/domains/domain.ts'
import type { AddressRules } from '../../outgoing/address.ts'
import type { Certificate } from '../certificate/certificate.ts'

/** Of an address as typed, with all that may follow the host. */
export const LONGEST_PAGE_ADDRESS = 2048

/** The host as domains are called: without its port, but of this machine. */
const hostOf = (address: string, localTargets: readonly string[]): string => {
  const { host, hostname } = new URL(address)
  return localTargets.includes(host) ? host : hostname.replace(/\.$/, '')
}

/** A record of a domain speaks for everything below it; a file only for the very host that it lies on. */
const covers = ({ domain, proven }: Domain, host: string): boolean =>
  host === domain || (proven?.by === 'dns' && host.endsWith(`.${domain}`))

/**
 * W7 whether a page may be registered for a certificate: it is on the website that was certified, or on a domain that the account has proven and that
 * counts at `now`. So nobody has us look at what is not theirs.
 */
export const isOwnPage = (
  address: string,
  { platformIds }: Pick<Certificate, 'platformIds'>,
  domains: readonly Domain[],
  { localTargets }: Pick<AddressRules, 'localTargets'>,
  now: Millis,
): boolean => {
  const host = hostOf(address, localTargets)
  return (
    platformIds.some(({ platform, id }) => platform === 'web' && id === host) ||
    domains.some((domain) => domainState(domain, now) === 'proven' && covers(domain, host))
  )
}

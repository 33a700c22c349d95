import type { LookupAddress, LookupAllOptions } from 'node:dns'
import type { LookupFunction } from 'node:net'
import { isPublicAddress } from '../front/public-address.ts'
import type { NotTaken } from './attempt.ts'

/** Resolves a name to all its addresses, as `dns.lookup` does with `all: true`. */
export type Resolve = (
  hostname: string,
  options: LookupAllOptions,
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void

/** The error code of a connection to a name that leads to an address which is not public. */
export const TARGET_REFUSED = 'target_refused' satisfies NotTaken

/**
 * A lookup for sockets that refuses every name of which any address is not public. The socket connects to what this very
 * lookup answered, so a name that changes its address in between gains nothing.
 */
export const guardedLookup =
  (resolve: Resolve): LookupFunction =>
  (hostname, options, done) =>
    resolve(hostname, { family: options.family, hints: options.hints, all: true }, (error, addresses) => {
      const [first] = addresses ?? []
      if (error || !first) return done(error ?? Object.assign(new Error('no address'), { code: 'ENOTFOUND' }), [])
      if (!addresses.every(({ address }) => isPublicAddress(address)))
        return done(Object.assign(new Error('not a public address'), { code: TARGET_REFUSED }), [])
      return options.all ? done(null, addresses) : done(null, first.address, first.family)
    })

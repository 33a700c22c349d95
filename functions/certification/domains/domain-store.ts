import * as z from 'zod/mini'
import type { Millis } from '../../../shared/kernel/time.ts'
import {
  absent,
  any,
  below,
  type Delete,
  equals,
  exists,
  type Item,
  isNew,
  type Put,
  put,
  remove,
  type Update,
  update,
} from '../../../shared/table/write.ts'
import { certificationKeys } from '../keys.ts'
import { type Domain, domainProofs } from './domain.ts'

const stored = z.object({
  accountId: z.string(),
  domain: z.string(),
  token: z.string(),
  askedAt: z.number(),
  expiresAt: z.number(),
  proven: z.optional(z.object({ by: z.enum(domainProofs), at: z.number() })),
})

/** The domain in an item. */
export const domainOf = (item: Item): Domain => z.parse(stored, item)

/** Why a write about a domain is refused: it is not as it was read. */
const DOMAIN_MOVED = 'domain_moved'
/** Why an account gets no further domain. */
export const DOMAIN_LIMIT = 'domain_limit'

const values = ({ proven, ...domain }: Domain) => ({ ...domain, ...(proven && { proven: { ...proven } }) })

const keyOf = ({ accountId, domain }: Pick<Domain, 'accountId' | 'domain'>) =>
  certificationKeys.domain(accountId, domain)

/** An account says that a domain is theirs, and has no more than `most`. */
export const domainAsked = (domain: Domain, most: number): (Put | Update)[] => [
  put(keyOf(domain), values(domain), isNew, DOMAIN_MOVED),
  update(
    certificationKeys.domainCount(domain.accountId),
    { add: { count: 1 } },
    most > 0 ? any(absent('count'), below('count', most)) : below('count', 0),
    DOMAIN_LIMIT,
  ),
]

/** They say it again, of one whose time is over: it has something else to show. */
export const domainAskedAgain = (before: Domain, domain: Domain): Put =>
  put(keyOf(domain), values(domain), equals('token', before.token), DOMAIN_MOVED)

/** It showed it. A second proof only makes it count longer. */
export const domainProven = (domain: Domain, proven: NonNullable<Domain['proven']>, until: Millis): Update =>
  update(
    keyOf(domain),
    { set: { proven: { ...proven }, expiresAt: until } },
    equals('token', domain.token),
    DOMAIN_MOVED,
  )

/** It is no matter of theirs any more. */
export const domainRemoved = (domain: Domain): (Delete | Update)[] => [
  remove(keyOf(domain), equals('token', domain.token), DOMAIN_MOVED),
  update(certificationKeys.domainCount(domain.accountId), { add: { count: -1 } }, exists('count')),
]

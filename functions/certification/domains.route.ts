import * as z from 'zod/mini'
import { route } from '../../shared/http/route.ts'
import { shaped } from '../../shared/http/shaped.ts'
import { LONGEST_TYPED_DOMAIN } from './domains/domain-name.ts'
import { domainShown } from './domains/domain-view.ts'

const at = { fn: 'certification-domains', caller: 'session' } as const

const PATH = '/v1/domains'
const ONE = `${PATH}/{domain}` as const

const typed = z.string('invalid_domain').check(
  shaped((text) => text.length <= LONGEST_TYPED_DOMAIN && text.isWellFormed(), {
    maxLength: LONGEST_TYPED_DOMAIN,
    examples: ['example.com'],
  }),
)

export const createDomainRoute = route({
  ...at,
  method: 'POST',
  name: 'createDomain',
  path: PATH,
  summary:
    'Say that a domain is yours, and be told which record or which file proves it; said again it is the same, until its time is over',
  bodyLimit: 2048,
  body: z.strictObject({ domain: typed }),
  answers: { 201: domainShown },
  problems: ['unauthenticated', 'banned', 'invalid_domain', 'domain_limit_reached', 'contended'],
})

export const listDomainsRoute = route({
  ...at,
  method: 'GET',
  name: 'listDomains',
  path: PATH,
  summary: 'The domains of the account, and whether each is proven',
  answers: {
    200: z.strictObject({
      domains: z.array(domainShown),
      /** How many there may be, and how often one may be looked at in a clock hour. */
      most: z.int(),
      checksPerHour: z.int(),
    }),
  },
  problems: ['unauthenticated'],
})

export const proveDomainRoute = route({
  ...at,
  method: 'POST',
  name: 'proveDomain',
  path: `${ONE}/proofs`,
  summary:
    'Look now whether the domain shows its record or its file. A record may take a while until everybody sees it',
  answers: { 200: domainShown },
  problems: ['unauthenticated', 'not_found', 'domain_lapsed', 'domain_not_proven', 'too_often', 'contended'],
})

export const deleteDomainRoute = route({
  ...at,
  method: 'DELETE',
  name: 'deleteDomain',
  path: ONE,
  summary: 'Take a domain off the account',
  answers: { 204: null },
  problems: ['unauthenticated', 'not_found', 'contended'],
})

export const domainRoutes = [createDomainRoute, listDomainsRoute, proveDomainRoute, deleteDomainRoute] as const

import type { CallOptions } from '../calling/settings.ts'
import type { Answer, Ask, Body } from '../calling/types.ts'

/** Domains that a signed-in user says are theirs. */
export const userDomains = (ask: Ask) => ({
  /** All of them, with what each has to show, and how many there may be. */
  list: (options: CallOptions = {}): Promise<Answer<'GET /v1/domains'>> => ask('GET /v1/domains', options),
  /** Adds one, and says which record or which file proves it; added again it is the same until its time is over. */
  add: (body: Body<'POST /v1/domains'>, options: CallOptions = {}): Promise<Answer<'POST /v1/domains'>> =>
    ask('POST /v1/domains', { body, ...options }),
  /** Has it looked at now. Rejects with the problem `domain_not_proven`, which says what is missing at either place. */
  prove: (domain: string, options: CallOptions = {}): Promise<Answer<'POST /v1/domains/{domain}/proofs'>> =>
    ask('POST /v1/domains/{domain}/proofs', { params: { domain }, ...options }),
  /** Takes it off. */
  remove: (domain: string, options: CallOptions = {}): Promise<Answer<'DELETE /v1/domains/{domain}'>> =>
    ask('DELETE /v1/domains/{domain}', { params: { domain }, ...options }),
})

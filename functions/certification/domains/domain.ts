import { createHash, timingSafeEqual } from 'node:crypto'
import type { Millis } from '../../../shared/kernel/time.ts'

/** By what a domain showed that whoever asked may change it. */
export const domainProofs = ['dns', 'file'] as const
export type DomainProof = (typeof domainProofs)[number]

/**
 * A domain that somebody says is theirs. `domain`: in ASCII, as browsers send it, where it is one of this machine with its port. `token`: what it
 * has to show. `expiresAt`: until when it may be shown, or, once it was, until when that counts.
 */
export type Domain = {
  accountId: string
  domain: string
  token: string
  askedAt: Millis
  expiresAt: Millis
  proven?: { by: DomainProof; at: Millis }
}

/** `waiting`: to be shown yet. `lapsed`: it was not, by then; `expired`: it was, and that is too long ago. */
export const domainStates = ['waiting', 'proven', 'lapsed', 'expired'] as const
export type DomainState = (typeof domainStates)[number]

/** By the clock: nothing has to run for a proof to be over. */
export const domainState = ({ expiresAt, proven }: Pick<Domain, 'expiresAt' | 'proven'>, now: Millis): DomainState => {
  if (now < expiresAt) return proven ? 'proven' : 'waiting'
  return proven ? 'expired' : 'lapsed'
}

const PREFIX = 'shiming-verification='

/** What a domain shows, in its record or its file. The token is public by then: it is worth nothing to anybody else, as it names the account that asked. */
export const textToShow = ({ token }: Pick<Domain, 'token'>): string => `${PREFIX}${token}`

/** The name of the TXT record: a name of its own, so that nothing else of the domain is touched. */
export const recordName = ({ domain }: Pick<Domain, 'domain'>): string => `_shiming.${domain.replace(/:\d+$/, '')}`

/** Where its file is: what stands below .well-known is whoever's who runs the whole host (RFC 8615). */
export const FILE_PATH = '/.well-known/shiming-verification.txt'

const hashed = (text: string): Buffer => createHash('sha256').update(text).digest()

/** Whether one of these texts is what the domain has to show, whatever else stands there. */
export const isShown = (domain: Pick<Domain, 'token'>, texts: readonly string[]): boolean => {
  const wanted = hashed(textToShow(domain))
  return texts.some((text) => timingSafeEqual(hashed(text.trim()), wanted))
}

/** Why a place does not show it. `refused`: the name leads to where nothing is asked. `other`: something else stands there. */
export const notShownReasons = ['nothing', 'other', 'unreachable', 'refused'] as const
export type NotShown = (typeof notShownReasons)[number]

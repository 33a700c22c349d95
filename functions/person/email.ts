import { type Outcome, ok, refused } from '../../shared/kernel/outcome.ts'
import { asciiFolded } from './typed-digits.ts'

/** RFC 5321: the longest address there is, and the longest part before the @. */
const MAX_LENGTH = 254
const LOCAL = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/
const MAX_LOCAL = 64
const LABEL = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?'
/** A name with a dot: nobody on the internet is reached at a bare host or a number. */
const DOMAIN = new RegExp(`^(?:${LABEL}\\.)+(?!\\d+$)${LABEL}$`)

/** The mailbox that an address (as `normaliseEmail` answers it) is delivered to: most providers put `name+anything` into that of `name`. */
export const mailboxOf = (address: string): string => {
  const at = address.lastIndexOf('@')
  const [name = ''] = address.slice(0, at).split('+')
  return `${name}${address.slice(at)}`
}

/** Characters without a shape, which come with what is pasted. */
const SHAPELESS = /\p{Cf}/gu

/**
 * An e-mail address as typed → as it is sent to and compared, in small letters, or `invalid_email`. Full-width signs count as plain ones.
 * No mailbox that people have tells letters by their case, so that one address is one however it is typed.
 */
export const normaliseEmail = (typed: string): Outcome<string> => {
  const address = asciiFolded(typed).replace(SHAPELESS, '').trim().toLowerCase()
  const at = address.lastIndexOf('@')
  const [local, domain] = [address.slice(0, Math.max(0, at)), address.slice(at + 1)]
  const isAddress =
    address.length <= MAX_LENGTH && local.length <= MAX_LOCAL && LOCAL.test(local) && DOMAIN.test(domain)
  return isAddress ? ok(address) : refused('invalid_email')
}

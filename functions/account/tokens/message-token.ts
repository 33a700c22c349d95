/**
 * A message token is one number of 165 bits in 32 base-36 digits, the form pushplus clients expect: the 122 free bits of the
 * account's UUIDv7, then 43 random ones. So sending finds its account without an index, and guessing takes 2^43 requests.
 */
const TOKEN = /^[0-9a-z]{32}$/
const UUID_V7 = /^[0-9a-f]{12}7[0-9a-f]{3}[89ab][0-9a-f]{15}$/

const LENGTH = 32
const BASE = 36n
const SECRET_BITS = 43n
const ACCOUNT_BITS = 122n
/** What follows the variant bits of a UUID: 2 bits of its nibble and 15 hex digits. */
const TAIL_BITS = 62n
const TAIL = (1n << TAIL_BITS) - 1n
/** The variant of RFC 9562: binary 10 in front of the tail. */
const VARIANT = 2n << TAIL_BITS

const freeBits = (accountId: string): bigint => {
  if (!UUID_V7.test(accountId)) throw new Error('an account id is not a UUIDv7')
  const head = BigInt(`0x${accountId.slice(0, 12)}${accountId.slice(13, 16)}`)
  return (head << TAIL_BITS) | (BigInt(`0x${accountId}`) & TAIL)
}

const accountIdOf = (free: bigint): string => {
  const head = (free >> TAIL_BITS).toString(16).padStart(15, '0')
  return `${head.slice(0, 12)}7${head.slice(12)}${(VARIANT | (free & TAIL)).toString(16)}`
}

const numberOf = (digits: string): bigint =>
  [...digits].reduce((total, digit) => total * BASE + BigInt(Number.parseInt(digit, 36)), 0n)

/** A fresh token of an account (its id is a UUIDv7 in 32 hex digits). `below` gives a uniform whole number below its argument. */
export const newMessageToken = (accountId: string, below: (limit: number) => number): string =>
  ((freeBits(accountId) << SECRET_BITS) | BigInt(below(Number(1n << SECRET_BITS))))
    .toString(Number(BASE))
    .padStart(LENGTH, '0')

/** The account a token names; undefined for a text that cannot be a token of ours. Whether it exists is for the table to say. */
export const accountOfToken = (token: string): string | undefined => {
  if (!TOKEN.test(token)) return undefined
  const free = numberOf(token) >> SECRET_BITS
  return free >> ACCOUNT_BITS ? undefined : accountIdOf(free)
}

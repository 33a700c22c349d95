/** Of an address to come back to, in characters. */
export const LONGEST_RETURN_URL = 2000

/** What a browser does not send as it is: all but visible ASCII, and the backslash, which it reads as a slash. */
const FOREIGN = /[^\x21-\x5b\x5d-\x7e]/

const LOCAL = ['localhost', '127.0.0.1']
const ANY_LOCAL_PORT = /^http:\/\/(?:localhost|127\.0\.0\.1):\*$/

/** Whether an origin is of this machine, where nobody has a certificate; `http://localhost:*` is any port of it. */
export const isLocalOrigin = (origin: string): boolean => {
  if (ANY_LOCAL_PORT.test(origin)) return true
  const url = URL.parse(origin)
  return url !== null && url.protocol === 'http:' && LOCAL.includes(url.hostname) && url.origin === origin
}

/** Whether a text names an origin people may be sent back to: https exactly as a browser says it, or this machine. */
export const isReturnOrigin = (origin: string): boolean =>
  isLocalOrigin(origin) || (origin.startsWith('https://') && URL.parse(origin)?.origin === origin)

/** Whether an address begins with its origin in the letters of a browser, so that no other reader of it finds another one. */
const beginsWith = (origin: string, address: string): boolean =>
  address.startsWith(origin) && /^(?:$|[/?#])/.test(address.slice(origin.length))

const withAnyPort = (origin: string): string => `http://${new URL(origin).hostname}:*`

/**
 * Whether people may be sent back to an address: absolute, without credentials, under exactly one of these origins. No pattern and no
 * subdomain counts, but `http://localhost:*` and `http://127.0.0.1:*` are any port of this machine.
 */
export const isReturnUrl = (address: string, origins: readonly string[]): boolean => {
  const origin = URL.parse(address)?.origin ?? 'none'
  if (address.length > LONGEST_RETURN_URL || FOREIGN.test(address) || !beginsWith(origin, address)) return false
  return origins.includes(origin) || (isLocalOrigin(origin) && origins.includes(withAnyPort(origin)))
}

import type { Params } from './signing.ts'

// A byte order mark is part of a value like any other character, not to be dropped before the signature is checked.
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** One encoded name or value as text; undefined when it is not encoded UTF-8. */
const decoded = (text: string): string | undefined => {
  if (/%(?![0-9A-Fa-f]{2})/.test(text)) return undefined
  const bytes = text.replaceAll('+', ' ').replace(/%(..)/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
  try {
    return utf8.decode(Buffer.from(bytes, 'latin1'))
  } catch {
    return undefined
  }
}

/**
 * Values are joined unescaped to the text that is signed, so `a=1&b=2` could be one parameter or two and carry the same
 * signature: whoever holds one notification could hide its refund number inside the value before it. No value may look so.
 */
const hidesParameter = (value: string): boolean => /&[A-Za-z_]\w*=/.test(value)

const NAME = /^[A-Za-z_]\w{0,63}$/

/**
 * The parameters of a form body. Undefined when they could be read in more than one way: a name that comes twice, one that is
 * none, bytes that are not UTF-8 (in which we asked to be told), a value with another parameter in it.
 */
export const formParams = (body: Buffer): Params | undefined => {
  const params = new Map<string, string>()
  for (const pair of body.toString('latin1').split('&')) {
    const border = pair.indexOf('=')
    const name = decoded(pair.slice(0, Math.max(border, 0)))
    const value = decoded(pair.slice(border + 1))
    if (name === undefined || value === undefined || !NAME.test(name)) return undefined
    if (params.has(name) || hidesParameter(value)) return undefined
    params.set(name, value)
  }
  return Object.fromEntries(params)
}

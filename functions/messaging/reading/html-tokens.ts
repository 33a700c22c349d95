/** A piece of HTML: text with its character references as they stand, or a tag. Names in lower case. */
export type HtmlToken =
  | { kind: 'text'; text: string }
  | { kind: 'open'; name: string; attributes: ReadonlyMap<string, string> }
  | { kind: 'close'; name: string }

/** What stands in these is no text for a reader, or is not read as HTML. */
const UNREAD = new Set([
  ...['script', 'style', 'title', 'textarea', 'xmp', 'iframe', 'noembed', 'noframes', 'noscript', 'template'],
  ...['svg', 'math', 'object', 'select', 'audio', 'video', 'canvas'],
])

const references: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', '\u00a0'],
])

const REFERENCE = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,8}));?/g

const character = (code: number): string =>
  code > 0 && code <= 0x10_ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : '\ufffd'

/** A text without its character references; those that are not among the few known stay as they are. */
export const decoded = (text: string): string =>
  text.replace(REFERENCE, (whole, decimal?: string, hex?: string, name?: string) => {
    if (decimal !== undefined) return character(Number(decimal))
    if (hex !== undefined) return character(Number.parseInt(hex, 16))
    return references.get(name ?? '') ?? whole
  })

const NAME = /[a-zA-Z][a-zA-Z0-9-]*/y
const ATTRIBUTE = /[\s/]*([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/y

/** The name that begins at `at`, in lower case. */
const nameAt = (html: string, at: number): string => {
  NAME.lastIndex = at
  return NAME.exec(html)?.[0].toLowerCase() ?? ''
}

/** Attributes of a tag from `at` on, and where the tag is over. The first of a name counts. */
const attributesAt = (html: string, at: number): { attributes: Map<string, string>; end: number } => {
  const attributes = new Map<string, string>()
  let end = at
  for (;;) {
    ATTRIBUTE.lastIndex = end
    const [whole, name, double, single, bare] = ATTRIBUTE.exec(html) ?? []
    if (whole === undefined || name === undefined) break
    end += whole.length
    const known = name.toLowerCase()
    if (!attributes.has(known)) attributes.set(known, decoded(double ?? single ?? bare ?? ''))
  }
  const close = html.indexOf('>', end)
  return { attributes, end: close < 0 ? html.length : close + 1 }
}

/** Behind the end of what nobody reads, from `at` on. */
const behindUnread = (lower: string, name: string, at: number): number => {
  const close = lower.indexOf(`</${name}`, at)
  const end = close < 0 ? -1 : lower.indexOf('>', close)
  return end < 0 ? lower.length : end + 1
}

/** Behind a comment, a declaration or an instruction that begins at `at`. */
const behindMarkup = (html: string, at: number): number => {
  const [end, length] = html.startsWith('<!--', at) ? [html.indexOf('-->', at + 4), 3] : [html.indexOf('>', at), 1]
  return end < 0 ? html.length : end + length
}

/**
 * HTML of anybody as texts and tags, in one pass over it, whatever it holds. Browsers may read what is malformed otherwise: what is made
 * of the tokens must be written anew, and never be part of the source.
 */
export function* htmlTokens(html: string): Generator<HtmlToken> {
  const lower = html.toLowerCase()
  let at = 0
  let text = 0
  while (at < html.length) {
    const open = html.indexOf('<', at)
    if (open < 0) break
    const isClose = html[open + 1] === '/'
    const name = nameAt(html, open + (isClose ? 2 : 1))
    const isMarkup = html[open + 1] === '!' || html[open + 1] === '?'
    if (name === '' && !isMarkup) {
      at = open + 1
      continue
    }
    if (open > text) yield { kind: 'text', text: html.slice(text, open) }
    if (isMarkup) at = behindMarkup(html, open)
    else {
      const { attributes, end } = attributesAt(html, open + (isClose ? 2 : 1) + name.length)
      at = end
      if (isClose) yield { kind: 'close', name }
      else if (UNREAD.has(name)) at = behindUnread(lower, name, end)
      else yield { kind: 'open', name, attributes }
    }
    text = at
  }
  if (text < html.length) yield { kind: 'text', text: html.slice(text) }
}

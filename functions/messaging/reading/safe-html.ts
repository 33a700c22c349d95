import { htmlTokens } from './html-tokens.ts'

/** Whether pictures of other sites are fetched, which tells their senders that, when and where somebody reads. */
export type Pictures = 'shown' | 'hidden'

/** Tags that are written, by the names of those that stand for them. */
const kept: ReadonlyMap<string, string> = new Map(
  [
    ...['p', 'div', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'dl', 'dt', 'dd', 'blockquote', 'pre'],
    ...['hr', 'br', 'table', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td', 'caption', 'figure', 'figcaption'],
    ...[
      'b',
      'strong',
      'i',
      'em',
      'u',
      's',
      'del',
      'ins',
      'small',
      'sub',
      'sup',
      'code',
      'kbd',
      'samp',
      'mark',
      'q',
      'span',
    ],
  ]
    .map((name) => [name, name] as const)
    .concat([
      ['section', 'div'],
      ['article', 'div'],
      ['main', 'div'],
      ['header', 'div'],
      ['footer', 'div'],
      ['center', 'div'],
      ['font', 'span'],
      ['strike', 's'],
    ]),
)

const VOID = new Set(['hr', 'br'])

/** Deeper than any message; browsers put an end to it themselves, each at another place. */
const DEEPEST = 60

/** Numbers of cells and lists, and nothing else: no styles, classes, positions. */
const numbers: Readonly<Record<string, readonly string[]>> = {
  td: ['colspan', 'rowspan'],
  th: ['colspan', 'rowspan'],
  ol: ['start'],
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** A text as HTML, in and outside of attributes. */
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign)

/** The same, with character references as they stand. */
const escapedText = (text: string): string =>
  text.replace(
    /&(?!(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});)|[<>"']/g,
    (sign) => escapes[sign] ?? sign,
  )

/** Browsers pass over these wherever they stand in an address. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it is about.
const UNSEEN = /[\u0000-\u0020\u007f]/g

/** How a tag is written: its beginning, and its end, which may depend on what is inside. */
type Tag = { open: string; close: (inside: string) => string }

/** An address that a reader may be led to, as the URL standard writes it. */
const linkOf = (address: string): URL | undefined => {
  const plain = address.replace(UNSEEN, '')
  const url = /^(?:https?:\/\/|mailto:|tel:)/i.test(plain) ? URL.parse(plain) : null
  return url && !url.username && !url.password ? url : undefined
}

const PICTURE_DATA = /^data:image\/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=]+$/

const picture = (attributes: ReadonlyMap<string, string>, pictures: Pictures): string => {
  const source = (attributes.get('src') ?? '').replace(UNSEEN, '')
  const alt = escaped(attributes.get('alt') ?? '')
  const isHere = PICTURE_DATA.test(source)
  const isShown = isHere || (pictures === 'shown' && /^https:\/\//i.test(source))
  return isShown
    ? `<img src="${escaped(source)}" alt="${alt}">`
    : `<span class="picture">[图片 picture${alt && ': '}${alt}]</span>`
}

/** Opens a link in a window of its own, and tells where it leads unless its text begins so. */
const link = (url: URL): Tag => ({
  open: `<a href="${escaped(url.href)}" target="_blank" rel="noopener noreferrer nofollow">`,
  close: (inside) =>
    url.host === '' || inside.startsWith(escaped(url.origin))
      ? '</a>'
      : `</a><span class="host"> (${escaped(url.host)})</span>`,
})

const numbersOf = (name: string, attributes: ReadonlyMap<string, string>): string =>
  (numbers[name] ?? [])
    .map((one) => [one, attributes.get(one) ?? ''] as const)
    .map(([one, value]) => (/^\d{1,3}$/.test(value) ? ` ${one}="${value}"` : ''))
    .join('')

/** What stands open: as what it was opened, where in what is written, and what closes it. */
type Open = { name: string; at: number; close: Tag['close'] }

const opened = (name: string, attributes: ReadonlyMap<string, string>): Tag | undefined => {
  if (name === 'a') {
    const url = linkOf(attributes.get('href') ?? '')
    return url && link(url)
  }
  const written = kept.get(name)
  return written === undefined
    ? undefined
    : { open: `<${written}${numbersOf(written, attributes)}>`, close: () => `</${written}>` }
}

/**
 * HTML of anybody as HTML that shows text, links, lists, tables and pictures, and can do nothing: written anew from a list of tags. No
 * scripts, forms, frames, styles, classes, ids or positions; every tag is closed.
 */
export const safeHtml = (html: string, pictures: Pictures): string => {
  const out: string[] = []
  const stack: Open[] = []
  const closeFrom = (depth: number): void => {
    for (const one of stack.splice(depth).reverse()) out.push(one.close(out.slice(one.at).join('')))
  }
  const close = (name: string): void => {
    const depth = stack.findLastIndex((one) => one.name === name)
    if (depth >= 0) closeFrom(depth)
  }
  for (const token of htmlTokens(html)) {
    if (token.kind === 'text') out.push(escapedText(token.text))
    else if (token.kind === 'close') close(token.name)
    else if (token.name === 'img') out.push(picture(token.attributes, pictures))
    else if (VOID.has(token.name)) out.push(`<${token.name}>`)
    else if (stack.length < DEEPEST) {
      const tag = opened(token.name, token.attributes)
      if (!tag) continue
      // A link in a link is none.
      if (token.name === 'a') close('a')
      out.push(tag.open)
      stack.push({ name: token.name, at: out.length, close: tag.close })
    }
  }
  closeFrom(0)
  return out.join('')
}

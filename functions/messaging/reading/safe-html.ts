import { readsHtml } from './html-parts.ts'

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

/** A text as HTML, in and outside of attributes. */
const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')

/** Browsers pass over these wherever they stand in an address. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it is about.
const UNSEEN = /[\u0000-\u0020\u007f]/g

type Attributes = Readonly<Record<string, string>>

/** How a tag is written: its beginning, and its end, which may depend on what was written inside. */
type Tag = { open: string; close: (inside: () => string) => string }

/** An address that a reader may be led to, as the URL standard writes it. */
const linkOf = (address: string): URL | undefined => {
  const plain = address.replace(UNSEEN, '')
  const url = /^(?:https?:\/\/|mailto:|tel:)/i.test(plain) ? URL.parse(plain) : null
  return url && !url.username && !url.password ? url : undefined
}

const PICTURE_DATA = /^data:image\/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=]+$/

const picture = (attributes: Attributes, pictures: Pictures): string => {
  const source = (attributes.src ?? '').replace(UNSEEN, '')
  const alt = escaped(attributes.alt ?? '')
  const isHere = PICTURE_DATA.test(source)
  const isShown = isHere || (pictures === 'shown' && /^https:\/\//i.test(source))
  return isShown
    ? `<img src="${escaped(source)}" alt="${alt}">`
    : `<span class="picture">[图片 picture${alt && ': '}${alt}]</span>`
}

/** Whether a text, as it is written, says itself where it leads: by the whole origin, and not by what another begins with, too. */
const saysWhere = (inside: string, origin: string): boolean =>
  inside.startsWith(escaped(origin)) && /^(?:$|[/?#])/.test(inside.slice(escaped(origin).length))

/** Opens a link in a window of its own, and tells where it leads unless its text begins so. */
const link = (url: URL): Tag => ({
  open: `<a href="${escaped(url.href)}" target="_blank" rel="noopener noreferrer nofollow">`,
  close: (inside) =>
    url.host === '' || saysWhere(inside(), url.origin)
      ? '</a>'
      : `</a><span class="host"> (${escaped(url.host)})</span>`,
})

const numbersOf = (name: string, attributes: Attributes): string =>
  Object.entries(attributes)
    .filter(([one, value]) => numbers[name]?.includes(one) && /^\d{1,3}$/.test(value))
    .map(([one, value]) => ` ${one}="${value}"`)
    .join('')

const opened = (name: string, attributes: Attributes): Tag | undefined => {
  if (name === 'a') {
    const url = linkOf(attributes.href ?? '')
    return url && link(url)
  }
  const written = kept.get(name)
  return written === undefined
    ? undefined
    : { open: `<${written}${numbersOf(written, attributes)}>`, close: () => `</${written}>` }
}

/** A tag that is open: as what it is written, if at all and not yet ended, and where in what is written. */
type Open = { name: string; tag: Tag | undefined; at: number }

/**
 * HTML of anybody as HTML that shows text, links, lists, tables and pictures, and can do nothing: written anew from a list of tags. No
 * scripts, forms, frames, styles, classes, ids or positions; every tag is closed. Where it is nested deeper than it can be read,
 * `source` is shown as it is.
 */
export const safeHtml = (html: string, pictures: Pictures, source = html): string => {
  const out: string[] = []
  const stack: Open[] = []
  const endFrom = (first: number): void => {
    for (const one of stack.slice(first).reverse()) {
      if (one.tag) out.push(one.tag.close(() => out.slice(one.at).join('')))
      one.tag = undefined
    }
  }
  const open = (name: string, attributes: Attributes): void => {
    const isWritten = stack.filter(({ tag }) => tag).length < DEEPEST
    const tag = isWritten ? opened(name, attributes) : undefined
    const around = stack.findIndex((one) => one.name === 'a' && one.tag)
    // A link in a link is none.
    if (tag && name === 'a' && around >= 0) endFrom(around)
    if (tag) out.push(tag.open)
    stack.push({ name, tag, at: out.length })
  }
  const isRead = readsHtml(html, {
    open: (name, attributes) => {
      if (name === 'img') out.push(picture(attributes, pictures))
      else if (VOID.has(name)) out.push(`<${name}>`)
      else open(name, attributes)
    },
    text: (text) => void out.push(escaped(text)),
    close: (name) => {
      if (stack.at(-1)?.name !== name) return
      endFrom(stack.length - 1)
      stack.pop()
    },
  })
  return isRead ? out.join('') : `<pre>${escaped(source)}</pre>`
}

import { type DefaultTreeAdapterTypes as Html, parse } from 'parse5'

/** Attributes by name, with what they may hold. */
type Attributes = ReadonlyMap<string, RegExp>

const cell: Attributes = new Map([
  ['colspan', /^\d{1,3}$/],
  ['rowspan', /^\d{1,3}$/],
])

const bare = `html head body p div h1 h2 h3 h4 h5 h6 ul li dl dt dd blockquote pre hr br table thead tbody tfoot tr caption figure figcaption
b strong i em u s del ins small sub sup code kbd samp mark q`

/** What may come out, by tag: written from the wish, not from the code. */
const allowed: ReadonlyMap<string, Attributes> = new Map<string, Attributes>([
  ...bare.split(/\s/).map((name): [string, Attributes] => [name, new Map()]),
  ['ol', new Map([['start', /^\d{1,3}$/]])],
  ['td', cell],
  ['th', cell],
  ['span', new Map([['class', /^(?:host|picture)$/]])],
  [
    'a',
    new Map([
      ['href', /^(?:https?:\/\/[^@\s/?#]+(?:[/?#]|$)|mailto:|tel:)/],
      ['target', /^_blank$/],
      ['rel', /^noopener noreferrer nofollow$/],
    ]),
  ],
  [
    'img',
    new Map([
      ['src', /^(?:https:\/\/|data:image\/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=]+$)/i],
      ['alt', /^/],
    ]),
  ],
])

const isAllowed = ({ tagName, attrs, namespaceURI }: Html.Element): boolean => {
  const may = allowed.get(tagName)
  return (
    may !== undefined &&
    namespaceURI === 'http://www.w3.org/1999/xhtml' &&
    attrs.every(({ namespace, name, value }) => namespace === undefined && may.get(name)?.test(value) === true)
  )
}

function* forbiddenIn(node: Html.ParentNode): Generator<string> {
  for (const one of node.childNodes) {
    if ('tagName' in one) {
      if (!isAllowed(one)) yield `<${one.tagName} ${JSON.stringify(one.attrs)}>`
      yield* forbiddenIn(one)
    } else if (one.nodeName !== '#text') yield one.nodeName
  }
}

/** What a browser finds in a piece of HTML that must not be there, by the algorithm of the HTML standard. */
export const forbidden = (html: string): string[] => [...forbiddenIn(parse(html))]

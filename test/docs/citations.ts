const ID = /\b[PXWM]\d{1,2}\b/g

/** A comment's words, line by line. `//` and `*` also stand inside strings, but not after white space. */
const COMMENT = /^\s*\*(?=\s)(.*)|(?:^|\s)\/[/*]+(.*)/gm

/** The title of a `describe` or `it`, also behind `.each(rows)`. */
const TITLE = /(?:\b(?:describe|it)|\))\(\s*(['"`])(.*?)\1/g

/** Other strings that are labelled with rules, such as messages of expectations. */
const LABEL = /['"`]((?:[PXWM]\d{1,2}[ '"`])+)/g

const FIRST_IDS = /^(?:[PXWM]\d{1,2} )+/

const idsIn = (text: string): string[] => text.match(ID) ?? []

const titlesIn = (source: string): string[] => Array.from(source.matchAll(TITLE), ([, , title = '']) => title)

/**
 * The rules that source text names: in comments, in titles of tests, and at the beginning of other strings. Elsewhere an id may
 * be anything, such as the end of a number at a payment channel.
 */
export const citedIn = (source: string): Set<string> => {
  const comments = Array.from(source.matchAll(COMMENT), ([, inBlock, first]) => inBlock ?? first ?? '')
  const labels = Array.from(source.matchAll(LABEL), ([, ids = '']) => ids)
  return new Set([...comments, ...titlesIn(source), ...labels].flatMap(idsIn))
}

/** The rules that a test defines: those its titles begin with, as in `P6 P7 whoever dies`. */
export const definedIn = (source: string): Set<string> =>
  new Set(titlesIn(source).flatMap((title) => idsIn(title.match(FIRST_IDS)?.[0] ?? '')))

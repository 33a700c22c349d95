/** Words of a notice, or an address of ours in them: its path. */
export type NoticePart = { text: string } | { path: string; text: string }

const ADDRESS = /https?:\/\/[\w.:/?=&%#~-]+/g

/** A paragraph in parts: addresses below `origin` lead on, all others are words. */
const partsIn = (paragraph: string, origin: string): NoticePart[] => {
  const parts: NoticePart[] = []
  let end = 0
  for (const { 0: address, index } of paragraph.matchAll(ADDRESS)) {
    if (!address.startsWith(`${origin}/`)) continue
    parts.push({ text: paragraph.slice(end, index) }, { path: address.slice(origin.length), text: address })
    end = index + address.length
  }
  return [...parts, { text: paragraph.slice(end) }].filter(({ text }) => text !== '')
}

/** The paragraphs of what this service tells somebody, which are apart by an empty line. */
export const noticeParts = (content: string, origin: string): NoticePart[][] =>
  content.split(/\n{2,}/).map((paragraph) => partsIn(paragraph, origin))

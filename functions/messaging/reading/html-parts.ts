import { Parser } from 'htmlparser2'

/** Is told what HTML holds, in its order. Names are in lower case, and nothing is left to decode in texts and attributes. */
export type HtmlReader = {
  /** A tag, with the first attribute of each name. */
  open: (name: string, attributes: Readonly<Record<string, string>>) => void
  text: (text: string) => void
  /** The end of the last tag that is open, or of one that ended with the HTML before it was complete. */
  close: (name: string) => void
}

/** What stands in these is no text for a reader, or is not read as HTML. */
const UNREAD = new Set([
  ...['script', 'style', 'title', 'textarea', 'xmp', 'iframe', 'noembed', 'noframes', 'noscript', 'template'],
  ...['svg', 'math', 'object', 'select', 'audio', 'video', 'canvas'],
])

/** Open tags at once. No letter has as many, browsers join them from 512 on, and the parser looks through all of them at each tag. */
const MOST_OPEN = 1000

/**
 * Reads HTML of anybody, in time and memory that grow as it does, and says whether it came to the end: it stops where more than 1000
 * tags are open. Browsers may read what is malformed otherwise: what is made of it must be written anew, and never be part of the source.
 */
export const readsHtml = (html: string, reader: HtmlReader): boolean => {
  let open = 0
  /** How many of them are, or are in, what nobody reads. */
  let unread = 0
  let isRead = true
  const parser = new Parser({
    onopentag: (name, attributes) => {
      open += 1
      if (open > MOST_OPEN) {
        isRead = false
        parser.pause()
      } else if (unread > 0 || UNREAD.has(name)) unread += 1
      else reader.open(name, attributes)
    },
    ontext: (text) => {
      if (unread > 0) return
      reader.text(text)
    },
    onclosetag: (name) => {
      open -= 1
      if (unread > 0) unread -= 1
      else reader.close(name)
    },
  })
  parser.end(html)
  return isRead
}

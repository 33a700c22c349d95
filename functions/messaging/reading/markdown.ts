import markdownIt from 'markdown-it'
import besideChinese from 'markdown-it-cjk-friendly'

const rich = markdownIt({ html: true, breaks: true, linkify: true }).use(besideChinese)
const plain = markdownIt('zero', { linkify: true }).enable('linkify')

// Names of files, versions and hosts in a report are no addresses; what begins with a scheme is one.
for (const { linkify } of [rich, plain]) linkify.set({ fuzzyLink: false, fuzzyEmail: false })

/**
 * Markdown (CommonMark with tables, struck out text and bare addresses; bold and italics also between Chinese signs) as HTML, which is
 * foreign like any other and has to be made safe. HTML in it stays; every line break is one.
 */
export const markdownHtml = (markdown: string): string => rich.render(markdown)

/** A text as HTML, with its lines and blanks as they are, and its addresses as links. */
export const plainHtml = (text: string): string => `<pre>${plain.renderInline(text)}</pre>`

import { escaped } from './safe-html.ts'

/** Longest text and address of a link; what is longer is text. */
const LINK = /(!?)\[([^\]\n]{0,300})\]\(([^()\s]{1,500})\)/g
const BARE = /https?:\/\/[^\s<>"'`，。；：！？、（）()《》]{3,500}/g
const CODE = /`([^`\n]{1,1000})`/g

/** Marks a place in a text whose HTML is put in at the end, so that nothing is read twice. From texts it is taken out. */
const HELD = /\ufdd0(\d+)\ufdd0/g

/** A line as HTML: links, pictures, code, bold, italics, struck out. */
const inline = (line: string): string => {
  const held: string[] = []
  const hold = (html: string): string => `\ufdd0${held.push(html) - 1}\ufdd0`
  const link = (address: string, text: string): string => `<a href="${escaped(address)}">${escaped(text)}</a>`
  const marked = line
    .replaceAll('\ufdd0', '')
    .replace(CODE, (_whole, code: string) => hold(`<code>${escaped(code)}</code>`))
    .replace(LINK, (_whole, isPicture: string, text: string, address: string) =>
      hold(isPicture ? `<img src="${escaped(address)}" alt="${escaped(text)}">` : link(address, text)),
    )
    .replace(BARE, (address) => hold(link(address, address)))
  return marked
    .replace(/\*\*([^*\n]{1,1000})\*\*/g, '<b>$1</b>')
    .replace(/\*([^*\s][^*\n]{0,1000})\*/g, '<i>$1</i>')
    .replace(/~~([^~\n]{1,1000})~~/g, '<s>$1</s>')
    .replace(HELD, (_whole, at: string) => held[Number(at)] ?? '')
}

const cellsOf = (row: string): string[] =>
  row
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => inline(cell.trim()))

const isRule = (line: string): boolean => /^\s{0,3}(?:-{3,}|\*{3,}|_{3,})\s*$/.test(line)
const isTableRule = (line: string | undefined): boolean =>
  line?.includes('-') === true && line.includes('|') && /^[\s|:-]+$/.test(line)

/** What begins with a line, as HTML, and how many lines it is. */
type Block = { html: string; lines: number }

/** Reads what begins at a line of the text. */
type ReadBlock = (lines: readonly string[], at: number) => Block

/** The lines from `from` on, as far as `is` says so. */
const run = (lines: readonly string[], from: number, is: (line: string, at: number) => boolean): readonly string[] => {
  let end = from
  while (end < lines.length && is(lines[end] ?? '', end)) end += 1
  return lines.slice(from, end)
}

const fenced: ReadBlock = (lines, at) => {
  const inside = run(lines, at + 1, (line) => !/^\s*```/.test(line))
  return { html: `<pre>${escaped(inside.join('\n'))}</pre>`, lines: inside.length + 2 }
}

const table: ReadBlock = (lines, at) => {
  const rows = run(lines, at + 2, (line) => line.includes('|'))
  const row = (cells: readonly string[], tag: string): string =>
    `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`
  const body = rows.map((line) => row(cellsOf(line), 'td')).join('')
  return { html: `<table>${row(cellsOf(lines[at] ?? ''), 'th')}${body}</table>`, lines: rows.length + 2 }
}

const ITEM = /^\s*(?:[-*+]|(\d{1,3})[.)])\s+/

const list: ReadBlock = (lines, at) => {
  const items = run(lines, at, (line) => ITEM.test(line) && !isRule(line))
  const start = ITEM.exec(items[0] ?? '')?.[1]
  const tag = start === undefined ? 'ul' : 'ol'
  const numbered = start === undefined ? '' : ` start="${start}"`
  const inside = items.map((line) => `<li>${inline(line.replace(ITEM, ''))}</li>`).join('')
  return { html: `<${tag}${numbered}>${inside}</${tag}>`, lines: items.length }
}

const QUOTE = /^\s{0,3}>\s?/
const HEADING = /^\s{0,3}(#{1,6})\s+(\S.*)$/

/** A heading may be closed by signs as it was opened. */
const unclosed = (text: string): string => {
  let end = text.length
  while (text[end - 1] === '#') end -= 1
  const before = text.slice(0, end)
  return before.trimEnd() === before ? text : before.trimEnd()
}

const quote: ReadBlock = (lines, at) => {
  const quoted = run(lines, at, (line) => QUOTE.test(line))
  const inside = quoted.map((line) => inline(line.replace(QUOTE, ''))).join('<br>')
  return { html: `<blockquote>${inside}</blockquote>`, lines: quoted.length }
}

const begins = (line: string, next: string | undefined): ReadBlock | undefined => {
  if (/^\s*```/.test(line)) return fenced
  if (isRule(line)) return () => ({ html: '<hr>', lines: 1 })
  if (QUOTE.test(line)) return quote
  if (ITEM.test(line)) return list
  if (line.includes('|') && isTableRule(next)) return table
  const [, marks, text = ''] = HEADING.exec(line) ?? []
  return marks === undefined
    ? undefined
    : () => ({ html: `<h${marks.length}>${inline(unclosed(text.trimEnd()))}</h${marks.length}>`, lines: 1 })
}

/** Lines up to an empty one, or to one that begins something else. */
const paragraph: ReadBlock = (lines, from) => {
  const own = run(lines, from, (line, at) => at === from || (line.trim() !== '' && !begins(line, lines[at + 1])))
  return { html: `<p>${own.map(inline).join('<br>')}</p>`, lines: own.length }
}

/**
 * Markdown as HTML, which is foreign like any other and has to be made safe: headings, lists, quotes, tables, code, links, pictures,
 * bold and italics. HTML in it stays; every line break is one.
 */
export const markdownHtml = (markdown: string): string => {
  const lines = markdown.split(/\r\n|[\r\n]/)
  const out: string[] = []
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? ''
    if (line.trim() === '') {
      at += 1
      continue
    }
    const block = (begins(line, lines[at + 1]) ?? paragraph)(lines, at)
    out.push(block.html)
    at += block.lines
  }
  return out.join('\n')
}

/** A text as HTML, with its lines and blanks as they are, and its addresses as links. */
export const plainHtml = (text: string): string => {
  let at = 0
  const out: string[] = []
  for (const found of text.matchAll(BARE)) {
    const [address] = found
    out.push(escaped(text.slice(at, found.index)), `<a href="${escaped(address)}">${escaped(address)}</a>`)
    at = found.index + address.length
  }
  return `<pre>${[...out, escaped(text.slice(at))].join('')}</pre>`
}

import { certificateIdIn } from '../certificate/certificate-id.ts'

/** Links of the certificate that are looked at: whoever has more of them in comments and scripts has none in the page. */
const MOST_LINKS = 100

/** How far before an address the beginning of its tag may be. */
const LONGEST_TAG = 500

/** Sixteen characters, as they are or in groups. */
const ID = /^[a-z0-9-]{16,25}/
const LINK = /^<a\s/
const WHITE = /^\s$/

/** What a browser shows nothing of. One that is not closed goes to the end. */
const withoutComments = (html: string): string => {
  const shown: string[] = []
  let from = 0
  while (from < html.length) {
    const begin = html.indexOf('<!--', from)
    shown.push(html.slice(from, begin < 0 ? undefined : begin))
    const end = begin < 0 ? -1 : html.indexOf('-->', begin + 4)
    from = end < 0 ? html.length : end + 3
  }
  return shown.join('')
}

const withoutEnd = (text: string, ends: readonly string[]): string => {
  const end = ends.find((one) => text.endsWith(one))
  return (end === undefined ? text : text.slice(0, -end.length)).trimEnd()
}

/** Whether what stands at `at` is where a link leads: `<a … href="https:` before it, read from its end. */
const isLinked = (html: string, at: number): boolean => {
  const before = html.slice(Math.max(0, at - LONGEST_TAG), at)
  const tag = before.slice(before.lastIndexOf('<'))
  const assigned = withoutEnd(withoutEnd(tag, ['https:', 'http:']), ['"', "'"])
  if (!LINK.test(tag) || !assigned.endsWith('=')) return false
  const name = withoutEnd(assigned, ['='])
  return name.endsWith('href') && WHITE.test(name.at(-'href'.length - 1) ?? '')
}

/**
 * W7 whether a page links to the public page of the certificate, of these pages: `<a href>` in what the server sent, as nobody runs its scripts. The id may
 * be grouped, and anything may follow it. `html`: byte by byte, whatever its encoding: an address has ASCII alone. Takes time by its length alone.
 */
export const isLinkInPage = (html: string, id: string, publicUrl: string): boolean => {
  const page = withoutComments(html).toLowerCase()
  const address = `//${new URL(publicUrl).host}/certificates/`
  let seen = 0
  for (let at = page.indexOf(address); at >= 0 && seen < MOST_LINKS; at = page.indexOf(address, at + 1)) {
    const behind = at + address.length
    const [typed = ''] = ID.exec(page.slice(behind, behind + 40)) ?? []
    if (certificateIdIn(typed) !== id) continue
    if (isLinked(page, at)) return true
    seen += 1
  }
  return false
}

/** A fenced block of a page: ```sh run => `lang` sh, `tags` run. */
export type Fence = { lang: string; tags: readonly string[]; text: string; line: number }

const FENCE = /^( *)(`{3,})([^\n`]*)\n(.*?)^ *\2 *$/gms

/** The fenced blocks of a page in their order; the indentation of a block goes. */
export const fencesIn = (page: string): Fence[] =>
  Array.from(page.matchAll(FENCE), ({ 1: indent = '', 3: info = '', 4: text = '', index }) => {
    const [lang = '', ...tags] = info.trim().split(/\s+/)
    const own = text.replaceAll(new RegExp(`^${indent}`, 'gm'), '')
    return { lang, tags, text: own, line: page.slice(0, index).split('\n').length }
  })

/** Text outside fenced blocks. */
export const proseOf = (page: string): string => page.replaceAll(FENCE, '')

/** What a heading is linked to by, as GitHub makes it. */
const slugOf = (heading: string): string =>
  heading
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\p{M} _-]/gu, '')
    .replaceAll(' ', '-')

/** Every anchor of a page. */
export const anchorsIn = (page: string): string[] => {
  const seen = new Map<string, number>()
  return Array.from(proseOf(page).matchAll(/^#{1,6} +(.+)$/gm), ([, heading = '']) => {
    const slug = slugOf(heading)
    const before = seen.get(slug) ?? 0
    seen.set(slug, before + 1)
    return before === 0 ? slug : `${slug}-${before}`
  })
}

/** What a program wants as it is, and what stands for what differs from run to run. */
const placeholders: Readonly<Record<string, string>> = {
  '<id>': '[0-9a-f]{32}',
  '<time>': '\\d{4}-\\d{2}-\\d{2}T[\\d:.]+Z',
  '<digits>': '\\d+',
  '<text>': '[^"\\n]+',
  '…': '[^]*?',
}

/** Whether what came is what a page shows, blanks at the ends of lines aside. */
export const fits = (shown: string, came: string): boolean => {
  const parts = shown
    .trimEnd()
    .split(/(<id>|<time>|<digits>|<text>|…)/)
    .map((part) => placeholders[part] ?? part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${parts.join('')}$`).test(came.replaceAll(/[ \t]+$/gm, '').trimEnd())
}

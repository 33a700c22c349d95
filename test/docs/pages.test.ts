import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { anchorsIn, fencesIn, proseOf } from './fences.ts'
import { filesLike, pathOf, textOf } from './repository.ts'

const pages = [
  ...filesLike('*.md'),
  ...filesLike('docs/**/*.md'),
  ...filesLike('clients/*/*.md'),
  ...filesLike('examples/*.md'),
].filter((page) => page !== 'docs/rules-index.md')

/** Files and folders a page names from the root, without those with a part to fill in. */
const namedIn = (text: string): string[] =>
  Array.from(text.matchAll(/`((?:functions|shared|infra|local|test|docs)\/[\w./-]*[\w-])`/g), ([, path = '']) => path)

/** Links within the repository: from whose folder, to which file and which heading. */
const linksOf = (page: string): { to: string; anchor: string | undefined }[] =>
  Array.from(proseOf(textOf(page)).matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]*))?\)/g), ([, to = '', anchor]) => ({
    to: to === '' ? page : join(dirname(page), to),
    anchor,
  }))

const isQuoted = /^\/\/ (\S+)\n(.*)$/s

/** Code a page quotes, by the file it says it is from. */
const quotedIn = (text: string) =>
  fencesIn(text).flatMap(({ lang, tags, text: code }) => {
    const [, file, quoted] = isQuoted.exec(code) ?? []
    return lang === 'ts' && tags.length === 0 && file !== undefined && quoted !== undefined ? [{ file, quoted }] : []
  })

/** Languages that a reader runs or copies: each block says who tries it. */
const RUNNABLE = ['sh', 'bash', 'shell', 'console', 'ts', 'typescript', 'js', 'javascript', 'mjs', '']

const triers = (lang: string, tags: readonly string[], text: string): boolean => {
  if (!RUNNABLE.includes(lang)) return true
  if (lang === 'sh') return tags[0] === 'run' || tags[0] === 'aws'
  return lang === 'ts' && (tags[0] === 'run' || tags[0] === 'check' || isQuoted.test(text))
}

describe.each(pages)('%s', (page) => {
  const text = textOf(page)

  it('names and links to what exists', () => {
    const missing = [...namedIn(text), ...linksOf(page).map(({ to }) => to)].filter((path) => !existsSync(pathOf(path)))
    expect(missing).toEqual([])
  })

  it('links to headings that are there', () => {
    const missing = linksOf(page).filter(
      ({ to, anchor }) => anchor !== undefined && to.endsWith('.md') && !anchorsIn(textOf(to)).includes(anchor),
    )
    expect(missing).toEqual([])
  })

  it('quotes the code as it is', () => {
    const wrong = quotedIn(text).filter(({ file, quoted }) => !textOf(file).includes(quoted))
    expect(wrong).toEqual([])
  })

  it('shows no commands and no code that nobody tries: they are tagged run, check or aws, or quote a file', () => {
    const untried = fencesIn(text).filter(({ lang, tags, text: block }) => !triers(lang, tags, block))
    expect(untried.map(({ line, lang, tags }) => `${page}:${line} ${[lang, ...tags].join(' ')}`)).toEqual([])
    // Four blanks make a block too, and one that cannot be tagged.
    expect(proseOf(text).match(/\n\n {4,}\S.*/g) ?? []).toEqual([])
  })

  it('names commands that exist', () => {
    const scripts = Object.keys(JSON.parse(textOf('package.json')).scripts)
    const named = Array.from(text.matchAll(/npm\s+run\s+(?:-\w+\s+)*([\w:]+)/g), ([, name = '']) => name)
    expect(named.filter((name) => !scripts.includes(name))).toEqual([])
  })
})

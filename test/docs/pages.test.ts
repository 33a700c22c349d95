import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { filesLike, pathOf, textOf } from './repository.ts'

const pages = [...filesLike('*.md'), ...filesLike('docs/**/*.md')].filter((page) => page !== 'docs/rules-index.md')

/** Files and folders a page names from the root, without those with a part to fill in. */
const namedIn = (text: string): string[] =>
  Array.from(text.matchAll(/`((?:functions|shared|infra|local|test|docs)\/[\w./-]*[\w-])`/g), ([, path = '']) => path)

const linkedFrom = (page: string): string[] =>
  Array.from(textOf(page).matchAll(/\]\((?!https?:)([^)#]+)[^)]*\)/g), ([, to = '']) => join(dirname(page), to))

const SNIPPET = /^( *)```ts\n *\/\/ (\S+)\n(.*?)^ *```$/gms

/** Code a page quotes, by the file it says it is from; its own indentation goes. */
const quotedIn = (text: string) =>
  Array.from(text.matchAll(SNIPPET), ([, indent = '', file = '', code = '']) => ({
    file,
    code: code.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
  }))

describe.each(pages)('%s', (page) => {
  const text = textOf(page)

  it('names and links to what exists', () => {
    const missing = [...namedIn(text), ...linkedFrom(page)].filter((path) => !existsSync(pathOf(path)))
    expect(missing).toEqual([])
  })

  it('quotes the code as it is', () => {
    for (const { file, code } of quotedIn(text)) expect(textOf(file), `${page} quotes ${file}`).toContain(code)
    expect(quotedIn(text)).toHaveLength(text.match(/```ts\n/g)?.length ?? 0)
  })

  it('names commands that exist', () => {
    const scripts = Object.keys(JSON.parse(textOf('package.json')).scripts)
    const named = Array.from(text.matchAll(/npm\s+run\s+([\w:]+)/g), ([, name = '']) => name)
    expect(named.filter((name) => !scripts.includes(name))).toEqual([])
  })
})

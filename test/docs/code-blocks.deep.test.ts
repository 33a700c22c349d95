import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fencesIn } from './fences.ts'
import { filesLike, pathOf, textOf } from './repository.ts'

const pages = [
  ...filesLike('*.md'),
  ...filesLike('docs/**/*.md'),
  ...filesLike('clients/*/*.md'),
  ...filesLike('examples/*.md'),
]

const IMPORT = /^import .*$/gm

/** What a page takes as given, in a comment that its readers do not see. */
const givenIn = (page: string): string =>
  Array.from(page.matchAll(/^<!--.*\n((?:declare .*\n)+)-->/gm), ([, lines = '']) => lines).join('')

/** The blocks that are read one after the other, as one program: a later one sees the names of those before, and may take them anew. */
const asProgram = (page: string): string => {
  const blocks = fencesIn(page).flatMap(({ lang, tags, text }) => (lang === 'ts' && tags[0] === 'check' ? [text] : []))
  const imports = new Set(blocks.flatMap((block) => block.match(IMPORT) ?? []))
  const nested = blocks
    .map((block) => block.replaceAll(IMPORT, ''))
    .reduceRight((after, block) => `{\n${block}\n${after}}\n`, '')
  return [...imports, givenIn(page), 'export const reader = async () => {', nested, '}'].join('\n')
}

/** The programs of a page: what is saved as a file, and what is read as one. */
const programsOf = (page: string): [name: string, code: string][] => {
  const name = basename(page, '.md').replaceAll('.', '-')
  const fences = fencesIn(textOf(page)).filter(({ lang }) => lang === 'ts')
  const saved = fences.flatMap(({ tags: [tag, file = ''], text }): [string, string][] =>
    tag === 'run' ? [[`${name}-${file}`, text]] : [],
  )
  return fences.some(({ tags }) => tags[0] === 'check') ? [...saved, [`${name}.ts`, asProgram(textOf(page))]] : saved
}

const OPTIONS = [
  ...['--noEmit', '--ignoreConfig', '--skipLibCheck', '--pretty', 'false', '--strict', '--allowImportingTsExtensions'],
  ...[
    '--module',
    'nodenext',
    '--target',
    'esnext',
    '--lib',
    'esnext,dom,dom.iterable,dom.asynciterable',
    '--types',
    'node',
  ],
]

describe('code that pages show', () => {
  // Below the root, so that packages are found.
  let folder: string
  beforeAll(() => {
    mkdirSync(pathOf('.build'), { recursive: true })
    folder = mkdtempSync(pathOf('.build/pages-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('fits the types of the client', async () => {
    const programs = pages.flatMap(programsOf)
    for (const [name, code] of programs) writeFileSync(join(folder, name), code)
    const files = programs.map(([name]) => join(folder, name))
    const tsc = pathOf('node_modules/typescript/bin/tsc')
    const checked = promisify(execFile)(process.execPath, [tsc, ...OPTIONS, ...files], { cwd: pathOf('.') })
    expect(
      await checked.then(
        ({ stdout }) => stdout,
        ({ stdout }) => stdout,
      ),
    ).toBe('')
    expect(programs.length).toBeGreaterThan(4)
  })
})

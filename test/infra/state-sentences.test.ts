import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { withoutSentences } from '../../infra/state-sentences.ts'
import { filesLike, textOf } from '../docs/repository.ts'

const ROOT = join(import.meta.dirname, '../..')
const files = filesLike('functions/**/*.ts').filter((file) => /\bsatisfies StateTable\b/.test(textOf(file)))

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sentences-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** What a file exports if its text is that. */
const exportsOf = async (file: string, contents: string, name: string): Promise<Record<string, unknown>> => {
  const stdin = { contents, resolveDir: dirname(join(ROOT, file)), loader: 'ts' } as const
  const options = { bundle: true, format: 'esm', platform: 'node', write: false, logLevel: 'silent' } as const
  const [output] = (await build({ stdin, ...options })).outputFiles
  const path = join(folder, `${file.replaceAll('/', '-')}-${name}.mjs`)
  await writeFile(path, output?.text ?? '')
  return import(/* @vite-ignore */ path)
}

type Row = { from: readonly string[]; on: string; when?: string }

const isTable = (value: unknown): value is Row[] =>
  Array.isArray(value) && value.length > 0 && value.every((row) => row?.from && row.on)

/** A function is as it is written. */
const shown = (value: unknown): unknown => (typeof value === 'function' ? String(value) : value)

describe('a bundle has state tables without their sentences', () => {
  it.each(files)('and all else of %s as it is written', async (file) => {
    const source = textOf(file)
    const before = await exportsOf(file, source, 'whole')
    const after = await exportsOf(file, withoutSentences(source), 'cut')
    expect(Object.keys(after)).toEqual(Object.keys(before))
    const tables = Object.entries(before).filter(([, value]) => isTable(value))
    expect(tables).toHaveLength(source.match(/satisfies StateTable</g)?.length ?? 0)
    for (const [name, value] of Object.entries(before)) {
      const expected = isTable(value) ? value.map(({ when: _, ...row }) => row) : shown(value)
      expect(shown(after[name]), name).toEqual(expected)
      if (isTable(after[name])) expect(after[name].filter((row) => 'when' in row)).toEqual([])
    }
  })

  it.each(files)('which is all that is cut out of the text of %s', (file) => {
    const before = textOf(file).split('\n')
    const after = withoutSentences(textOf(file)).split('\n')
    expect(after).toHaveLength(before.length)
    let isInTable = false
    for (const [at, line] of before.entries()) {
      if (line.endsWith('= [')) isInTable = true
      if (line.startsWith(']')) isInTable = false
      const expected = isInTable ? line.replace(/\s*\bwhen: '(?:[^'\\]|\\.)*',?(?=$| \},$)/, '') : line
      expect(after[at]).toBe(expected)
    }
  })

  it('and whatever else says `when` keeps it, in the same file', () => {
    const table = (first: string, second: string) =>
      [
        "export const note = { from: ['a'], on: 'go', when: 'kept' }",
        "/** Says on: 'go', when: 'kept'. */",
        "export const others = [{ on: 'go', when: 'kept' }]",
        'export const table = [',
        `  { from: ['a', 'b'], to: 'b', on: 'go'${first} },`,
        '  {',
        "    from: ['b'],",
        `    on: 'stay',${second}`,
        '  },',
        "  { from: ['a'], on: 'told', says: { when: 'kept' } },",
        "] as const satisfies StateTable<'a' | 'b', string>",
        'export const text = `',
        "  { from: ['a'], on: 'go', when: 'kept' },",
        '`',
        'export const list = [',
        "  { from: ['a'], on: 'go', when: 'kept' },",
        '] as const',
      ].join('\n')
    const whole = table(String.raw`, when: 'it\'s time, when: so'`, "\n    when: 'nothing } moves',")
    expect(withoutSentences(whole)).toBe(table(',', '\n'))
  })
})

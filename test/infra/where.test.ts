import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bundle } from '../../infra/bundle.ts'
import { mapsOf } from '../../infra/source-maps.ts'
import { where } from '../../infra/where.ts'

const FIXTURE = join(import.meta.dirname, 'fixture')
const assembly = mkdtempSync(join(tmpdir(), 'shiming-where-'))
const code = join(assembly, 'code')
afterAll(() => rmSync(assembly, { recursive: true }))

/** What a stack of the bundled function holds, as Lambda would name its files. */
let frames: { own: string[]; late: string[] }
const framesOf = async (late: boolean): Promise<string[]> => {
  const { handler } = await import(join(code, 'throwing/index.mjs'))
  const { stack }: Error = await handler(late).catch((error: unknown) => error)
  const lines = (stack ?? '').split('\n').filter((line) => line.includes(code))
  return lines.map((line) => line.trim().replace(join(code, 'throwing'), '/var/task'))
}

beforeAll(async () => {
  await bundle({ throwing: join(FIXTURE, 'throwing.ts') }, code, mapsOf(assembly))
  frames = { own: await framesOf(false), late: await framesOf(true) }
})

/** A place in a source, found by what stands there. */
const at = (file: string, text: string): string => {
  const lines = readFileSync(join(FIXTURE, file), 'utf8').split('\n')
  const line = lines.findIndex((one) => one.includes(text))
  return `test/infra/fixture/${file}:${line + 1}:${(lines[line] ?? '').indexOf(text) + 1}`
}
const line = (list: string[], more: object = {}): string =>
  JSON.stringify({ level: 'ERROR', function_name: 'shiming-production-throwing', frames: list, ...more })

describe('a frame of a function', () => {
  it('is said to be where the error was made', () => {
    expect(frames.own[0]).toMatch(/\/var\/task\/index\.mjs:\d+:\d+/)
    expect(where([line(frames.own)], assembly)).toEqual([expect.stringContaining(at('throwing.ts', 'new RangeError'))])
  })

  it('that was loaded later is found too, and so are those below it', () => {
    expect(frames.late[0]).toMatch(/\/var\/task\/lazy\/late-\w+\.mjs:\d+:\d+/)
    expect(where([line(frames.late)], assembly)).toEqual([
      expect.stringContaining(at('late.ts', 'new TypeError')),
      expect.stringContaining(at('late.ts', 'unusable(text)')),
      expect.stringContaining(at('throwing.ts', "refuse('")),
    ])
  })

  it.each<[string, (list: string[]) => string[]]>([
    ['alone', (list) => list],
    ['with time and stream before it', (list) => [`2026-11-28T03:00:00 2026/11/28/[$LATEST]0 ${line(list)}`]],
    ['packed in the answer of a query', (list) => [JSON.stringify({ results: [{ '@message': line(list) }] })]],
    ['as a stack of several lines', (list) => [JSON.stringify({ message: { stack: `E: x\n${list.join('\n')}` } })]],
    ['among other lines', (list) => ['', '{"level":"INFO"}', line(list), 'no frame']],
  ])('is found %s', (_, said) => {
    const found = where(said(frames.late), assembly, 'throwing')
    expect(found.map((frame) => /[\w./-]+\.ts:\d+/.exec(frame)?.[0])).toHaveLength(3)
  })
})

describe('a question without an answer', () => {
  it('names what is missing', () => {
    expect(() => where([line(frames.own)], join(assembly, 'other'))).toThrow('assembly that was deployed')
    expect(() => where([line(frames.own)], assembly, 'another')).toThrow('another/index.mjs.map')
    expect(() => where(frames.own, assembly)).toThrow('--function NAME')
    expect(() => where(['{"message":"fault"}', 'x'], assembly)).toThrow('no frame')
  })
})

describe('what is deployed', () => {
  it('neither holds the maps nor names them, and maps do not hold the sources', () => {
    const deployed = readdirSync(join(code, 'throwing'), { recursive: true, withFileTypes: true })
    const files = deployed.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
    expect(files.filter((file) => !file.endsWith('.mjs'))).toEqual([])
    for (const file of files) expect(readFileSync(file, 'utf8')).not.toContain('sourceMappingURL')
    const maps = readdirSync(mapsOf(assembly), { recursive: true, encoding: 'utf8' }).toSorted()
    expect(maps).toEqual([
      'lazy',
      expect.stringMatching(/^lazy\/late-\w+\.mjs\.map$/),
      'throwing',
      'throwing/index.mjs.map',
    ])
    expect(readFileSync(join(mapsOf(assembly), 'throwing/index.mjs.map'), 'utf8')).not.toContain('sourcesContent')
  })
})

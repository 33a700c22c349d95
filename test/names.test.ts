import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'

const wrong = [
  'export const orderPaid = async (id: string) => id',
  'export const orderPaid = async (id: string): Promise<string> => id',
  'export const orderPaid = (id: string): Promise<string> => Promise.resolve(id)',
  'export const closed = async <T>(one: T) => one',
  'export const store = { async kept(id: string) { return id } }',
  'export const store = { verdictKept: async (id: string) => id }',
  'export async function begun(id: string) { return id }',
]

const right = [
  'export const recordPayment = async (id: string) => id',
  'export const orderPaid = (id: string) => ({ kind: "update", id })',
  'export const isBanned = async (id: string) => id',
  'export const seed = async (id: string) => id',
]

const folder = mkdtempSync(join(tmpdir(), 'shiming-names-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** The lines, counted from 1, of a source file that the rule complains about. */
const complaints = (lines: readonly string[]): number[] => {
  writeFileSync(join(folder, 'biome.json'), JSON.stringify({ root: true, plugins: [resolve('names.grit')] }))
  writeFileSync(join(folder, 'example.ts'), lines.join('\n'))
  const args = ['lint', '--only=plugin', '--reporter=github', 'example.ts']
  const { stdout } = spawnSync(resolve('node_modules/.bin/biome'), args, { cwd: folder, encoding: 'utf8' })
  const found = stdout.split('\n').filter((line) => line.includes('name it by a verb in the imperative'))
  return found.map((line) => Number(/\bline=(\d+)/.exec(line)?.[1]))
}

describe('the name of what answers a promise', () => {
  it('may not be a participle, however the function is written', () => {
    expect(complaints(wrong)).toEqual(wrong.map((_, at) => at + 1))
  })

  it('is a verb; participles are for descriptions', () => {
    expect(complaints(right)).toEqual([])
  })
})

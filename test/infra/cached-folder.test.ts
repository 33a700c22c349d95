import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { cachedFolder } from '../../infra/cached-folder.ts'

let root: string
let made: number
const make = async (outdir: string): Promise<void> => {
  made += 1
  mkdirSync(outdir, { recursive: true })
  writeFileSync(join(outdir, 'manifest.json'), '{}')
  mkdirSync(join(outdir, 'maps/read'), { recursive: true })
  writeFileSync(join(outdir, 'maps/read/index.mjs.map'), '{}')
}
const recipe = () => ({
  root,
  sources: ['infra', 'functions', 'package-lock.json'],
  build: join(root, '.build'),
  kind: 'assembly',
  whole: 'manifest.json',
  make,
})
const assembly = () => cachedFolder(recipe())

beforeEach(() => {
  made = 0
  root = mkdtempSync(join(tmpdir(), 'shiming-root-'))
  for (const folder of ['infra', 'functions/account']) mkdirSync(join(root, folder), { recursive: true })
  writeFileSync(join(root, 'functions/account/read.ts'), 'export const a = 1')
  writeFileSync(join(root, 'package-lock.json'), '{}')
})
afterEach(() => rmSync(root, { recursive: true }))

describe('a folder made of sources', () => {
  it('is made once for the same sources', async () => {
    const first = await assembly()
    expect(await assembly()).toBe(first)
    for (const file of ['manifest.json', 'maps/read/index.mjs.map']) expect(existsSync(join(first, file))).toBe(true)
    expect(made).toBe(1)
  })

  it('is made anew when a source, its name or the lock file changes', async () => {
    const folders = [await assembly()]
    writeFileSync(join(root, 'functions/account/read.ts'), 'export const a = 2')
    folders.push(await assembly())
    writeFileSync(join(root, 'functions/account/more.ts'), '')
    folders.push(await assembly())
    writeFileSync(join(root, 'package-lock.json'), '{"a":1}')
    folders.push(await assembly())
    expect(new Set(folders).size).toBe(4)
    expect(made).toBe(4)
  })

  it('is whole for everybody when several ask at once', async () => {
    const [one, two] = await Promise.all([assembly(), assembly()])
    expect(one).toBe(two)
    expect(readdirSync(join(root, '.build'))).toHaveLength(1)
  })

  it('takes the place of the oldest of many', async () => {
    const first = await assembly()
    utimesSync(first, new Date(0), new Date(0))
    for (let at = 0; at < 4; at += 1) {
      writeFileSync(join(root, 'infra/app.ts'), String(at))
      await assembly()
    }
    expect(existsSync(first)).toBe(false)
    expect(readdirSync(join(root, '.build'))).toHaveLength(4)
  })

  it('leaves folders of another kind alone', async () => {
    const pages = await cachedFolder({ ...recipe(), kind: 'pages' })
    utimesSync(pages, new Date(0), new Date(0))
    for (let at = 0; at < 5; at += 1) {
      writeFileSync(join(root, 'infra/app.ts'), String(at))
      await assembly()
    }
    expect(existsSync(pages)).toBe(true)
  })

  it('is not left half made', async () => {
    const broken = cachedFolder({ ...recipe(), make: () => Promise.reject(new Error('no')) })
    await expect(broken).rejects.toThrow('no')
    await assembly()
    expect(made).toBe(1)
  })
})

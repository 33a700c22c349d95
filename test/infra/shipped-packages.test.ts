import { existsSync, mkdtempSync, readdirSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Bundles, bundle } from '../../infra/bundle.ts'
import { squares } from '../material/png-bytes.ts'
import { TERMS } from '../material/terms.ts'

const EYES = join(import.meta.dirname, '../../functions/documents/recognition/local/open-eyes.ts')
const TAKE = join(import.meta.dirname, '../../functions/material/picture/take-picture.ts')

// Outside of the repository, where no other folder of packages is above it.
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'shiming-shipped-')))
afterAll(() => rmSync(folder, { recursive: true }))

const entries = {
  late: `export const handler = (...sent) => import(${JSON.stringify(TAKE)}).then(({ takePicture }) => takePicture(...sent))`,
  eyes: `export const handler = () => import(${JSON.stringify(EYES)}).then(({ openEyes }) => openEyes())`,
  none: `export const handler = async () => 'no picture'`,
  soon: `export { takePicture as handler } from ${JSON.stringify(TAKE)}`,
}

let bundles: Bundles
beforeAll(async () => {
  for (const [name, code] of Object.entries(entries)) writeFileSync(join(folder, `${name}.ts`), code)
  const paths = Object.keys(entries).map((name) => [name, join(folder, `${name}.ts`)])
  bundles = await bundle(Object.fromEntries(paths), join(folder, 'out'))
})

const folderOf = (name: string): string => String(bundles.get(name)?.folder)

describe('a package that stays whole', () => {
  it('is beside the code of a function that can come to load it, and of no other', () => {
    for (const name of ['late', 'soon']) {
      const files = readdirSync(join(folderOf(name), 'node_modules/wasm-vips/lib'))
      expect(files.toSorted(), name).toEqual(['vips-node.mjs', 'vips.wasm'])
    }
    expect(existsSync(join(folderOf('none'), 'node_modules'))).toBe(false)
  })

  it('is not loaded with the function, nor a part of its code', () => {
    for (const name of ['late', 'soon']) expect(bundles.get(name)?.staticBytes, name).toBeLessThan(4000)
  })

  it('brings what is native for where Lambda runs, and for this machine, and no other', () => {
    const native = join(folderOf('eyes'), 'node_modules/onnxruntime-node/bin/napi-v3')
    const found = readdirSync(native).flatMap((system) =>
      readdirSync(join(native, system)).map((architecture) => `${system}/${architecture}`),
    )
    const wanted = new Set(['linux/arm64', `${process.platform}/${process.arch}`])
    expect(found.toSorted()).toEqual([...wanted].toSorted())
  })

  it('X1 fits into what Lambda takes, with the models that read cards and the decoder of their pictures', () => {
    const bytesOf = (...names: string[]): number =>
      names
        .flatMap((name) => {
          const at = join(folderOf(name), 'node_modules')
          return readdirSync(at, { recursive: true }).map((file) => join(at, String(file)))
        })
        .reduce((sum, file) => sum + (statSync(file).isFile() ? statSync(file).size : 0), 0)
    expect(bytesOf('eyes', 'late')).toBeLessThan(80 * 2 ** 20)
    expect(bytesOf('eyes')).toBeGreaterThan(30 * 2 ** 20)
  })

  it('X1 reads as it is deployed', async () => {
    const { handler } = await import(join(folderOf('eyes'), 'index.mjs'))
    const eyes = await handler()
    expect(await eyes.find({ width: 320, height: 200, data: new Uint8Array(320 * 200 * 3).fill(240) })).toEqual([])
  })

  it('is found by the code as it is deployed', async () => {
    const { handler } = await import(join(folderOf('late'), 'index.mjs'))
    const taken = await handler(squares(), 'image/png', TERMS)
    expect(taken).toMatchObject({ kind: 'taken', type: 'image/jpeg', measured: { width: 600, height: 600 } })
  })
})

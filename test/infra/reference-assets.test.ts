import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { referenceAssets } from '../../infra/reference-assets.ts'

const assets = await referenceAssets()
const bytesOf = (name: string): Uint8Array => assets.get(name) ?? new Uint8Array()
const textOf = (name: string): string => Buffer.from(bytesOf(name)).toString('utf8')
const names = ['openapi.json', 'openapi.sandbox.json', 'reference.js']

/** What API Gateway lets a function answer, in base64. */
const MOST = (6 * 1024 * 1024 * 3) / 4

/** Hosts that stand in it as names of schemas and licences, in links and in texts of errors; nothing is loaded from them. */
const written = [
  ...['example.com', 'fb.me', 'git.io', 'github.com', 'jedwatson.github.io', 'json-schema.org', 'lea.verou.me'],
  ...['marked.js.org', 'markjs.io', 'opensource.org', 'raw.githubusercontent.com', 'reactjs.org', 'redocly.com'],
  ...['stackoverflow.com', 'wd.dizaina.net', 'www.w3.org'],
]

describe('what the reference page is made of', () => {
  it.each(names)('%s travels in three forms of one content, each small enough for the gateway', (name) => {
    expect(brotliDecompressSync(bytesOf(`${name}.br`)).equals(bytesOf(name))).toBe(true)
    expect(gunzipSync(bytesOf(`${name}.gzip`)).equals(bytesOf(name))).toBe(true)
    for (const form of [name, `${name}.br`, `${name}.gzip`]) expect(bytesOf(form).length).toBeLessThan(MOST)
  })

  it('is known by hashes of its content', () => {
    const hashes = JSON.parse(textOf('hashes.json'))
    expect(Object.keys(hashes).toSorted()).toEqual(names)
    for (const hash of Object.values(hashes)) expect(hash).toMatch(/^[0-9a-f]{16}$/)
  })

  it('asks nobody else for anything', () => {
    const hosts = new Set([...textOf('reference.js').matchAll(/https?:\/\/([\w.-]+\.\w+)/g)].map(([, host]) => host))
    expect([...hosts].toSorted()).toEqual(written)
  })

  it('says whose work it is, and can be read', () => {
    const script = textOf('reference.js')
    expect(script.startsWith('/*!\nThe MIT License (MIT)')).toBe(true)
    expect(script.includes('Redoc.init(')).toBe(true)
    expect(new Function(script)).toBeTypeOf('function')
  })
})

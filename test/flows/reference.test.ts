import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { textOf } from '../docs/repository.ts'
import type { Instance } from './instance.ts'
import { sharedInstance } from './shared-instance.ts'

let instance: Instance
const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${instance.platform.url}${path}`, { headers })

beforeAll(async () => {
  instance = await sharedInstance()
})
afterAll(async () => {
  expect(await instance.end()).toEqual([])
})

describe.each([
  ['/openapi.json', 'docs/openapi.json'],
  ['/sandbox/openapi.json', 'docs/openapi.sandbox.json'],
])('%s', (path, file) => {
  it.each(['br', 'gzip', 'identity'])('is %s as its reader takes it', async (encoding) => {
    const response = await get(path, { 'accept-encoding': encoding })
    expect(response.headers.get('content-encoding')).toBe(encoding === 'identity' ? null : encoding)
    expect(response.headers.get('content-type')).toBe('application/json')
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    // By texts: a difference of 300 KB is nothing to read.
    expect(JSON.stringify(await response.json()) === JSON.stringify(JSON.parse(textOf(file)))).toBe(true)
  })

  it('is not sent again to whoever has it', async () => {
    const { headers } = await get(path)
    const again = await get(path, { 'if-none-match': headers.get('etag') ?? '' })
    expect([again.status, await again.text()]).toEqual([304, ''])
    expect(again.headers.get('etag')).toBe(headers.get('etag'))
  })
})

describe.each(['/reference', '/sandbox/reference'])('%s', (path) => {
  it('is a page whose script is here, whole, and good for ever', async () => {
    const page = await (await get(path)).text()
    const script = /<script src="([^"]*)"/.exec(page)?.[1] ?? ''
    const response = await get(script, { 'accept-encoding': 'gzip' })
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect((await response.text()).includes('Redoc.init(')).toBe(true)
  })
})

describe('a script of another time', () => {
  it.each(['redoc-0000000000000000.js', 'hashes.json', '..%2Findex.mjs'])('%s is none', async (name) => {
    const response = await get(`/reference/${name}`)
    expect(response.status).toBe(404)
    expect(await response.json()).toMatchObject({ code: 'not_found' })
  })
})

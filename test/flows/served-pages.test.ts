import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { consolePaths } from '../../functions/pages/console-paths.ts'
import { pagePaths } from '../../functions/pages/page-paths.ts'
import { sharedInstance } from './shared-instance.ts'

const KB = 1000
const BROWSER = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }

/** What the sandbox alone has beside its pages. */
const PHONE = '/sandbox/phone/phone.js'

const folder = join(inject('assembly'), 'bundles/pages-serve/assets')
const text = (name: string): string => readFileSync(join(folder, name), 'utf8')
const phone = (name: string): string =>
  readFileSync(join(inject('assembly'), 'bundles/pages-phone/assets', name), 'utf8')
const size = (name: string): number => readFileSync(join(folder, name)).length
/** Of the pages of users, or of the console. */
const files = (end: string, whose: 'user' | 'console' = 'user'): string[] =>
  readdirSync(folder).filter((name) => name.endsWith(end) && name.startsWith('console') === (whose === 'console'))
const weigh = (names: readonly string[]): number => names.reduce((sum, name) => sum + size(`${name}.gzip`), 0)

/** The scripts that a page or script names to be there before it runs, and what those name. */
const loadedAtOnce = (named: string, known = new Set<string>()): Set<string> => {
  for (const [, name = ''] of named.matchAll(
    /(?:src="\/assets\/|\bfrom\s*["'`]\.\/|\bimport\s*["'`]\.\/)([\w.-]+\.js)/g,
  )) {
    if (known.has(name)) continue
    known.add(name)
    loadedAtOnce(text(name), known)
  }
  return known
}

describe('what a visitor loads', () => {
  it('at once is at most 120 KB of scripts and 15 KB of style, compressed as older browsers take it', () => {
    const scripts = [...loadedAtOnce(text('index.html'))].filter((name) => name.endsWith('.js'))
    expect(scripts.length).toBeGreaterThan(1)
    expect(weigh(scripts)).toBeLessThanOrEqual(120 * KB)
    expect(weigh(files('.css'))).toBeLessThanOrEqual(15 * KB)
  })

  it('is nothing of the console, and at the console nothing of what users load', () => {
    const ofUsers = [...files('.js'), ...files('.css'), ...files('.html')]
    for (const name of ofUsers) expect(text(name), name).not.toContain('console-')
    const own = [...loadedAtOnce(text('console.html'))]
    expect(own.filter((name) => !name.startsWith('console-'))).toEqual([])
    for (const name of [...files('.js', 'console'), ...files('.html', 'console')]) {
      const named = [...text(name).matchAll(/["'`](?:\.\/|\/?assets\/)([\w.-]+\.(?:js|css))["'`]/g)].map(([, one]) =>
        String(one),
      )
      expect(
        named.filter((one) => !one.startsWith('console-')),
        name,
      ).toEqual([])
    }
  })

  it('at the console is at most 175 KB of scripts and 10 KB of style at once', () => {
    const scripts = [...loadedAtOnce(text('console.html'))]
    expect(scripts.length).toBeGreaterThan(1)
    expect(weigh(scripts)).toBeLessThanOrEqual(175 * KB)
    expect(weigh(files('.css', 'console'))).toBeLessThanOrEqual(10 * KB)
  })

  it('is what React has for production', () => {
    for (const name of [...files('.js'), ...files('.js', 'console')])
      expect(text(name)).not.toMatch(/react\.dev\/link\/|jsxDEV/)
  })

  it('is the same in every form', () => {
    for (const name of readdirSync(folder).filter((name) => /\.(?:js|css|html)$/.test(name))) {
      const plain = readFileSync(join(folder, name))
      const [brotli, gzip] = ['br', 'gzip'].map((form) => readFileSync(join(folder, `${name}.${form}`)))
      // Not by toEqual, which takes seconds for so many bytes.
      expect(brotliDecompressSync(brotli ?? '').equals(plain), `${name}.br`).toBe(true)
      expect(gunzipSync(gzip ?? '').equals(plain), `${name}.gzip`).toBe(true)
    }
  })

  it('is all from here, and nothing in the page needs what its policy forbids', () => {
    for (const name of [...files('.html'), ...files('.html', 'console')]) {
      const html = text(name)
      const addresses = [...html.matchAll(/(?:src|href)="([^"]*)"/g)]
        .map(([, address]) => address)
        .filter((address) => address !== PHONE || name !== 'index.sandbox.html')
      expect(addresses.filter((address) => !/^\/(?:console|assets\/[\w.-]+)?$/.test(String(address)))).toEqual([])
      expect(html).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\bstyle=|\bon\w+=/)
    }
    expect(text('index.html')).toContain('data-stage="production"')
    expect(text('index.sandbox.html')).toContain('data-stage="sandbox"')
    expect(text('console.html')).toContain('data-stage="production"')
    expect(text('console.sandbox.html')).toContain('data-stage="sandbox"')
  })

  it('is nothing of the phone, but in the page of the sandbox', () => {
    const sandbox = text('index.sandbox.html')
    expect(sandbox.indexOf(PHONE)).toBeGreaterThan(0)
    expect(sandbox.indexOf(PHONE)).toBeLessThan(sandbox.indexOf('/assets/index-'))
    for (const name of [...files('.js'), ...files('.css'), 'index.html', 'console.html', 'console.sandbox.html'])
      expect(text(name), name).not.toContain('phone.js')
    // What the phone alone says.
    for (const name of readdirSync(folder)) expect(name).not.toMatch(/phone|cashier/)
    for (const name of files('.js')) expect(text(name), name).not.toContain('模拟手机')
  })

  it('uses nothing that iOS 15 and Chrome 107 have not built in, but for what the boot script brings', () => {
    const newer = [
      /\.(?:toSorted|toReversed|toSpliced|findLast|findLastIndex|isWellFormed|toWellFormed)\(/,
      /\b(?:Map|Object)\.groupBy\(|Promise\.(?:withResolvers|try)\(|Array\.fromAsync\(|structuredClone\(|Iterator\.from/,
      /AbortSignal\.(?:any|timeout)\(|\.showPopover\(|\(\?<[=!]/,
      // The flag v, of a literal and of what is made of texts.
      /new RegExp\([^)]*["'`]\w*v\w*["'`]\)/,
    ]
    const scripts = [...files('.js').map((name) => [name, text(name)]), ['the phone', phone('phone-app.js')]]
    for (const [name, code] of scripts) for (const one of newer) expect(code?.match(one), `${name} ${one}`).toBeNull()
    const boot = files('.js').find((name) => name.startsWith('boot-'))
    for (const brought of ['Object.hasOwn', 'prototype.at', 'URL.canParse', 'crypto.randomUUID'])
      expect(text(String(boot))).toContain(brought)
  })

  it('begins with a script that every browser can read', () => {
    const boot = text(String(files('.js').find((name) => name.startsWith('boot-'))))
    expect(boot).not.toMatch(/=>|\b(?:const|let|class|async)\b|`|\?\.|\?\?/)
  })
})

describe('the pages', () => {
  let url: string
  beforeAll(async () => {
    url = (await sharedInstance()).engine.url
  })
  const get = (path: string, headers: Record<string, string> = BROWSER): Promise<Response> =>
    fetch(`${url}${path}`, { headers })

  it('are the same file under each of their addresses, as the stage has it', async () => {
    for (const path of pagePaths) {
      const answer = await get(path.replace(/\{\w+\}/g, 'x'))
      expect(answer.status, path).toBe(200)
      expect(await answer.text()).toBe(text('index.sandbox.html'))
    }
  })

  it('of operators are another file, under each of theirs', async () => {
    for (const path of consolePaths) {
      const answer = await get(path.replace(/\{\w+\}/g, 'x'))
      expect([answer.status, answer.headers.get('x-robots-tag')], path).toEqual([200, 'noindex, nofollow'])
      expect(await answer.text()).toBe(text('console.sandbox.html'))
    }
    const none = await get('/console/nothing')
    expect([none.status, await none.text()]).toEqual([404, text('console.sandbox.html')])
  })

  it('name the files that their address needs besides, and all of them are there', async () => {
    const linked = async (path: string): Promise<string[]> => {
      const link = (await get(path)).headers.get('link') ?? ''
      return [...link.matchAll(/<([^>]+)>; rel=modulepreload/g)].map(([, file = '']) => file)
    }
    expect(await linked('/sign-in')).toEqual([])
    expect(await linked('/console/refunds')).not.toEqual([])
    const files = new Set([...(await linked('/verify')), ...(await linked('/orders/x'))])
    expect(files.size).toBeGreaterThan(2)
    for (const file of files) expect((await get(file)).status, file).toBe(200)
  })

  it('load files that are kept for ever, each in the form a browser takes', async () => {
    const [, script] = /src="(\/assets\/index-[\w-]+\.js)"/.exec(text('index.html')) ?? []
    for (const encoding of ['br', 'gzip']) {
      const answer = await get(String(script), { 'accept-encoding': encoding })
      expect(answer.headers.get('content-encoding')).toBe(encoding)
      expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
      expect(await answer.text()).toBe(text(String(script).slice('/assets/'.length)))
    }
    const etag = String((await get(String(script))).headers.get('etag'))
    expect((await get(String(script), { 'if-none-match': etag })).status).toBe(304)
  })

  it('have a phone beside them in the sandbox', async () => {
    for (const name of ['phone.js', 'phone-app.js', 'phone.css', 'cashier.css']) {
      const answer = await get(`/sandbox/phone/${name}`)
      expect([answer.status, answer.headers.get('cache-control')], name).toEqual([200, 'no-cache'])
      expect(await answer.text()).toBe(phone(name))
    }
    expect((await get('/sandbox/phone/hashes.json')).status).toBe(404)
  })

  it('are answered under no name of a file that is not theirs', async () => {
    const names = [
      'gone-1.js',
      'index.html',
      'hashes.json',
      '..%2findex.mjs',
      '%2e%2e%2findex.mjs',
      '..%5cindex.mjs',
      'a%00b.js',
    ]
    for (const name of names) {
      const answer = await get(`/assets/${name}`)
      expect([answer.status, answer.headers.get('content-type')], name).toEqual([404, 'application/problem+json'])
    }
  })

  it('say in the page that an address is none, and in a problem to programs', async () => {
    const page = await get('/nothing/at/all')
    expect([page.status, page.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8'])
    const problem = await get('/nothing/at/all', { accept: 'application/json' })
    expect(await problem.json()).toMatchObject({ code: 'route_unknown' })
    expect((await get('/', { accept: 'application/json' })).status).toBe(404)
  })
})

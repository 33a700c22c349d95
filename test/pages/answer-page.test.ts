import { describe, expect, it } from 'vitest'
import type { BuiltFile } from '../../functions/front/answer-file.ts'
import {
  answerAsset,
  answerPage,
  answerPhoneFile,
  answerUnknown,
  type PageDeps,
} from '../../functions/pages/answer-page.ts'
import { pageHeaders } from '../../functions/pages/page-headers.ts'
import { pagePaths } from '../../functions/pages/page-paths.ts'
import type { Answer } from '../../shared/http/answer.ts'
import type { Outcome } from '../../shared/kernel/outcome.ts'

const BROWSER = 'text/html,application/xhtml+xml,*/*;q=0.8'

const built = (hash: string): BuiltFile => ({
  hash,
  read: async (encoding) => Buffer.from(`${hash} in ${encoding}`),
})
const files = new Map(
  ['index-a1.js', 'index-b2.css', 'icon-c3.svg', 'releases.json', 'hashes.json', 'index.html'].map((name) => [
    name,
    built(name),
  ]),
)
const deps: PageDeps = {
  headers: pageHeaders({ uploads: 'https://intake.s3.cn-north-1.amazonaws.com.cn' }),
  page: { user: built('page1'), console: built('console1') },
  file: (name) => files.get(name),
  ahead: { '/orders/{id}': ['assets/order-d4.js', 'assets/money-e5.js'] },
  served: [
    { path: '/', methods: ['GET'] },
    { path: '/v1/account', methods: ['GET'] },
    { path: '/assets/{file}', methods: ['GET'] },
  ],
}

const asked = (path: string, accept: string | undefined, more: Record<string, string> = {}, method = 'GET') => ({
  method,
  path,
  headers: { accept, ...more },
})
const answered = async (outcome: Promise<Outcome<Answer>>): Promise<Answer> => {
  const { ok, ...rest } = await outcome
  if (!ok || !('value' in rest)) throw new Error('refused')
  return rest.value
}
const refusal = async (outcome: Promise<Outcome<Answer>>): Promise<string | undefined> => {
  const ended = await outcome
  return ended.ok ? undefined : ended.refusal.code
}
const text = ({ bytes }: Answer): string => Buffer.from(bytes ?? []).toString()

describe('a page', () => {
  it('comes in the form the browser takes, to be asked for anew each time', async () => {
    const answer = await answered(answerPage(deps, asked('/', BROWSER, { 'accept-encoding': 'gzip, br' })))
    expect(text(answer)).toBe('page1 in br')
    expect(answer.status).toBe(200)
    expect(answer.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-encoding': 'br',
      'cache-control': 'no-cache',
      vary: 'accept, accept-encoding',
    })
  })

  it('is not sent again to whoever has it, whatever form that is', async () => {
    const { headers = {} } = await answered(answerPage(deps, asked('/', BROWSER)))
    const again = await answered(answerPage(deps, asked('/', BROWSER, { 'if-none-match': String(headers.etag) })))
    expect(again).toMatchObject({ status: 304, headers: { etag: headers.etag, 'cache-control': 'no-cache' } })
    expect(again.bytes).toBeUndefined()
  })

  it('names what its address needs besides, known or not', async () => {
    const linked = async (path: string, more: Record<string, string> = {}, method = 'GET') =>
      (await answered(answerPage(deps, asked(path, BROWSER, more, method)))).headers?.link
    const both =
      '</assets/order-d4.js>; rel=modulepreload; fetchpriority=low, </assets/money-e5.js>; rel=modulepreload; fetchpriority=low'
    expect(await linked('/orders/7')).toBe(both)
    expect(await linked('/orders/7', { 'if-none-match': 'W/"page1"' })).toBe(both)
    expect(await linked('/')).toBeUndefined()
    expect(await linked('/orders')).toBeUndefined()
  })

  it('says what browsers must keep to, and lets nothing inline run', async () => {
    const { headers = {} } = await answered(answerPage(deps, asked('/', BROWSER)))
    const policy = String(headers['content-security-policy'])
    expect(policy).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; font-src 'self'; connect-src 'self' https://intake.s3.cn-north-1.amazonaws.com.cn; frame-src 'self' weixin: weixinping:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'",
    )
    expect(headers).toMatchObject({
      'strict-transport-security': 'max-age=31536000',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'permissions-policy': 'camera=(), microphone=(), geolocation=()',
      'cross-origin-opener-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    })
  })

  it('may use the camera where a card is photographed, and nowhere else', async () => {
    const policyOf = async (path: string) =>
      (await answered(answerPage(deps, asked(path, BROWSER)))).headers?.['permissions-policy']
    expect(await policyOf('/document')).toBe('camera=(self), microphone=(), geolocation=()')
    for (const path of pagePaths.filter((one) => one !== '/document').concat('/console' as never))
      expect(await policyOf(path), path).toBe('camera=(), microphone=(), geolocation=()')
  })

  it('is a problem to programs, under the same address', async () => {
    expect(await refusal(answerPage(deps, asked('/', 'application/json')))).toBe('route_unknown')
  })

  it("of the console is another file, in nobody's frame, unknown to search engines, and leads nowhere by its address", async () => {
    for (const path of ['/console', '/console/refunds']) {
      const answer = await answered(answerPage(deps, asked(path, BROWSER)))
      expect(text(answer)).toBe('console1 in identity')
      expect(answer.headers).toMatchObject({
        'content-security-policy':
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; font-src 'self'; connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
        'referrer-policy': 'no-referrer',
        'x-robots-tag': 'noindex, nofollow',
        'strict-transport-security': 'max-age=31536000',
        'x-content-type-options': 'nosniff',
      })
    }
    for (const path of ['/', '/consoles'])
      expect(text(await answered(answerPage(deps, asked(path, BROWSER)))), path).toBe('page1 in identity')
  })
})

describe('a file that pages load', () => {
  it('may be kept for ever, with the type of its name', async () => {
    const types = {
      'index-a1.js': 'text/javascript; charset=utf-8',
      'index-b2.css': 'text/css; charset=utf-8',
      'icon-c3.svg': 'image/svg+xml',
    }
    for (const [name, type] of Object.entries(types)) {
      const { headers } = await answered(answerAsset(deps, name, { 'accept-encoding': 'br' }))
      expect(headers, name).toMatchObject({
        'content-type': type,
        'content-encoding': 'br',
        'cache-control': 'public, max-age=31536000, immutable',
        vary: 'accept-encoding',
        'x-content-type-options': 'nosniff',
      })
    }
  })

  it('comes as it is to whoever takes no other form, and not again to whoever has it', async () => {
    const plain = await answered(answerAsset(deps, 'index-a1.js', {}))
    expect(text(plain)).toBe('index-a1.js in identity')
    expect(plain.headers).not.toHaveProperty('content-encoding')
    const etag = String(plain.headers?.etag)
    expect(await answered(answerAsset(deps, 'index-a1.js', { 'if-none-match': etag }))).toMatchObject({ status: 304 })
  })

  it('that lists releases is asked for anew', async () => {
    const { headers } = await answered(answerAsset(deps, 'releases.json', {}))
    expect(headers).toMatchObject({ 'cache-control': 'no-cache', 'content-type': 'application/json' })
  })

  it('is not found where it is gone, elsewhere or none: never the page', async () => {
    const names = [
      'index-old.js',
      '../index.mjs',
      '..%2findex.mjs',
      'index-a1.js.br',
      'index.html',
      'hashes.json',
      '',
      'toString',
      'constructor.js',
    ]
    for (const name of names)
      expect(await refusal(answerAsset(deps, name, { accept: BROWSER })), name).toBe('not_found')
  })
})

describe('an address that no route serves', () => {
  it('is the page to browsers, not found', async () => {
    const answer = await answered(answerUnknown(deps, asked('/nothing', BROWSER, { 'if-none-match': 'W/"page1"' })))
    expect(answer).toMatchObject({ status: 404, headers: { 'content-type': 'text/html; charset=utf-8' } })
    expect(text(answer)).toBe('page1 in identity')
    const below = await answered(answerUnknown(deps, asked('/console/nothing', BROWSER)))
    expect([below.status, text(below)]).toEqual([404, 'console1 in identity'])
  })

  it('is a problem to programs, and to whoever takes just anything', async () => {
    for (const accept of ['application/json', '*/*', undefined])
      expect(await refusal(answerUnknown(deps, asked('/nothing', accept)))).toBe('route_unknown')
  })

  it('says which methods it has where it has others', async () => {
    expect(await refusal(answerUnknown(deps, asked('/v1/account', BROWSER, {}, 'POST')))).toBe('method_not_allowed')
    expect(await refusal(answerUnknown(deps, asked('/nothing', BROWSER, {}, 'POST')))).toBe('route_unknown')
  })

  it('answers HEAD for a page as GET', async () => {
    expect(await answered(answerUnknown(deps, asked('/account', BROWSER, {}, 'HEAD')))).toMatchObject({ status: 200 })
  })
})

describe('a file of the phone', () => {
  const file = (name: string) => files.get(name)

  it('has one name for ever, so it is asked for anew each time', async () => {
    const { headers = {} } = await answered(answerPhoneFile(file, 'index-a1.js', {}))
    expect(headers).toMatchObject({ 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-cache' })
    const again = await answered(answerPhoneFile(file, 'index-a1.js', { 'if-none-match': String(headers.etag) }))
    expect(again.status).toBe(304)
  })

  it.each(['gone.js', 'hashes.json', 'index.html', '__proto__'])('is not %s', async (name) => {
    expect(await refusal(answerPhoneFile(file, name, {}))).toBe('not_found')
  })
})

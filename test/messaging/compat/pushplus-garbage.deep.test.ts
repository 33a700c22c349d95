import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pushplusSend } from '../../../functions/messaging/compat/send-pushplus.ts'
import { type Person, person, sending, type World, world } from '../fixture.ts'
import { gateway } from './gateway.ts'

/** The official table without 500, which no input may cause. */
const CODES = [200, 302, 401, 403, 600, 805, 888, 900, 903, 905, 999]

const NAMES = [
  'token',
  'title',
  'content',
  'topic',
  'template',
  'channel',
  'option',
  'webhook',
  'timestamp',
  'to',
  'pre',
]
const TYPES = [
  'application/json',
  'application/json;charset=gbk',
  'application/x-www-form-urlencoded',
  'text/plain',
  'multipart/form-data; boundary=x',
  '',
  ';;;',
]

const at: World = world(sending({ perDay: 10_000, perMinute: 10_000, sameContentPerHour: 10_000 }))
let people: Person[] = []
let server: Awaited<ReturnType<typeof gateway>>
beforeAll(async () => {
  people = [await person(at), await person(at, { verified: false }), await person(at, { bannedAt: 1 })]
  server = await gateway(at)
})
afterAll(() => server.close())

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string(),
  fc.constantFrom('html', 'json', 'wechat', 'webhook', '1', '{', '\ud800', '\u0000', '__proto__'),
)
const token = fc.nat(3).map((index) => people[index]?.token ?? 'none')
const value = fc.oneof(text, fc.jsonValue(), token)
const fields = fc.dictionary(fc.oneof(fc.constantFrom(...NAMES), fc.string()), value)
const body = fc.oneof(
  fields.map((some) => Buffer.from(JSON.stringify(some))),
  fields.map((some) => Buffer.from(JSON.stringify(some)).subarray(0, -3)),
  fc.dictionary(fc.constantFrom(...NAMES), fc.string()).map((some) => Buffer.from(String(new URLSearchParams(some)))),
  fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
)
const call = fc.record({
  method: fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'TRACE'),
  path: fc.oneof(
    fc.constant('/send'),
    token.map((one) => `/send/${one}`),
    fc.webPath().map((path) => `/send/${path}`),
  ),
  rawQuery: fc.oneof(
    fc.webQueryParameters(),
    token.map((one) => `token=${one}&template=txt`),
  ),
  rawBody: body,
  contentType: fc.option(fc.constantFrom(...TYPES), { nil: undefined }),
})

describe('P13 whatever comes to /send', () => {
  it('gets a code of the table, a text, and a string only on success', async () => {
    const seen = new Map<number, number>()
    const fault = (error: unknown) => {
      throw error
    }
    await fc.assert(
      fc.asyncProperty(call, async (request) => {
        const answer = await pushplusSend({ ...at, fault }, request)
        expect(CODES).toContain(answer.code)
        expect(answer.msg).not.toBe('')
        expect(answer.data).toEqual(answer.code === 200 ? expect.stringMatching(/^[0-9a-f]{32}$/) : null)
        expect(Object.keys(answer)).toEqual(['code', 'msg', 'data'])
        seen.set(answer.code, (seen.get(answer.code) ?? 0) + 1)
      }),
      { numRuns: 800 },
    )
    for (const code of [200, 900, 903, 905, 999]) expect(seen.get(code) ?? 0).toBeGreaterThan(0)
  })

  it('gets HTTP 200 and JSON', async () => {
    await fc.assert(
      fc.asyncProperty(call, async ({ method, path, rawQuery, rawBody, contentType }) => {
        if (method === 'TRACE') return
        const address = new URL(server.url)
        address.pathname = path
        const response = await fetch(`${address}?${rawQuery}`, {
          method,
          body: method === 'GET' ? undefined : new Uint8Array(rawBody),
          headers: contentType ? { 'content-type': contentType } : {},
        })
        expect(response.status).toBe(200)
        expect(await response.json()).toMatchObject({ code: expect.toSatisfy((code) => CODES.includes(code)) })
      }),
      { numRuns: 150 },
    )
    expect(server.faults).toEqual([])
  })
})

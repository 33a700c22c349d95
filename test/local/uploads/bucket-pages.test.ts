import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Instance, instance } from '../fixture/instance.ts'
import { BUCKET, bytes, LEAST, postingTo, refusal } from './posting.ts'

let local: Instance
let to: ReturnType<typeof postingTo>
beforeAll(async () => {
  local = await instance()
  to = postingTo(local)
})
afterAll(async () => {
  await local.stop()
  expect(local.faults).toEqual([])
})

describe('a bucket', () => {
  it.each([
    ['GET', ''],
    ['GET', '?list-type=2'],
    ['PUT', ''],
    ['DELETE', ''],
  ])('lets nobody from outside do anything else: %s %s', async (method, query) => {
    const answer = await fetch(`${local.engine.url}/_s3/${BUCKET}${query}`, { method })
    expect(refusal({ status: answer.status, text: await answer.text() })).toBe('403 AccessDenied: Access Denied')
  })

  it('shows nobody a file of it', async () => {
    await to.post(await to.allowed('in/closed'))
    const answer = await fetch(`${local.engine.url}/_s3/${BUCKET}/in/closed`)
    expect([answer.status, await answer.text()]).toEqual([404, expect.stringContaining('<Code>NoSuchBucket</Code>')])
    expect(await to.found('in/closed')).toMatchObject({ size: LEAST })
  })

  it('that is not there is said to be not there', async () => {
    const { fields } = await to.allowed('in/nowhere')
    const answer = await to.post({ url: `${local.engine.url}/_s3/nowhere`, fields })
    expect(refusal(answer)).toBe('404 NoSuchBucket: The specified bucket does not exist')
  })
})

describe('pages', () => {
  const preflight = (headers: Record<string, string>) =>
    fetch(`${local.engine.url}/_s3/${BUCKET}`, { method: 'OPTIONS', headers })
  const asking = (origin: string, more: Record<string, string> = {}) => ({
    origin,
    'access-control-request-method': 'POST',
    ...more,
  })
  const NAMED = 'https://pages.example.cn'

  it('of the engine itself, and of origins the template names, are let in before they post', async () => {
    for (const origin of [local.engine.url, NAMED]) {
      const answer = await preflight(asking(origin, { 'access-control-request-headers': 'Content-Type' }))
      expect([answer.status, Object.fromEntries(answer.headers)]).toEqual([
        200,
        expect.objectContaining({
          'access-control-allow-origin': origin,
          'access-control-allow-methods': 'POST',
          'access-control-allow-headers': 'content-type',
          'access-control-max-age': '600',
          vary: 'Origin, Access-Control-Request-Headers, Access-Control-Request-Method',
        }),
      ])
    }
  })

  it.each([
    ['another origin', asking('https://example.com')],
    ['the address the templates were made with', asking('http://synthesized.example:4000')],
    ['another method', asking(NAMED, { 'access-control-request-method': 'PUT' })],
    ['another header', asking(NAMED, { 'access-control-request-headers': 'content-type, x-amz-acl' })],
    ['no question', { origin: NAMED }],
  ])('are refused: %s', async (_what, headers) => {
    const answer = await preflight(headers)
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([403, null])
    expect(await answer.text()).toContain('<Code>AccessForbidden</Code>')
  })

  it('are shown the answer, a refusal as well, where they may post', async () => {
    const origin = local.engine.url
    const allowed = await to.allowed('in/shown')
    const taken = await to.post(allowed, bytes(LEAST), { origin })
    expect([taken.status, taken.headers.get('access-control-allow-origin')]).toEqual([204, origin])
    expect(taken.headers.get('access-control-expose-headers')).toBe('ETag')
    const refused = await to.post(allowed, bytes(1), { origin })
    expect([refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([400, origin])
    // As on AWS: the file is taken, and the page is not told.
    const elsewhere = await to.post(allowed, bytes(LEAST), { origin: 'https://example.com' })
    expect([elsewhere.status, elsewhere.headers.get('access-control-allow-origin')]).toEqual([204, null])
  })
})

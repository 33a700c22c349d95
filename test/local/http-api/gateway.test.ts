import { request } from 'node:http'
import { networkInterfaces } from 'node:os'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Instance, instance } from '../fixture/instance.ts'

let local: Instance
beforeAll(async () => {
  local = await instance()
})
afterAll(async () => {
  await local.stop()
})

const post = (body: string | Uint8Array<ArrayBuffer>, contentType?: string) =>
  local.get('/echo', { method: 'POST', body, ...(contentType && { headers: { 'content-type': contentType } }) })

/** Headers several times under one name, which `fetch` cannot send. */
const withRawHeaders = (path: string, headers: string[]): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const outgoing = request(local.engine.url + path, { method: 'PUT', headers, agent: false }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('end', () => resolve(JSON.parse(Buffer.concat(parts).toString())))
    })
    outgoing.on('error', reject)
    outgoing.end()
  })

describe('the event a function gets', () => {
  it('has the form of payload format 2.0', async () => {
    const headers = [
      'Host',
      'example.com',
      'X-Several',
      'a',
      'x-several',
      'b',
      'Cookie',
      'one=1; two=2',
      'User-Agent',
      'me',
    ]
    const event = await withRawHeaders('/items/a%2Fb%20c/parts/%E5%AE%9E?q=1&q=2+x&r=', headers)
    expect(event).toEqual({
      version: '2.0',
      routeKey: 'PUT /items/{id}/parts/{part}',
      rawPath: '/items/a/b c/parts/实',
      rawQueryString: 'q=1&q=2+x&r=',
      cookies: ['one=1', 'two=2'],
      headers: {
        host: 'example.com',
        'x-several': 'a,b',
        'user-agent': 'me',
        'content-length': '0',
        'x-forwarded-for': '198.51.100.1',
        'x-forwarded-proto': 'http',
        'x-forwarded-port': new URL(local.engine.url).port,
        'x-amzn-trace-id': expect.stringMatching(/^Root=1-[0-9a-f]{8}-[0-9a-f]{24}$/),
      },
      queryStringParameters: { q: '1,2 x', r: '' },
      requestContext: {
        accountId: '000000000000',
        apiId: 'local',
        domainName: new URL(local.engine.url).host,
        domainPrefix: '127',
        http: {
          method: 'PUT',
          path: '/items/a/b c/parts/实',
          protocol: 'HTTP/1.1',
          sourceIp: '198.51.100.1',
          userAgent: 'me',
        },
        requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        routeKey: 'PUT /items/{id}/parts/{part}',
        stage: '$default',
        time: expect.stringMatching(/^\d\d\/[A-Z][a-z]{2}\/\d{4}:\d\d:\d\d:\d\d \+0000$/),
        timeEpoch: expect.any(Number),
      },
      pathParameters: { id: 'a/b c', part: '实' },
      isBase64Encoded: false,
    })
  })

  it('says where a request came from, and lets a test say it', async () => {
    const own = await local.get('/echo', {
      headers: { 'x-forwarded-for': '203.0.113.9', 'x-shiming-source-ip': '198.51.100.7' },
    })
    expect(own.json()).toMatchObject({
      headers: { 'x-forwarded-for': '203.0.113.9, 198.51.100.7' },
      requestContext: { http: { sourceIp: '198.51.100.7' } },
    })
    expect(own.text).not.toContain('x-shiming-source-ip')
    const nonsense = await local.get('/echo', { headers: { 'x-shiming-source-ip': 'me' } })
    expect(nonsense.json()).toMatchObject({ requestContext: { http: { sourceIp: '198.51.100.1' } } })
  })

  it.each(['application/json', 'text/plain; charset=utf-8', 'Application/XML', 'application/javascript'])(
    'carries %s as text',
    async (type) => {
      expect((await post('{"实":1}', type)).json()).toMatchObject({ body: '{"实":1}', isBase64Encoded: false })
    },
  )

  it.each([
    'application/x-www-form-urlencoded',
    'application/octet-stream',
    'multipart/form-data; boundary=x',
    'application/problem+json',
  ])('carries %s as base64', async (type) => {
    expect((await post('a=实', type)).json()).toMatchObject({
      body: Buffer.from('a=实').toString('base64'),
      isBase64Encoded: true,
    })
  })

  it('carries a body without a type as base64', async () => {
    const untyped = await post(new Uint8Array([0xff, 0x00]))
    expect(untyped.json()).toMatchObject({ body: '/wA=', isBase64Encoded: true })
  })
})

describe('the answer a caller gets', () => {
  it('takes cookies, headers and base64 from the function', async () => {
    const cookies = await local.get('/echo?as=cookies')
    expect([cookies.status, cookies.text, cookies.headers.getSetCookie()]).toEqual([201, '<p>', ['a=1', 'b=2']])
    expect(cookies.headers.get('x-own')).toBe('yes')
    const binary = await fetch(`${local.engine.url}/echo?as=binary`)
    expect([...(await binary.bytes())]).toEqual([0, 1, 2, 255])
  })

  it('makes a body of whatever a function returns', async () => {
    const text = await local.get('/echo?as=text')
    expect([text.status, text.headers.get('content-type'), text.text]).toEqual([200, 'application/json', 'plain text'])
    expect((await local.get('/echo?as=nothing')).text).toBe('null')
    expect((await local.get('/echo?as=bare')).headers.get('content-type')).toBe('text/plain;charset=utf-8')
  })

  it('says how many milliseconds of a core the function took', async () => {
    const timing = async (path: string) => (await local.get(path)).headers.get('server-timing')
    expect(await timing('/echo')).toMatch(/^cpu;dur=\d+\.\d$/)
    expect(Number((await timing('/echo?as=busy'))?.slice('cpu;dur='.length))).toBeGreaterThanOrEqual(50)
    expect(await timing('/nowhere')).toBeNull()
  })

  it.each(['throw', 'wrong', 'exit', 'large'])('is 500 when the function fails: %s', async (as) => {
    const answer = await local.get(`/echo?as=${as}`)
    expect([answer.status, answer.text]).toEqual([500, '{"message":"Internal Server Error"}'])
  })

  it('is 404 without a route and 400 for a malformed path', async () => {
    const missing = await local.get('/nowhere')
    expect([missing.status, missing.text]).toEqual([404, '{"message":"Not Found"}'])
    expect((await local.get('/echo', { method: 'DELETE' })).status).toBe(404)
    expect((await local.get('/echo/%E5%AE')).status).toBe(400)
  })

  it('is 503 when the function takes longer than the route waits', async () => {
    await local.get('/frozen')
    const answer = await local.get('/hasty?ms=400')
    expect([answer.status, answer.text]).toEqual([503, '{"message":"Service Unavailable"}'])
  })

  it('is 413 for more than 10 MB, and the connection is of use afterwards', async () => {
    const answer = await post('x'.repeat(10 * 1024 * 1024 + 1), 'text/plain')
    expect([answer.status, answer.text]).toEqual([413, '{"message":"Request Entity Too Large"}'])
    expect((await post('x', 'text/plain')).status).toBe(200)
  })
})

describe('who can reach it', () => {
  const outside = Object.values(networkInterfaces())
    .flat()
    .filter((face) => face?.family === 'IPv4' && !face.internal)

  it.runIf(outside.length > 0)('nobody on another machine', async () => {
    const { port } = new URL(local.engine.url)
    await expect(fetch(`http://${outside[0]?.address}:${port}/echo`)).rejects.toThrow()
  })

  it('logs no faults of the engine', () => {
    expect(local.faults).toEqual([])
  })
})

describe('pages of another origin', () => {
  const asking = (origin: string) => ({
    method: 'OPTIONS',
    headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization' },
  })

  it('are told before they call what they may', async () => {
    const { status, headers } = await local.get('/echo', asking('https://app.example.cn'))
    expect([status, headers.get('access-control-allow-origin')]).toEqual([204, 'https://app.example.cn'])
    expect(headers.get('access-control-allow-methods')).toBe('GET,POST')
    expect(headers.get('access-control-allow-headers')).toBe('authorization')
    expect(headers.get('access-control-max-age')).toBe('3600')
    expect(headers.get('access-control-allow-credentials')).toBeNull()
  })

  it('may read an answer if they are named, and no other may', async () => {
    const origins = ['https://app.example.cn', 'https://app.example.cn.evil.example', 'null']
    const told = async (origin: string) =>
      (await local.get('/echo', { headers: { origin } })).headers.get('access-control-allow-origin')
    expect(await Promise.all(origins.map(told))).toEqual(['https://app.example.cn', null, null])
    expect(
      (await local.get('/echo', asking('https://evil.example'))).headers.get('access-control-allow-origin'),
    ).toBeNull()
  })
})

import type { LookupFunction } from 'node:net'
import { afterAll, describe, expect, it } from 'vitest'
import { type OutgoingLimits, type OutgoingRequest, outgoing, type Reply } from '../../../shared/http/outgoing.ts'
import { closeFarSides, deadPort, farSide, silentSide } from './far-side.ts'

afterAll(closeFarSides)

const limits: OutgoingLimits = { connectMs: 2000, totalMs: 3000, maxBytes: 1000 }
const OK = 'HTTP/1.1 200 OK\r\ncontent-length: 2\r\nx-a: 1\r\n\r\nhi'

const send = (port: number, more: Partial<OutgoingRequest> = {}, less: Partial<OutgoingLimits> = {}): Promise<Reply> =>
  outgoing({ ...limits, ...less })({
    method: 'POST',
    url: `http://127.0.0.1:${port}/x`,
    headers: {},
    body: '{}',
    ...more,
  })

/** Refuses every address, as a guard against private ones does. */
const refusing: LookupFunction = (_, _options, answer) =>
  answer(Object.assign(new Error('refused'), { code: 'ADDRESS_REFUSED' }), '')

describe('an answer', () => {
  it('comes with status, headers and the exact bytes', async () => {
    const { port } = await farSide((socket) => socket.end(OK))
    expect(await send(port)).toEqual({
      kind: 'answered',
      status: 200,
      headers: { 'content-length': '2', 'x-a': '1' },
      body: Buffer.from('hi'),
    })
  })
  it('is made to the request exactly as it was given, in bytes', async () => {
    const { port, requests } = await farSide((socket) => socket.end(OK))
    await send(port, {
      method: 'PUT',
      url: `http://127.0.0.1:${port}/a?b=%20c`,
      headers: { 'X-Sign': 'abc' },
      body: '张',
    })
    expect(requests[0]).toMatch(/^PUT \/a\?b=%20c HTTP\/1\.1\r\n/)
    expect(requests[0]).toContain('X-Sign: abc\r\n')
    expect(requests[0]).toContain('content-length: 3\r\n')
    expect(requests[0]?.endsWith(`\r\n\r\n${Buffer.from('张').toString('latin1')}`)).toBe(true)
  })
  it('is made to a request without a body too', async () => {
    const { port, requests } = await farSide((socket) => socket.end(OK))
    expect((await send(port, { method: 'GET', body: undefined })).kind).toBe('answered')
    expect(requests[0]).not.toMatch(/content-length|transfer-encoding/i)
  })
  it.each([301, 302, 307, 308])('that is a redirect is not followed: %d', async (status) => {
    const elsewhere = await farSide((socket) => socket.end(OK))
    const { port } = await farSide((socket) =>
      socket.end(
        `HTTP/1.1 ${status} Moved\r\nlocation: http://127.0.0.1:${elsewhere.port}/\r\ncontent-length: 0\r\n\r\n`,
      ),
    )
    expect(await send(port)).toMatchObject({ kind: 'answered', status })
    expect(elsewhere.connections()).toBe(0)
  })
  it.each([400, 404, 500, 503])('that is a failure is an answer all the same: %d', async (status) => {
    const { port } = await farSide((socket) => socket.end(`HTTP/1.1 ${status} No\r\ncontent-length: 0\r\n\r\n`))
    expect(await send(port)).toMatchObject({ kind: 'answered', status })
  })
  it('comes over a fresh connection each time, even where the other side would keep it', async () => {
    const far = await farSide((socket) => socket.write(OK))
    for (let n = 0; n < 3; n += 1) expect((await send(far.port)).kind).toBe('answered')
    expect(far.connections()).toBe(3)
  })
  it('may take longer than a connection may', async () => {
    const { port } = await farSide((socket) => void setTimeout(() => socket.end(OK), 250))
    expect((await send(port, {}, { connectMs: 150 })).kind).toBe('answered')
  })
  it('may have exactly the largest size', async () => {
    const { port } = await farSide((socket) => socket.end(`HTTP/1.1 200 OK\r\n\r\n${'a'.repeat(1000)}`))
    const reply = await send(port)
    expect(reply.kind === 'answered' && reply.body.length).toBe(1000)
  })
})

describe('P6 not sent: proven not to have arrived', () => {
  it('connection refused', async () => {
    expect(await send(await deadPort())).toEqual({ kind: 'not_sent', reason: 'ECONNREFUSED' })
  })
  it('name not found', async () => {
    const lookup: LookupFunction = (_, _options, answer) =>
      answer(Object.assign(new Error(), { code: 'ENOTFOUND' }), '')
    const reply = await send(1, { url: 'http://nobody.invalid/' }, { lookup })
    expect(reply).toEqual({ kind: 'not_sent', reason: 'ENOTFOUND' })
  })
  it('name not found in time', async () => {
    const reply = await send(1, { url: 'http://slow.invalid/' }, { lookup: () => {}, connectMs: 30 })
    expect(reply).toEqual({ kind: 'not_sent', reason: 'connect_timeout' })
  })
  it.each([
    'http://name.invalid',
    'https://name.invalid',
    'http://127.0.0.1',
    'https://127.0.0.1',
    'http://[::1]',
    'http://2130706433',
    'http://0x7f.1',
  ])('address refused in the lookup, also when it is written as a number: %s', async (origin) => {
    const far = await silentSide()
    const reply = await send(far.port, { url: `${origin}:${far.port}/` }, { lookup: refusing })
    expect(reply).toEqual({ kind: 'not_sent', reason: 'ADDRESS_REFUSED' })
    expect(far.connections()).toBe(0)
  })
  it('the other side does not speak TLS', async () => {
    const far = await farSide(() => {}, { greeting: OK })
    const reply = await send(far.port, { url: `https://127.0.0.1:${far.port}/` })
    expect(reply).toMatchObject({ kind: 'not_sent', reason: expect.stringMatching(/^ERR_SSL|^EPROTO/) })
    expect([far.connections(), far.requests]).toEqual([1, []])
  })
  it('the handshake does not end in time', async () => {
    const far = await silentSide()
    const reply = await send(far.port, { url: `https://127.0.0.1:${far.port}/` }, { connectMs: 50 })
    expect(reply).toEqual({ kind: 'not_sent', reason: 'connect_timeout' })
    expect(far.connections()).toBe(1)
  })
})

describe('P6 unknown: it may have been executed', () => {
  it.each<[string, string, Parameters<typeof farSide>[0]]>([
    ['no answer', 'timeout', () => {}],
    ['half an answer head', 'timeout', (socket) => socket.write('HTTP/1.1 200 OK\r\n')],
    ['half a body', 'timeout', (socket) => socket.write('HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nhi')],
    ['a connection reset after the request', 'ECONNRESET', (socket) => socket.resetAndDestroy()],
    ['a connection closed after the request', 'ECONNRESET', (socket) => socket.end()],
    [
      'a body that breaks off',
      'answer_broken',
      (socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nhi'),
    ],
    [
      'a reset within the body',
      'ECONNRESET',
      (socket) => {
        socket.write('HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nhi', () =>
          setTimeout(() => socket.resetAndDestroy(), 20),
        )
      },
    ],
    [
      'chunks without an end',
      'answer_broken',
      (socket) => socket.end('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n2\r\nhi\r\n'),
    ],
    ['what is not HTTP', 'HPE_INVALID_CONSTANT', (socket) => socket.end('SSH-2.0-x\r\n')],
    ['too much', 'answer_too_large', (socket) => socket.end(`HTTP/1.1 200 OK\r\n\r\n${'a'.repeat(1001)}`)],
    [
      'a head too large',
      'HPE_HEADER_OVERFLOW',
      (socket) => socket.end(`HTTP/1.1 200 OK\r\nx: ${'a'.repeat(20_000)}\r\n\r\n`),
    ],
    [
      'a switch to another protocol',
      'connection_closed',
      (socket) => socket.write('HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n'),
    ],
  ])('%s', async (_, reason, behave) => {
    const far = await farSide(behave)
    const less = reason === 'timeout' ? { totalMs: 200 } : {}
    expect(await send(far.port, {}, less)).toEqual({ kind: 'unknown', reason })
    expect(far.requests).toHaveLength(1)
  })
  it('an answer that comes drop by drop ends at the total time, not later', async () => {
    const { port } = await farSide((socket) => {
      socket.write('HTTP/1.1 200 OK\r\ncontent-length: 900\r\n\r\n')
      const drip = setInterval(() => socket.write('.'), 20)
      socket.on('close', () => clearInterval(drip))
    })
    const started = performance.now()
    expect(await send(port, {}, { totalMs: 200 })).toEqual({ kind: 'unknown', reason: 'timeout' })
    // All of it would take 18 s.
    expect(performance.now() - started).toBeLessThan(10_000)
  })
  it('an endless answer is cut off, not collected', async () => {
    let closed = false
    const { port } = await farSide((socket) => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n')
      const pour = (broken?: Error | null): void => {
        if (!broken) socket.write('a'.repeat(65_536), pour)
      }
      pour()
      socket.on('close', () => {
        closed = true
      })
    })
    expect(await send(port)).toEqual({ kind: 'unknown', reason: 'answer_too_large' })
    await expect.poll(() => closed).toBe(true)
  })
})

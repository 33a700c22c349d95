import { createHmac, randomBytes } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import { Webhook } from 'standardwebhooks'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Target } from '../../../functions/messaging/channels/message-channel.ts'
import { webhookChannel } from '../../../functions/messaging/channels/webhook-channel.ts'
import { accepted, type Message } from '../../../functions/messaging/sending/message.ts'
import { attemptOf } from '../../../functions/outgoing/reply.ts'
import { settingsOf } from '../../../functions/settings.ts'
import { HOUR, MINUTE, rfc3339, SECOND } from '../../../shared/kernel/time.ts'
import { NOON } from '../fixture.ts'
import { type Received, receiver } from './receiver.ts'

const freshSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`

const ID = '01980000000070008000000000000001'
const draft = { title: '磁盘', content: 'disk "full" 𠮷', template: 'txt', channel: 'webhook', option: 'ops' } as const
const message: Message = accepted(draft, '01980000000070008000000000000000', ID, NOON - MINUTE)

const open: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const one of open.splice(0)) await one.close()
})

const listening = async (answer: (response: ServerResponse, received: Received) => void) => {
  const server = await receiver(answer)
  open.push(server)
  const deliveries = {
    ...settingsOf('sandbox', undefined).deliveries,
    connectMs: 500,
    totalMs: 300,
    localTargets: [server.host],
  }
  const secret = freshSecret()
  const target: Target = { url: `http://${server.host}/in`, secrets: [secret] }
  const post = (settings: Partial<Target> = {}) => webhookChannel(deliveries)({ ...target, ...settings }, message, NOON)
  return { server, secret, post }
}

const status =
  (code: number, headers: Record<string, string> = {}) =>
  (response: ServerResponse) => {
    response.writeHead(code, headers).end('thanks')
  }

describe('P13 webhook happy: signed by Standard Webhooks', () => {
  // The library's verifier looks at the clock of the machine.
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'], now: NOON })
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  const headersOf = ({ headers }: Received): Record<string, string> =>
    Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]))

  it('the library verifies what arrives, and so does the formula of the specification', async () => {
    const { server, secret, post } = await listening(status(204))
    expect(await post()).toEqual({ kind: 'taken' })
    const [got] = server.received
    if (!got) throw new Error('nothing arrived')
    const data = { id: ID, title: '磁盘', content: 'disk "full" 𠮷', template: 'txt' }
    expect(new Webhook(secret).verify(got.body, headersOf(got))).toEqual({
      type: 'message',
      timestamp: rfc3339(NOON - MINUTE),
      data,
    })
    expect(got).toMatchObject({ method: 'POST', url: '/in' })
    expect(got.headers).toMatchObject({
      'content-type': 'application/json',
      'webhook-id': ID,
      'webhook-timestamp': String(Math.floor(NOON / SECOND)),
    })
    const key = Buffer.from(secret.slice('whsec_'.length), 'base64')
    const signed = `${ID}.${Math.floor(NOON / SECOND)}.${got.body}`
    expect(got.headers['webhook-signature']).toBe(`v1,${createHmac('sha256', key).update(signed).digest('base64')}`)
  })

  it('of two secrets each verifies, and no other', async () => {
    const { server, post } = await listening(status(200))
    const secrets = [freshSecret(), freshSecret()]
    await post({ secrets })
    const [got] = server.received
    if (!got) throw new Error('nothing arrived')
    for (const secret of secrets)
      expect(new Webhook(secret).verify(got.body, headersOf(got))).toHaveProperty('type', 'message')
    expect(() => new Webhook(freshSecret()).verify(got.body, headersOf(got))).toThrow('No matching signature')
  })

  it.each([200, 201, 202, 204, 299])('%i is taken', async (code) => {
    const { post } = await listening(status(code))
    expect(await post()).toEqual({ kind: 'taken' })
  })
})

describe('P13 webhook refused', () => {
  it.each([
    [410, { kind: 'refused', reason: 'gone' }],
    [400, { kind: 'later', reason: 'not_accepted' }],
    [404, { kind: 'later', reason: 'not_accepted' }],
    [500, { kind: 'later', reason: 'not_accepted' }],
  ])('%i', async (code, attempt) => {
    const { post } = await listening(status(code))
    expect(await post()).toEqual(attempt)
  })

  it.each([
    ['120', NOON + 2 * MINUTE],
    [new Date(NOON + HOUR).toUTCString(), NOON + HOUR],
    ['soon', undefined],
    ['', undefined],
  ])('429 with Retry-After %j', (header, retryAt) => {
    const reply = { kind: 'answered', status: 429, headers: { 'retry-after': header }, body: Buffer.alloc(0) } as const
    expect(attemptOf(reply, NOON)).toEqual({ kind: 'later', reason: 'not_accepted', retryAt })
  })

  it('a closed port and a receiver that says nothing are tried again', async () => {
    const { server, post } = await listening(() => undefined)
    expect(await post()).toEqual({ kind: 'later', reason: 'unreachable' })
    await server.close()
    expect(await post()).toEqual({ kind: 'later', reason: 'unreachable' })
  })
})

describe('P13 webhook hostile', () => {
  it('a redirect is not followed', async () => {
    const { server, post } = await listening((response, { url }) =>
      status(url === '/in' ? 302 : 200, { location: `http://${server.host}/elsewhere` })(response),
    )
    expect(await post()).toEqual({ kind: 'later', reason: 'not_accepted', retryAt: undefined })
    expect(server.received.map(({ url }) => url)).toEqual(['/in'])
  })

  it('an endless answer is cut off', async () => {
    const { post } = await listening((response) => {
      response.writeHead(200)
      const more = () => response.write(Buffer.alloc(100_000), more)
      more()
    })
    expect(await post()).toEqual({ kind: 'later', reason: 'unreachable' })
  })

  it('a name that leads to this machine is never connected to, whatever it led to when it was saved', async () => {
    const server = await receiver(status(200))
    open.push(server)
    const port = server.host.split(':')[1]
    const deliveries = { ...settingsOf('sandbox', undefined).deliveries, ports: ['443', String(port)] }
    const channel = webhookChannel(deliveries, (_name, _options, done) =>
      done(null, [{ address: '127.0.0.1', family: 4 }]),
    )
    const to = (url: string) => channel({ url, secrets: [freshSecret()] }, message, NOON)
    expect(await to(`https://rebound.example.com:${port}/`)).toEqual({ kind: 'refused', reason: 'target_refused' })
    for (const url of [`https://127.0.0.1:${port}/`, `https://[::1]:${port}/`, `http://127.0.0.1:${port}/`, 'x'])
      expect(await to(url)).toEqual({ kind: 'refused', reason: 'target_refused' })
    expect(server.received).toEqual([])
  })

  it('a local target is that host and port only: its neighbour is refused', async () => {
    const { server, post } = await listening(status(200))
    const neighbour = Number(server.host.split(':')[1]) + 1
    expect(await post({ url: `http://127.0.0.1:${neighbour}/` })).toEqual({ kind: 'refused', reason: 'target_refused' })
    expect(await post({ url: `http://localhost:${server.host.split(':')[1]}/` })).toMatchObject({ kind: 'refused' })
  })
})

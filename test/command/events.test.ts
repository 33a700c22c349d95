import { generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { Webhook } from 'standardwebhooks'
import { afterEach, describe, expect, it } from 'vitest'
import { problem, type StandIn, startStandIn } from './stand-in.ts'
import { typed } from './typed.ts'

const secret = `whsec_${randomBytes(32).toString('base64')}`
const pair = generateKeyPairSync('ed25519')
const raw = pair.publicKey.export({ type: 'spki', format: 'der' }).subarray(-32)
const publicKey = `whpk_${raw.toString('base64')}`

const ID = 'a'.repeat(32)

const event = (id: string, more: object = {}) => ({
  id,
  type: 'verification.verified',
  timestamp: '2026-12-01T00:00:00.000Z',
  sequence: 7,
  subject: { kind: 'account', id: ID },
  account: { id: ID, externalId: 'user-1' },
  data: { verificationId: ID, method: 'three_factors' },
  ...more,
})

/** A delivery as the service signs it: with the package for a secret, and with Node's own ed25519 for a key pair. */
const delivery = (body: string, id: string, { at = new Date(), by = secret, alone = false } = {}) => {
  const seconds = Math.floor(at.getTime() / 1000)
  const asymmetric = sign(null, Buffer.from(`${id}.${seconds}.${body}`), pair.privateKey).toString('base64')
  const symmetric = new Webhook(by).sign(id, new Date(seconds * 1000), body)
  return {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'user-agent': 'Shiming-Webhook/1',
      'webhook-id': id,
      'webhook-timestamp': String(seconds),
      'webhook-signature': alone ? symmetric : `${symmetric} v1a,${asymmetric}`,
    },
    body,
  }
}

type Sending = (body: { id: string }, how?: Parameters<typeof delivery>[2]) => Promise<number>

/** Runs `events listen`, sends to it once it listens, and ends it. */
const listening = async (
  args: readonly string[],
  send: (to: Sending) => Promise<void>,
  env: NodeJS.ProcessEnv = {},
) => {
  const over = new AbortController()
  const { promise: at, resolve } = Promise.withResolvers<string | undefined>()
  const told = (text: string): void => {
    const found = /^receives at (http:\S+?)[,;]/.exec(text)?.[1]
    if (found) resolve(found)
  }
  const running = typed(['events', 'listen', '--port', '0', ...args], { env, stopped: over.signal, told })
  void running.then(() => resolve(undefined))
  const address = await at
  if (address)
    await send(async (body, how) => (await fetch(address, delivery(JSON.stringify(body), body.id, how))).status)
  over.abort()
  return { ...(await running), address }
}

const lines = (out: string): Record<string, unknown>[] =>
  out
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))

describe('shiming events listen', () => {
  const started: StandIn[] = []
  const standIn = async (...of: Parameters<typeof startStandIn>): Promise<StandIn> => {
    const one = await startStandIn(...of)
    started.push(one)
    return one
  }
  afterEach(async () => {
    await Promise.all(started.splice(0).map((one) => one.stop()))
  })

  /** Nothing answers there, so that only the keys of the line count. */
  const NOWHERE = ['--url', 'http://127.0.0.1:1']

  it('verifies by a secret, a public key, or both, and prints what came, a line of JSON each', async () => {
    for (const [keys, by] of [
      [['--secret', secret], ['v1']],
      [['--public-key', publicKey], ['v1a']],
      [
        ['--secret', secret, '--public-key', publicKey],
        ['v1', 'v1a'],
      ],
    ] as const) {
      const { code, out } = await listening([...keys, ...NOWHERE, '--json'], async (to) => {
        expect(await to(event('e1'))).toBe(200)
      })
      expect(code).toBe(0)
      const found = { receivedAt: expect.any(String), verified: true, by, again: false, event: event('e1') }
      expect(lines(out)).toEqual([found])
    }
  })

  it('answers 400 to what does not verify, and prints nothing of it', async () => {
    const keys = ['--secret', secret, '--public-key', publicKey]
    const { out } = await listening([...keys, ...NOWHERE], async (to) => {
      const foreign = { by: `whsec_${randomBytes(32).toString('base64')}` }
      expect(await to(event('e1', { type: 'evil.word' }), foreign)).toBe(400)
      expect(await to(event('e2', { type: 'evil.word' }), { alone: true })).toBe(400)
      expect(await to(event('e3', { type: 'evil.word' }), { at: new Date(Date.now() - 600_000) })).toBe(400)
    })
    expect(out.match(/refused: /g)).toHaveLength(3)
    expect(out).not.toContain('evil')
  })

  it('tells a delivery that comes again, and lets no text in it steer a terminal', async () => {
    const { out } = await listening(['--secret', secret, ...NOWHERE], async (to) => {
      const named = event('e1', { account: { id: ID, externalId: '\u001b[2Juser' } })
      expect([await to(named), await to(named)]).toEqual([200, 200])
    })
    expect(out).toMatch(/^\d\d:\d\d:\d\d {2}verification\.verified {2}#7 {2}\ufffd\[2Juser {2}✓ v1\n/)
    expect(out).toContain('(again)')
    expect(out).not.toContain('\u001b')
  })

  it('goes by the time of an engine whose clock was moved', async () => {
    const ahead = 72 * 3_600_000
    const { url } = await standIn({}, { clockOffsetMs: ahead, dataFolder: '/nowhere' })
    await listening(['--secret', secret, '--url', url], async (to) => {
      expect(await to(event('e1'), { at: new Date(Date.now() + ahead) })).toBe(200)
      expect(await to(event('e2'))).toBe(400)
    })
  })

  it('hands deliveries on to the byte and answers as the app does', async () => {
    const app = await standIn({ 'POST /hooks': { status: 503 } })
    const { out } = await listening(
      ['--secret', secret, ...NOWHERE, '--json', '--forward', `${app.url}/hooks`],
      async (to) => expect(await to(event('e1'))).toBe(503),
    )
    expect(app.asked[0]?.body).toEqual(event('e1'))
    expect(app.asked[0]?.headers).toMatchObject({ 'webhook-id': 'e1', 'user-agent': 'Shiming-Webhook/1' })
    expect(lines(out)[0]).toMatchObject({ forwarded: { status: 503 } })
    const gone = await listening(
      ['--secret', secret, ...NOWHERE, '--json', '--forward', 'http://127.0.0.1:1/'],
      async (to) => expect(await to(event('e1'))).toBe(502),
    )
    expect(lines(gone.out)[0]).toMatchObject({ forwarded: { failed: expect.any(String) } })
  })

  it('makes an endpoint for itself with the key of the platform, and removes it once enough came', async () => {
    const made = { id: 'ep1', url: 'x', events: ['*'], status: 'enabled', secret, publicKey, createdAt: 'x' }
    const { url, asked } = await standIn(
      {
        'POST /v1/webhook-endpoints': { status: 201, body: made },
        'DELETE /v1/webhook-endpoints/ep1': { status: 204 },
      },
      { clockOffsetMs: 0, dataFolder: '/nowhere' },
    )
    const env = { SHIMING_API_KEY: 'smk_x' }
    const line = ['--url', url, '--json', '--count', '2', '--events', 'verification.*,refund.succeeded']
    const { code, out, err, address } = await listening(
      line,
      async (to) => {
        expect([await to(event('e1')), await to(event('e1')), await to(event('e2'))]).toEqual([200, 200, 200])
      },
      env,
    )
    expect(code).toBe(0)
    expect(lines(out).map(({ by, again }) => ({ by, again }))).toEqual(
      [false, true, false].map((again) => ({ by: ['v1', 'v1a'], again })),
    )
    const calls = asked.filter(({ route }) => route.includes('endpoints'))
    expect(calls.map(({ route }) => route)).toEqual(['POST /v1/webhook-endpoints', 'DELETE /v1/webhook-endpoints/ep1'])
    expect(calls[0]).toMatchObject({
      headers: { authorization: 'Bearer smk_x' },
      body: { url: address, events: ['verification.*', 'refund.succeeded'] },
    })
    expect(err).toBe(`receives at ${address}, endpoint ep1, removed at the end\n`)
    expect(`${out}${err}`).not.toMatch(/whsec_|smk_/)
  })

  it('names the flag of start where the instance may not deliver here, and removes nothing', async () => {
    const errors = [{ pointer: '/url', code: 'invalid_url' }]
    const { url, asked } = await standIn(
      { 'POST /v1/webhook-endpoints': problem(400, 'invalid_url', { errors }) },
      { clockOffsetMs: 0, dataFolder: '/nowhere' },
    )
    const env = { SHIMING_API_KEY: 'smk_x' }
    const { code, err } = await listening(['--url', url], async () => undefined, env)
    expect(code).toBe(1)
    expect(err).toMatch(/is to be started by npx shiming start --deliver 127\.0\.0\.1:\d+;/)
    expect(err.trimEnd()).not.toContain('\n')
    expect(asked.filter(({ route }) => route.startsWith('DELETE'))).toEqual([])
  })

  it('says so where the instance has no endpoints, and where there is no key', async () => {
    const { url } = await standIn({}, { clockOffsetMs: 0, dataFolder: '/nowhere' })
    const env = { SHIMING_API_KEY: 'smk_x' }
    expect((await listening(['--url', url], async () => undefined, env)).err).toContain('has no /v1/webhook-endpoints')
    expect((await listening(['--url', url], async () => undefined)).err).toContain('SHIMING_API_KEY')
  })

  it.each([
    [[], 'say events listen'],
    [['listen', '--secret', 'x'], '--secret must be whsec_ and base 64'],
    [['listen', '--public-key', 'whpk_AAAA'], '--public-key must be whpk_ and the base 64 of 32 bytes'],
    [['listen', '--forward', 'localhost:3000'], '--forward must be an http(s) address'],
    [['listen', '--events', 'Verified!'], '--events must be types of events'],
  ])('is misused by %j', async (args, told) => {
    const { code, err } = await typed(['events', ...args])
    expect(code).toBe(2)
    expect(err).toContain(told)
  })
})

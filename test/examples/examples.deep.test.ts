import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createShiming } from '../../clients/typescript/src/index.ts'
import { codeFor, formOf } from '../../local/demo/user.ts'
import { textOf } from '../docs/repository.ts'
import { type Instance, startInstance } from '../flows/instance.ts'
import { type App, run, serverApp } from './apps.ts'

let instance: Instance
let env: Record<string, string>
/** What the service has sent to a channel. */
let delivered: { headers: Record<string, string>; body: string }

/** A verified user of the platform, a channel of theirs, and what came there. */
const deliver = async ({ platform, platformKey, receiver }: Instance): Promise<string> => {
  const shiming = createShiming({ baseUrl: platform.url, apiKey: platformKey })
  const { token = '' } = await shiming.sessions.create({ externalId: 'reader' })
  const user = shiming.withSession(token)
  const person = await instance.person('match')
  const form = formOf(person, 'fee', await codeFor(platform, person.phone, token))
  const { id, order } = await user.verifications.submit(form)
  await platform.sandbox.payer.pays(await user.orders.pay(order.id, { method: 'alipay_qr' }))
  await user.verifications.waitForResult(id)
  const { secret } = await user.channels.save('mine', { kind: 'webhook', url: `http://${receiver.address}/` })
  await user.messages.send({ content: 'knock', channel: 'webhook', option: 'mine' })
  await platform.pass('0s')
  const [first] = receiver.received
  if (!first || !secret) throw new Error('nothing was delivered')
  delivered = first
  return secret
}

beforeAll(async () => {
  // An app's clock is the machine's, and the service's must be the same.
  instance = await startInstance({}, { begins: Date.now() })
  env = {
    SHIMING_URL: instance.platform.url,
    SHIMING_API_KEY: instance.platformKey,
    SHIMING_WEBHOOK_SECRET: await deliver(instance),
  }
})
afterAll(async () => {
  expect(await instance.end(), 'P11 plaintext identity').toEqual([])
})

const apps = [
  { name: 'express', open: () => serverApp('express.mjs', env) },
  { name: 'fastify', open: () => serverApp('fastify.ts', env) },
  {
    name: 'next',
    async open() {
      Object.assign(process.env, env)
      return (await import('./next-app.ts')).nextApp()
    },
  },
]

describe.each(apps)('the sample app on $name', ({ name, open }) => {
  let app: App
  const as = { 'x-user': `${name}-user` }
  const post = (path: string, body: object, headers: Record<string, string> = as) =>
    app.send('POST', path, JSON.stringify(body), headers)

  beforeAll(async () => {
    app = await open()
  })
  afterAll(() => app.stop())

  it('sends who is not verified to the page where they verify, and lets them comment once they are', async () => {
    const { platform } = instance
    const person = await instance.person('match')
    const refused = await post('/comments', { text: 'first' })
    expect([refused.status, refused.headers.get('location')]).toEqual([303, `${platform.url}/verify`])

    expect((await post('/codes', { phone: person.phone })).status).toBe(202)
    const form = formOf(person, 'fee', await platform.sandbox.codeFor(person.phone))
    const begun = await post('/verifications', form)
    expect(begun.status).toBe(201)
    const { id, codeUrl } = (await begun.json()) as { id: string; codeUrl: string }
    await platform.sandbox.payer.pays({ codeUrl })
    await platform.pass('0s')
    const ended = await app.send('GET', `/verifications/${id}`, undefined, as)
    expect(await ended.json()).toEqual({ status: 'verified', retryAt: null })

    const taken = await post('/comments', { text: 'first' })
    expect([taken.status, await taken.json()]).toEqual([201, { text: 'first' }])
  })

  it('tells the user what Shiming refuses, by field', async () => {
    const refused = await post('/codes', { phone: '123' }, { 'x-user': `${name}-other` })
    expect(refused.status).toBe(400)
    expect(await refused.json()).toMatchObject({ code: 'invalid_phone', errors: [{ pointer: '/phone' }] })
  })

  it('believes a webhook only as Shiming has sent it', async () => {
    const { body, headers } = delivered
    const signed = Object.fromEntries(Object.entries(headers).filter(([name]) => /^(webhook-|content-type)/.test(name)))
    const answered = async (text: string, more: Record<string, string>) =>
      (await app.send('POST', '/webhooks/shiming', text, more)).status
    expect(await answered(body, signed)).toBe(204)
    expect(await answered(body.replace('knock', 'shock'), signed)).toBe(400)
    expect(await answered(body, {})).toBe(400)
  })
})

describe('a journey', () => {
  const journey = async () => {
    const { ended, lines } = run(process.execPath, ['examples/journey.ts'], env)
    return [await ended, lines()]
  }

  it('in twenty lines, with the client', async () => {
    const held = [
      0,
      expect.stringMatching(/before: .*905.*after: verified \{ allowed: true, level: 1, until: null \}\n$/s),
    ]
    expect(await journey()).toEqual(held)
    // Whoever tries it twice is somebody else the second time.
    expect(await journey()).toEqual(held)
    const counted = textOf('examples/journey.ts')
      .split('\n')
      .filter((line) => /^(?!\/\/|import )./.test(line))
    expect(counted.length).toBeLessThanOrEqual(20)
  })

  it('without any client', async () => {
    const { ended, lines } = run('sh', ['examples/curl.sh'], env)
    expect(await ended, lines()).toBe(0)
    const [before, status, after] = lines().trim().split('\n')
    expect(JSON.parse(before ?? '')).toMatchObject({ code: 'not_verified', legacyCode: 905 })
    expect([status, after]).toEqual(['verified', '{"allowed":true,"level":1,"until":null}'])
  })
})

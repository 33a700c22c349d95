import { createPublicKey, verify } from 'node:crypto'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { deedsRoute } from '../../functions/overview/deeds.route.ts'
import {
  getEventRoute,
  listDeliveriesRoute,
  listEventsRoute,
  recoverRoute,
  redeliverRoute,
} from '../../functions/webhooks/delivery.route.ts'
import {
  createEndpointRoute,
  deleteEndpointRoute,
  editEndpointRoute,
  getEndpointRoute,
  listEndpointsRoute,
  rotateSecretRoute,
  sendTestRoute,
} from '../../functions/webhooks/endpoint.route.ts'
import {
  disableEndpointRoute,
  enableEndpointRoute,
  listOperatorDeliveriesRoute,
  listOperatorEndpointsRoute,
  redeliverByOperatorRoute,
} from '../../functions/webhooks/operator.route.ts'
import type { Instance } from './instance.ts'
import { sharedInstance } from './shared-instance.ts'

describe('events for the platform', () => {
  let instance: Instance
  let token: string
  beforeAll(async () => {
    instance = await sharedInstance()
    token = instance.platformKey
  })
  beforeEach(async () => {
    await instance.clear()
  })
  afterAll(async () => {
    expect(await instance.end(), 'P11 plaintext identity').toEqual([])
  })

  const create = (path = '/hook', events = ['*']) =>
    instance.platform.must(createEndpointRoute, {
      token,
      body: { url: `http://${instance.receiver.address}${path}`, events },
    })
  const test = (id: string) => instance.platform.must(sendTestRoute, { token, params: { id } })
  const deliveries = async (id: string, query = {}) =>
    (await instance.platform.must(listDeliveriesRoute, { token, params: { id }, query })).deliveries
  const came = (path = '/hook') =>
    instance.receiver.received.filter((one) => one.path === path).map(({ body }) => JSON.parse(body))

  /** Whether what came is signed by a secret; a verifier would look at the clock of the machine, which this instance has left behind. */
  const isSigned = (nth: number, secret: string): boolean => {
    const { headers = {}, body = '' } = instance.receiver.received[nth] ?? {}
    const sent = new Date(Number(headers['webhook-timestamp']) * 1000)
    const own = new Webhook(secret).sign(headers['webhook-id'] ?? '', sent, body)
    return String(headers['webhook-signature']).split(' ').includes(own)
  }

  it('arrive in their order, signed by secret and key pair, and are read afterwards as they were delivered', async () => {
    const { platform, receiver } = instance
    const { secret, ...endpoint } = await create()
    expect(await platform.must(listEndpointsRoute, { token })).toEqual({ endpoints: [endpoint] })
    const sent: string[] = []
    for (let nth = 0; nth < 5; nth += 1) sent.push((await test(endpoint.id)).eventId)
    await platform.pass('0s')
    expect(came().map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5])
    expect(came().map(({ id }) => id)).toEqual(sent)
    expect(isSigned(0, secret)).toBe(true)
    const [first] = receiver.received
    const { 'webhook-id': id, 'webhook-timestamp': at, 'webhook-signature': signatures } = first?.headers ?? {}
    const x = Buffer.from(endpoint.publicKey.slice('whpk_'.length), 'base64').toString('base64url')
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
    const [, signature = ''] = /v1a,(\S+)/.exec(String(signatures)) ?? []
    expect(verify(null, Buffer.from(`${id}.${at}.${first?.body}`), key, Buffer.from(signature, 'base64'))).toBe(true)
    const query = { subject: `endpoint.${endpoint.id}`, after: '3' }
    expect((await platform.must(listEventsRoute, { token, query })).events).toEqual(came().slice(3))
    expect(await platform.must(getEventRoute, { token, params: { id: sent[0] ?? '' } })).toEqual(came()[0])
    const [newest] = await deliveries(endpoint.id)
    expect(newest).toMatchObject({ sequence: 5, status: 'taken', attempts: [{ outcome: 'taken', status: 200 }] })
  })

  it('are tried again until they are taken, and later ones pass after a minute', async () => {
    const { platform, receiver } = instance
    const { id } = await create()
    receiver.answers.push(500, 500)
    await test(id)
    await test(id)
    await platform.pass('0s')
    expect(came().map(({ sequence }) => sequence)).toEqual([1])
    await platform.pass('2m')
    expect(
      came()
        .map(({ sequence }) => sequence)
        .toSorted(),
    ).toEqual([1, 1, 2])
    await platform.pass('10m')
    // Two that it did not take, whichever of both met the second, and two that it took.
    expect(came()).toHaveLength(4)
    expect(new Set(came().map(({ sequence }) => sequence))).toEqual(new Set([1, 2]))
    expect((await deliveries(id)).map(({ status }) => status)).toEqual(['taken', 'taken'])
  })

  it('while a secret changes both sign', async () => {
    const { platform } = instance
    const { id, secret } = await create()
    const fresh = await platform.must(rotateSecretRoute, { token, params: { id }, body: { keepOldMs: 3_600_000 } })
    await test(id)
    await platform.pass('0s')
    expect([secret, fresh.secret].map((one) => isSigned(0, one))).toEqual([true, true])
    await platform.pass('2h')
    await test(id)
    await platform.pass('0s')
    expect([secret, fresh.secret].map((one) => isSigned(1, one))).toEqual([false, true])
  })

  it('410 disables the endpoint, which the others hear of; enabled again, what failed is recovered', async () => {
    const { platform, receiver } = instance
    const gone = await create('/gone')
    await create('/other')
    receiver.answers.push(410)
    await test(gone.id)
    await test(gone.id)
    await platform.pass('0s')
    await platform.pass('1m')
    const params = { id: gone.id }
    expect(await platform.must(getEndpointRoute, { token, params })).toMatchObject({
      status: 'disabled',
      disabledBecause: 'gone',
    })
    expect(came('/other')).toMatchObject([
      { type: 'endpoint.disabled', data: { endpointId: gone.id, because: 'gone' } },
    ])
    expect((await deliveries(gone.id)).map(({ reason }) => reason)).toEqual(['disabled', 'gone'])
    expect(await platform.call(sendTestRoute, { token, params })).toMatchObject({
      status: 409,
      problem: { code: 'webhook_endpoint_disabled' },
    })
    await platform.must(editEndpointRoute, { token, params, body: { enabled: true } })
    const since = new Date(instance.engine.now() - 3_600_000).toISOString()
    expect(await platform.must(recoverRoute, { token, params, body: { since } })).toEqual({ redelivered: 2 })
    await platform.pass('0s')
    expect(came('/gone').map(({ sequence }) => sequence)).toEqual([1, 1, 2])
    expect(await deliveries(gone.id, { status: 'failed' })).toEqual([])
  })

  it('429 with Retry-After slows the whole endpoint', async () => {
    const { platform, receiver } = instance
    const { id } = await create()
    receiver.answers.push({ status: 429, headers: { 'retry-after': '600' } })
    await test(id)
    await platform.pass('0s')
    await platform.pass('5m')
    await test(id)
    await platform.pass('0s')
    await platform.pass('2m')
    expect(came()).toHaveLength(1)
    // After ten minutes without one that it took, one delivery at a time tries it; once that was taken, the other follows, at once or with the next look.
    await platform.pass('6m')
    expect([2, 3]).toContain(came().length)
    await platform.pass('6m')
    expect(came()).toHaveLength(3)
    const all = await deliveries(id)
    expect(all.map(({ status, attempts }) => [status, attempts.length])).toEqual([
      ['taken', 1],
      ['taken', 2],
    ])
  })

  it('one is delivered once more, under the same id, by the platform and by an operator, who leaves a record', async () => {
    const { platform, operatorKey } = instance
    const { id } = await create()
    await test(id)
    await platform.pass('0s')
    const [one] = await deliveries(id)
    const params = { id, deliveryId: one?.id ?? '' }
    await platform.must(redeliverRoute, { token, params })
    await platform.pass('0s')
    const reason = '接收方丢失了这一条'
    await platform.must(redeliverByOperatorRoute, { token: operatorKey, params, body: { reason } })
    await platform.pass('0s')
    expect(came()).toEqual([came()[0], came()[0], came()[0]])
    for (const route of [disableEndpointRoute, disableEndpointRoute, enableEndpointRoute])
      await platform.must(route, { token: operatorKey, params: { id }, body: { reason } })
    const { deeds } = await platform.must(deedsRoute, { token: operatorKey, query: { subject: `endpoint:${id}` } })
    expect(deeds.map(({ action }) => action)).toEqual(['webhook_enable', 'webhook_disable', 'webhook_redeliver'])
    const shown = await platform.must(listOperatorDeliveriesRoute, { token: operatorKey, params: { id } })
    expect(shown.deliveries).toEqual(await deliveries(id))
    const { endpoints } = await platform.must(listOperatorEndpointsRoute, { token: operatorKey })
    expect(endpoints.map(({ status }) => status)).toEqual(['enabled'])
    await platform.must(deleteEndpointRoute, { token, params: { id } })
    expect(await platform.call(getEndpointRoute, { token, params: { id } })).toMatchObject({ status: 404 })
  })

  it('bad input is refused at its field', async () => {
    const { platform } = instance
    const refusedAt = async (body: object) => {
      const answer = await platform.call(createEndpointRoute, { token, body })
      return answer.ok ? [] : (answer.problem.errors ?? []).map(({ pointer, code }) => [pointer, code])
    }
    const url = 'https://hooks.example.com/in'
    expect(await refusedAt({ url: 'https://127.0.0.1/', events: ['*'] })).toEqual([['/url', 'webhook_address_refused']])
    expect(await refusedAt({ url, events: ['order.paid', 'order.payed'] })).toEqual([
      ['/events/1', 'event_type_unknown'],
    ])
    expect(await refusedAt({ url, events: [] })).toEqual([['/events', 'invalid_field']])
    expect(await refusedAt({ url })).toEqual([['/events', 'invalid_field']])
    expect(await refusedAt({ url, events: ['*'], secret: 'x' })).toEqual([['/secret', 'unknown_field']])
    const query = { subject: 'account', after: '0' }
    expect(await platform.call(listEventsRoute, { token, query })).toMatchObject({
      status: 400,
      problem: { errors: [{ pointer: '/subject' }] },
    })
    expect(await platform.call(createEndpointRoute, { body: { url, events: ['*'] } })).toMatchObject({ status: 401 })
  })
})

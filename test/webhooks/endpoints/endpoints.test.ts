import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { events } from '../../../functions/events.ts'
import { actOnEndpoint } from '../../../functions/webhooks/endpoints/act-on-endpoint.ts'
import { createEndpoint } from '../../../functions/webhooks/endpoints/create-endpoint.ts'
import { editEndpoint, giveSecret, removeEndpoint } from '../../../functions/webhooks/endpoints/edit-endpoint.ts'
import { MOST_ENDPOINTS } from '../../../functions/webhooks/endpoints/endpoint.ts'
import { endpointFailing, endpointSlowed } from '../../../functions/webhooks/endpoints/endpoint-store.ts'
import { readEndpoint, readEndpoints } from '../../../functions/webhooks/endpoints/read-endpoints.ts'
import { sendTest } from '../../../functions/webhooks/endpoints/send-test.ts'
import { DAY, HOUR } from '../../../shared/kernel/time.ts'
import { ringOf } from '../../key-ring.ts'
import { codeOf, NOON, refusalOf, valueIn } from '../../kit.ts'
import { bodies, drain, endpoint, kept, tableCalls, URL, world } from '../fixture.ts'

const operator = { operatorId: 'ling', isPerson: true } as const

describe('endpoints happy', () => {
  it('one is made with a secret and a key pair, which are kept sealed, in two table calls', async () => {
    const at = world()
    let secret = ''
    expect(
      await tableCalls(at, async () => {
        secret = (await endpoint(at, { url: 'https://HOOKS.example.com/in#x', events: ['order.paid', 'order.paid'] }))
          .secret
      }),
    ).toBe(2)
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
    const [found] = await readEndpoints(at)
    expect(found).toMatchObject({ url: URL, events: ['order.paid'], createdAt: NOON })
    expect(found?.publicKey).toMatch(/^whpk_[A-Za-z0-9+/]{43}=$/)
    expect(JSON.stringify(at.memory.items())).not.toContain(secret)
  })

  it('they are listed in the order in which they were made', async () => {
    const at = world()
    const made: string[] = []
    for (let nth = 0; nth < 5; nth += 1) {
      made.unshift((await endpoint(at)).id)
      at.time.now -= HOUR
    }
    expect((await readEndpoints(at)).map(({ id }) => id)).toEqual(made)
  })

  it('what is not named of one stays, and nothing new is not written', async () => {
    const at = world()
    const { id } = await endpoint(at, { events: ['account.*'] })
    valueIn(await editEndpoint(at, { id, description: 'users' }))
    expect(kept(at, id)).toMatchObject({ url: URL, events: ['account.*'], description: 'users' })
    const same = { id, url: URL, events: ['account.*'], description: 'users', enabled: true }
    expect(await tableCalls(at, () => editEndpoint(at, same))).toBe(1)
    valueIn(await editEndpoint(at, { id, description: null }))
    expect(kept(at, id).description).toBeUndefined()
  })

  it('with another address, or enabled again, it begins afresh', async () => {
    const at = world()
    for (const changed of [{ url: 'https://other.example.com/' }, { enabled: true }]) {
      const { id } = await endpoint(at)
      await at.table.update(endpointFailing(id, NOON))
      await at.table.update(endpointSlowed(id, NOON + HOUR))
      if (changed.enabled) valueIn(await editEndpoint(at, { id, enabled: false }))
      expect(kept(at, id)).toMatchObject({ failingSince: NOON, slowedUntil: NOON + HOUR })
      valueIn(await editEndpoint(at, { id, ...changed }))
      const { failingSince, slowedUntil, disabled } = kept(at, id)
      expect([failingSince, slowedUntil, disabled]).toEqual([undefined, undefined, undefined])
    }
  })

  it('a secret that is changed twice by mistake leaves the one that receivers know in force', async () => {
    const at = world()
    const { id, endpoint: first } = await endpoint(at)
    const once = valueIn(await giveSecret(at, { id, keepOldMs: DAY }))
    const twice = valueIn(await giveSecret(at, { id, keepOldMs: DAY }))
    expect([once.previousUntil, twice.previousUntil]).toEqual([NOON + DAY, NOON + DAY])
    expect(kept(at, id).previous?.map(({ publicKey }) => publicKey)).toEqual([once.endpoint.publicKey, first.publicKey])
    expect(valueIn(await giveSecret(at, { id, keepOldMs: HOUR })).previousUntil).toBe(NOON + HOUR)
    expect(new Set(kept(at, id).previous?.map(({ until }) => until))).toEqual(new Set([NOON + HOUR]))
    expect(valueIn(await giveSecret(at, { id, keepOldMs: 0 })).previousUntil).toBeUndefined()
  })

  it('a test is told to its endpoint alone, whatever that listens to, and its event is known at once', async () => {
    const at = world()
    const { id } = await endpoint(at, { events: ['order.paid'] })
    await endpoint(at, { url: 'https://other.example.com/' })
    const { eventId } = valueIn(await sendTest(at, id))
    await drain(at)
    expect(bodies(at)).toMatchObject([{ id: eventId, type: 'endpoint.test', sequence: 1, data: { endpointId: id } }])
    expect(at.calls).toHaveLength(1)
  })

  it('an operator switches one on and off, on record; a second click leaves none', async () => {
    const at = world()
    const { id } = await endpoint(at)
    for (const enabled of [false, false, true, true])
      valueIn(await actOnEndpoint(at, operator, { id, enabled, reason: '接收方要求' }))
    const records = at.memory.items().filter(({ pk, action }) => pk.startsWith('AUDIT#') && action !== undefined)
    expect(records.map(({ action, subject }) => [action, subject])).toEqual([
      ['webhook_disable', `endpoint:${id}`],
      ['webhook_enable', `endpoint:${id}`],
    ])
    expect(kept(at, id).disabled).toBeUndefined()
  })
})

describe('endpoints refused', () => {
  it.each([
    'http://hooks.example.com/',
    'https://127.0.0.1/',
    'https://10.0.0.1/',
    'https://localhost/',
    'https://user:pass@hooks.example.com/',
    'https://hooks.example.com:22/',
    'x',
    '',
  ])('the address %j', async (url) => {
    const at = world()
    const refusal = refusalOf(await createEndpoint(at, { url, events: ['*'] }))
    expect(refusal.fields).toEqual([{ pointer: '/url', code: 'webhook_address_refused' }])
    const { id } = await endpoint(at)
    expect(codeOf(await editEndpoint(at, { id, url }))).toBe('webhook_address_refused')
    expect(kept(at, id).url).toBe(URL)
  })

  it.each(['order.payed', 'order', 'order.', '.*', '**', 'verification.verified.*', '', 'ORDER.PAID', 'nothing.*'])(
    'the filter %j, with those there are',
    async (filter) => {
      const at = world()
      const refusal = refusalOf(await createEndpoint(at, { url: URL, events: ['*', filter] }))
      expect(refusal.fields).toMatchObject([{ pointer: '/events/1', code: 'event_type_unknown' }])
      expect(refusal.fields?.[0]?.expected?.enum).toEqual(
        expect.arrayContaining(['*', 'verification.*', ...Object.keys(events)]),
      )
    },
  )

  it('the seventeenth', async () => {
    const at = world()
    for (let nth = 0; nth < MOST_ENDPOINTS; nth += 1) await endpoint(at)
    const refused = await createEndpoint(at, { url: URL, events: ['*'] })
    expect(codeOf(refused)).toBe('webhook_endpoint_limit_reached')
  })

  it('one that is not there, and a test of one that is disabled', async () => {
    const at = world()
    const { id } = await endpoint(at)
    for (const other of ['x', 'f'.repeat(32), '', '__proto__']) {
      expect(codeOf(await readEndpoint(at, other))).toBe('not_found')
      expect(codeOf(await editEndpoint(at, { id: other, enabled: false }))).toBe('not_found')
      expect(codeOf(await giveSecret(at, { id: other, keepOldMs: 0 }))).toBe('not_found')
      expect(codeOf(await removeEndpoint(at, other))).toBe('not_found')
      expect(codeOf(await sendTest(at, other))).toBe('not_found')
      expect(codeOf(await actOnEndpoint(at, operator, { id: other, enabled: true, reason: 'x' }))).toBe('not_found')
    }
    await editEndpoint(at, { id, enabled: false })
    expect(codeOf(await sendTest(at, id))).toBe('webhook_endpoint_disabled')
    expect(codeOf(await removeEndpoint(at, id))).toBe('ok')
    expect(codeOf(await removeEndpoint(at, id))).toBe('not_found')
  })
})

describe('endpoints hostile', () => {
  it('who saves different ones at once loses none', async () => {
    const at = world()
    const { id } = await endpoint(at)
    await Promise.all([
      endpoint(at, { url: 'https://a.example.com/' }),
      endpoint(at, { url: 'https://b.example.com/' }),
      editEndpoint(at, { id, description: 'one' }),
      editEndpoint(at, { id, events: ['order.paid'] }),
    ])
    expect(await readEndpoints(at)).toHaveLength(3)
    expect(kept(at, id)).toMatchObject({ description: 'one', events: ['order.paid'] })
  })

  it('a secret of one endpoint opens at no other', async () => {
    const at = world()
    const [one, other] = [await endpoint(at), await endpoint(at)]
    const { secret } = kept(at, one.id)
    const binding = { dataSet: 'endpoint_signing', key: other.id, attribute: 'secret' }
    expect(() => at.ring.of.unseal(binding, secret)).toThrow()
    expect(at.ring.of.unseal({ ...binding, key: one.id }, secret)).toBe(one.secret)
  })

  it('a secret whose version of the key is gone is not kept when it is changed', async () => {
    const at = world()
    const { id } = await endpoint(at)
    at.ring.of = ringOf(['k2'])
    expect(valueIn(await giveSecret(at, { id, keepOldMs: DAY })).previousUntil).toBeUndefined()
    expect(kept(at, id).previous).toEqual([])
  })

  it('whatever is asked of filters, what is taken lets something through, and what is refused nothing', async () => {
    const at = world()
    const some = fc.constantFrom('*', 'order.*', 'order.paid', '.*', 'order.', 'x.*', 'refund.*', '*.paid', 'toString')
    await fc.assert(
      fc.asyncProperty(fc.array(some, { minLength: 1, maxLength: 4 }), async (events) => {
        const made = await createEndpoint(at, { url: URL, events })
        const known = ['*', 'order.*', 'order.paid', 'refund.*']
        expect(made.ok).toBe(events.every((one) => known.includes(one)))
        if (made.ok) await removeEndpoint(at, made.value.endpoint.id)
      }),
      { numRuns: 60 },
    )
  })
})

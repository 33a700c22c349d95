import { describe, expect, it } from 'vitest'
import { showBindings } from '../../../functions/clearing/businesses/business-view.ts'
import { endBinding, findBinding, keepBinding } from '../../../functions/clearing/businesses/keep-binding.ts'
import { removeBusiness } from '../../../functions/clearing/businesses/keep-business.ts'
import { listBindingsOf } from '../../../functions/clearing/businesses/list-bindings.ts'
import { webhookKeys } from '../../../functions/webhooks/keys.ts'
import { rfc3339 } from '../../../shared/kernel/time.ts'
import { codeOf, NOON, valueIn } from '../../kit.ts'
import { cost, decided, itemAt, person, type World, world } from '../../world.ts'
import { cleared, EXTERNAL, NAMES, platformUser, registered, SHOP, shopper } from '../fixture.ts'

/** What the platform is told of businesses, in its order. */
const told = (at: World, accountId: string): string[] => {
  const pending = itemAt(at, webhookKeys.outbox({ kind: 'account', id: accountId }))?.pending
  return (Array.isArray(pending) ? pending : [])
    .map((one) => Object(one).type as string)
    .filter((type) => type.startsWith('business.'))
}

const shown = async (at: World) => {
  const { bindings, businesses, of } = await listBindingsOf(at, EXTERNAL)
  return showBindings(bindings, businesses, of)
}

describe('X6 a business is bound to a user, happy', () => {
  it('and told with its names and since when', async () => {
    const { at, user } = await shopper()
    at.time.now = NOON + 5000
    const { calls } = await cost(at, async () => valueIn(await keepBinding(at, SHOP)))
    expect(calls.table).toBe(3)
    expect(await shown(at)).toEqual([
      { business: 'shop', names: NAMES, boundAt: rfc3339(NOON + 5000), page: null, status: 'bound' },
    ])
    expect(told(at, user.accountId)).toEqual(['business.bound'])
  })

  it('once, however often it is asked for', async () => {
    const { at, user } = await shopper()
    const first = valueIn(await keepBinding(at, SHOP))
    at.time.now += 1000
    expect(valueIn(await keepBinding(at, SHOP))).toEqual(first)
    expect(told(at, user.accountId)).toEqual(['business.bound'])
  })

  it('once, when it is asked for at the same moment', async () => {
    const { at, user } = await shopper()
    const both = await Promise.all([keepBinding(at, SHOP), keepBinding(at, SHOP)])
    expect(both.every(({ ok }) => ok)).toBe(true)
    expect(told(at, user.accountId)).toEqual(['business.bound'])
  })

  it('and unbound, once', async () => {
    const { at, user } = await shopper()
    await keepBinding(at, SHOP)
    for (let nth = 0; nth < 2; nth += 1) expect(await endBinding(at, SHOP)).toMatchObject({ ok: true })
    expect(codeOf(await findBinding(at, SHOP))).toBe('not_found')
    expect(told(at, user.accountId)).toEqual(['business.bound', 'business.unbound'])
  })
})

describe('X6 a binding hangs on the identity', () => {
  it('and does not count once that is cleared, nor for whoever the account is then, until it is bound anew', async () => {
    const { at, user } = await shopper()
    await keepBinding(at, SHOP)
    await cleared(at, user)
    expect((await shown(at))[0]?.status).toBe('stale')
    expect(codeOf(await keepBinding(at, SHOP))).toBe('binding_needs_identity')
    await decided(at, { user, who: person('match', 1) })
    expect(valueIn(await findBinding(at, SHOP))).toMatchObject({ binding: { epoch: 0 }, of: { epoch: 1 } })
    expect((await shown(at))[0]?.status).toBe('stale')
    valueIn(await keepBinding(at, SHOP))
    expect((await shown(at))[0]?.status).toBe('bound')
    expect(told(at, user.accountId)).toEqual(['business.bound', 'business.bound'])
  })

  it('and goes with its business, also when another is registered by that code', async () => {
    const { at } = await shopper()
    await keepBinding(at, SHOP)
    await removeBusiness(at, 'shop')
    expect(await shown(at)).toEqual([])
    at.time.now += 1
    await registered(at)
    expect(await shown(at)).toEqual([])
    expect(codeOf(await findBinding(at, SHOP))).toBe('not_found')
    valueIn(await keepBinding(at, SHOP))
    expect(await shown(at)).toHaveLength(1)
  })
})

describe('X6 a business is bound to a user, refused', () => {
  it('who is not verified, or has never been here', async () => {
    const at = world()
    await registered(at)
    expect(codeOf(await keepBinding(at, SHOP))).toBe('binding_needs_identity')
    await platformUser(at)
    expect(codeOf(await keepBinding(at, SHOP))).toBe('binding_needs_identity')
    expect(await endBinding(at, SHOP)).toMatchObject({ ok: true })
    expect(await shown(at)).toEqual([])
  })

  it('where there is no such business', async () => {
    const { at } = await shopper()
    expect(codeOf(await keepBinding(at, { ...SHOP, code: 'wallet' }))).toBe('not_found')
  })

  it.each([
    [{ ...SHOP, code: 'Shop' }, 'invalid_business_code'],
    [{ ...SHOP, externalId: 'user 7' }, 'invalid_external_id'],
    [{ ...SHOP, externalId: '' }, 'invalid_external_id'],
  ] as const)('where nobody is named so: %o', async (named, code) => {
    const { at } = await shopper()
    for (const ask of [keepBinding, endBinding, findBinding]) expect(codeOf(await ask(at, named))).toBe(code)
  })
})

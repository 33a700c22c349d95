import { describe, expect, it } from 'vitest'
import { findBusiness, listBusinesses } from '../../../functions/clearing/businesses/find-business.ts'
import { keepBusiness, removeBusiness } from '../../../functions/clearing/businesses/keep-business.ts'
import { codeOf, NOON, valueIn } from '../../kit.ts'
import { world } from '../../world.ts'
import { NAMES, registered } from '../fixture.ts'

const asked = { code: 'shop', names: NAMES, callback: 'https://shop.example.com/identity' }

describe('X6 a platform registers businesses, happy', () => {
  it('and reads them in the order of their codes', async () => {
    const at = world()
    for (const code of ['wallet', 'shop', 'a-1_b']) await registered(at, code)
    expect((await listBusinesses(at)).map(({ code }) => code)).toEqual(['a-1_b', 'shop', 'wallet'])
    expect(valueIn(await findBusiness(at, 'shop'))).toEqual({ ...asked, registeredAt: NOON })
  })

  it('and changes one, which stays registered as long as it was', async () => {
    const at = world()
    await registered(at)
    at.time.now += 1000
    const names = { zh: '新商城', en: 'New shop' }
    expect(valueIn(await keepBusiness(at, { ...asked, names }))).toEqual({ ...asked, names, registeredAt: NOON })
    expect(await listBusinesses(at)).toHaveLength(1)
  })

  it('and says where users have it let go of them', async () => {
    const at = world()
    const page = 'https://shop.example.com/close'
    expect(valueIn(await keepBusiness(at, { ...asked, page }))).toMatchObject({ page })
    expect(valueIn(await findBusiness(at, 'shop'))).toMatchObject({ page })
  })

  it('and takes one away, once', async () => {
    const at = world()
    await registered(at)
    expect(await removeBusiness(at, 'shop')).toMatchObject({ ok: true })
    expect(codeOf(await removeBusiness(at, 'shop'))).toBe('not_found')
    expect(codeOf(await findBusiness(at, 'shop'))).toBe('not_found')
    expect(await listBusinesses(at)).toEqual([])
  })

  it('at the same moment as another, and neither is lost', async () => {
    const at = world()
    await Promise.all(['a1', 'b1', 'c1', 'd1'].map((code) => registered(at, code)))
    expect(await listBusinesses(at)).toHaveLength(4)
  })
})

describe('X6 a platform registers businesses, refused', () => {
  it.each(['', 's', 'Shop', '1shop', 'shop.cn', 'shop#1', 'x'.repeat(33), '商城'])('no code: %s', async (code) => {
    expect(await keepBusiness(world(), { ...asked, code })).toMatchObject({
      refusal: { code: 'invalid_business_code', fields: [{ pointer: '/code' }] },
    })
  })

  it.each([
    'http://shop.example.com/',
    'https://10.0.0.1/',
    'https://169.254.169.254/latest',
    'https://localhost/',
    'https://user:pass@shop.example.com/',
    'https://shop.example.com:8443/',
    'https://shop.internal/',
    'shop',
    '',
  ])('no address to call: %s', async (callback) => {
    expect(codeOf(await keepBusiness(world(), { ...asked, callback }))).toBe('business_address_refused')
  })

  it('no page to lead users to', async () => {
    expect(await keepBusiness(world(), { ...asked, page: 'javascript:alert(1)' })).toMatchObject({
      refusal: { code: 'business_address_refused', fields: [{ pointer: '/page' }] },
    })
  })

  it('more than there may be; one that is there may be changed still', async () => {
    const at = world({ businesses: { most: 1 } })
    await registered(at)
    expect(codeOf(await keepBusiness(at, { ...asked, code: 'wallet' }))).toBe('business_limit_reached')
    expect(await keepBusiness(at, asked)).toMatchObject({ ok: true })
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ShimingProblem } from '../../clients/typescript/src/index.ts'
import { accountRoute } from '../../functions/overview/read.route.ts'
import { disputeProofingRoute } from '../../functions/proofing/user.route.ts'
import { claimReviewRoute, decideReviewRoute } from '../../functions/review/operator.route.ts'
import { asPlatform, readTitles, tryElsewhere, verifyPlatformUser } from '../../local/demo/identity.ts'
import { operatorAt } from '../../local/demo/operator.ts'
import { codeToScan, scan, signIn, submit } from '../../local/demo/user.ts'
import type { Instance } from './instance.ts'
import { sharedInstance } from './shared-instance.ts'

const SHOP = {
  names: { zh: '示例商城', en: 'Example shop' },
  callback: 'https://shop.example.com/identity',
  page: 'https://shop.example.com/close',
}
const TRIED = '有人尝试用您的身份'

const codeOf = async (call: Promise<unknown>): Promise<string> => {
  try {
    await call
    return 'answered'
  } catch (error) {
    if (error instanceof ShimingProblem) return error.code
    throw error
  }
}

describe('X5 X6 who an account is, and who else tries', () => {
  let instance: Instance
  beforeAll(async () => {
    instance = await sharedInstance()
  })
  afterAll(async () => {
    expect(await instance.end(), 'P11 plaintext identity').toEqual([])
  })
  const stage = () => ({ ...instance, step: () => undefined })

  it('X6 shows where and how somebody is verified, and what relies on it until that is cleared', async () => {
    const { platform } = instance
    const [externalId, person] = ['identity/7?', await instance.person('match')]
    const { businesses, as } = asPlatform(stage())
    expect(await codeOf(businesses.bind({ code: 'shop', externalId }))).toBe('not_found')
    expect(await codeOf(businesses.keep('shop', { ...SHOP, callback: 'http://10.0.0.1/' }))).toBe(
      'business_address_refused',
    )
    expect(await businesses.keep('shop', SHOP)).toMatchObject({ code: 'shop', ...SHOP })
    expect(await codeOf(businesses.bind({ code: 'shop', externalId }))).toBe('binding_needs_identity')
    expect(await as({ externalId }).account.identity()).toMatchObject({ status: 'unverified', businesses: [] })

    const token = await verifyPlatformUser(stage(), externalId, person)
    const bound = await businesses.bind({ code: 'shop', externalId })
    expect(bound).toMatchObject({ business: 'shop', names: SHOP.names, status: 'bound' })
    expect(await businesses.bind({ code: 'shop', externalId })).toEqual(bound)
    const shown = await platform.shiming.withSession(token).account.identity()
    expect(shown).toEqual(await as({ externalId }).account.identity())
    expect(shown).toMatchObject({ status: 'verified', level: 1, businesses: [bound], verifyUrl: null })
    expect(shown.evidence).toMatchObject([{ source: 'carrier', status: 'valid' }])
    expect(JSON.stringify(shown)).not.toContain(person.name)
    expect(JSON.stringify(shown)).not.toContain(person.idNumber)

    const params = { id: String(shown.proofing) }
    const review = await platform.must(disputeProofingRoute, { token, params, body: {} })
    const reviewer = (await operatorAt(instance, 'identity-reviewer', 'reviewer')).token
    await platform.must(claimReviewRoute, { token: reviewer, params: { id: review.id } })
    const checked = ['account_looked_at', 'somebody_else', 'will_be_cleared']
    const body = { verdict: 'approved', checked, note: '已核查' }
    await platform.must(decideReviewRoute, { token: reviewer, params: { id: review.id }, body })
    const after = await platform.shiming.withSession(token).account.identity()
    expect(after).toMatchObject({
      status: 'unverified',
      name: null,
      businesses: [{ business: 'shop', status: 'stale' }],
    })
    expect(await businesses.binding({ code: 'shop', externalId })).toMatchObject({ status: 'stale' })

    await verifyPlatformUser(stage(), externalId, await instance.person('match'))
    expect((await businesses.bindingsOf(externalId)).bindings).toMatchObject([{ status: 'stale' }])
    expect(await businesses.bind({ code: 'shop', externalId })).toMatchObject({ status: 'bound' })
    await businesses.unbind({ code: 'shop', externalId })
    await businesses.unbind({ code: 'shop', externalId })
    expect(await codeOf(businesses.binding({ code: 'shop', externalId }))).toBe('not_found')
    await businesses.remove('shop')
    expect((await businesses.list()).businesses).toEqual([])
  })

  it('X5 tells whoever comes late what leads on, and whoever holds the person that somebody tried, once a day', async () => {
    const { platform } = instance
    const person = await instance.person('match')
    const token = await verifyPlatformUser(stage(), 'identity-8', person)
    const others = [await instance.person('mismatch'), await instance.person('mismatch')]
    for (const { phone } of others) {
      const refused = await tryElsewhere(platform, phone, person)
      expect(refused).toEqual({
        code: 'identity_unavailable',
        next: ['use_that_account', 'sign_in_with_your_number', 'never_verified', 'ask_a_person'],
      })
      await platform.pass('3m')
    }
    expect((await readTitles(platform, token)).filter((title) => title.startsWith(TRIED))).toHaveLength(1)
    expect(await platform.must(accountRoute, { token })).toMatchObject({ verification: { status: 'verified' } })
  })

  it('X5 tells the same to whoever submitted in time and pays too late, and to whoever paid in time', async () => {
    const { platform } = instance
    const person = await instance.person('match')
    const [late, paid] = [await instance.person('mismatch'), await instance.person('mismatch')]
    const begun = await Promise.all([late, paid].map(({ phone }) => signIn(platform, phone)))
    const orders: string[] = []
    for (const { token } of begun) {
      orders.push((await submit(platform, { token }, person, 'fee')).order.id)
      await platform.pass('2m')
    }
    const [lateToken, paidToken] = begun.map(({ token }) => token)
    const { codeUrl } = await codeToScan(platform, { token: String(paidToken) }, String(orders[1]))
    const holder = await verifyPlatformUser(stage(), 'identity-9', person)
    const pays = platform.shiming
      .withSession(String(lateToken))
      .orders.pay(String(orders[0]), { method: 'wechat_native' })
    expect(await codeOf(pays)).toBe('identity_unavailable')
    await scan(platform, codeUrl)
    await platform.pass('3m')
    for (const [token, status] of [
      [lateToken, 'cancelled'],
      [paidToken, 'identity_in_use'],
    ] as const) {
      const [ended] = (await platform.shiming.withSession(String(token)).verifications.list().page()).items
      expect(ended).toMatchObject({
        status,
        next: ['use_that_account', expect.any(String), expect.any(String), 'ask_a_person'],
      })
    }
    expect((await readTitles(platform, holder)).filter((title) => title.startsWith(TRIED))).toHaveLength(1)
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  codeToScan,
  moneyAtChannel,
  scan,
  submit,
  type User,
  vendorCalls,
  verificationNow,
} from '../../local/demo/user.ts'
import { type Instance, startInstance } from './instance.ts'
import { freshSession } from './platform-session.ts'
import { settle } from './settle.ts'

const FIFTY = 50

/** In life a number gets few codes a day, and the race is over before it begins. */
const UNLIMITED = { spacingMs: 0, perHour: 1000, perDay: 1000, perDayForeign: 1000 }

describe('X5 P6 P7 a race of fifty accounts for one person, over HTTP', () => {
  let instance: Instance
  beforeAll(async () => {
    instance = await startInstance({ sms: UNLIMITED, identity: { vendors: ['tencent_cloud', 'alibaba_cloud'] } })
  })
  afterAll(async () => {
    expect(await instance.end(), 'P11 plaintext identity').toEqual([])
  })

  it('is won by one; all others are told why, and have paid nothing in the end', { timeout: 480_000 }, async () => {
    const { platform, engine } = instance
    const person = await instance.person('match')
    const offerOf = (nth: number) => (nth % 2 === 0 ? 'fee' : 'membership')
    const all = []
    for (let nth = 0; nth < FIFTY; nth += 1) {
      const user: User = { ...(await freshSession(instance)), phone: person.phone }
      const { id, order } = await submit(platform, user, person, offerOf(nth))
      const method = nth % 3 === 0 ? 'alipay_qr' : 'wechat_native'
      all.push({ user, id, nth, ...(await codeToScan(platform, user, order.id, method)) })
    }
    await Promise.all(all.map(({ codeUrl }) => scan(platform, codeUrl)))
    await settle(engine)
    await platform.pass('10m')

    const ends = await Promise.all(
      all.map(async ({ user, id, outTradeNo, nth }) => {
        const { status, reason, refunds } = await verificationNow(platform, user, id)
        return { status, reason, refund: refunds[0]?.status, nth, money: await moneyAtChannel(platform, outTradeNo) }
      }),
    )
    const [winner, ...none] = ends.filter(({ status }) => status === 'verified')
    expect(none).toEqual([])
    const paidFen = offerOf(winner?.nth ?? 0) === 'fee' ? 100 : 1000
    expect(winner).toMatchObject({ money: { paidFen, refundedFen: 0 } })
    const losers = ends.filter(({ status }) => status !== 'verified')
    for (const { status, refund, money } of losers)
      expect({ status, refund, back: money.refundedFen }).toEqual({
        status: 'identity_in_use',
        refund: 'back',
        back: money.paidFen,
      })
    expect(losers).toHaveLength(FIFTY - 1)
    const { billed, unbilled } = await vendorCalls(platform, person.phone)
    expect(billed + unbilled).toBeLessThanOrEqual(FIFTY)

    // Whoever comes after it is refused before paying, in words that say nothing of the other account.
    const late: User = { ...(await freshSession(instance)), phone: person.phone }
    await expect(submit(platform, late, person, 'fee')).rejects.toMatchObject({ code: 'identity_unavailable' })
    expect(await vendorCalls(platform, person.phone)).toMatchObject({ billed, unbilled })
  })
})

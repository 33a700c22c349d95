import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { goods } from '../../../functions/goods.ts'
import { offersOf } from '../../../functions/overview/offers/offers.ts'
import { showOffers } from '../../../functions/overview/offers/offers-view.ts'
import { readPause } from '../../../functions/overview/offers/read-pause.ts'
import { offersRoute } from '../../../functions/overview/offers.route.ts'
import { offers } from '../../../functions/payment/good.ts'
import { newOrder } from '../../../functions/payment/orders/order.ts'
import { paymentMethods } from '../../../functions/payment/paying/provider.ts'
import { checkEnds } from '../../../functions/payment/refunds/refund.ts'
import { settingsOf } from '../../../functions/settings.ts'
import { refusedNow } from '../../../functions/verification/check/breaker.ts'
import { breakerOpened } from '../../../functions/verification/check/breaker-store.ts'
import { parse } from '../../../shared/http/request.ts'
import { HOUR, MINUTE } from '../../../shared/kernel/time.ts'
import { NOON, valueIn } from '../../kit.ts'
import { vendorNamed } from '../../verification/vendors/vendor-named.ts'
import { balances, decided, drained, person, type World, world } from '../../world.ts'

const BOTH = ['wechat_pay', 'alipay'] as const

const offersWith = (settings: object = {}, channels: readonly ('wechat_pay' | 'alipay')[] = BOTH, wechat = true) =>
  offersOf(goods, settingsOf('sandbox', JSON.stringify(settings)), { channels, wechat, vendors: [vendorNamed('one')] })

const platform = { name: '某平台', contact: '400-000-0000' }

const outcomes = (settings: object, offer: string) =>
  offersWith(settings)
    .verification.find((one) => one.offer === offer)
    ?.outcomes.map(({ outcome, keptFen, backFen }) => [outcome, keptFen, backFen])

describe('P4 what a user is told before paying', () => {
  it('is what is kept and what goes back of both offers in every outcome', () => {
    expect(outcomes({}, 'fee')).toEqual([
      ['match', 100, 0],
      ['mismatch', 100, 0],
      ['no_record', 0, 100],
      ['undetermined', 0, 100],
      ['identity_in_use', 0, 100],
    ])
    expect(outcomes({}, 'membership')).toEqual([
      ['match', 1000, 0],
      ['mismatch', 100, 900],
      ['no_record', 0, 1000],
      ['undetermined', 0, 1000],
      ['identity_in_use', 0, 1000],
    ])
  })

  it('is by which rules ID numbers are judged, so that a form can say what is wrong before anything is sent', async () => {
    const notice = await world().notice()
    const offers = offersWith({ checks: { minimumAge: 16, birthYearFrom: 1890, birthYearTo: 1895 } })
    const shown = showOffers(offers, { platform, notice, language: 'zh', pausedUntil: undefined })
    expect(shown.verification.idNumberRules).toEqual({
      birthYearFrom: 1890,
      birthYearTo: 1895,
      minimumAge: 16,
      kinds: ['resident_id', 'residence_permit', 'permanent_resident_card'],
    })
  })

  it('follows the prices of the settings, is the price of the order that is opened then, and always adds up', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 900 }), fc.integer({ min: 900, max: 90_000 }), (feeFen, membershipFen) => {
        const settings = settingsOf('sandbox', JSON.stringify({ prices: { feeFen, membershipFen } }))
        const { verification } = offersOf(goods, settings, {
          channels: BOTH,
          wechat: true,
          vendors: [],
        })
        expect(verification.map(({ offer }) => offer)).toEqual([...offers])
        for (const { offer, amountFen, outcomes } of verification) {
          const opening = { id: '0'.repeat(32), accountId: 'a', requestHash: 'h' }
          const order = newOrder(opening, goods.verification, { kind: 'verification', offer }, settings, NOON)
          expect(order.amountFen).toBe(amountFen)
          expect(outcomes.map(({ outcome }) => outcome)).toEqual([...checkEnds])
          for (const { keptFen, backFen } of outcomes) expect(keptFen + backFen).toBe(amountFen)
        }
      }),
    )
  })

  it('is what becomes of the money', async () => {
    const back = async (at: World, outcome: 'match' | 'mismatch' | 'no_record', offer: 'fee' | 'membership') => {
      const { outcomes } = offersWith().verification.find((one) => one.offer === offer) ?? {}
      const told = outcomes?.find((one) => one.outcome === outcome)
      await decided(at, { who: person(outcome), offer })
      await drained(at)
      const earned = Object.entries(balances(at)).filter(([account]) => account.startsWith('revenue:'))
      expect(earned.reduce((sum, [, fen]) => sum - fen, 0)).toBe(told?.keptFen)
    }
    for (const offer of offers)
      for (const outcome of ['match', 'mismatch', 'no_record'] as const) await back(world(), outcome, offer)
  })

  it('is what membership costs by itself and raises, what points cost, and how long an order can be paid', () => {
    const { membership, points, payableForMs } = offersWith({ sending: { perDayMember: 5000 }, points: { max: 777 } })
    expect(membership).toMatchObject({ amountFen: 1000, months: 1 })
    expect(membership.limits.without).toMatchObject({
      perDay: 200,
      perMinute: 5,
      titleLength: 100,
      contentLength: 20_000,
    })
    expect(membership.limits.with).toMatchObject({
      perDay: 5000,
      perMinute: 30,
      titleLength: 200,
      contentLength: 100_000,
    })
    expect(points).toEqual({ fenPerPoint: 1, min: 100, max: 777 })
    expect(payableForMs).toBe(30 * MINUTE)
  })
})

describe('P4 the ways to pay', () => {
  it('are told with where each works and what it needs', () => {
    expect(offersWith().methods.map(({ method }) => method)).toEqual([...paymentMethods])
    expect(offersWith().methods).toContainEqual({
      method: 'wechat_jsapi',
      channel: 'wechat_pay',
      worksIn: ['wechat'],
      needs: ['openid'],
    })
    expect(offersWith().methods).toContainEqual({
      method: 'wechat_h5',
      channel: 'wechat_pay',
      worksIn: ['phone_browser'],
      needs: ['public_address'],
    })
    // In WeChat nothing of Alipay opens.
    for (const { channel, worksIn, needs } of offersWith().methods)
      if (channel === 'alipay') expect([worksIn.includes('wechat'), needs]).toEqual([false, []])
  })

  it('are those of the channels with an account, and some way is left at each place but WeChat', () => {
    expect(new Set(offersWith({}, ['alipay']).methods.map(({ channel }) => channel))).toEqual(new Set(['alipay']))
    expect(offersWith({}, []).methods).toEqual([])
    const withoutWechat = offersWith({}, BOTH, false).methods.map(({ method }) => method)
    expect(withoutWechat).toEqual(paymentMethods.filter((method) => method !== 'wechat_jsapi'))
    for (const channel of BOTH) {
      const places = offersWith({}, [channel]).methods.flatMap(({ worksIn }) => worksIn)
      expect(places).toEqual(expect.arrayContaining(['phone_browser', 'desktop']))
    }
  })
})

describe('P4 the answer of GET /v1/offers', () => {
  it('has the form of its row, in the language that is wanted, with what is paused', async () => {
    const notice = await world().notice()
    const shown = showOffers(offersWith(), { platform, notice, language: 'en', pausedUntil: NOON })
    expect(valueIn(parse(offersRoute.answers[200], shown))).toEqual(shown)
    expect(shown.verification.pausedUntil).toBe('2026-11-20T04:30:00.000Z')
    expect(shown.payment.payableForSeconds).toBe(1800)
    expect(shown.membership.sending.perDay).toEqual({ without: 200, with: 2000 })
    expect(shown.platform).toEqual(platform)
    expect(shown.consent).toMatchObject({ version: '2026-12', language: 'en', title: expect.stringMatching(/^Notice/) })
  })

  it('says until when verification is paused, by one read', async () => {
    const at = world()
    const paused = () => readPause({ ...at, vendors: [{ name: 'v' }] })
    expect(await paused()).toBeUndefined()
    const open = refusedNow(undefined, 'AuthFailure', { pauseMs: 5 * MINUTE, longestPauseMs: HOUR }, at.time.now)
    await at.table.commit(breakerOpened('v', undefined, open, NOON))
    const before = at.table.calls()
    expect(await paused()).toBeGreaterThan(at.time.now)
    expect(at.table.calls() - before).toBe(1)
    at.time.now += HOUR
    expect(await paused()).toBeUndefined()
  })
})

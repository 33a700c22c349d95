import { describe, expect } from 'vitest'
import { testOf } from '../browser-test.ts'
import { fixtureSite } from '../fixture/site.ts'
import type { DeviceName } from '../visit/devices.ts'
import { answer, hold, lose, loseNetwork, returnAsItWas } from '../visit/network.ts'
import { bridgeOf } from '../visit/visits.ts'

const test = testOf(fixtureSite)

describe('where people come from', () => {
  test.for([
    ['wechatAndroid', /MicroMessenger\/.*Language\/zh_CN/, 390],
    ['wechatIos', /iPhone.*MicroMessenger\//, 390],
    ['androidChrome', /Android.*Chrome\/[\d.]+ Mobile/, 390],
    ['iphoneSafari', /iPhone.*Safari\//, 390],
    ['desktop', /Windows.*Chrome\//, 1280],
  ] as const satisfies [DeviceName, RegExp, number][])(
    'is told to the page: %s',
    async ([device, agent, width], { open }) => {
      const page = await open({ device })
      await page.goto('/', { waitUntil: 'networkidle' })
      const seen = await page.evaluate(() => ({
        agent: navigator.userAgent,
        width: innerWidth,
        language: navigator.language,
        zone: new Date(0).getHours(),
        bridge: 'WeixinJSBridge' in window,
      }))
      expect(seen).toEqual({
        agent: expect.stringMatching(agent),
        width,
        language: 'zh-CN',
        zone: 8,
        bridge: device.startsWith('wechat'),
      })
    },
  )

  test('is another device each time, with nothing of the first', async ({ open }) => {
    const first = await open()
    await first.goto('/')
    await first.evaluate(() => localStorage.setItem('kept', 'here'))
    const second = await open({ device: 'desktop', language: 'en' })
    await second.goto('/')
    expect(await second.evaluate(() => [localStorage.getItem('kept'), navigator.language])).toEqual([null, 'en'])
    expect(await first.evaluate(() => localStorage.getItem('kept'))).toBe('here')
  })
})

describe('the bridge of WeChat', () => {
  test('lets the payer pay, and answers as the test says', async ({ open }) => {
    const page = await open()
    const bridge = bridgeOf(page)
    const paid: string[] = []
    bridge.payer = async (parameters) => paid.push(String(parameters.package))
    await page.goto('/')
    const state = page.locator('#state')
    await state.filter({ hasText: 'bridge' }).waitFor()
    const pay = () => page.evaluate(() => (window as unknown as { payNow(): void }).payNow())
    for (const answer of ['ok', 'cancel', 'fail'] as const) {
      bridge.answer = answer
      await pay()
      await state.filter({ hasText: `get_brand_wcpay_request:${answer}` }).waitFor()
    }
    bridge.answer = 'nothing'
    await pay()
    expect(paid).toEqual(['prepay_id=1'])
    expect(bridge.asked).toEqual(Array(4).fill({ appId: 'wx1', package: 'prepay_id=1' }))
    expect(await state.textContent()).toMatch(/(get_brand_wcpay_request:\w+ ){3}$/)
  })

  test('says that it failed where the payer could not pay', async ({ open }) => {
    const page = await open()
    const bridge = bridgeOf(page)
    bridge.payer = () => Promise.reject(new Error('signature_invalid'))
    await page.goto('/')
    await page.locator('#state').filter({ hasText: 'bridge' }).waitFor()
    await page.evaluate(() => (window as unknown as { payNow(): void }).payNow())
    await page.locator('#state').filter({ hasText: 'get_brand_wcpay_request:fail' }).waitFor()
    expect(bridge.refusals).toEqual(['Error: signature_invalid'])
  })

  test('is nowhere else', async ({ open }) => {
    const page = await open({ device: 'iphoneSafari' })
    expect(() => bridgeOf(page)).toThrow('no bridge outside WeChat')
  })
})

describe('what happens on the way', () => {
  const paying = '**/v1/pay'

  test('the network is lost, and comes back', async ({ open }) => {
    const page = await open()
    await page.goto('/')
    const restore = await loseNetwork(page)
    await page.locator('#pay').tap()
    await page.locator('#state').filter({ hasText: 'no answer' }).waitFor()
    await restore()
    await page.locator('#pay').tap()
    await page.locator('#state').filter({ hasText: 'answered 200' }).waitFor()
    expect(await page.locator('#state').textContent()).toContain('no answer')
  })

  test('an answer takes as long as the test wants', async ({ open }) => {
    const page = await open()
    await page.goto('/')
    const held = await hold(page, paying)
    await page.locator('#pay').tap()
    await held.arrived
    await page.locator('#pay').tap()
    expect(await page.locator('#state').textContent()).not.toContain('answered')
    await expect.poll(held.count).toBe(2)
    await held.release()
    await page.locator('#state').filter({ hasText: 'answered 200 answered 200' }).waitFor()
  })

  test.for(['request', 'answer'] as const)('a %s is lost once', async (what, { open }) => {
    const page = await open()
    await page.goto('/')
    await lose(page, paying, what, 1)
    await page.locator('#pay').tap()
    await page.locator('#state').filter({ hasText: 'no answer' }).waitFor()
    await page.locator('#pay').tap()
    await page.locator('#state').filter({ hasText: 'answered 200' }).waitFor()
    expect(await page.locator('#state').textContent()).toContain('no answer')
  })

  test('somebody else answers', async ({ open }) => {
    const page = await open()
    await page.goto('/')
    await answer(page, paying, 503, { code: 'unavailable' }, 1)
    await page.locator('#pay').tap()
    await page.locator('#state').filter({ hasText: 'answered 503' }).waitFor()
    expect(await page.locator('#state').textContent()).toContain('answered 503')
  })

  test('a page is come back to as it was left', async ({ open }) => {
    const page = await open()
    await page.goto('/')
    await returnAsItWas(page)
    expect(await page.locator('#state').textContent()).toContain('hidden visible persisted true')
    expect(await page.evaluate(() => document.visibilityState)).toBe('visible')
  })
})

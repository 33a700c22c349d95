import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { settings, settingsOf, settingTexts } from '../../../functions/settings.ts'
import { settingsInForce } from '../../../functions/upkeep/in-force/setting-in-force.ts'
import { settingsShown, showSettings } from '../../../functions/upkeep/in-force/settings-view.ts'
import { namedSettings } from '../../../shared/kernel/settings.ts'

const inForce = (stage: string, json?: string) =>
  settingsInForce(settings, settingTexts, settingsOf(stage, json), stage === 'sandbox')
const named = (name: string, stage: string, json?: string) => inForce(stage, json).find((one) => one.name === name)

describe('M8 the settings in force', () => {
  it.each(['sandbox', 'production'])(
    'are all there are, each with its sentence, and differ in nothing by default: %s',
    (stage) => {
      const all = inForce(stage)
      expect(all.map(({ name }) => name)).toEqual(namedSettings(settings).map(([name]) => name))
      expect(all.filter(({ differs }) => differs)).toEqual([])
      expect(all.filter(({ is }) => is === '')).toEqual([])
      expect(
        z.safeParse(settingsShown, JSON.parse(JSON.stringify(showSettings(all, 'SECRET_A=a SECRET_B=')))).success,
      ).toBe(true)
    },
  )
  it('say what somebody set, and what it would be without that', () => {
    expect(named('sms.tries', 'production', '{"sms":{"tries":3}}')).toMatchObject({
      unit: 'pieces',
      value: 3,
      byDefault: 5,
      differs: true,
    })
    expect(named('sms.perDayFromAddress', 'sandbox')).toMatchObject({ byDefault: 10_000, differs: false })
  })
  it('do not differ where the same was said in another order', () => {
    const vendorCost = named('vendorCost', 'production')?.byDefault
    const turned = Object.fromEntries(Object.entries(Object(vendorCost)).reverse())
    expect(named('vendorCost', 'production', JSON.stringify({ vendorCost: turned }))?.differs).toBe(false)
    expect(named('sms.vendors', 'production', '{"sms":{"vendors":["alibaba_cloud","tencent_cloud"]}}')?.differs).toBe(
      true,
    )
  })
  it('name secrets and say of none what is in it', () => {
    expect(showSettings([], 'SECRET_WECHAT_PAY=shiming/p/wechat-pay SECRET_ALIPAY=').secrets).toEqual([
      { name: 'SECRET_WECHAT_PAY', storedAs: 'shiming/p/wechat-pay' },
      { name: 'SECRET_ALIPAY', storedAs: null },
    ])
  })
})

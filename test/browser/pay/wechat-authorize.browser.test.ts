import { describe, expect } from 'vitest'
import { faultsRoute } from '../../../functions/sandbox/control.route.ts'
import { submitted } from '../../flows/way.ts'
import { test } from '../browser-test.ts'
import { accessible } from '../looks/accessible.ts'
import { laidOut } from '../looks/layout.ts'
import { pictured } from '../looks/pictured.ts'
import { signedIn } from '../visit/signed-in.ts'
import { bridgeOf } from '../visit/visits.ts'

describe('the pretended WeChat', () => {
  test('asks whose it is where it is told to: who refuses is told what that means, and who agrees pays', async ({
    open,
    instance,
  }) => {
    const { user } = await submitted(instance, 'match', 'fee')
    const page = await open({})
    await signedIn(page, user)
    const press = (name: string) => page.getByRole('button', { name }).click()
    const asks = { target: 'wechat_authorize', mode: 'asks', times: 2 } as const
    await instance.platform.must(faultsRoute, { body: asks })

    await page.goto('/verify/pay')
    await press('付款 ¥1.00')
    await page.getByRole('heading', { level: 1, name: '微信授权' }).waitFor()
    await accessible(page)
    await laidOut(page)
    await pictured(page, 'wechat-authorization')
    await press('拒绝 Refuse')
    await page.getByText('没有取得微信的授权').waitFor()
    expect(page.url()).toBe(`${instance.engine.url}/verify/pay`)
    expect(bridgeOf(page).asked).toEqual([])

    bridgeOf(page).payer = (jsapi) => instance.platform.sandbox.payer.wechatPay({ jsapi: jsapi as never })
    await press('付款 ¥1.00')
    await page.getByLabel('以谁的身份').fill('周')
    await press('允许 Allow')
    await page.waitForURL('**/verify/result')
    expect(bridgeOf(page).refusals).toEqual([])
  })
})

import { describe, expect } from 'vitest'
import { scan, signIn } from '../../../local/demo/user.ts'
import { verifiedUser } from '../../flows/way.ts'
import { test } from '../browser-test.ts'
import { signedIn } from '../visit/signed-in.ts'
import { payments } from './step-2.ts'

describe('buying', () => {
  test('P15 a month of membership: what it brings, paid, and until when', async ({ open, instance }) => {
    const { phone } = await instance.person('match')
    const page = await open({ device: 'desktop' })
    await signedIn(page, await signIn(instance.platform, phone))
    await page.goto('/membership')
    await page.getByRole('button', { name: '购买，¥10.00' }).waitFor()
    await page.getByRole('button', { name: '购买，¥10.00' }).dblclick()
    await page.getByRole('button', { name: '显示付款码 ¥10.00' }).waitFor()
    await page.reload()
    const asked = payments(page)
    await page.getByRole('button', { name: '显示付款码 ¥10.00' }).click()
    await page.getByRole('img', { name: '微信付款码' }).waitFor()
    await scan(instance.platform, String((await asked[0])?.codeUrl))
    await page.getByText('已付款，会员已生效。').waitFor()
    await page.getByText('有效期至').waitFor()
    await page.getByRole('button', { name: '再买一个月，¥10.00' }).waitFor()
    expect(asked.length).toBe(1)
  })

  test('P14 P1 points: behind the gate, then an amount, paid, and there', async ({ open, instance }) => {
    const { phone } = await instance.person('match')
    const stranger = await open()
    await signedIn(stranger, await signIn(instance.platform, phone))
    await stranger.goto('/points')
    await stranger.getByText('充值积分需要先完成实名认证').waitFor()
    await stranger.getByText('代码 905').waitFor()
    expect(await stranger.getByRole('link', { name: '去实名认证' }).getAttribute('href')).toMatch(/\/verify$/)

    const { user } = await verifiedUser(instance, 'fee')
    const page = await open({ device: 'desktop' })
    await signedIn(page, user)
    await page.goto('/points')
    await page.getByRole('radio', { name: '其他数量' }).check()
    await page.getByLabel('充值的积分数').fill('7')
    await page.getByRole('button', { name: '去付款' }).click()
    await page.getByRole('alert').getByText('请填写 100 到 100000 之间的整数。').waitFor()
    await page.getByLabel('充值的积分数').fill('2 500')
    await page.getByText('应付 ¥25.00').waitFor()
    await page.getByRole('button', { name: '去付款，¥25.00' }).dblclick()
    const asked = payments(page)
    await page.getByRole('button', { name: '显示付款码 ¥25.00' }).click()
    await page.getByRole('img', { name: '微信付款码' }).waitFor()
    await scan(instance.platform, String((await asked[0])?.codeUrl))
    await page.getByText('已付款，积分已到账。').waitFor()
    await page.getByText('2500 积分').waitFor()
  })
})

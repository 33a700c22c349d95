import { describe, expect } from 'vitest'
import { scan, signIn } from '../../local/demo/user.ts'
import { begunWay } from '../flows/way.ts'
import { test } from './browser-test.ts'
import { accessible } from './looks/accessible.ts'
import { laidOut } from './looks/layout.ts'
import { pictured } from './looks/pictured.ts'
import { signedIn } from './visit/signed-in.ts'

describe('step 3', () => {
  test('P5 P7 tells a mismatch, what stays, what goes back, and how far that is', async ({ open, instance }) => {
    const { platform } = instance
    const way = await begunWay(instance, 'mismatch', 'membership')
    const page = await open()
    await signedIn(page, way.user)
    await page.goto('/verify/result')
    await page.getByRole('heading', { level: 1, name: '等待付款' }).waitFor()
    await pictured(page, 'result-awaiting')
    await accessible(page)
    await scan(platform, way.codeUrl)
    await platform.pass('1m')
    await page.getByRole('heading', { level: 1, name: '信息不一致' }).waitFor()
    expect(await page.getByRole('status').first().textContent()).toContain('三项中至少有一项对不上')
    await page.getByText('¥1.00 是核验费，不退；¥9.00 自动退回').waitFor()
    await pictured(page, 'result-mismatch')
    await accessible(page)
    await laidOut(page)
    await page.getByRole('link', { name: '查看订单和收据' }).click()
    await page.getByRole('heading', { level: 1, name: '订单和收据' }).waitFor()
    await page.getByText('商户单号', { exact: true }).waitFor()
    await accessible(page)
    await page.emulateMedia({ media: 'print' })
    await pictured(page, 'receipt-printed')
    await page.emulateMedia({ media: null })
    await page.getByRole('link', { name: '全部订单' }).click()
    await page.getByRole('heading', { level: 1, name: '我的订单' }).waitFor()
    await page.getByText('已完成').waitFor()
    await accessible(page)
  })

  test('gives an unpaid order up after a question, once, and leads on', async ({ open, instance }) => {
    const way = await begunWay(instance, 'match', 'fee')
    const page = await open({ device: 'desktop' })
    await signedIn(page, way.user)
    await page.goto('/orders')
    await page.getByRole('link', { name: '实名核验' }).click()
    await page.getByRole('button', { name: '放弃订单' }).click()
    await page.getByRole('button', { name: '保留订单' }).click()
    await page.getByText('付款时间还剩').waitFor()
    await page.getByRole('button', { name: '放弃订单' }).click()
    await page.getByRole('button', { name: '放弃', exact: true }).dblclick()
    await page.getByText('已关闭，没有付款').first().waitFor()
    await page.getByRole('link', { name: '查看核验结果' }).click()
    await page.getByRole('heading', { level: 1, name: '本次认证已取消' }).waitFor()
    await page.getByText('没有付款，也没有扣款。').waitFor()
    expect(await page.getByRole('button', { name: '重新提交' }).getAttribute('aria-disabled')).toBeNull()
  })

  test('says that nothing was checked yet, and that another order is not there', async ({ open, instance }) => {
    const person = await instance.person('match')
    const user = await signIn(instance.platform, person.phone)
    const page = await open()
    await signedIn(page, user)
    await page.goto('/verify/result')
    await page.getByRole('link', { name: '去认证' }).waitFor()
    await page.goto(`/orders/${'0'.repeat(32)}`)
    await page.getByRole('heading', { level: 1, name: '没有这个订单' }).waitFor()
    expect(await page.getByRole('link', { name: '全部订单' }).getAttribute('href')).toBe('/orders')
  })
})

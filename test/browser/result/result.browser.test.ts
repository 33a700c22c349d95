import { describe, expect } from 'vitest'
import { scan, signIn } from '../../../local/demo/user.ts'
import { begunWay } from '../../flows/way.ts'
import { test } from '../browser-test.ts'
import { accessible } from '../looks/accessible.ts'
import { loseNetwork } from '../visit/network.ts'
import { signedIn } from '../visit/signed-in.ts'

const heading = { level: 1 } as const

describe('step 3', () => {
  test('P5 P7 tells a mismatch, what stays, what goes back, and how far that is', async ({ open, instance }) => {
    const { platform } = instance
    const way = await begunWay(instance, 'mismatch', 'membership')
    const page = await open()
    await signedIn(page, way.user)
    await page.goto('/verify/result')
    await page.getByRole('heading', { ...heading, name: '等待付款' }).waitFor()
    const restore = await loseNetwork(page)
    await scan(platform, way.codeUrl)
    await platform.pass('1m')
    await page.getByText('下面显示的可能不是最新的').waitFor()
    await restore()
    await page.getByRole('heading', { ...heading, name: '信息不一致' }).waitFor()
    expect(await page.getByRole('status').first().textContent()).toContain('三项中至少有一项对不上')
    await page.getByText('¥1.00 是核验费，不退；¥9.00 自动退回').waitFor()
    await page.getByText('已退回').first().waitFor()
    await page.getByText('今天还可以核验 2 次').waitFor()
    await page.getByText(/同样的信息可以再次提交的时间/).waitFor()
    await page.getByRole('link', { name: '查看订单和收据' }).click()
    await page.getByRole('heading', { ...heading, name: '订单和收据' }).waitFor()
    await page.getByText('商户单号', { exact: true }).waitFor()
    await page.getByRole('link', { name: '全部订单' }).click()
    await page.getByRole('heading', { ...heading, name: '我的订单' }).waitFor()
    await page.getByText('已完成').waitFor()
    await accessible(page)
  })

  test('leads whoever is verified back to where they came from', async ({ open, instance }) => {
    const { platform } = instance
    const way = await begunWay(instance, 'match', 'fee')
    await platform.shiming.withSession(way.user.token).sessions.setReturnUrl('http://127.0.0.1:5173/back')
    const page = await open({ device: 'iphoneSafari' })
    await signedIn(page, way.user)
    await scan(platform, way.codeUrl)
    await platform.pass('1m')
    await page.goto('/verify/result')
    await page.getByRole('heading', { ...heading, name: '实名认证通过' }).waitFor()
    await page.getByText('已付 ¥1.00，是这次核验的费用，不退。').waitFor()
    const back = page.getByRole('link', { name: /^回到/ })
    expect(await back.getAttribute('href')).toBe('http://127.0.0.1:5173/back')
    await page.getByRole('main').getByRole('link', { name: '我的账号' }).click()
    await page.getByText('已实名').first().waitFor()
  })

  test('says of what we or the vendor failed that all goes back, and when to try again', async ({ open, instance }) => {
    const way = await begunWay(instance, 'daily_limit', 'fee')
    await scan(instance.platform, way.codeUrl)
    await instance.platform.pass('1m')
    const page = await open({ language: 'en' })
    await signedIn(page, way.user)
    await page.goto('/verify/result')
    await page.getByRole('heading', { ...heading, name: 'These data cannot be checked again today' }).waitFor()
    await page.getByText('All of the ¥1.00 paid goes back by itself').waitFor()
    await page.getByText('You can submit again tomorrow 00:00').waitFor()
    const contact = page.getByRole('link', { name: 'privacy@platform.example' })
    expect(await contact.getAttribute('href')).toBe('mailto:privacy@platform.example')
    const again = page.getByRole('button', { name: 'Submit again' })
    expect(await again.getAttribute('aria-disabled')).toBe('true')
    await again.click({ force: true })
    expect(new URL(page.url()).pathname).toBe('/verify/result')
  })

  test('gives an unpaid order up after a question, once, and leads on', async ({ open, instance }) => {
    const way = await begunWay(instance, 'match', 'fee')
    const page = await open({ device: 'desktop' })
    await signedIn(page, way.user)
    await page.goto('/orders')
    await page.getByRole('link', { name: '实名核验' }).click()
    await page.getByRole('button', { name: '放弃付款' }).click()
    await page.getByRole('button', { name: '保留订单' }).click()
    await page.getByRole('button', { name: '放弃付款' }).click()
    await page.getByRole('button', { name: '放弃', exact: true }).dblclick()
    await page.getByText('已关闭，没有付款').first().waitFor()
    await page.getByRole('link', { name: '查看核验结果' }).click()
    await page.getByRole('heading', { ...heading, name: '本次认证已取消' }).waitFor()
    await page.getByText('没有收到付款，没有扣款。').waitFor()
    expect(await page.getByRole('button', { name: '重新提交' }).getAttribute('aria-disabled')).toBeNull()
  })

  test('says that nothing was checked yet, and that another order is not there', async ({ open, instance }) => {
    const person = await instance.person('match')
    const user = await signIn(instance.platform, person.phone)
    const page = await open()
    await signedIn(page, user)
    await page.goto('/verify/result')
    await page.getByRole('link', { name: '去实名认证' }).waitFor()
    await page.goto(`/orders/${'0'.repeat(32)}`)
    await page.getByRole('heading', { ...heading, name: '没有这个订单' }).waitFor()
    expect(await page.getByRole('link', { name: '全部订单' }).getAttribute('href')).toBe('/orders')
  })
})

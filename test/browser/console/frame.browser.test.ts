import { describe, expect } from 'vitest'
import { test } from '../browser-test.ts'
import { CODE, operatorAt, PASSWORD } from './at-console.ts'

describe('the console of operators', () => {
  test('is entered by name, password and code, says what was wrong, and keeps what was typed', async ({
    open,
    instance,
  }) => {
    const page = await open({ device: 'desktop' })
    await operatorAt(page, instance, { isIn: false })
    await page.goto('/console/refunds')
    await page.getByRole('heading', { level: 1, name: '登录运营台' }).waitFor()
    await page.getByRole('button', { name: '登录', exact: true }).click()
    await page.getByRole('alert').getByText('请填写登录名').waitFor()
    await page.getByLabel('登录名').fill('li.wen')
    await page.getByLabel('密码').fill('wrong')
    await page.getByLabel('动态验证码').fill('123 456')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').getByText('credentials_wrong').waitFor()
    expect(await page.getByLabel('登录名').inputValue()).toBe('li.wen')
    await page.getByLabel('密码').fill(PASSWORD)
    await page.getByRole('button', { name: '登录', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: '异常退款' }).waitFor()
    await page.getByText('没有需要人工的退款。').waitFor()
  })

  test('shows each role what it may, and says of the rest that it is not theirs', async ({ open, instance }) => {
    const page = await open({ device: 'desktop', language: 'en' })
    await operatorAt(page, instance, { rights: ['see_systems'] })
    await page.goto('/console/complaints')
    await page.getByRole('heading', { level: 1, name: 'This page is not for your role' }).waitFor()
    expect(await page.getByRole('navigation').getByRole('link').allTextContents()).toEqual(['To do'])
  })

  test('asks whoever is signed out meanwhile to sign in over the page, which stays as it was', async ({
    open,
    instance,
  }) => {
    const page = await open({ device: 'desktop' })
    const at = await operatorAt(page, instance)
    await page.goto('/console/complaints')
    await page.getByText('没有这样的投诉。').waitFor()
    at.isIn = false
    await page.getByRole('link', { name: '已结束' }).click()
    await page.getByRole('heading', { level: 1, name: '请重新登录' }).waitFor()
    expect(await page.getByLabel('登录名').inputValue()).toBe('li.wen')
    await page.getByLabel('密码').fill(PASSWORD)
    await page.getByLabel('动态验证码').fill(CODE)
    await page.keyboard.press('Enter')
    await page.getByText('没有这样的投诉。').waitFor()
    expect(new URL(page.url()).search).toBe('?status=completed')
    await page.getByRole('button', { name: /li\.wen/ }).click()
    await page.getByRole('menuitem', { name: '退出登录' }).click()
    await page.getByRole('heading', { level: 1, name: '登录运营台' }).waitFor()
    expect(await page.getByLabel('登录名').inputValue()).toBe('')
  })

  test('says under an address of its own that nothing is there, and leads back', async ({ open, instance }) => {
    const page = await open({ device: 'desktop' })
    await operatorAt(page, instance)
    await page.goto('/console')
    await page.evaluate(() => history.pushState(null, '', '/console/nothing'))
    await page.evaluate(() => dispatchEvent(new PopStateEvent('popstate')))
    await page.getByRole('heading', { level: 1, name: '没有这个页面' }).waitFor()
    await page.getByRole('link', { name: '回到待办' }).click()
    await page.getByRole('heading', { level: 1, name: '待办' }).waitFor()
    expect(await page.title()).toBe('待办')
  })
})

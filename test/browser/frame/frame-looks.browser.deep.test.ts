import { describe, expect } from 'vitest'
import { DAY } from '../../../shared/kernel/time.ts'
import { verifiedUser } from '../../flows/way.ts'
import { test } from '../browser-test.ts'
import { glanced, swept } from '../looks/judged.ts'
import { tabbed } from '../looks/keyboard.ts'
import { codeIn } from '../people.ts'
import { answer, loseNetwork, returnAsItWas } from '../visit/network.ts'
import { watchOver } from '../visit/watch.ts'

describe('the way in, in every look', () => {
  test('the start, and how pages are shown', async ({ open }) => {
    const page = await open()
    await page.goto('/')
    await page.getByText('¥10.00').waitFor()
    await swept(page, 'start')
    expect(await tabbed(page)).toEqual(expect.arrayContaining(['开始认证', '显示', 'English']))
    await page.getByRole('button', { name: '显示' }).click()
    await page.getByRole('dialog').waitFor()
    await swept(page, 'display')
  })

  test('signing in: the number, the code, what is wrong with them', async ({ open, instance }) => {
    const person = await instance.person('match')
    const page = await open()
    await page.goto('/sign-in')
    await swept(page, 'sign-in')
    await page.getByLabel('手机号').fill('1380013')
    await page.getByRole('button', { name: '获取验证码' }).click()
    await page.getByRole('alert').waitFor()
    await swept(page, 'sign-in-errors')
    await page.getByLabel('手机号').fill(person.phone)
    await page.getByRole('button', { name: '获取验证码' }).click()
    await page.getByLabel('短信验证码').waitFor()
    await swept(page, 'sign-in-code', [page.getByRole('button', { name: /后可重新获取/ })])
    const right = await codeIn(instance, person.phone)
    await page.getByLabel('短信验证码').fill(right === '111111' ? '222222' : '111111')
    await page.getByRole('button', { name: '登录', exact: true }).click()
    await page.getByRole('alert').waitFor()
    await glanced(page, 'sign-in-code-wrong')
  })

  test('the last four of the ID number, of a number that comes back', async ({ open, instance }) => {
    const { user } = await verifiedUser(instance, 'fee')
    await instance.engine.advance(90 * DAY)
    const page = await open()
    await page.goto('/sign-in')
    await page.getByLabel('手机号').fill(user.phone)
    await page.getByRole('button', { name: '获取验证码' }).click()
    await page.getByLabel('短信验证码').waitFor()
    await page.getByLabel('短信验证码').fill(await codeIn(instance, user.phone))
    await page.getByRole('button', { name: '登录', exact: true }).click()
    await page.getByLabel('证件号码后四位').waitFor()
    await swept(page, 'sign-in-last-four', [page.getByRole('button', { name: /后可重新获取/ })])
  })
})

describe('what goes wrong, in every look', () => {
  test('no such page', async ({ open }) => {
    const page = await open()
    await page.goto('/')
    await page.evaluate(() => history.pushState(null, '', '/nowhere'))
    await page.evaluate(() => dispatchEvent(new PopStateEvent('popstate')))
    await page.getByRole('heading', { level: 1, name: '没有这个页面' }).waitFor()
    await swept(page, 'nothing-here')
  })

  test('a page that may be out of date, and one that cannot be read', async ({ open }) => {
    const page = await open()
    await page.goto('/')
    await page.getByText('¥10.00').waitFor()
    const back = await loseNetwork(page)
    await returnAsItWas(page)
    await page.getByText('下面显示的可能不是最新的').waitFor()
    await swept(page, 'stale')
    await back()
    await answer(page, '**/v1/offers', 503, {})
    await page.reload()
    await page.getByRole('button', { name: '重试' }).waitFor()
    await swept(page, 'unread')
  })

  test('a fault of ours', async ({ open }) => {
    const page = await open()
    watchOver(page).expect(/TypeError/)
    await answer(page, '**/v1/offers', 200, {})
    await page.goto('/')
    await page.getByRole('heading', { level: 1, name: '页面出了问题' }).waitFor()
    await swept(page, 'failed')
  })
})

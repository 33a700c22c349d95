import { describe, expect } from 'vitest'
import { verifiedUser } from '../../flows/way.ts'
import { test } from '../browser-test.ts'
import { hold } from '../visit/network.ts'
import { signedIn } from '../visit/signed-in.ts'
import { endElsewhere, signInAgain } from './session-ends.ts'

describe('a session that ends over a page that asks nothing about the account', () => {
  test('gives what was typed back to whoever typed it, and to nobody else', async ({ open, instance }) => {
    const { user } = await verifiedUser(instance, 'fee')
    const { user: other } = await verifiedUser(instance, 'fee')
    const page = await open()
    await signedIn(page, user)
    await page.goto('/channels')
    // The way to the account is there on every page.
    await page.getByRole('link', { name: '账号' }).waitFor()
    const field = page.getByLabel('渠道编码')
    await field.fill('my-server')
    await page.getByLabel('地址').fill('https://hooks.example.com/shiming')
    await endElsewhere(instance, user)
    await page.getByRole('button', { name: '添加渠道' }).click()
    await signInAgain(page, instance, user.phone)
    expect(await field.inputValue()).toBe('my-server')
    expect(await page.getByLabel('地址').inputValue()).toBe('https://hooks.example.com/shiming')
    expect(await page.locator('.summary').count()).toBe(0)

    await page.evaluate(() => fetch('/v1/sessions/current', { method: 'DELETE', headers: { 'x-shiming-web': '1' } }))
    await page.getByRole('button', { name: '添加渠道' }).click()
    await signInAgain(page, instance, other.phone)
    expect(await field.inputValue()).toBe('')
  })
})

describe('somebody of whom this browser has not heard', () => {
  test('can sign in before the service has answered, and need not where they are in', async ({ open, instance }) => {
    const page = await open()
    const held = await hold(page, '**/v1/account')
    await page.goto('/verify')
    await page.getByLabel('手机号').waitFor()
    await held.release()
    const { user } = await verifiedUser(instance, 'fee')
    const other = await open()
    await signedIn(other, user)
    // Nothing on this page belongs to anybody.
    await other.goto('/points')
    await other.getByRole('heading', { level: 1, name: '积分充值' }).waitFor()
    expect(await other.getByRole('link', { name: '账号' }).count()).toBe(1)
  })
})

import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { GOOD_CARD, typeCard } from '../../../local/demo/card.ts'
import { type Person, signIn } from '../../../local/demo/user.ts'
import type { Instance } from '../../flows/instance.ts'
import { verifiedUser } from '../../flows/way.ts'
import { test } from '../browser-test.ts'
import { accessible } from '../looks/accessible.ts'
import { glanced } from '../looks/judged.ts'
import { laidOut } from '../looks/layout.ts'
import { codeIn } from '../people.ts'
import { signedIn } from '../visit/signed-in.ts'

const LOST = '6200000000000047'

/** Types a card in Chinese, as somebody who has read the notice; the code that is sent to the mobile among it. */
const typeIn = async (page: Page, instance: Instance, number: string, phone: string): Promise<void> => {
  await page.getByRole('checkbox', { name: /^我已阅读并单独同意/ }).check()
  await page.getByLabel('银行卡号', { exact: true }).fill(number)
  await page.getByLabel('银行预留手机号').fill(phone)
  await page.getByRole('button', { name: '获取验证码' }).click()
  await page.getByText(/验证码已发送到/).waitFor()
  await page.getByLabel('短信验证码').fill(await codeIn(instance, phone))
}

const send = (page: Page) => page.getByRole('button', { name: '核验并绑定' }).click()

/** Nothing of a number stays in the browser, nor in its address. */
const nothingKept = async (page: Page): Promise<void> => {
  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, location.href]))
  expect(kept).not.toMatch(/6200\s?0000/)
}

describe('X2 the page of bank cards', () => {
  test('binds a card of whoever is verified with their name locked, takes it off, and knows it as formerly bound', async ({
    open,
    instance,
  }) => {
    const { user } = await verifiedUser(instance, 'fee')
    await instance.platform.pass('1m')
    const page = await open()
    await signedIn(page, user)
    await page.goto('/account')
    await page.getByRole('link', { name: '银行卡' }).click()
    await page.getByText('还没有绑定银行卡。').waitFor()
    // Who they are is shown, and no field.
    await page.getByText('只能绑定本人的银行卡', { exact: false }).waitFor()
    expect(await page.getByLabel('姓名').count()).toBe(0)
    await glanced(page, 'cards-none')

    await send(page)
    await page.getByRole('alert').getByText('请阅读告知书，同意后勾选。').waitFor()
    await page.getByRole('alert').getByText('银行卡号应为 13 至 19 位数字').waitFor()
    await glanced(page, 'cards-empty-form')
    await page.getByRole('button', { name: '阅读告知书全文' }).click()
    await page.getByRole('dialog').getByText('银行卡四要素核验', { exact: false }).first().waitFor()
    await accessible(page)
    await page.getByRole('dialog').getByRole('button', { name: '关闭' }).last().click()

    const number = page.getByLabel('银行卡号', { exact: true })
    await number.fill('622848 0000')
    await page.getByText('可能是：中国农业银行 · 储蓄卡').waitFor()
    // One digit is wrong: said, and refused by nobody.
    await number.fill('6200000000000006')
    await page.getByText('这个卡号的校验位不对', { exact: false }).waitFor()
    await accessible(page)
    await laidOut(page)
    await typeIn(page, instance, '6200 0000 0000 0005', user.phone)
    await page.getByText('6200 0000 0000 0005').waitFor()
    await accessible(page)
    await laidOut(page)
    await send(page)
    const card = page.getByRole('listitem').filter({ hasText: '尾号 0005' })
    await card.getByText('已绑定').waitFor()
    await nothingKept(page)
    await glanced(page, 'cards-bound')

    await card.getByRole('button', { name: '解绑' }).click()
    await page.getByRole('dialog').getByText('等级会降低', { exact: false }).waitFor()
    await glanced(page, 'cards-unbind')
    await page.getByRole('button', { name: '不解绑' }).click()
    await card.getByRole('button', { name: '解绑' }).click()
    await page.getByRole('button', { name: '确认解绑' }).click()
    await page.getByRole('heading', { name: '曾经绑定过' }).waitFor()
    await card.getByText('已解绑').waitFor()
    await glanced(page, 'cards-former')
  })

  test('verifies who is nobody yet, after a lost card of which it says what to do', async ({ open, instance }) => {
    const person = await instance.person('match')
    const user = await signIn(instance.platform, person.phone)
    await instance.platform.pass('1m')
    const page = await open()
    await signedIn(page, user)
    await page.goto('/cards')
    await page.getByLabel('姓名').fill(person.name)
    await page.getByLabel('证件号码').fill(person.idNumber)
    await typeIn(page, instance, LOST, person.phone)
    await send(page)
    await page.getByText('这张卡已挂失。').waitFor()
    await page.getByText('请换一张本人的银行卡。').waitFor()
    // What was typed of the other card is gone with it.
    expect(await page.getByLabel('银行卡号', { exact: true }).inputValue()).toBe('')
    await glanced(page, 'cards-lost')
    await instance.platform.pass('1m')
    await page.getByLabel('姓名').fill(person.name)
    await page.getByLabel('证件号码').fill(person.idNumber)
    await typeIn(page, instance, GOOD_CARD, person.phone)
    await send(page)
    await page.getByRole('listitem').filter({ hasText: '尾号 0005' }).getByText('已绑定').waitFor()
    await page.getByText('只能绑定本人的银行卡', { exact: false }).waitFor()
    await page.getByRole('button', { name: /^从列表移除/ }).click()
    await page.getByRole('heading', { name: /尾号 0047/ }).waitFor({ state: 'detached' })
    await page.goto('/account')
    await page.getByText('银行卡四要素核验').first().waitFor()
  })

  test('says to somebody who is verified elsewhere which way round that is, and what to do', async ({
    open,
    instance,
  }) => {
    const holder = await instance.person('match')
    await typeCard(instance.platform, await signIn(instance.platform, holder.phone), holder)
    await instance.platform.pass('2m')
    const other: Person = await instance.person('match')
    const user = await signIn(instance.platform, other.phone)
    const page = await open()
    await signedIn(page, user)
    await page.goto('/cards')
    await page.getByLabel('姓名').fill(holder.name)
    await page.getByLabel('证件号码').fill(holder.idNumber)
    await typeIn(page, instance, GOOD_CARD, holder.phone)
    await send(page)
    await page.getByRole('heading', { name: '这个身份已在其他账号实名' }).waitFor()
    await page.getByRole('link', { name: '去登录' }).waitFor()
    await page.getByText('从没有在本平台实名过', { exact: false }).waitFor()
    await glanced(page, 'cards-elsewhere')
    await page.getByRole('button', { name: '返回修改' }).click()
    expect(await page.getByLabel('姓名').inputValue()).toBe(holder.name)
    // Meanwhile, elsewhere, this account became somebody: the form as it stands is of another.
    await typeCard(instance.platform, user, other)
    await instance.platform.pass('2m')
    await page.getByLabel('短信验证码').fill('000000')
    await send(page)
    await page.getByRole('heading', { name: '本账号已是另一个人' }).waitFor()
    await page.getByRole('link', { name: '请人工清除' }).waitFor()
    await glanced(page, 'cards-another')
    await page.getByRole('button', { name: '返回修改' }).click()
    await page.getByText('只能绑定本人的银行卡', { exact: false }).waitFor()
  })

  test('is whole in English on a narrow screen', async ({ open, instance }) => {
    const { user } = await verifiedUser(instance, 'fee')
    await instance.platform.pass('1m')
    await typeCard(instance.platform, user, user, LOST)
    await instance.platform.pass('2m')
    const page = await open({ language: 'en', device: 'iphoneSafari' })
    await signedIn(page, user)
    await page.setViewportSize({ width: 320, height: 640 })
    await page.goto('/cards')
    await page.getByText('This card was reported lost.').waitFor()
    await page.getByText('Use another card of your own.').waitFor()
    await glanced(page, 'cards-english')
  })
})

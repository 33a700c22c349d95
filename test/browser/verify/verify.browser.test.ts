import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { test } from '../browser-test.ts'
import { codeIn, fillIn, signInOn } from '../people.ts'
import { lose, loseNetwork } from '../visit/network.ts'

const next = (page: Page) => page.getByRole('button', { name: '下一步' })
const submit = (page: Page) => page.getByRole('button', { name: /确认提交/ })
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name })
const focused = (page: Page) => page.evaluate(() => document.activeElement?.id || document.activeElement?.className)
const summary = (page: Page) => page.getByRole('alert')

describe('step 1', () => {
  test('leads from the start to the order in ten taps and five fields, those of signing in among them', async ({
    open,
    instance,
  }) => {
    const person = await instance.person('match')
    const page = await open()
    let taps = 0
    const tap = async (name: RegExp | string): Promise<void> => {
      taps += 1
      await page
        .getByRole('button', { name })
        .or(page.getByRole('link', { name }))
        .or(page.getByLabel(name))
        .first()
        .tap()
    }
    await page.goto('/')
    await tap('开始认证')
    await tap('手机号')
    await page.keyboard.type(person.phone)
    await tap('获取验证码')
    await page.getByRole('button', { name: '登录', exact: true }).waitFor()
    await page.keyboard.type(await codeIn(instance, person.phone))
    await tap('登录')
    await tap(/我已阅读并同意/)
    expect(await page.getByLabel('手机号').inputValue()).toBe(person.phone)
    await tap('姓名')
    await page.keyboard.type(person.name)
    await tap('证件号码')
    await page.keyboard.type(person.idNumber)
    await tap('获取验证码')
    await page.getByText(/验证码已发送到/).waitFor()
    expect(await focused(page)).toBe('smsCode')
    await page.keyboard.type(await codeIn(instance, person.phone))
    await tap(/下一步/)
    await heading(page, '选择方式').waitFor()
    await tap(/确认提交/)
    await page.waitForURL('**/verify/pay')
    expect(taps).toBe(10)
  })

  test('says what is wrong by the rules of the service, after a field is left and never before, and keeps all that was typed', async ({
    open,
    instance,
  }) => {
    const person = await instance.person('match')
    const page = await open()
    await signInOn(page, instance, person.phone)
    await page.goto('/verify')
    const number = page.getByLabel('证件号码')
    const error = page.locator('#idNumber-error')
    await number.pressSequentially(person.idNumber.slice(0, 10))
    expect(await error.count()).toBe(0)
    await page.getByLabel('姓名').focus()
    expect(await error.textContent()).toContain('18 位')
    await number.fill(`${person.idNumber.slice(0, 17)}${person.idNumber.endsWith('1') ? '2' : '1'}`)
    expect(await error.count()).toBe(0)
    await next(page).click()
    expect(await focused(page)).toBe('summary')
    expect(await summary(page).getByRole('link').allTextContents()).toEqual([
      '请阅读告知书，同意后勾选。',
      '请填写姓名。',
      '证件号码校验位不正确，请核对是否输错。',
      '请填写手机号。',
      '请填写短信中的 6 位数字。',
    ])
    expect(await page.title()).toMatch(/^有误：/)
    await summary(page).getByRole('link', { name: '请填写姓名。' }).click()
    expect(await focused(page)).toBe('name')
    // As keyboards of China type them, and with what people put in between.
    const spaced = `${person.idNumber.slice(0, 6)} ${person.idNumber.slice(6, 14)}-${person.idNumber.slice(14)}`
    await number.fill(spaced.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)))
    await page.getByLabel('姓名').focus()
    expect(await error.count()).toBe(0)
    // No code is asked for before there is a number for it.
    await page.getByRole('button', { name: '获取验证码' }).click()
    expect(await page.locator('#phone-error').textContent()).toContain('请填写手机号')
    expect(await focused(page)).toBe('phone')
  })

  test('puts an X where the caret is, without a keyboard of letters', async ({ open, instance }) => {
    const person = await instance.person('match')
    const page = await open()
    await signInOn(page, instance, person.phone)
    await page.goto('/verify')
    const number = page.getByLabel('证件号码')
    await number.fill(person.idNumber.slice(0, 17))
    await page.getByRole('button', { name: '输入字母 X' }).click()
    expect(await number.inputValue()).toBe(`${person.idNumber.slice(0, 17)}X`)
    expect(await focused(page)).toBe('idNumber')
  })

  test('shows the notice in full, and sends the version that was agreed to; both offers are compared before it', async ({
    open,
    instance,
  }) => {
    const person = await instance.person('match')
    const { consent } = await instance.platform.shiming.offers.get()
    const page = await open({ device: 'desktop' })
    await signInOn(page, instance, person.phone)
    await page.goto('/verify')
    await page.getByRole('button', { name: '阅读告知书全文' }).click()
    const notice = page.getByRole('dialog')
    await notice.getByText(/腾讯云/).waitFor()
    expect(await notice.textContent()).toContain(`版本 ${consent.version}`)
    await page.keyboard.press('Escape')
    expect(await page.getByLabel(/我已阅读并同意/).isChecked()).toBe(false)
    await fillIn(page, instance, person)
    await next(page).click()
    await heading(page, '选择方式').waitFor()
    const rows = await page.getByRole('row').allTextContents()
    expect(rows[2]).toBe('不一致：三项信息对不上不退退 ¥9.00，收 ¥1.00')
    expect(rows[3]).toMatch(/^查无记录.*全退 ¥1.00全退 ¥10.00$/)
    await page.getByLabel(/一个月会员/).check()
    const sent = page.waitForRequest('**/v1/verifications')
    await page.getByRole('button', { name: '确认提交，去付款 ¥10.00' }).dblclick()
    expect((await sent).postDataJSON()).toMatchObject({
      offer: 'membership',
      consent: { notice: consent.version, agreed: true },
    })
    await page.waitForURL('**/verify/pay')
    // It is one order, and going back shows it in the place of the form.
    await page.goBack()
    await heading(page, '您有一个待付款的认证').waitFor()
    expect(await page.getByText('¥10.00').count()).toBe(1)
    await page.getByRole('button', { name: '放弃并重新填写' }).click()
    // All but the code and the consent is still there for another try.
    await page.getByLabel('姓名').waitFor()
    expect(await page.getByLabel('证件号码').inputValue()).toBe(person.idNumber)
    expect(await page.getByLabel('短信验证码').inputValue()).toBe('')
    expect(await page.getByLabel(/我已阅读并同意/).isChecked()).toBe(false)
  })

  test('keeps what was typed through going back and forth, a code that is wrong, and a session that ends meanwhile', async ({
    open,
    instance,
  }) => {
    const { platform } = instance
    const person = await instance.person('match')
    const page = await open()
    await signInOn(page, instance, person.phone)
    await page.goto('/verify')
    await fillIn(page, instance, person)
    const right = await page.getByLabel('短信验证码').inputValue()
    await page.getByLabel('短信验证码').fill(right === '111111' ? '222222' : '111111')
    await next(page).click()
    await submit(page).click()
    // Its field is on the first part, so that is shown again.
    await summary(page)
      .getByText(/验证码不正确/)
      .waitFor()
    expect(await focused(page)).toBe('summary')
    expect(await page.locator('#smsCode-error').count()).toBe(1)
    await page.getByLabel('短信验证码').fill(right)
    await next(page).click()
    await page.goBack()
    await page.getByRole('link', { name: '实名', exact: true }).click()
    await page.getByRole('link', { name: '开始认证' }).click()
    expect(await page.getByLabel('姓名').inputValue()).toBe(person.name)
    await next(page).click()
    await page.evaluate(() => fetch('/v1/sessions/current', { method: 'DELETE', headers: { 'x-shiming-web': '1' } }))
    await submit(page).click()
    await heading(page, '请重新登录').waitFor()
    await platform.pass('1m')
    const phone = page.locator('#sign-in-phone')
    await phone.fill(person.phone)
    await page.getByRole('button', { name: '获取验证码' }).click()
    await page.locator('#sign-in-code').waitFor()
    await page.locator('#sign-in-code').fill(await codeIn(instance, person.phone))
    await page.getByRole('button', { name: '登录', exact: true }).click()
    await page.getByText(/之前的验证码已失效/).waitFor()
    expect(await page.getByLabel('证件号码').inputValue()).toBe(person.idNumber)
    expect(await page.getByLabel('短信验证码').inputValue()).toBe('')
    expect(await summary(page).count()).toBe(0)
  })

  test('finds what a lost answer has opened, and sends nothing twice', async ({ open, instance }) => {
    const person = await instance.person('match')
    const page = await open()
    await signInOn(page, instance, person.phone)
    await page.goto('/verify')
    await fillIn(page, instance, person)
    await next(page).click()
    const back = await loseNetwork(page)
    await submit(page).click()
    await summary(page)
      .getByText(/相同的信息不会重复提交/)
      .waitFor()
    await back()
    await lose(page, '**/v1/verifications', 'answer')
    await submit(page).click()
    await heading(page, '您有一个待付款的认证').waitFor()
    await page.unroute('**/v1/verifications')
    const { items } = await page.evaluate(() =>
      fetch('/v1/verifications').then(async (answer) => ({ items: (await answer.json()).verifications })),
    )
    expect(items).toHaveLength(1)
  })
})

import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { bankStatementRoute } from '../../../functions/sandbox/control.route.ts'
import { accounts } from '../../../functions/sandbox/register/accounts.ts'
import { companies } from '../../../functions/sandbox/register/companies.ts'
import { signIn, type User } from '../../../local/demo/user.ts'
import { type Instance, startInstance } from '../../flows/instance.ts'
import { testOf } from '../browser-test.ts'
import { glanced } from '../looks/judged.ts'
import { signedIn } from '../visit/signed-in.ts'

let instance: Instance
const test = testOf(async () => instance.engine.url)

beforeAll(async () => {
  instance = await startInstance({ company: { accountProver: 'sandbox' } })
})
afterAll(async () => {
  expect(await instance.end(), 'P11 plaintext identity').toEqual([])
})

const numberOf = (wanted: string): string => accounts.find(({ deed }) => deed === wanted)?.number ?? ''

const at = (page: Page, width: number) => page.setViewportSize({ width, height: 900 })

/** Somebody who keeps a company as an applicant. */
const withCompany = async (nth: number) => {
  const { platform } = instance
  const user = await signIn(platform, (await instance.person('match')).phone)
  const company = companies.filter(({ creditCode }) => creditCode.startsWith('91'))[nth]
  if (!company) throw new Error('too few test companies are enterprises')
  const { name: companyName, creditCode, legalRepresentative: name, idNumber } = company
  const mine = platform.shiming.withSession(user.token)
  const typed = { kind: 'enterprise', creditCode, companyName, representative: { name, idNumber } } as const
  const { id } = await mine.applicants.keep(typed)
  return { user, mine, id }
}

const opened = async (page: Page, user: User, title: string) => {
  await signedIn(page, user)
  await page.goto('/developer/applicants')
  const part = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: title }) })
  await part.waitFor()
  return part
}

/** What arrived at an account, as its statement has it: the newest first. */
const arrivedAt = async (accountNumber: string): Promise<number[]> => {
  const { transfers } = await instance.platform.must(bankStatementRoute, { query: { accountNumber } })
  return transfers.map(({ fen }) => fen)
}

describe('W2 the account of a company, on the page of applicants', () => {
  test('is proven by whoever says what arrived, on a phone in Chinese', async ({ open }) => {
    const { user, mine, id } = await withCompany(0)
    const page = await open({ language: 'zh-CN', device: 'wechatAndroid' })
    const part = await opened(page, user, '对公账户打款验证')
    await at(page, 390)
    await part.getByText('没有验证', { exact: true }).waitFor()
    await glanced(page, 'account-closed-zh')
    await part.getByText('用小额打款验证').click()
    await glanced(page, 'account-none-zh')
    const number = part.getByRole('textbox', { name: '对公账号' })
    await number.fill('123')
    await part.getByRole('button', { name: '打款', exact: true }).click()
    await part.getByText('请阅读告知书，同意后勾选。').waitFor()
    await part.locator(`#account-agreed-${id}`).check()
    await part.getByRole('button', { name: '打款', exact: true }).click()
    await part.getByText('请填写对公账户的账号', { exact: false }).waitFor()
    await glanced(page, 'account-wrong-zh')
    expect((await mine.applicants.get(id)).accountProof).toBe('none')
    await number.fill(numberOf('arrives'))
    await part.getByRole('button', { name: '打款', exact: true }).dblclick()
    await part.getByText('尾号 0001 的账户').waitFor()
    await glanced(page, 'account-waiting-zh')
    const came = await arrivedAt(numberOf('arrives'))
    expect(came).toHaveLength(1)
    const amount = part.getByRole('textbox', { name: '到账金额（分）' })
    await amount.fill('100')
    await part.getByRole('button', { name: '提交金额' }).click()
    await part.getByText('请填写 1 到 99 的整数。').waitFor()
    await amount.fill('2')
    await part.getByRole('button', { name: '提交金额' }).click()
    await part.getByText('还可以填 2 次', { exact: false }).first().waitFor()
    await glanced(page, 'account-amount-wrong-zh')
    await amount.fill(String(came[0]))
    await part.getByRole('button', { name: '提交金额' }).click()
    await part.getByText('对公账户已验证').waitFor()
    await glanced(page, 'account-proven-zh')
    await at(page, 1280)
    await glanced(page, 'account-proven-zh')
  })

  test('is refused where there is no such account, and over where it came back, with what leads on, on a desktop in English', async ({
    open,
  }) => {
    const { user, mine, id } = await withCompany(1)
    const page = await open({ language: 'en', device: 'desktop' })
    const part = await opened(page, user, 'Account of the company')
    await at(page, 1280)
    await part.getByText('Prove it by a small transfer').click()
    await glanced(page, 'account-none-en')
    await part.getByRole('textbox', { name: 'Account number' }).fill(numberOf('unknown'))
    await part.getByRole('button', { name: 'Transfer', exact: true }).click()
    await part.getByText('tick the box if you agree', { exact: false }).waitFor()
    expect((await mine.applicants.get(id)).accountProof).toBe('none')
    await part.locator(`#account-agreed-${id}`).check()
    await part.getByRole('button', { name: 'Transfer', exact: true }).click()
    await part.getByText('knows no such account', { exact: false }).waitFor()
    await glanced(page, 'account-unknown-en')
    await at(page, 390)
    await glanced(page, 'account-unknown-en')
    await part.getByRole('textbox', { name: 'Account number' }).fill(numberOf('comes_back'))
    await part.getByRole('button', { name: 'Transfer', exact: true }).click()
    await part.getByText('the account that ends in 0002').waitFor()
    await glanced(page, 'account-waiting-en')
    await at(page, 1280)
    await glanced(page, 'account-waiting-en')
    await part.getByRole('textbox', { name: 'What arrived, in fen' }).fill('1')
    await part.getByRole('button', { name: 'Say the amount' }).click()
    await part.getByText('it came back', { exact: false }).waitFor()
    await part.getByText('Ask for another transfer').waitFor()
    await glanced(page, 'account-failed-en')
    await at(page, 390)
    await glanced(page, 'account-failed-en')
    expect((await mine.applicants.get(id)).accountProof).toBe('failed')
  })
})

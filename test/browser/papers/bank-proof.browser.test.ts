import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { drawnPage } from '../../../local/demo/picture.ts'
import { verifiedUser } from '../../flows/way.ts'
import { test } from '../browser-test.ts'
import { glanced } from '../looks/judged.ts'
import { signedIn } from '../visit/signed-in.ts'

const next = (page: Page) => page.getByRole('button', { name: '下一步' }).click()

const addPicture = async (page: Page, kind: string, seed: number): Promise<void> => {
  const buffer = Buffer.from(drawnPage(seed))
  await page.locator(`#${kind}`).setInputFiles({ name: `${kind}.png`, mimeType: 'image/png', buffer })
  const field = page.getByRole('group').filter({ has: page.locator(`#${kind}`) })
  await field.getByText('已收下，可以使用。').waitFor()
}

describe('X3 somebody whose bank cannot be asked online', () => {
  test('finds the way by a person on the page of the level, and hands in what their bank has certified', async ({
    open,
    instance,
  }) => {
    const { user } = await verifiedUser(instance, 'fee')
    const person = (await instance.platform.sandbox.people()).find(({ phone }) => phone === user.phone)
    if (!person) throw new Error('nobody has that number')
    const page = await open()
    await signedIn(page, user)
    await page.goto('/level')
    await page.getByRole('link', { name: '没有可在线核验的银行卡' }).first().waitFor()
    await glanced(page, 'level-bank-by-person')
    await page.getByRole('link', { name: '没有可在线核验的银行卡' }).first().click()
    await page.getByRole('radio', { name: '居民身份证' }).check()
    expect(await page.getByRole('checkbox', { name: /同时提交银行开具的证明/ }).isChecked()).toBe(true)
    await page.setViewportSize({ width: 1280, height: 800 })
    await glanced(page, 'papers-bank-document')
    await next(page)
    await page.getByLabel('姓名').fill(person.name)
    await page.getByLabel('证件号码').fill(person.idNumber)
    await page.getByRole('checkbox', { name: /长期/ }).check()
    await next(page)
    await page.getByText('银行开具的证明（盖章）').waitFor()
    await page.setViewportSize({ width: 390, height: 800 })
    await glanced(page, 'papers-bank-pictures')
    for (const [seed, kind] of ['document_page', 'document_back', 'holder', 'bank_proof'].entries())
      await addPicture(page, kind, seed)
    await next(page)
    await page.getByRole('checkbox', { name: /^我已阅读并单独同意/ }).check()
    await page.getByRole('button', { name: '提交，请人核对' }).click()
    await page.getByRole('heading', { level: 1, name: '申请详情' }).waitFor()
    await page.getByText('银行证明人工核验').first().waitFor()
    await page.getByText(/^附有 4 /).waitFor()
    const [review] = (await instance.platform.shiming.withSession(user.token).reviews.list({}).page()).items
    expect(review).toMatchObject({ kind: 'papers_bank', status: 'open' })
  })
})

import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { drawnPage } from '../../../local/demo/picture.ts'
import { test } from '../browser-test.ts'
import { atConsole } from '../console/at-console.ts'
import { accessible } from '../looks/accessible.ts'
import { signInOn } from '../people.ts'

/** A passport of nobody. */
const TYPED = {
  姓名: 'Anna Example',
  证件号码: 'E7654399',
  签发国家代码: 'USA',
  出生日期: '1890-02-28',
  有效期至: '2099-12-31',
} as const

const next = (page: Page) => page.getByRole('button', { name: '下一步' }).click()

/** Chooses a picture of nobody as the user's browser lets them, and waits until the service has taken it. */
const addPicture = async (page: Page, kind: string, seed: number): Promise<void> => {
  const buffer = Buffer.from(drawnPage(seed))
  await page.locator(`#${kind}`).setInputFiles({ name: `${kind}.png`, mimeType: 'image/png', buffer })
  const field = page.getByRole('group').filter({ has: page.locator(`#${kind}`) })
  await field.getByText('已收下，可以使用。').waitFor()
}

/** From which document to the case that a person decides; answers its id. */
const handIn = async (page: Page): Promise<string> => {
  await page.goto('/papers')
  await page.getByRole('radio', { name: '护照' }).check()
  await next(page)
  for (const [label, text] of Object.entries(TYPED)) await page.getByLabel(label).fill(text)
  await next(page)
  await addPicture(page, 'document_page', 0)
  await addPicture(page, 'holder', 1)
  await accessible(page)
  await next(page)
  await page.getByText(TYPED.证件号码).waitFor()
  await page.getByRole('checkbox', { name: /^我已阅读并单独同意/ }).check()
  await page.getByRole('button', { name: '提交，请人核对' }).click()
  await page.getByRole('heading', { level: 1, name: '申请详情' }).waitFor()
  await page.getByText(/^附有 2 /).waitFor()
  return new URL(page.url()).pathname.split('/').at(-1) ?? ''
}

/** From the list of cases to the decision. */
const approve = async (page: Page): Promise<void> => {
  await page.goto('/console/reviews')
  await page.getByRole('row').nth(1).getByRole('link').first().click()
  await page.getByRole('button', { name: '领取' }).click()
  await page.getByRole('button', { name: '查看内容和全部照片' }).click()
  for (const text of [TYPED.姓名, TYPED.签发国家代码, TYPED.出生日期, TYPED.有效期至])
    await page.getByText(text, { exact: true }).waitFor()
  // The groups are drawn: what is there is the number as it was typed.
  expect(await page.locator('.typed-number').textContent()).toBe(TYPED.证件号码)
  for (const name of ['证件的资料页（有照片和号码的一面）', '本人手持证件的照片']) {
    await page.getByRole('button', { name: new RegExp(`· ${name}$`) }).click()
    await page.getByRole('img', { name }).waitFor()
  }
  await page.getByRole('button', { name: '通过' }).click()
  const dialog = page.getByRole('dialog')
  for (const point of await dialog.getByRole('checkbox').all()) await point.check()
  await dialog.getByRole('button', { name: '通过这件申请' }).click()
  await page.getByText('已通过。').waitFor()
}

describe('P10 somebody with a passport', () => {
  test('types it, adds two pictures, is looked at by a person, and is verified', async ({ open, instance }) => {
    const mine = await open({ device: 'desktop' })
    await signInOn(mine, instance, (await instance.person('match')).phone)
    const id = await handIn(mine)
    await mine.getByText('处理中').waitFor()

    const theirs = await open({ device: 'desktop' })
    await atConsole(theirs, instance, 'li.he', 'reviewer')
    await approve(theirs)
    expect(new URL(theirs.url()).pathname).toBe(`/console/reviews/${id}`)

    await mine.reload()
    await mine.getByText('已通过人工核验，账号完成实名。').waitFor()
    await mine.goto('/account')
    await mine.getByText('已实名').first().waitFor()
    const who = await mine.getByRole('main').textContent()
    expect(who).not.toContain(TYPED.姓名)
    expect(who).not.toContain(TYPED.证件号码)
  })
})

import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { verifiedUser } from '../../flows/way.ts'
import { test } from '../browser-test.ts'
import { swept } from '../looks/judged.ts'
import { signedIn } from '../visit/signed-in.ts'

const saved = async (page: Page, button: string): Promise<{ name: string; text: string }> => {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ])
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') }
}

describe('M7 who got my data', () => {
  test('is told with the company, the data, the purpose, the notice and what became of it, and kept as a file', async ({
    open,
    instance,
  }) => {
    const { user } = await verifiedUser(instance, 'fee')
    const page = await open()
    await signedIn(page, user)
    await page.goto('/account')
    await page.getByRole('link', { name: '谁收到过我的信息' }).click()
    const check = page.getByRole('listitem').filter({ hasText: '已使用' }).filter({ hasText: '姓名、证件号码、手机号' })
    await check.getByText('实名核验', { exact: true }).waitFor()
    const shown = await check.textContent()
    expect(shown).toContain('腾讯云计算（北京）有限责任公司')
    expect(shown).toContain('手机号三要素核验')
    expect(shown).toMatch(/您同意的告知书（版本 \d{4}-\d{2}/)
    const texts = page.getByRole('listitem').filter({ hasText: '发送短信验证码' })
    expect(await texts.count()).toBeGreaterThan(0)
    expect(await texts.first().textContent()).toContain('您要求发送验证码')
    await swept(page, 'disclosures', [page.locator('time')])

    await check.getByRole('button', { name: /^查看告知书/ }).click()
    await page.getByRole('dialog').getByText('保存期限', { exact: false }).waitFor()
    await page.getByRole('dialog').getByRole('button', { name: '关闭' }).last().click()

    const table = await saved(page, '保存为表格（CSV）')
    expect(table.name).toBe('shiming-disclosures.csv')
    const [head = '', ...lines] = table.text.trimEnd().split('\r\n')
    expect(head).toContain('"接收方"')
    expect(lines.filter((line) => line.includes('"姓名、证件号码、手机号"') && line.includes('"已使用"'))).toHaveLength(
      1,
    )

    const data = await saved(page, '保存为 JSON')
    const { consents, disclosures } = JSON.parse(data.text)
    expect(consents).toMatchObject([{ purpose: 'identity_check', items: ['name', 'id_number', 'phone'] }])
    expect(disclosures).toHaveLength(lines.length)
  })
})

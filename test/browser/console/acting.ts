import type { Page } from 'playwright-core'

/** Opens the question before a deed, gives the reason, and does it; with a code where one is asked for. */
export const act = async (
  page: Page,
  deed: string,
  confirm: string | RegExp,
  reason: string,
  code?: string,
): Promise<void> => {
  await page.getByRole('button', { name: deed, exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('理由').fill(reason)
  await dialog.getByRole('button', { name: confirm }).click()
  if (code !== undefined) {
    await dialog.getByLabel('动态验证码').fill(code)
    await dialog.getByRole('button', { name: '验证并继续' }).click()
  }
  await dialog.waitFor({ state: 'detached' })
}

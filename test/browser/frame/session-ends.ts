import type { Page } from 'playwright-core'
import type { Instance } from '../../flows/instance.ts'
import { codeIn } from '../people.ts'

/** Ends all sessions of somebody, as from another device. */
export const endElsewhere = async ({ platform }: Instance, { token }: { token: string }): Promise<void> => {
  await platform.shiming.withSession(token).sessions.signOutEverywhere()
}

/** Signs in where a session has ended over a page. */
export const signInAgain = async (page: Page, instance: Instance, phone: string): Promise<void> => {
  await page.getByRole('heading', { level: 1, name: '请重新登录' }).waitFor()
  // Another code within a minute is refused.
  await instance.platform.pass('1m')
  await page.locator('#sign-in-phone').fill(phone)
  await page.getByRole('button', { name: '获取验证码' }).click()
  await page.locator('#sign-in-code').waitFor()
  await page.locator('#sign-in-code').fill(await codeIn(instance, phone))
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: '请重新登录' }).waitFor({ state: 'detached' })
}

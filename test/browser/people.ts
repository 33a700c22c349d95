import type { Page } from 'playwright-core'
import { type Person, signIn } from '../../local/demo/user.ts'
import type { Instance } from '../flows/instance.ts'
import { signedIn } from './visit/signed-in.ts'

/** Signs a device in by a number, without its pages: what they are about is something else. */
export const signInOn = async (page: Page, { platform }: Instance, phone: string): Promise<void> =>
  signedIn(page, await signIn(platform, phone))

/** The code of the last text message to a number. */
export const codeIn = ({ platform }: Instance, phone: string): Promise<string> => platform.sandbox.codeFor(phone)

/** Types what step 1 asks of a person, the code among it, as somebody does who has read the notice. */
export const fillIn = async (page: Page, instance: Instance, { name, idNumber, phone }: Person): Promise<void> => {
  await page.getByLabel(/我已阅读并同意/).check()
  await page.getByLabel('姓名').fill(name)
  await page.getByLabel('证件号码').fill(idNumber)
  await page.getByLabel('手机号').fill(phone)
  await page.getByRole('button', { name: '获取验证码' }).click()
  await page.getByText(/验证码已发送到/).waitFor()
  await page.getByLabel('短信验证码').fill(await codeIn(instance, phone))
}

/** Leaves the form of step 1 as it is filled in, and submits it with the offer that is chosen already. */
export const submitForm = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByRole('button', { name: /确认提交/ }).click()
}

import type { Page } from 'playwright-core'
import { codeFor } from '../../../local/demo/user.ts'
import type { Instance } from '../../flows/instance.ts'
import type { verifiedUser } from '../../flows/way.ts'
import { goodPicture } from '../papers/chosen-file.ts'

export type Verified = Awaited<ReturnType<typeof verifiedUser>>

/** Confirms by face what the page of a phone asks for: goes to the vendor's page, and comes back to where they were. */
export const byFace = async (page: Page, { platform }: Instance): Promise<void> => {
  await page.getByRole('checkbox', { name: /^我已阅读并单独同意/ }).check()
  await page.getByRole('button', { name: '开始人脸核验' }).click()
  await page.getByRole('button', { name: /^是本人，通过/ }).click()
  await page.waitForURL(/\/face\/return\//)
  await platform.pass('3s')
  await page.getByRole('link', { name: '继续应用的操作' }).click()
  await page.getByText('人脸确认已通过，请继续填写验证码。').waitFor()
}

/** Chooses the picture instead, and hands one in. */
export const byPicture = async (page: Page, { platform }: Instance, prefix: string): Promise<void> => {
  await page.getByRole('radio', { name: /^手持证件照片/ }).check()
  await page.locator(`#${prefix}picture-file, #${prefix}picture`).last().setInputFiles(goodPicture(5))
  await page.getByText('已上传，正在检查是否清晰……').waitFor()
  await platform.pass('0s')
  await page.getByText('已收下，可以使用。').last().waitFor()
}

/** Fills in the code and the last four. */
export const typeProof = async (page: Page, { platform }: Instance, { user, person }: Verified): Promise<void> => {
  await platform.pass('61s')
  await page.getByLabel('手机号').last().fill(user.phone)
  await page
    .getByLabel('验证码')
    .last()
    .fill(await codeFor(platform, user.phone, user.token))
  await page.getByLabel('证件号码后四位').last().fill(person.idNumber.slice(-4))
}

import type { Page } from 'playwright-core'
import { codeFor } from '../../../local/demo/user.ts'
import type { Instance } from '../../flows/instance.ts'
import type { verifiedUser } from '../../flows/way.ts'
import { goodPicture } from '../papers/chosen-file.ts'

export type Verified = Awaited<ReturnType<typeof verifiedUser>>

/** Confirms by face what the page asks for: begun there, done on the phone, and seen on the page by itself. */
export const byFace = async (page: Page, { platform }: Instance, { user }: Verified): Promise<void> => {
  await page.getByRole('checkbox').check()
  await page.getByRole('button', { name: '开始人脸核验' }).click()
  await page.getByRole('heading', { name: '请完成人脸核验' }).waitFor()
  const [check] = (await platform.shiming.withSession(user.token).faceChecks.list().page()).items
  const body = new URLSearchParams({ deed: 'pass_and_stay' })
  await fetch(check?.page?.url ?? '', { method: 'POST', body, redirect: 'manual' })
  await platform.pass('3s')
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

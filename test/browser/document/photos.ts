import type { Page } from 'playwright-core'
import type { Person } from '../../../local/demo/user.ts'
import type { Side } from '../../../local/specimens/card.ts'
import { cardholderOf } from '../../../local/specimens/cardholders.ts'
import type { Condition } from '../../documents/specimens/conditions.ts'
import { photoOf } from '../../documents/specimens/photos.ts'
import type { Instance } from '../../flows/instance.ts'
import type { ChosenFile } from '../papers/chosen-file.ts'

type Whose = Pick<Person, 'name' | 'idNumber'>

/** A photo of a specimen of somebody, as they choose it. */
export const cardPhoto = async (of: Whose, side: Side, condition: Condition = 'clean'): Promise<ChosenFile> => {
  const bytes = await photoOf(cardholderOf(of, 3), side, condition)
  return { name: `${side}.jpg`, mimeType: 'image/jpeg', buffer: Buffer.from(bytes) }
}

/** Chooses a file for a side, and lets the service take it in. */
export const choosePhoto = async (page: Page, { platform }: Instance, side: Side, file: ChosenFile): Promise<void> => {
  await page.locator(`#document-${side}`).setInputFiles(file)
  await page.getByText('已上传，正在检查是否清晰……').waitFor()
  await platform.pass('0s')
}

/** Agrees, and comes to the front. */
export const agreeAndBegin = async (page: Page): Promise<void> => {
  await page.getByRole('checkbox', { name: /^我已阅读并单独同意/ }).check()
  await page.getByRole('button', { name: '开始拍摄' }).click()
  await page.getByRole('heading', { level: 1, name: '拍身份证正面' }).waitFor()
}

/** Photographs both sides by files, up to what was read beside whom the account is. */
export const photographBoth = async (page: Page, instance: Instance, whose: Whose): Promise<void> => {
  await agreeAndBegin(page)
  await choosePhoto(page, instance, 'front', await cardPhoto(whose, 'front'))
  await page.getByText('已读出。').waitFor()
  await page.getByRole('button', { name: '下一步：拍反面' }).click()
  await page.getByRole('heading', { level: 1, name: '拍身份证反面' }).waitFor()
  await choosePhoto(page, instance, 'back', await cardPhoto(whose, 'back'))
  await page.getByText('已读出。').waitFor()
  await page.getByRole('button', { name: '下一步：核对' }).click()
  await page.getByRole('heading', { level: 1, name: '核对并提交' }).waitFor()
}

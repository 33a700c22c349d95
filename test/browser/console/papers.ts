import type { Page } from 'playwright-core'
import { handInPassport } from '../../../local/demo/papers.ts'
import { signIn } from '../../../local/demo/user.ts'
import type { Instance } from '../../flows/instance.ts'

let passports = 0

/** Somebody whose passport waits for a person; it is nobody else's. */
export const holder = async ({ platform, person }: Instance) => {
  const user = await signIn(platform, (await person('match')).phone)
  passports += 1
  const { id, review } = await handInPassport(platform, user, `E76${String(passports).padStart(5, '0')}`)
  const seen = () => platform.shiming.withSession(user.token).account.get()
  return { user, id, review, seen }
}

/** Where one picture is looked at, and the picture in it. */
export const stage = (page: Page) => page.locator('.stage')
export const picture = (page: Page) => stage(page).getByRole('img')

/** From the queue to the papers of its most urgent case, which are open. */
export const look = async (page: Page): Promise<void> => {
  await page.goto('/console/reviews')
  await page.getByRole('button', { name: '领取最急的一件' }).click()
  await page.getByText('填写的内容和照片没有打开。').waitFor()
  await page.keyboard.press('v')
  await picture(page).waitFor()
}

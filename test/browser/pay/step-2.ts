import type { Page } from 'playwright-core'
import type { Instance } from '../../flows/instance.ts'
import { submitted } from '../../flows/way.ts'
import { signedIn } from '../visit/signed-in.ts'
import type { Opening } from '../visit/visits.ts'

type Open = (opening?: Opening) => Promise<Page>

/** Somebody whose verification waits for its payment, at step 2. */
export const atStep2 = async (
  instance: Instance,
  open: Open,
  opening: Opening,
  offer: 'fee' | 'membership' = 'fee',
) => {
  const way = await submitted(instance, 'match', offer)
  const page = await open(opening)
  await signedIn(page, way.user)
  await page.goto('/verify/pay')
  await page.getByRole('heading', { level: 1, name: '选择并付款' }).waitFor()
  return { ...way, page }
}

/** What a page was answered to pay by, in order. */
export const payments = (page: Page): Promise<Record<string, string | null>>[] => {
  const answered: Promise<Record<string, string | null>>[] = []
  page.on('response', (response) => {
    // One that was left for the channel has nothing left to read.
    if (response.url().endsWith('/payments')) answered.push(response.json().catch(() => ({})))
  })
  return answered
}

/** The page has found out that it is paid. */
export const isAtResult = (page: Page): Promise<void> => page.waitForURL('**/verify/result')

import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import type { User } from '../../../local/demo/user.ts'
import type { Instance } from '../../flows/instance.ts'
import { verifiedUser } from '../../flows/way.ts'
import { test } from '../browser-test.ts'
import { glanced } from '../looks/judged.ts'
import { signInOn } from '../people.ts'
import { signedIn } from '../visit/signed-in.ts'

/** A vendor has confirmed their face. */
const confirmedByFace = async ({ platform }: Instance, { token }: User): Promise<void> => {
  const { faceChecks } = platform.shiming.withSession(token)
  const { consent } = await platform.shiming.faceTerms.get()
  const { id, page } = await faceChecks.open({ consent: { notice: consent.version, agreed: true } })
  await platform.sandbox.face({ url: page?.url ?? '', deed: 'pass', times: 1 })
  await platform.pass('2s')
  expect((await faceChecks.look(id)).status).toBe('confirmed')
}

/** At the narrowest window there is, on a phone and on a desktop. */
const glancedWide = async (page: Page, name: string): Promise<void> => {
  for (const width of [320, 390, 1280]) {
    await page.setViewportSize({ width, height: 800 })
    await glanced(page, name)
  }
}

describe('X3 the page of the level', () => {
  test('shows somebody new the whole ladder, what leads up it, and who helps', async ({ open, instance }) => {
    const page = await open()
    await signInOn(page, instance, (await instance.person('match')).phone)
    await page.goto('/account')
    await page.getByRole('link', { name: '等级说明与提升方式' }).click()
    await page.getByRole('heading', { level: 1, name: '实名等级' }).waitFor()
    await page.getByText('0 级（无）').waitFor()
    await page.getByText('达到 1 级（基本），完成下面任意一种即可：').waitFor()
    await page.getByRole('link', { name: '银行卡核验' }).first().waitFor()
    await glancedWide(page, 'level-none')
    await page.getByRole('link', { name: '手机号核验（运营商）' }).click()
    await page.waitForURL('**/verify')
    await page.goto('/level')
    await page.getByRole('link', { name: '请人工帮助' }).click()
    await page.getByText('实名等级', { exact: false }).first().waitFor()
    expect(new URL(page.url()).search).toBe('?about=level')
  })

  test('shows what was proven, what raises it, and, once something ended, what it was and where to mend it', async ({
    open,
    instance,
  }) => {
    const { user } = await verifiedUser(instance, 'fee')
    await confirmedByFace(instance, user)
    const page = await open({ language: 'en', device: 'iphoneSafari' })
    await signedIn(page, user)
    await page.goto('/level')
    await page.getByText('1 (basic)', { exact: true }).first().waitFor()
    await page.getByText('What ends next').waitFor()
    await page.getByText('needs 2 (documented)').waitFor()
    await glancedWide(page, 'level-basic')
  })
})

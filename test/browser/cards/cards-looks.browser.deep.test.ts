import { describe, expect } from 'vitest'
import { typeCard } from '../../../local/demo/card.ts'
import { signIn } from '../../../local/demo/user.ts'
import { verifiedUser } from '../../flows/way.ts'
import { test } from '../browser-test.ts'
import { swept } from '../looks/judged.ts'
import { tabbed } from '../looks/keyboard.ts'
import { signedIn } from '../visit/signed-in.ts'

describe('bank cards in every look', () => {
  test('one that is bound, one that is lost, and one of before', async ({ open, instance }) => {
    const { platform } = instance
    const { user } = await verifiedUser(instance, 'fee')
    const cards = platform.shiming.withSession(user.token).cards
    for (const number of ['6200000000000005', '6205500000000000004', '6200000000000047']) {
      await platform.pass('61s')
      await typeCard(platform, user, user, number)
    }
    await platform.pass('61s')
    const first = (await cards.list()).find(({ lastFour }) => lastFour === '0005')
    await cards.unbind(first?.id ?? '')
    const page = await open()
    await signedIn(page, user)
    await page.goto('/cards')
    await page.getByRole('heading', { name: '曾经绑定过' }).waitFor()
    await swept(page, 'cards', [page.locator('time')])
    expect(await tabbed(page)).toEqual(expect.arrayContaining(['阅读告知书全文', '核验并绑定']))
  })

  test('none, of who is nobody yet', async ({ open, instance }) => {
    const page = await open()
    await signedIn(page, await signIn(instance.platform, (await instance.person('match')).phone))
    await page.goto('/cards')
    await page.getByText('还没有绑定银行卡。').waitFor()
    await swept(page, 'cards-unverified')
  })
})

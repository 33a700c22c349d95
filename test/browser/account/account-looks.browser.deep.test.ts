import { describe, expect } from 'vitest'
import { createShiming } from '../../../clients/typescript/src/shiming.ts'
import { rejectAppealRoute } from '../../../functions/account/ban.route.ts'
import { asPlatform, verifyPlatformUser } from '../../../local/demo/identity.ts'
import { messageToken, scan, signIn } from '../../../local/demo/user.ts'
import type { Instance } from '../../flows/instance.ts'
import { freshSession } from '../../flows/platform-session.ts'
import { begunWay, verifiedUser } from '../../flows/way.ts'
import { test } from '../browser-test.ts'
import { glanced, swept } from '../looks/judged.ts'
import { tabbed } from '../looks/keyboard.ts'
import { signedIn } from '../visit/signed-in.ts'

/** Somebody whose check was answered by a mismatch, with a refund that the channel takes its time for. */
const waitingForMoney = async (instance: Instance) => {
  const { sandbox } = instance.platform
  const way = await begunWay(instance, 'no_record', 'membership')
  await sandbox.fault({ target: 'wechat_pay_refund', mode: 'stay_processing', times: 1 })
  await scan(instance.platform, way.codeUrl)
  await instance.platform.pass('2m')
  return way
}

describe('the account in every look', () => {
  test('not verified, with money on its way back', async ({ open, instance }) => {
    const { user } = await waitingForMoney(instance)
    const page = await open({ device: 'desktop' })
    await signedIn(page, user)
    await page.goto('/account')
    await page.getByText('退款途中').waitFor()
    await swept(page, 'account-unverified')
    const stops = ['去实名认证', '核验结果和记录', '订单和收据', '退出登录', '令牌名称', '生成令牌']
    expect(await tabbed(page)).toEqual(expect.arrayContaining(stops))
  })

  test('a member, on several devices, with tokens', async ({ open, instance }) => {
    const { platform } = instance
    const { user } = await verifiedUser(instance, 'membership')
    await platform.pass('2m')
    await signIn(platform, user.phone)
    await messageToken(platform, user)
    const page = await open()
    await signedIn(page, user)
    await page.goto('/account')
    await page.getByRole('button', { name: '删除：demo' }).waitFor()
    await page.getByLabel('令牌名称').fill('家里的服务器：每天夜里三点备份照片和账本')
    await page.getByRole('button', { name: '生成令牌' }).click()
    await page.getByText(/请现在复制保存/).waitFor()
    await swept(page, 'account-member', [page.locator('code.secret')])
    await page.getByRole('button', { name: '删除：demo' }).click()
    await page.getByRole('dialog').waitFor()
    await glanced(page, 'account-delete-token')
  })

  test('banned, with an appeal that was refused, and another', async ({ open, instance }) => {
    const { platform, platformKey, operatorKey } = instance
    const { token, accountId, externalId } = await freshSession(instance)
    const backend = createShiming({ baseUrl: platform.url, apiKey: platformKey })
    await backend.users.ban({ externalId, reason: '多次恶意投诉' })
    await platform.shiming.withSession(token).appeals.create('都是误操作，请再看一次。')
    const reason = '投诉与聊天记录不符，证据充分'
    await platform.must(rejectAppealRoute, { token: operatorKey, params: { id: accountId }, body: { reason } })
    const page = await open()
    await signedIn(page, { token })
    await page.goto('/account')
    await page.getByText(reason).waitFor()
    await page.getByText(/多次恶意投诉/).waitFor()
    expect(await page.getByRole('link', { name: /去实名认证|购买会员|充值积分/ }).count()).toBe(0)
    await page.getByRole('button', { name: '提交申诉' }).click()
    await page.getByRole('alert').waitFor()
    await swept(page, 'account-banned')
    await page.getByLabel('申诉内容').fill('手机曾经借给别人，那几笔投诉不是我本人提交的。')
    await page.getByRole('button', { name: '提交申诉' }).click()
    await page.getByText('申诉已提交').waitFor()
    await glanced(page, 'account-appealed')
  })
})

describe('X6 my identity in every look', () => {
  test('verified, with a business; what has ended and what does not count any more', async ({ open, instance }) => {
    const stage = { ...instance, step: () => undefined }
    const { businesses } = asPlatform(stage)
    const token = await verifyPlatformUser(stage, 'looks-shopper', await instance.person('match'))
    const callback = 'https://shop.example.com/identity'
    await businesses.keep('shop', { names: { zh: '示例商城', en: 'Example shop' }, callback, page: callback })
    await businesses.bind({ code: 'shop', externalId: 'looks-shopper' })
    const page = await open()
    await signedIn(page, { token })
    await page.goto('/identity')
    await page.getByRole('heading', { name: '示例商城' }).waitFor()
    await swept(page, 'identity-verified')
    expect(await tabbed(page)).toEqual(expect.arrayContaining(['去“示例商城”解除绑定', '查看并确认']))

    // Half a year later, and cleared in between: as the service tells it then.
    await page.route('**/v1/account/identity', async (route) => {
      const answer = await route.fetch()
      const { evidence, businesses: bound, ...known } = await answer.json()
      const ended = { status: 'ended', ended: 'number_recycled', validUntil: known.since }
      await route.fulfill({
        response: answer,
        json: {
          ...{ ...known, status: 'unverified', level: 0, levelName: 'none', proofing: null, verifyUrl: '/verify' },
          evidence: evidence.map((one: object) => ({ ...one, ...ended })),
          businesses: bound.map((one: object) => ({ ...one, status: 'stale', page: null })),
        },
      })
    })
    await page.reload()
    await page.getByText(/^它是按本账号之前的实名绑定的/).waitFor()
    await swept(page, 'identity-ended')
    await page.getByRole('link', { name: '请人工帮助' }).click()
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(new URL(page.url()).search).toBe('?about=account')
  })
})

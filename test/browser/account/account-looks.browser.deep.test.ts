import { describe, expect } from 'vitest'
import { createShiming } from '../../../clients/typescript/src/shiming.ts'
import { rejectAppealRoute } from '../../../functions/account/ban.route.ts'
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

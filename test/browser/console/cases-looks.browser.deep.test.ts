import { describe, expect } from 'vitest'
import { unbanRoute } from '../../../functions/account/ban.route.ts'
import { maliciousRoute } from '../../../functions/complaints/operator.route.ts'
import { askReviewRoute, claimReviewRoute } from '../../../functions/review/operator.route.ts'
import type { Instance } from '../../flows/instance.ts'
import { test } from '../browser-test.ts'
import { glanced, swept } from '../looks/judged.ts'
import { tabbed } from '../looks/keyboard.ts'
import { act } from './acting.ts'
import { atConsole } from './at-console.ts'
import { appealOf, complaintOf, customer, helped } from './cases.ts'
import { holder, look } from './papers.ts'

const reason = '按证据处理'

/** Somebody whom two malicious complaints have banned, and who appeals. */
const appellant = async (instance: Instance) => {
  const somebody = await customer(instance)
  for (const text of ['退钱', '还是要退钱']) {
    const id = await complaintOf(instance, somebody, text)
    const params = { channel: 'wechat_pay', id }
    await instance.platform.must(maliciousRoute, { token: instance.operatorKey, params, body: { reason } })
  }
  await appealOf(instance, somebody, '是孩子误操作的，以后不会了。')
  return somebody
}

describe('cases of the console in every look', () => {
  test('complaints, one with its evidence, and the answer as it will be sent', async ({ open, instance }) => {
    const somebody = await customer(instance)
    const id = await complaintOf(instance, somebody, '付了钱没有用，要求退款。\n打了三次电话都没有人理。')
    const page = await open({ device: 'desktop' })
    await atConsole(page, instance, 'li.wen')
    await page.goto('/console/complaints')
    await page.getByRole('row').nth(1).waitFor()
    await swept(page, 'console-complaints')
    await page.getByRole('row').nth(1).getByRole('link').click()
    await page.getByText('打了三次电话都没有人理。').waitFor()
    await swept(page, 'console-complaint')
    expect(await tabbed(page)).toEqual(expect.arrayContaining(['回复', '认定为恶意', '下一件']))
    await page.getByRole('button', { name: '回复' }).click()
    await page.getByRole('dialog').getByLabel('回复内容').waitFor()
    await glanced(page, 'console-complaint-reply')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: '认定为恶意' }).click()
    await page.getByRole('dialog').getByText('再有 1 次就永久封号。').waitFor()
    await glanced(page, 'console-complaint-malicious')
    await page.keyboard.press('Escape')
    await page.getByRole('main').getByRole('link', { name: '订单', exact: true }).first().click()
    await page.getByText('有未结束的投诉').waitFor()
    await swept(page, 'console-order-complained')
    await page.getByRole('link', { name: '等待回复' }).click()
    await page.getByRole('heading', { level: 1, name: '投诉' }).waitFor()
    expect(page.url()).toContain(id)
  })

  test('cases for people, and one with all that was said', async ({ open, instance }) => {
    const { id, answer } = await helped(instance, '收不到验证码，请帮忙。')
    const page = await open({ device: 'desktop' })
    const { token } = await atConsole(page, instance, 'sun.li', 'support')
    const params = { id }
    await instance.platform.must(claimReviewRoute, { token, params })
    await instance.platform.must(askReviewRoute, { token, params, body: { what: ['when'], words: '请写明时间。' } })
    await answer('昨天晚上八点左右')
    await page.goto('/console/reviews')
    await page.getByRole('row').nth(1).waitFor()
    await swept(page, 'console-reviews')
    await page.getByRole('row').nth(1).getByRole('link').click()
    await page.getByText('昨天晚上八点左右').first().waitFor()
    await swept(page, 'console-review')
    await page.getByRole('button', { name: '领取' }).click()
    await page.getByText(/^您正在处理，到/).waitFor()
    expect(await tabbed(page)).toEqual(expect.arrayContaining(['答复', '要求补充', '放回', '下一件']))
    await swept(page, 'console-review-held')
  })

  test('papers that are closed, and open with what was typed and their pictures', async ({ open, instance }) => {
    await holder(instance)
    const page = await open({ device: 'desktop' })
    await atConsole(page, instance, 'li.wen5', 'reviewer')
    await look(page)
    // It was led to: what stands half below the bar then is measured as it is seen.
    const toTop = () => page.evaluate(() => scrollTo(0, 0))
    await toTop()
    await swept(page, 'console-papers')
    await page.getByRole('button', { name: '隐藏' }).click()
    await page.getByText('已隐藏。').waitFor()
    await toTop()
    await swept(page, 'console-papers-closed')
  })

  test('appeals, and one with what led to the ban', async ({ open, instance }) => {
    await appellant(instance)
    const page = await open({ device: 'desktop' })
    await atConsole(page, instance, 'li.wen2')
    await page.goto('/console/appeals')
    await page.getByRole('row').nth(1).waitFor()
    await swept(page, 'console-appeals')
    await page.getByRole('row').nth(1).getByRole('link').click()
    await page.getByText('是孩子误操作的，以后不会了。').waitFor()
    await swept(page, 'console-appeal')
    await page.getByRole('link', { name: '操作记录' }).first().click()
    await page.getByRole('row').nth(1).waitFor()
    await swept(page, 'console-deeds')
    await page.goBack()
    await page.getByText('是孩子误操作的，以后不会了。').waitFor()
    await page.getByRole('button', { name: '驳回申诉' }).click()
    await page.getByRole('dialog').getByText('用户会看到您写的理由。').waitFor()
    await glanced(page, 'console-appeal-reject')
  })

  test('appeals that were decided, and an account with the bans of before', async ({ open, instance }) => {
    const somebody = await appellant(instance)
    const page = await open({ device: 'desktop' })
    await atConsole(page, instance, 'li.wen4')
    await page.goto(`/console/appeals/${somebody.user.accountId}`)
    await act(page, '驳回申诉', '维持封禁', '核实后维持原决定')
    await page.getByText('已驳回申诉，维持封禁。').waitFor()
    await page.goto('/console/appeals')
    await page.getByRole('link', { name: '已驳回' }).click()
    const decided = page.getByRole('row').filter({ hasText: '核实后维持原决定' })
    await decided.getByText('li.wen4').waitFor()
    await swept(page, 'console-appeals-decided')
    const params = { id: somebody.user.accountId }
    const lifted = { reason: '复核后确认为误操作' }
    await instance.platform.must(unbanRoute, { token: instance.operatorKey, params, body: lifted })
    await page.goto(`/console/accounts/${params.id}`)
    await page.getByRole('heading', { name: '以前的封禁' }).waitFor()
    await page.getByRole('main').getByText(lifted.reason).first().waitFor()
    await swept(page, 'console-account-unbanned')
  })

  test('the ledger of a day, balances, vendors, and a statement before and after it is imported', async ({
    open,
    instance,
  }) => {
    await customer(instance)
    const page = await open({ device: 'desktop' })
    await atConsole(page, instance, 'li.wen3')
    await page.goto('/console/ledger')
    await page.getByText('clearing:wechat_pay').first().waitFor()
    await swept(page, 'console-ledger')
    await page.getByRole('link', { name: '余额' }).click()
    await page.getByText('借贷相等').waitFor()
    await swept(page, 'console-balances')
    await page.getByRole('link', { name: '供应商', exact: true }).click()
    await page.getByText('正常').first().waitFor()
    await swept(page, 'console-vendors')
    await page.getByRole('link', { name: '供应商账单' }).click()
    await page.getByText('这一天的账单还没有导入。').waitFor()
    await swept(page, 'console-statement-none')
    const csv = 'requestId,calledAt,code,billed\nr-1,2026-01-01T00:00:00Z,0,yes\n'
    await page.getByLabel('账单文件（CSV）').setInputFiles({
      name: 'tencent.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(csv),
    })
    await page.getByRole('button', { name: '导入账单' }).click()
    await page.getByRole('dialog').getByLabel('理由').fill('每日对账')
    await page.getByRole('dialog').getByRole('button', { name: '导入 1 行' }).click()
    await page.getByRole('alert').waitFor()
    await glanced(page, 'console-statement-wrong')
  })
})

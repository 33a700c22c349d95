import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { scan, signIn } from '../../../local/demo/user.ts'
import { MINUTE } from '../../../shared/kernel/time.ts'
import type { Instance } from '../../flows/instance.ts'
import { begunWay, submitted, verifiedUser } from '../../flows/way.ts'
import { test } from '../browser-test.ts'
import { glanced, swept } from '../looks/judged.ts'
import { tabbed } from '../looks/keyboard.ts'
import { KEPT_OUT } from '../visit/sandboxed.ts'
import { signedIn } from '../visit/signed-in.ts'
import type { Opening } from '../visit/visits.ts'
import { watchOver } from '../visit/watch.ts'

type Open = (opening?: Opening) => Promise<Page>

/** Somebody new at one of the pages. */
const newcomerAt = async (path: string, instance: Instance, open: Open): Promise<Page> => {
  const page = await open()
  await signedIn(page, await signIn(instance.platform, (await instance.person('match')).phone))
  await page.goto(path)
  return page
}

describe('orders in every look', () => {
  test('none, and what to do about it', async ({ open, instance }) => {
    const page = await newcomerAt('/orders', instance, open)
    await page.getByText('还没有订单').waitFor()
    await swept(page, 'orders-none')
  })

  test('the list, and a receipt whose money is on its way back', async ({ open, instance }) => {
    const { platform } = instance
    const way = await begunWay(instance, 'no_record', 'membership')
    await platform.sandbox.fault({ target: 'wechat_pay_refund', mode: 'stay_processing', times: 1 })
    await scan(platform, way.codeUrl)
    await platform.pass('2m')
    await platform.shiming.withSession(way.user.token).memberships.buy()
    const page = await open()
    await signedIn(page, way.user)
    await page.goto('/orders')
    await page.getByText('退款中').waitFor()
    await swept(page, 'orders')
    await page.getByRole('listitem').filter({ hasText: '退款中' }).getByRole('link').click()
    await page.getByText(/原路退回微信支付/).waitFor()
    await swept(page, 'order-refunding')
    expect(await tabbed(page)).toEqual(expect.arrayContaining(['查看核验结果', '全部订单']))
  })

  test('one that nobody paid, one to pay, one that was paid, and one that is not there', async ({ open, instance }) => {
    const { user, orderId } = await submitted(instance, 'match', 'fee')
    const page = await open()
    await signedIn(page, user)
    await page.goto(`/orders/${orderId}`)
    await page.getByText('等待付款').first().waitFor()
    await swept(page, 'order-to-pay')
    await instance.engine.advance(31 * MINUTE)
    await page.reload()
    await page.getByText('已关闭，没有付款').first().waitFor()
    await swept(page, 'order-closed')
    const { user: other } = await verifiedUser(instance, 'membership')
    await signedIn(page, other)
    const [paid] = (await instance.platform.shiming.withSession(other.token).orders.list().page()).items
    await page.goto(`/orders/${paid?.id}`)
    await page.getByText('已完成').first().waitFor()
    await swept(page, 'order-paid')
    await page.goto(`/orders/${orderId}`)
    await page.getByRole('heading', { level: 1, name: '没有这个订单' }).waitFor()
    await swept(page, 'order-unknown')
  })
})

const TABLE = `<h3>夜间备份</h3><p>三块磁盘都已<b>备份完成</b>，用时 12 分钟。</p>
  <table><tr><th>磁盘</th><th>已用</th></tr><tr><td>照片</td><td>71%</td></tr><tr><td>账本</td><td>12%</td></tr></table>
  <p><a href="https://elsewhere.example/report">查看报告</a></p><img src="https://elsewhere.example/plot.png" alt="用量">`

const LONG_TITLE = '第三机房的备份服务器今天夜里三点二十分完成了对全部照片、账本和往来信件的第一百二十八次增量备份'
const LONG =
  'https://elsewhere.example/a/very/long/address/that/has/no/blank/in/it?at=20261128&by=backup&of=photographs'

describe('messages in every look', () => {
  test('none, and what to do about it', async ({ open, instance }) => {
    const page = await newcomerAt('/inbox', instance, open)
    await page.getByText('还没有消息').waitFor()
    await swept(page, 'inbox-none')
  })

  test('the list, and messages of each kind', async ({ open, instance }) => {
    const { user } = await verifiedUser(instance, 'fee')
    const mine = instance.platform.shiming.withSession(user.token)
    const texts = { title: LONG_TITLE, content: `三块磁盘都已备份完成。\n报告：${LONG}`, template: 'txt' } as const
    const sent = await mine.messages.send(texts)
    await mine.messages.send({ content: '没有标题的一条。', template: 'txt' })
    const html = await mine.messages.send({ title: '夜间备份', content: TABLE, template: 'html' })
    await mine.channels.save('my-server', { kind: 'webhook', url: `http://${instance.receiver.address}/hook` })
    instance.receiver.answers.push(500)
    const waits = { title: '转发到服务器', content: '一条转发的消息', channel: 'webhook', option: 'my-server' } as const
    const forwarded = await mine.messages.send(waits)
    await instance.platform.pass('0s')
    const page = await open()
    // What tests look by does not run in a frame in which nothing does.
    watchOver(page).expect(KEPT_OUT)
    await signedIn(page, user)
    await page.goto('/inbox')
    await page.getByRole('link', { name: '夜间备份' }).waitFor()
    await swept(page, 'inbox')
    await page.goto(`/shortMessage/${html.id}`)
    await page.locator('iframe').waitFor()
    await swept(page, 'message-html')
    await page.goto(`/shortMessage/${sent.id}`)
    await page.locator('iframe').waitFor()
    await swept(page, 'message-text')
    await page.goto(`/shortMessage/${forwarded.id}`)
    await page.getByText('my-server').waitFor()
    await glanced(page, 'message-forwarded')
    await page.goto('/shortMessage/00000000000000000000000000000000')
    await page.getByRole('heading', { level: 1, name: '没有这条消息' }).waitFor()
    await glanced(page, 'message-unknown')
    await instance.platform.pass('2m')
  })
})

describe('channels in every look', () => {
  test('none, and the form with what is wrong with it', async ({ open, instance }) => {
    const page = await newcomerAt('/channels', instance, open)
    await page.getByText('还没有渠道').waitFor()
    await swept(page, 'channels-none')
    await page.getByLabel('渠道编码').fill('My Server')
    await page.getByRole('button', { name: '添加渠道' }).click()
    await page.getByRole('alert').waitFor()
    await swept(page, 'channels-errors')
  })

  test('one that was just made, and how it is changed', async ({ open, instance }) => {
    const { user } = await verifiedUser(instance, 'fee')
    const page = await open({ device: 'desktop' })
    await signedIn(page, user)
    await page.goto('/channels')
    await page.getByLabel('渠道编码').fill('my-server')
    await page.getByLabel('地址').fill(`http://${instance.receiver.address}/a/long/path/without/any/blank/in/it/hook`)
    await page.getByRole('button', { name: '添加渠道' }).click()
    await page.locator('code.secret').waitFor()
    await swept(page, 'channels', [page.locator('code.secret'), page.locator('.list .quiet')])
    await page.getByRole('button', { name: '修改：my-server' }).click()
    await page.getByRole('dialog').waitFor()
    await swept(page, 'channel-change')
  })
})

import { describe, expect } from 'vitest'
import { verifiedUser } from '../../flows/way.ts'
import { test } from '../browser-test.ts'
import { accessible } from '../looks/accessible.ts'
import { laidOut } from '../looks/layout.ts'
import { pictured } from '../looks/pictured.ts'
import { signedIn } from '../visit/signed-in.ts'

describe('channels', () => {
  test('are added, tried, changed and deleted; their secret is shown once', async ({ open, instance }) => {
    const { platform, receiver } = instance
    const { user } = await verifiedUser(instance, 'fee')
    const page = await open()
    await signedIn(page, user)
    await page.goto('/channels')
    await page.getByText('还没有渠道。').waitFor()
    const add = page.getByRole('button', { name: '添加渠道' })
    await page.getByLabel('渠道编码').fill('My Server')
    await page.getByLabel('渠道编码').press('Enter')
    await page.getByRole('alert').getByText('渠道编码应为').waitFor()
    await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe('summary')
    await accessible(page)
    await page.getByLabel('渠道编码').fill('my-server')
    await page.getByLabel('地址').fill('https://192.168.1.1/hook')
    await add.click()
    await page.locator('#channel-url-error').getByText('公网 https 地址').waitFor()
    await page.getByLabel('地址').fill(`http://${receiver.address}/hook`)
    await add.dblclick()
    const secret = page.locator('code.secret')
    await secret.waitFor()
    expect(await secret.textContent()).toMatch(/^whsec_/)
    await pictured(page, 'channels', { mask: [secret] })

    receiver.answers.push(500)
    // That it is under way is seen only by whoever is quicker than the delivery.
    const sent = page.waitForResponse((response) => response.request().method() === 'POST')
    await page.getByRole('button', { name: '试发：my-server' }).click()
    await sent
    await platform.pass('0s')
    await page.getByText('没有成功，稍后会自动再试').waitFor()
    await platform.pass('2m')
    await page.getByText('试发成功').waitFor()
    expect(receiver.received).toHaveLength(2)

    await page.getByRole('button', { name: '修改：my-server' }).click()
    await page.getByLabel('同时更换签名密钥').check()
    const before = await secret.textContent()
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByText('渠道“my-server”已保存').waitFor()
    await expect.poll(() => secret.textContent()).not.toBe(before)
    await page.reload()
    await page.getByRole('button', { name: '删除：my-server' }).waitFor()
    expect(await secret.count()).toBe(0)
    await laidOut(page)
    await page.getByRole('button', { name: '删除：my-server' }).click()
    await page.getByRole('button', { name: '删除', exact: true }).click()
    await page.getByText('渠道已删除').waitFor()
    await page.getByText('还没有渠道。').waitFor()
  })
})

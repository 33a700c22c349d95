import { describe, expect } from 'vitest'
import { markdownHtml } from '../../../functions/messaging/reading/markdown.ts'
import { safeHtml } from '../../../functions/messaging/reading/safe-html.ts'
import type { User } from '../../../local/demo/user.ts'
import type { Instance } from '../../flows/instance.ts'
import { verifiedUser } from '../../flows/way.ts'
import { forbidden } from '../../messaging/reading/allowed.ts'
import { hostileHtml, hostileMarkdown } from '../../messaging/reading/hostile.ts'
import { test } from '../browser-test.ts'
import { accessible } from '../looks/accessible.ts'
import { laidOut } from '../looks/layout.ts'
import { pictured } from '../looks/pictured.ts'
import { sandboxedHtml } from '../visit/sandboxed.ts'
import { signedIn } from '../visit/signed-in.ts'
import { watchOver } from '../visit/watch.ts'

const HOSTILE = `
  <style>body{display:none}</style>
  <div style="position:fixed;inset:0" onclick="document.title='ran'">备份已完成</div>
  <script>parent.document.title = 'ran'</script>
  <form action="/v1/sessions"><input name="code"><button>领取</button></form>
  <img src="https://elsewhere.example/pixel.png" alt="图" onerror="document.title='ran'">
  <a href="https://elsewhere.example/win">您的银行</a>
  <table><tr><td>磁盘</td><td>12%</td></tr></table>`

const send = async ({ platform }: Instance, { token }: User, content: string, title = '') =>
  (await platform.shiming.withSession(token).messages.send({ title, content, template: 'html' })).id

describe('the head of every page', () => {
  test('leads to the account of whoever is signed in, by what the page asks for anyway', async ({ open, instance }) => {
    const { user } = await verifiedUser(instance, 'fee')
    const page = await open()
    const account = page.getByRole('banner').getByRole('link', { name: '账号' })
    const signIn = page.getByRole('banner').getByRole('link', { name: '登录' })
    await page.goto('/')
    await signIn.waitFor()
    expect(await account.count()).toBe(0)
    await signedIn(page, user)
    const asked: string[] = []
    page.on('request', (request) => void asked.push(new URL(request.url()).pathname))
    for (const path of ['/inbox', '/orders', `/orders/${'0'.repeat(32)}`]) {
      await page.evaluate(() => localStorage.removeItem('shiming-in'))
      await page.goto(path)
      await account.waitFor()
    }
    expect(asked).not.toContain('/v1/account')
    // A page that asks for nothing of theirs goes by what was so last.
    await page.goto('/')
    await account.click()
    await page.getByRole('button', { name: '退出登录' }).click()
    await expect.poll(() => account.count()).toBe(0)
    await page.goto('/')
    await signIn.click()
    await page.getByLabel('手机号').waitFor()
    expect(page.url()).toContain('/sign-in?to=/account')
  })
})

describe('what others wrote', () => {
  test('can do nothing in the page, and its pictures wait for the reader', async ({ open, instance }) => {
    const { user } = await verifiedUser(instance, 'fee')
    const id = await send(instance, user, HOSTILE, '夜间备份')
    const page = await open()
    await signedIn(page, user)
    const pixels: string[] = []
    page.on('request', (request) => void (request.url().includes('pixel') && pixels.push(request.url())))
    await page.goto('/inbox')
    await page.getByText('备份已完成 领取').waitFor()
    await pictured(page, 'inbox')
    await page.getByRole('link', { name: '夜间备份' }).click()
    expect(new URL(page.url()).pathname).toBe(`/shortMessage/${id}`)
    await expect.poll(() => sandboxedHtml(page)).toContain('<td>磁盘</td>')
    const html = await sandboxedHtml(page)
    expect(html).toContain('您的银行</a><span class="host"> (elsewhere.example)</span>')
    expect(html).not.toMatch(/<(?:form|input|button|script|img)|<[^>]* (?:style|on\w+)=/)
    expect(await page.title()).toBe('消息内容')
    await accessible(page)
    await laidOut(page)
    await pictured(page, 'message')
    expect(pixels).toEqual([])
    watchOver(page).expect(/^asks elsewhere: GET https:\/\/elsewhere\.example\/pixel\.png$/)
    const asked = page.waitForRequest(/pixel\.png/)
    await page.context().route(/pixel\.png/, (route) => route.fulfill({ status: 204 }))
    await page.getByRole('button', { name: '显示图片' }).click()
    expect((await asked).headers().referer).toBeUndefined()
  })

  test('holds nothing but what may be there when this browser has read it and written it again', async ({ open }) => {
    const sources = [...hostileHtml, ...hostileMarkdown.map(markdownHtml)]
    const rewritten = await (await open()).evaluate(
      (all) => all.map((one) => new DOMParser().parseFromString(one, 'text/html').body.innerHTML),
      sources.map((source) => safeHtml(source, 'shown')),
    )
    expect(rewritten).toHaveLength(sources.length)
    for (const [at, html] of rewritten.entries()) expect(forbidden(html), sources[at]).toEqual([])
  })

  test('is for the account that got it, and only in a frame of ours', async ({ open, instance }) => {
    const { user } = await verifiedUser(instance, 'fee')
    const { user: other } = await verifiedUser(instance, 'fee')
    const id = await send(instance, user, '<b>一</b>')
    const page = await open({ device: 'desktop' })
    await signedIn(page, other)
    await page.goto(`/shortMessage/${id}`)
    await page.getByRole('heading', { level: 1, name: '没有这条消息' }).waitFor()
    const { status, headers } = await fetch(`${instance.engine.url}/v1/messages/${id}/document`, {
      headers: { authorization: `Bearer ${user.token}` },
    }).then(({ status, headers }) => ({ status, headers }))
    expect([status, headers.get('set-cookie')]).toEqual([200, null])
    expect(headers.get('content-security-policy')).toMatch(/script-src 'none'.*frame-ancestors 'self'; sandbox/)
    // A link to it that somebody was sent: no page of ours says what a stranger wrote without saying that.
    await signedIn(page, user)
    await page.goto(`/v1/messages/${id}/document?pictures=shown`)
    await page.getByText('发送者').first().waitFor()
    expect(new URL(page.url()).pathname).toBe(`/shortMessage/${id}`)
  })
})

import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import type { User } from '../../../local/demo/user.ts'
import { DAY, MINUTE } from '../../../shared/kernel/time.ts'
import { bans } from '../../flows/bans/twins.ts'
import type { Instance } from '../../flows/instance.ts'
import { verifiedUser } from '../../flows/way.ts'
import { test } from '../browser-test.ts'
import { glanced, swept } from '../looks/judged.ts'
import { signInOn } from '../people.ts'
import { returnAsItWas } from '../visit/network.ts'
import { signedIn } from '../visit/signed-in.ts'
import { endElsewhere, signInAgain } from './session-ends.ts'

type Way = Awaited<ReturnType<typeof verifiedUser>>

/** A form that is half filled in: where, by which field, and what sends it. */
type Case = {
  path: string
  begin?: (page: Page) => Promise<unknown>
  field: string
  typed: string
  send: string | RegExp
  before?: (instance: Instance, way: Way) => Promise<unknown>
}

const hook = ({ platform, receiver }: Instance, { token }: User) =>
  platform.shiming
    .withSession(token)
    .channels.save('my-server', { kind: 'webhook', url: `http://${receiver.address}/hook` })

const cases: Record<string, Case> = {
  'of a token': { path: '/account', field: '令牌名称', typed: '家里的服务器', send: '生成令牌' },
  'of an appeal': {
    path: '/account',
    before: (instance, way) => bans(instance, way.outTradeNo),
    field: '申诉内容',
    typed: '那几笔投诉不是我本人提交的。',
    send: '提交申诉',
  },
  'of points': {
    path: '/points',
    begin: (page) => page.getByRole('radio', { name: '其他数量' }).check(),
    field: '充值的积分数',
    typed: '1234',
    send: /^去付款/,
  },
  'over a page': {
    path: '/channels',
    before: (instance, { user }) => hook(instance, user),
    begin: (page) => page.getByRole('button', { name: '修改：my-server' }).click(),
    field: '地址',
    typed: 'https://hooks.example.com/other',
    send: '保存',
  },
}

const fieldOf = (page: Page, name: string) => page.getByLabel(name, { exact: true }).last()

describe('a session that ends', () => {
  test.for(Object.keys(cases))('loses nothing of a form %s, and leaves no error', async (name, { open, instance }) => {
    const { path, begin, field, typed, send, before } = cases[name] as Case
    const way = await verifiedUser(instance, 'fee')
    await before?.(instance, way)
    const page = await open()
    await signedIn(page, way.user)
    await page.goto(path)
    await begin?.(page)
    await fieldOf(page, field).fill(typed)
    await endElsewhere(instance, way.user)
    await page.getByRole('button', { name: send }).last().click()
    await signInAgain(page, instance, way.user.phone)
    expect(new URL(page.url()).pathname).toBe(path)
    expect(await fieldOf(page, field).inputValue()).toBe(typed)
    expect(await page.locator('.summary').count()).toBe(0)
    // The other language reads everything anew, and takes nothing away either.
    if (name === 'over a page') return
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByRole('button', { name: '中文' }).waitFor()
    await expect
      .poll(() =>
        page
          .locator(':is(input, textarea).input')
          .evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value)),
      )
      .toContain(typed)
  })

  test('is told beforehand, renewed in time, and over without a press', async ({ open, instance }) => {
    const person = await instance.person('match')
    const page = await open()
    await signInOn(page, instance, person.phone)
    await page.goto('/verify')
    await page.getByLabel('姓名').fill(person.name)
    expect(await page.getByText('登录即将到期').count()).toBe(0)
    await instance.engine.advance(30 * DAY - 5 * MINUTE)
    await returnAsItWas(page)
    await page.getByText('登录即将到期').waitFor()
    await swept(page, 'session-ends', [page.getByRole('timer')])
    await page.getByRole('button', { name: '重新登录' }).click()
    await glanced(page, 'session-again')
    await signInAgain(page, instance, person.phone)
    expect(await page.getByLabel('姓名').inputValue()).toBe(person.name)
    expect(await page.getByText('登录即将到期').count()).toBe(0)
    await instance.engine.advance(30 * DAY)
    await returnAsItWas(page)
    await signInAgain(page, instance, person.phone)
    expect(await page.getByLabel('姓名').inputValue()).toBe(person.name)
  })
})

import { describe, expect } from 'vitest'
import { askReviewRoute, claimReviewRoute, decideReviewRoute } from '../../../functions/review/operator.route.ts'
import { operatorAt } from '../../../local/demo/operator.ts'
import { scan, signIn } from '../../../local/demo/user.ts'
import { begunWay } from '../../flows/way.ts'
import { test } from '../browser-test.ts'
import { accessible } from '../looks/accessible.ts'
import { signedIn } from '../visit/signed-in.ts'

const heading = { level: 1 } as const

describe('P10 asking a person for help', () => {
  test('begins where a check was refused, is asked for more, answered, and reads as the operator wrote it', async ({
    open,
    instance,
  }) => {
    const { platform } = instance
    const way = await begunWay(instance, 'mismatch', 'fee')
    await scan(platform, way.codeUrl)
    await platform.pass('1m')
    const page = await open()
    await signedIn(page, way.user)
    await page.goto('/verify/result')
    await page.getByRole('link', { name: '请人工帮助' }).click()
    await page.getByRole('heading', { ...heading, name: '我的申请' }).waitFor()
    expect(new URL(page.url()).searchParams.get('about')).toBe(way.id)
    await page.getByRole('button', { name: '提交' }).click()
    await page.getByRole('alert').getByText('请填写说明，最多 1000 字。').waitFor()
    const words = page.getByLabel('发生了什么，需要什么帮助')
    await words.fill('证件号码 110101199003070011，手机是我自己的。')
    await page.getByRole('button', { name: '提交' }).click()
    await page
      .getByRole('alert')
      .getByText(/似乎有证件号码/)
      .waitFor()
    await words.fill('手机是我自己的，为什么不一致？')
    await page.getByRole('button', { name: '提交' }).click()
    await page.getByText('处理中').waitFor()
    await accessible(page)
    const id = new URL(page.url()).pathname.split('/').at(-1) ?? ''

    // Another about the same leads to the one that is open.
    await page.goto(`/cases?about=${way.id}`)
    await page.getByLabel('发生了什么，需要什么帮助').fill('另外一件事')
    await page.getByRole('button', { name: '提交' }).click()
    await page.getByRole('link', { name: '查看正在处理的那一件' }).click()
    await page.getByText('处理中').waitFor()

    const { token } = await operatorAt(instance, 'helps-users', 'support')
    const params = { id }
    await platform.must(claimReviewRoute, { token, params })
    await platform.must(askReviewRoute, { token, params, body: { what: ['when'], words: '请写明时间。' } })
    await page.reload()
    await page.getByText('等您补充').waitFor()
    await page.getByText('请说明大约是什么时候发生的。 请写明时间。').waitFor()
    await accessible(page)
    await page.getByLabel('答复', { exact: true }).fill('昨天晚上八点')
    await page.getByRole('button', { name: '提交答复' }).click()
    await page.getByText('您的答复').waitFor()

    await platform.must(claimReviewRoute, { token, params })
    const note = '已查核验记录'
    const deciding = { verdict: 'answered', words: '请到营业厅核对登记的姓名。', note } as const
    await platform.must(decideReviewRoute, { token, params, body: deciding })
    await page.reload()
    await page.getByText('我们的答复： 请到营业厅核对登记的姓名。').waitFor()
    await page.getByText('已有结果').waitFor()
    await accessible(page)
    await page.goto('/account')
    await page.getByRole('link', { name: '我的申请和人工帮助' }).click()
    await page.getByRole('listitem').filter({ hasText: '人工帮助' }).getByText('已有结果').waitFor()
  })

  test('is taken back after a question, in English too', async ({ open, instance }) => {
    const user = await signIn(instance.platform, (await instance.person('match')).phone)
    const page = await open({ language: 'en', device: 'iphoneSafari' })
    await signedIn(page, user)
    await page.goto('/cases')
    await page.getByText('There is none yet.').waitFor()
    await page.getByLabel('What happened, and what you need').fill('I cannot sign in with my other number.')
    await page.getByRole('button', { name: 'Send', exact: true }).click()
    await page.getByText('Being dealt with').waitFor()
    await page.getByRole('button', { name: 'Take it back' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Take it back' }).click()
    await page.getByText('Taken back').waitFor()
    expect(await page.getByRole('button', { name: 'Take it back' }).count()).toBe(0)
    await page.goto(`/cases/${'0'.repeat(32)}.${'0'.repeat(32)}`)
    await page.getByRole('heading', { ...heading, name: 'There is no such case' }).waitFor()
  })
})

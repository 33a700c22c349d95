import { describe } from 'vitest'
import { editOperatorRoute, inviteOperatorRoute } from '../../../functions/operators/manage.route.ts'
import { operatorAt } from '../../../local/demo/operator.ts'
import { test } from '../browser-test.ts'
import { glanced, swept } from '../looks/judged.ts'
import { atConsole } from './at-console.ts'

describe('operators in every look', () => {
  test('those who can sign in, who are to enrol and who are disabled; inviting, and the link', async ({
    open,
    instance,
  }) => {
    const { platform } = instance
    const page = await open({ device: 'desktop' })
    const { token } = await atConsole(page, instance, 'zhao.yi')
    await operatorAt(instance, 'li.wen', 'finance')
    const left = await operatorAt(instance, 'a-name-of-thirty-one-characters', 'reviewer')
    const body = { name: 'xiao.li', role: 'support', reason: '新同事' }
    await platform.must(inviteOperatorRoute, { token, body })
    const params = { name: left.name }
    await platform.must(editOperatorRoute, { token, params, body: { status: 'disabled', reason: '离职' } })
    await page.goto('/console/operators')
    await page.getByRole('heading', { name: '已停用（1）' }).waitFor()
    await swept(page, 'console-operators')
    await page.getByRole('button', { name: '换角色：li.wen' }).click()
    await swept(page, 'console-operators-role')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: '新链接：li.wen' }).click()
    await glanced(page, 'console-operators-new-link')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: '邀请运营人员' }).click()
    await page.keyboard.press('Control+Enter')
    await page.getByRole('alert').getByText('请填写用户名').waitFor()
    await swept(page, 'console-operators-invite')
    await page.getByLabel('用户名').fill('wang')
    await page.getByRole('radio', { name: /^审核/ }).check()
    await page.getByRole('button', { name: '新同事入职' }).click()
    await page.getByRole('button', { name: '生成邀请链接' }).click()
    await page.getByRole('heading', { name: 'wang 的注册链接' }).waitFor()
    await swept(page, 'console-operators-link', [page.locator('code.secret')])
  })
})

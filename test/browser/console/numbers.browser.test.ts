import { describe, expect } from 'vitest'
import { travelled } from '../../flows/way.ts'
import { test } from '../browser-test.ts'
import { accessible } from '../looks/accessible.ts'
import { laidOut } from '../looks/layout.ts'
import { pictured } from '../looks/pictured.ts'
import { atConsole } from './at-console.ts'
import { stuckRefund } from './stuck-refund.ts'

describe('M8 the numbers of the console', () => {
  test('are plots that lead to their lists, with the same as a table, also where there is nothing', async ({
    open,
    instance,
  }) => {
    const page = await open({ device: 'desktop' })
    await travelled(instance, 'match', 'fee')
    await travelled(instance, 'mismatch', 'membership')
    await stuckRefund(instance)
    await instance.platform.pass('16m')
    await atConsole(page, instance, 'zhou.shu', 'finance')
    await page.goto('/console/numbers')
    const results = page.getByRole('region', { name: '核验结果' })
    const bar = results.getByRole('link', { name: /^\d{4}-\d\d-\d\d, 一致 1, 不一致 2/ })
    await bar.first().waitFor()
    await page.getByText('没有待回复的投诉，很好。').waitFor()
    await page.getByRole('region', { name: '现在需要人工的退款' }).getByRole('link').first().waitFor()
    await results.getByText('数据表').click()
    await results.getByRole('columnheader', { name: '查无记录' }).waitFor()
    await accessible(page)
    await laidOut(page)
    await pictured(page, 'console-numbers')

    await page.getByRole('link', { name: '百分比' }).click()
    await results
      .getByRole('link', { name: /一致 33%, 不一致 67%/ })
      .first()
      .waitFor()
    await page.getByRole('link', { name: '近 400 天' }).click()
    const month = results.getByRole('link', { name: /^\d{4}-\d\d-\d\d – \d{4}-\d\d-\d\d, 一致/ }).first()
    await month.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('link', { name: '回到全部范围' }).waitFor()
    expect(page.url()).toMatch(/\/console\/numbers\?from=\d{8}&to=\d{8}$/)
    await bar.first().click()
    await page.getByRole('heading', { level: 1, name: '供应商账单' }).waitFor()
  })
})

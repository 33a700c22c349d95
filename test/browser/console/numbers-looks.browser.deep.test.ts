import { describe } from 'vitest'
import { travelled } from '../../flows/way.ts'
import { test } from '../browser-test.ts'
import { swept } from '../looks/judged.ts'
import { atConsole } from './at-console.ts'

describe('the numbers of the console in every look', () => {
  test('with something in them', async ({ open, instance }) => {
    await travelled(instance, 'match', 'membership')
    await travelled(instance, 'no_record', 'fee')
    await instance.platform.pass('16m')
    const page = await open({ device: 'desktop' })
    await atConsole(page, instance, 'zhou.kan')
    await page.goto('/console/numbers')
    await page.getByRole('region', { name: '核验结果' }).getByRole('link').first().waitFor()
    await swept(page, 'console-numbers-all')
  })
})

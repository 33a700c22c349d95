import { describe, expect } from 'vitest'
import { scan } from '../../../local/demo/user.ts'
import { MINUTE } from '../../../shared/kernel/time.ts'
import { begunWay } from '../../flows/way.ts'
import { test } from '../browser-test.ts'
import { signedIn } from '../visit/signed-in.ts'

const heading = { level: 1 } as const

describe('step 3 after its time', () => {
  test('left open after its time, it follows a payment that came late and its way back', async ({ open, instance }) => {
    const { platform, engine } = instance
    const way = await begunWay(instance, 'match', 'fee')
    const page = await open()
    await signedIn(page, way.user)
    await engine.advance(31 * MINUTE)
    await page.goto('/verify/result')
    await page.getByRole('heading', { ...heading, name: '本次认证已过期' }).waitFor()
    await scan(platform, way.codeUrl, { payAfterClose: true })
    await page.getByText('收到的 ¥1.00 没有用于核验，全部退回').waitFor()
    await platform.pass('1m')
    const back = page.getByText('已退回').first()
    await back.waitFor()
    expect(await back.isVisible()).toBe(true)
  })
})

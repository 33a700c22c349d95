import { describe, expect } from 'vitest'
import { test } from './browser-test.ts'

describe('in a browser', () => {
  test('the service answers, and a refusal is no fault', async ({ open, instance }) => {
    const page = await open()
    const answer = await page.goto('/sandbox/people')
    expect(answer?.url()).toBe(`${instance.engine.url}/sandbox/people`)
    expect(answer?.status()).toBe(200)
    expect(await page.evaluate(() => fetch('/v1/account').then(({ status }) => status))).toBe(401)
  })
})

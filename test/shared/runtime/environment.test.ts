import { afterEach, describe, expect, it, vi } from 'vitest'
import { clock, env, optionalEnv } from '../../../shared/runtime/environment.ts'

afterEach(() => vi.unstubAllEnvs())

describe('a variable of the environment', () => {
  it('is read as it is', () => {
    vi.stubEnv('A_TEST', ' value ')
    expect([env('A_TEST'), optionalEnv('A_TEST')]).toEqual([' value ', ' value '])
  })
  it('that is missing or empty is a deployment fault that names it, unless it is optional', () => {
    vi.stubEnv('A_TEST', '')
    for (const name of ['A_TEST', 'A_TEST_NEVER_SET']) {
      expect(() => env(name)).toThrow(name)
      expect(optionalEnv(name)).toBeUndefined()
    }
  })
})

describe('the clock', () => {
  it('follows Date, which the local engine shifts', () => {
    vi.useFakeTimers({ now: 1_000, toFake: ['Date'] })
    expect(clock.now()).toBe(1_000)
    vi.setSystemTime(5_000)
    expect(clock.now()).toBe(5_000)
    vi.useRealTimers()
  })
})

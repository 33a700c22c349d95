import { describe, expect, it } from 'vitest'
import { EXTERNAL_ID } from '../../functions/account/external-id.ts'

describe('how the platform names a user', () => {
  it.each(['a', '~', '!', 'u-1', 'x'.repeat(128)])('takes %j', (name) => {
    expect(EXTERNAL_ID.test(name)).toBe(true)
  })

  it.each(['', 'x'.repeat(129), 'a b', ' a', 'a\n', '用户', '\x7f'])('refuses %j', (name) => {
    expect(EXTERNAL_ID.test(name)).toBe(false)
  })
})

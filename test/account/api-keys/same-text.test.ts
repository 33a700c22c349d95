import { expect, it } from 'vitest'
import { isSameText } from '../../../functions/account/api-keys/same-text.ts'

it('tells texts apart by all they are, also where they have as many characters and not as many bytes', () => {
  expect(isSameText('492039', '492039')).toBe(true)
  expect(isSameText('', '')).toBe(true)
  for (const other of ['492038', '392039', '49203', '4920390', '', '４９２０３９', '49203中'])
    expect([isSameText('492039', other), isSameText(other, '492039')], other).toEqual([false, false])
})

import { expect, it } from 'vitest'
import { letterOnEnd } from '../../../functions/verification/ageing/letter.ts'

const at = 'https://shiming.test'
const fell = { from: 1, to: 0, because: 'number_recycled' } as const

it('X3 says in both languages which proof ended and why, and leads to where that proof is made anew', () => {
  const number = letterOnEnd({ kind: 'carrier_three_element', ended: 'number_recycled' }, fell, at).content.split(
    '\n\n',
  )
  expect(number).toEqual([
    '您账号的“运营商三要素核验”已失效，不再计入实名等级。运营商表示，您实名时使用的手机号已分配给他人。实名等级由 1 级（基本）变为 0 级（无）。如有功能因此不能使用，请用您现在的手机号重新核验：https://shiming.test/verify',
    'For your account the check by the carrier counts no more. The carrier says that the number you were verified with was given to somebody else. Your level is 0 (none) now; it was 1 (basic). If something is closed to you for that, verify once more, with the number you have now: https://shiming.test/verify',
  ])
  const face = letterOnEnd({ kind: 'face' }, undefined, at).content
  expect(face).toContain('它的有效期已过。如有功能因此不能使用，可以重新进行人脸核验：https://shiming.test/face')
  expect(face).toContain('Its time is over.')
  expect(letterOnEnd({ kind: 'id_document' }, undefined, at).content).toContain('https://shiming.test/document')
  expect(letterOnEnd({ kind: 'net_id' }, undefined, at).content).toContain('https://shiming.test/level')
})

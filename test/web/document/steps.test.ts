import { describe, expect, it } from 'vitest'
import { whyNoCamera } from '../../../web/user/document/photo/camera.ts'
import { differencesOf, isSame } from '../../../web/user/document/reading/differences.ts'
import { addressOf, dueStep, stepAfter, stepBefore, stepNamed } from '../../../web/user/document/step.ts'

describe('X1 the steps of the page', () => {
  it('are four, and three for whom the front alone is read', () => {
    expect([stepAfter('begin', 'known'), stepAfter('front', 'known'), stepAfter('back', 'known')]).toEqual([
      'front',
      'back',
      'check',
    ])
    expect(stepAfter('front', 'nobody')).toBe('check')
    expect(stepAfter('check', 'known')).toBeUndefined()
    expect([stepBefore('begin', 'known'), stepBefore('check', 'known'), stepBefore('check', 'nobody')]).toEqual([
      undefined,
      'back',
      'front',
    ])
  })

  it('have addresses, in which no step is shown before all before it are done', () => {
    expect([addressOf('begin'), addressOf('back')]).toEqual(['/document', '/document?step=back'])
    expect([stepNamed('check'), stepNamed('other'), stepNamed(null)]).toEqual(['check', 'begin', 'begin'])
    const done =
      (...steps: string[]) =>
      (step: string) =>
        steps.includes(step)
    expect(dueStep('check', 'known', done())).toBe('begin')
    expect(dueStep('check', 'known', done('begin', 'front'))).toBe('back')
    expect(dueStep('check', 'known', done('begin', 'front', 'back'))).toBe('check')
    expect(dueStep('check', 'nobody', done('begin', 'front'))).toBe('check')
    // Nobody has no back to photograph.
    expect(dueStep('back', 'nobody', done('begin', 'front'))).toBe('begin')
    expect(dueStep('front', 'known', done('begin', 'front', 'back'))).toBe('front')
  })
})

describe('X1 what was read beside what is typed', () => {
  it('marks the places that differ, and minds neither blanks nor the case of X', () => {
    expect(differencesOf('110101', '110 101')).toEqual([{ text: '110101', differs: false }])
    expect(differencesOf('张三丰', '张山丰')).toEqual([
      { text: '张', differs: false },
      { text: '三', differs: true },
      { text: '丰', differs: false },
    ])
    expect(differencesOf('12X', '12x')).toEqual([{ text: '12X', differs: false }])
    expect(isSame('12X', '12 x')).toBe(true)
    expect(isSame('张三', '张三丰')).toBe(false)
    expect(isSame('张三', '')).toBe(false)
  })
})

describe('X1 a camera that does not open', () => {
  it('is denied, not there, or in use elsewhere, by what browsers throw', () => {
    const thrown = (name: string) => whyNoCamera(Object.assign(new Error('no'), { name }))
    expect(['NotAllowedError', 'SecurityError'].map(thrown)).toEqual(['denied', 'denied'])
    expect(['NotFoundError', 'OverconstrainedError', 'TypeError'].map(thrown)).toEqual([
      'missing',
      'missing',
      'missing',
    ])
    expect(['NotReadableError', 'AbortError'].map(thrown)).toEqual(['busy', 'busy'])
    expect(whyNoCamera('no')).toBe('missing')
  })
})

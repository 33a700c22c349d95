import { describe, expect, it } from 'vitest'
import { ShimingProblem } from '../../clients/typescript/src/index.ts'
import { refusedIn } from '../../web/shared/state/failure.ts'

const problem = (more: object) =>
  new ShimingProblem('POST /v1/verifications', {
    ...{ code: 'phone_segment_unsupported', status: 422, detail: '请换用其他号段。', ...more },
  })

describe('a refusal in a form', () => {
  const errors = [{ pointer: '/phone', code: 'phone_segment_unsupported', detail: '请换用其他号段。' }]

  it('tells at the field, too, when it may be tried again', () => {
    const retryAt = new Date(Date.now() + 3 * 24 * 3_600_000).toISOString()
    const refused = refusedIn(problem({ errors, retryAt }), 'zh')
    expect(refused?.errors[0]?.detail).toMatch(/^请换用其他号段。\d+年\d+月\d+日 \d\d:\d\d后可以再试。$/)
    expect(refused?.errors[0]?.detail).toBe(refused?.text)
  })

  it('leaves a field alone that is wrong for another reason', () => {
    const other = { pointer: '/name', code: 'invalid_name', detail: '姓名不对。' }
    expect(refusedIn(problem({ errors: [...errors, other] }), 'zh')?.errors[1]?.detail).toBe('姓名不对。')
  })

  it('says nothing where nobody is signed in any more', () => {
    expect(refusedIn(problem({ code: 'unauthenticated', status: 401, detail: '请先登录。' }), 'zh')).toBeUndefined()
  })

  it('is of the whole where no answer of the service is there', () => {
    expect(refusedIn(new Error('x'), 'zh')?.errors).toEqual([])
  })
})

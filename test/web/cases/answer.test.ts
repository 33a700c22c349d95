import { ShimingProblem } from 'shiming-client'
import { describe, expect, it } from 'vitest'
import {
  type AnswerDraft,
  type Asked,
  answerChecks,
  answerDraft,
  needsWords,
  refusedAnswer,
  unusableIn,
} from '../../../web/user/cases/answering/answer.ts'
import type { PictureKind, PictureState } from '../../../web/user/pictures/picture.ts'

const HOLDER: Pick<Asked, 'pictures' | 'needsWords'> = { pictures: ['holder'], needsWords: false }
const BOTH: Pick<Asked, 'pictures' | 'needsWords'> = { pictures: ['holder', 'document_back'], needsWords: true }
const WORDS: Pick<Asked, 'pictures' | 'needsWords'> = { pictures: [], needsWords: true }

const TAKEN: PictureState = { is: 'stored', id: 'a' }
const NONE: PictureState = { is: 'none' }

/** Which fields are wrong in what somebody would send. */
const wrongIn = (
  asked: typeof HOLDER,
  draft: Partial<AnswerDraft>,
  states: Partial<Record<PictureKind, PictureState>> = {},
): string[] => {
  const values = { ...answerDraft(asked.pictures), ...draft }
  const checks = answerChecks(asked, (kind) => states[kind] ?? NONE, 'zh')
  return Object.entries(checks).flatMap(([name, check]) =>
    (check as (value: unknown, all: AnswerDraft) => string | undefined)(values[name as keyof AnswerDraft], values) ===
    undefined
      ? []
      : [name],
  )
}

describe('P10 an answer to what was asked', () => {
  it('is the pictures that were asked for; words beside them are welcome and no more', () => {
    expect(wrongIn(HOLDER, {})).toEqual(['holder'])
    expect(wrongIn(HOLDER, { text: '稍后' })).toEqual(['holder'])
    expect(wrongIn(HOLDER, {}, { holder: TAKEN })).toEqual([])
    expect(needsWords(HOLDER, false)).toBe(false)
  })

  it('is words alone where no picture was asked for', () => {
    expect(wrongIn(WORDS, {})).toEqual(['text'])
    expect(wrongIn(WORDS, { text: '是的' })).toEqual([])
    expect(wrongIn(WORDS, { text: '字'.repeat(1001) })).toEqual(['text'])
    expect(wrongIn({ pictures: [], needsWords: false }, {})).toEqual(['text'])
  })

  it('is both where both were asked for, and of each picture its own', () => {
    expect(wrongIn(BOTH, { text: '是的' }, { holder: TAKEN })).toEqual(['document_back'])
    expect(wrongIn(BOTH, {}, { holder: TAKEN, document_back: TAKEN })).toEqual(['text'])
  })

  it('may do without a picture, but not without saying why', () => {
    expect(wrongIn(HOLDER, { cannot: true })).toEqual(['text'])
    expect(wrongIn(HOLDER, { cannot: true, text: '没有人帮我拍' })).toEqual([])
    expect(wrongIn(HOLDER, { cannot: true, text: '坏了' }, { holder: { is: 'refused', because: 'blurred' } })).toEqual([
      'holder',
    ])
  })

  it('is refused at the very picture, by its name', () => {
    const problem = new ShimingProblem('POST /v1/reviews/{id}/answer', {
      ...{ code: 'picture_not_asked', status: 400, detail: '这类申请不需要这张照片。' },
      errors: [
        { pointer: '/materials/0', code: 'picture_not_asked', detail: '这类申请不需要这张照片。' },
        { pointer: '/materials/1', code: 'material_unusable', detail: '这张图片不能使用。' },
        { pointer: '/text', code: 'id_number_in_text', detail: '似乎有证件号码。' },
      ],
    })
    const sent: PictureKind[] = ['holder', 'document_back']
    expect(refusedAnswer(problem, sent, 'zh')?.errors).toEqual([
      { pointer: '/holder', detail: '本人手持证件的照片：这类申请不需要这张照片。' },
      { pointer: '/document_back', detail: '证件的另一面：这张图片不能使用。' },
      { pointer: '/text', detail: '似乎有证件号码。' },
    ])
    expect(unusableIn(problem, sent)).toEqual(['document_back'])
    expect(unusableIn(new Error('no network'), sent)).toEqual([])
  })
})

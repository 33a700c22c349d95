import { describe, expect, it } from 'vitest'
import { answerCase } from '../../../functions/review/asking/answer-case.ts'
import { appealCase } from '../../../functions/review/asking/appeal-case.ts'
import { listOwnCases, readOwnCase } from '../../../functions/review/asking/read-own-cases.ts'
import { caseIdOf } from '../../../functions/review/case/case-id.ts'
import { askUser } from '../../../functions/review/deciding/ask-user.ts'
import { takeClaim } from '../../../functions/review/deciding/take-claim.ts'
import { HOUR, rfc3339 } from '../../../shared/kernel/time.ts'
import { codeOf, NOON, valueIn } from '../../kit.ts'
import { ACCOUNT, decided, LIN, opened, refusing, reviewWorld } from '../fixture.ts'
import { photosKind } from '../kinds.ts'

type At = ReturnType<typeof reviewWorld>

const seen = async (at: At, name: string) => valueIn(await readOwnCase(at, ACCOUNT, name))

describe('P10 a case as its user sees it', () => {
  it('says what is known while people work on it; who works at it and that a second is awaited stay inside', async () => {
    const at = reviewWorld()
    const { name, subject } = await opened(at, 'names', { said: '我的电话 13800138000' })
    valueIn(await decided(at, name, LIN))
    expect(await seen(at, name)).toEqual({
      ...{ id: name, kind: 'names', title: '证件照片', subject, status: 'open', language: 'zh' },
      ...{ openedAt: rfc3339(NOON), answerBy: rfc3339(NOON + 8 * HOUR), waitUntil: null, endedAt: null },
      ...{ said: '我的电话 138****8000', materials: [], asked: [], decision: null, appealOf: null, appealedBy: null },
      ...{ canAnswer: false, takesMaterials: true, canWithdraw: false, canAppeal: false },
    })
  })

  it('says what is asked and until when, what was answered, and what was decided and why, as it was shown to whoever did', async () => {
    const at = reviewWorld()
    const { name } = await opened(at, 'photos')
    valueIn(await takeClaim(at, LIN, name))
    valueIn(await askUser(at, LIN, { name, what: ['clearer'], words: '白天拍。' }))
    const until = NOON + photosKind.askMs
    const asking = {
      ...{ at: rfc3339(NOON), until: rfc3339(until), what: ['clearer'], text: '请重新拍摄。\n白天拍。' },
      ...{ pictures: ['document_page', 'document_back'], needsWords: false },
    }
    expect(await seen(at, name)).toMatchObject({
      ...{ status: 'waiting', answerBy: null, waitUntil: rfc3339(until), asked: [{ ...asking, answer: null }] },
      ...{ canAnswer: true, canWithdraw: true },
    })
    valueIn(await answerCase(at, ACCOUNT, { name, text: '电话 13800138000' }))
    expect((await seen(at, name)).asked).toEqual([
      { ...asking, answer: { at: rfc3339(NOON), text: '电话 138****8000', materials: [] } },
    ])
    valueIn(await decided(at, name, LIN, refusing))
    expect(await seen(at, name)).toMatchObject({
      ...{ status: 'decided', endedAt: rfc3339(NOON), canAnswer: false, canWithdraw: false, canAppeal: true },
      decision: { verdict: 'refused', reason: 'blurred', ends: 'correct', at: rfc3339(NOON) },
    })
    const appeal = caseIdOf(valueIn(await appealCase(at, ACCOUNT, { name, text: '再看' })))
    expect(await seen(at, name)).toMatchObject({ canAppeal: false, appealedBy: appeal })
    expect(await seen(at, appeal)).toMatchObject({ appealOf: name, canAppeal: false, said: '再看' })
  })

  it('is over the moment when its time is, whether or not anybody has written that down', async () => {
    const at = reviewWorld()
    const { name } = await opened(at, 'photos')
    valueIn(await takeClaim(at, LIN, name))
    valueIn(await askUser(at, LIN, { name, what: ['clearer'] }))
    at.time.now += photosKind.askMs
    expect(await seen(at, name)).toMatchObject({
      ...{ status: 'decided', waitUntil: null, canAnswer: false, canWithdraw: false, canAppeal: false },
      decision: { verdict: 'no_answer', reason: null, ends: null, text: '没有按时补充。' },
    })
  })

  it('is found by nobody else, and listed newest first', async () => {
    const at = reviewWorld()
    const one = await opened(at, 'photos', { subject: 'a' })
    const two = await opened(at, 'help', { subject: 'b' })
    const foreign = await opened(at, 'help', { accountId: 'b'.repeat(32) })
    for (const name of [foreign.name, 'x', one.id])
      expect(codeOf(await readOwnCase(at, ACCOUNT, name))).toBe('not_found')
    const first = valueIn(await listOwnCases(at, ACCOUNT, { limit: 1 }))
    const rest = valueIn(await listOwnCases(at, ACCOUNT, { limit: 1, cursor: first.nextCursor ?? '' }))
    expect([...first.reviews, ...rest.reviews].map(({ id }) => id)).toEqual([two.name, one.name])
    expect(valueIn(await listOwnCases(at, 'd'.repeat(32), { limit: 1 })).reviews).toEqual([])
    expect(codeOf(await listOwnCases(at, ACCOUNT, { limit: 1, cursor: 'x' }))).toBe('invalid_cursor')
  })
})

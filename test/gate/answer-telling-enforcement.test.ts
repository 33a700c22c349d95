import { describe, expect, it } from 'vitest'
import { answerTellingEnforcement } from '../../functions/gate/answer-telling-enforcement.ts'
import { problems } from '../../functions/problems.ts'
import { problemAnswer } from '../../shared/http/problem-answer.ts'
import { ok, refused } from '../../shared/kernel/outcome.ts'
import { NOON, refusalOf, valueIn } from '../kit.ts'

const due = { from: NOON, inForce: false, daysLeft: 6, notice: 7 } as const
const HEADER = '"2026-11-20T04:30:00.000Z";days=6;notice=7'

describe('P1 the header Shiming-Enforcement', () => {
  it('goes with the answer, beside the headers it has', async () => {
    const answer = { status: 202, body: { id: 'x' }, headers: { 'x-other': '1' } }
    const outcome = await answerTellingEnforcement(async (tell) => {
      tell(due)
      return ok(answer)
    })
    expect(valueIn(outcome)).toEqual({ ...answer, headers: { 'x-other': '1', 'shiming-enforcement': HEADER } })
  })

  it('goes with a refusal too', async () => {
    const outcome = await answerTellingEnforcement(async (tell) => {
      tell(due)
      return refused('send_burst')
    })
    const told = { acceptLanguage: 'en', requestId: 'r', now: NOON }
    const { headers } = await problemAnswer(async () => problems, refusalOf(outcome), told)
    expect(headers).toMatchObject({ 'content-type': 'application/problem+json', 'shiming-enforcement': HEADER })
  })

  it('is not there where nothing is due', async () => {
    expect(await answerTellingEnforcement(async () => ok({ status: 200 }))).toEqual(ok({ status: 200 }))
    expect(await answerTellingEnforcement(async () => refused('banned'))).toEqual(refused('banned'))
  })
})

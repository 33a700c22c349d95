import { describe, expect, it } from 'vitest'
import { answerCase } from '../../../functions/review/asking/answer-case.ts'
import { withdrawCase } from '../../../functions/review/asking/withdraw-case.ts'
import { standing } from '../../../functions/review/case/clock.ts'
import { askUser } from '../../../functions/review/deciding/ask-user.ts'
import { takeClaim } from '../../../functions/review/deciding/take-claim.ts'
import type { ReviewKind } from '../../../functions/review/kind.ts'
import { refused } from '../../../shared/kernel/outcome.ts'
import { HOUR } from '../../../shared/kernel/time.ts'
import { codeOf, NOON, refusalOf, valueIn } from '../../kit.ts'
import { audits } from '../../operator.ts'
import { ACCOUNT, decided, kept, LIN, lettersTo, opened, outcomeOf, reviewWorld, WANG } from '../fixture.ts'
import { photosKind } from '../kinds.ts'

const M = '1'.repeat(32)

const asking = async (at: ReturnType<typeof reviewWorld>, kind = 'photos') => {
  const made = await opened(at, kind)
  valueIn(await takeClaim(at, LIN, made.name))
  return made
}

describe('M8 more that is asked of a user', () => {
  it('is said with until when, in a letter in their language, and on record; the case waits for them then', async () => {
    const at = reviewWorld()
    const { name, ...of } = await opened(at, 'photos', { language: 'en' })
    valueIn(await takeClaim(at, LIN, name))
    valueIn(await askUser(at, LIN, { name, what: ['clearer', 'back_side', 'clearer'], words: 'In daylight.' }))
    const until = NOON + photosKind.askMs
    const by = { kind: 'operator', id: 'lin' }
    expect(kept(at, of)).toMatchObject({
      ...{ status: 'waiting', waitUntil: until },
      asked: [{ at: NOON, by, what: ['back_side', 'clearer'], words: 'In daylight.', until }],
    })
    expect(kept(at, of).claim).toBeUndefined()
    expect(lettersTo(at)).toMatchObject([{ title: 'Pictures of an ID card: we need more from you' }])
    expect(String(lettersTo(at)[0]?.content)).toBe(
      `The back, please.\nTake it again.\nIn daylight.\n\nPlease answer before 2026-11-23 12:30 (Beijing time); without an answer it ends then.\n\nSee it here: https://shiming.test/cases/${name}`,
    )
    expect(audits(at)).toMatchObject([
      { action: 'review_ask', detail: 'photos back_side clearer', reason: 'In daylight.', by },
    ])
  })

  it('a second time is the same; what no list has is refused, and so is whoever does not hold it', async () => {
    const at = reviewWorld()
    const { name, ...of } = await asking(at)
    expect(refusalOf(await askUser(at, LIN, { name, what: ['passport'] })).fields).toEqual([
      { pointer: '/what', code: 'review_ask_unknown', expected: { enum: photosKind.asks } },
    ])
    expect(codeOf(await askUser(at, WANG, { name, what: ['clearer'] }))).toBe('review_claimed')
    valueIn(await askUser(at, LIN, { name, what: ['clearer'] }))
    expect(valueIn(await askUser(at, LIN, { name, what: ['clearer'] }))).toEqual(kept(at, of))
    expect(kept(at, of).asked).toHaveLength(1)
    expect(codeOf(await askUser(at, LIN, { name, what: ['back_side'] }))).toBe('review_waiting')
  })

  it('is not asked where somebody has decided', async () => {
    const at = reviewWorld()
    const { name } = await opened(at, 'names')
    valueIn(await decided(at, name, LIN))
    valueIn(await takeClaim(at, WANG, name))
    expect(codeOf(await askUser(at, WANG, { name, what: ['clearer'] }))).toBe('review_in_second')
  })
})

describe('M8 the answer of a user', () => {
  it('opens the case again, and people owe an answer anew', async () => {
    const at = reviewWorld()
    const { name, ...of } = await asking(at)
    valueIn(await askUser(at, LIN, { name, what: ['clearer'] }))
    at.time.now += HOUR
    const answer = { name, text: '已重拍', materials: [M, M] }
    valueIn(await answerCase(at, ACCOUNT, answer))
    expect(kept(at, of)).toMatchObject({
      ...{ status: 'open', since: NOON + HOUR, answerBy: NOON + HOUR + photosKind.answerMs, rung: [] },
      asked: [{ answer: { at: NOON + HOUR, text: '已重拍', materials: [M] } }],
    })
    expect(kept(at, of).waitUntil).toBeUndefined()
    expect(codeOf(await answerCase(at, ACCOUNT, { ...answer, materials: [M] }))).toBe('ok')
    expect(kept(at, of).changes).toBe(3)
  })

  it('is taken until the moment before the time is over; from then on it is over, whoever looks', async () => {
    const at = reviewWorld()
    const { name, ...of } = await asking(at)
    const { waitUntil = 0 } = valueIn(await askUser(at, LIN, { name, what: ['clearer'] }))
    at.time.now = waitUntil
    const over = { code: 'review_over', extra: { ended: 'decided' } }
    expect(refusalOf(await answerCase(at, ACCOUNT, { name, text: '来晚了' }))).toEqual(over)
    expect(refusalOf(await withdrawCase(at, ACCOUNT, name))).toEqual(over)
    expect(refusalOf(await takeClaim(at, LIN, name))).toEqual(over)
    expect(standing(kept(at, of), waitUntil)).toMatchObject({
      ...{ status: 'decided', endedAt: waitUntil, decision: { verdict: 'no_answer', at: waitUntil } },
    })
    at.time.now = waitUntil - 1
    expect(codeOf(await answerCase(at, ACCOUNT, { name, text: '刚好' }))).toBe('ok')
  })

  it('needs to say something, takes pictures where the kind does, and is for its own user', async () => {
    const at = reviewWorld()
    const { name } = await asking(at)
    expect(codeOf(await answerCase(at, ACCOUNT, { name, text: 'x' }))).toBe('review_not_asked')
    valueIn(await askUser(at, LIN, { name, what: ['clearer'] }))
    expect(codeOf(await answerCase(at, ACCOUNT, { name }))).toBe('review_empty_answer')
    expect(codeOf(await answerCase(at, ACCOUNT, { name, materials: [] }))).toBe('review_empty_answer')
    expect(codeOf(await answerCase(at, 'b'.repeat(32), { name, text: 'x' }))).toBe('not_found')
    expect(codeOf(await answerCase(at, ACCOUNT, { name, materials: [M] }))).toBe('ok')
    const help = await asking(at, 'help')
    valueIn(await askUser(at, LIN, { name: help.name, what: ['when'] }))
    expect(codeOf(await answerCase(at, ACCOUNT, { name: help.name, materials: [M] }))).toBe('review_no_materials')
  })

  it('is looked at by the owner of the kind, who may refuse it', async () => {
    const strict: ReviewKind = {
      ...photosKind,
      kind: 'strict',
      planAnswer: async (_deps, _of, { materials }) => (materials.includes(M) ? refused('not_found') : ok),
    }
    const ok = { ok: true, value: { writes: [] } } as const
    const at = reviewWorld({}, [strict])
    const { name, ...of } = await asking(at, 'strict')
    valueIn(await askUser(at, LIN, { name, what: ['clearer'] }))
    expect(codeOf(await answerCase(at, ACCOUNT, { name, materials: [M] }))).toBe('not_found')
    expect(kept(at, of).status).toBe('waiting')
    expect(codeOf(await answerCase(at, ACCOUNT, { name, materials: ['2'.repeat(32)] }))).toBe('ok')
  })
})

describe('M8 a case that its user takes back', () => {
  it('is over with what its owner writes, also while it waits or is held; a second time it is the same', async () => {
    const at = reviewWorld()
    const { name, ...of } = await asking(at)
    valueIn(await withdrawCase(at, ACCOUNT, name))
    expect(kept(at, of)).toMatchObject({ status: 'withdrawn', endedAt: NOON })
    expect(outcomeOf(at, of)).toBe('withdrawn')
    expect(valueIn(await withdrawCase(at, ACCOUNT, name))).toEqual(kept(at, of))
    const other = await asking(at)
    valueIn(await askUser(at, LIN, { name: other.name, what: ['clearer'] }))
    expect(codeOf(await withdrawCase(at, 'b'.repeat(32), other.name))).toBe('not_found')
    expect(valueIn(await withdrawCase(at, ACCOUNT, other.name)).status).toBe('withdrawn')
    expect(codeOf(await answerCase(at, ACCOUNT, { name: other.name, text: 'x' }))).toBe('review_over')
  })
})

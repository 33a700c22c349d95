import { describe, expect, it } from 'vitest'
import { answerCase } from '../../../functions/review/asking/answer-case.ts'
import { askUser } from '../../../functions/review/deciding/ask-user.ts'
import { takeClaim } from '../../../functions/review/deciding/take-claim.ts'
import { endSilence } from '../../../functions/review/following/end-silence.ts'
import { followCase } from '../../../functions/review/following/follow-case.ts'
import { reviewKeys } from '../../../functions/review/keys.ts'
import type { ReviewKind } from '../../../functions/review/kind.ts'
import { HOUR, rfc3339 } from '../../../shared/kernel/time.ts'
import { NOON, valueIn } from '../../kit.ts'
import { itemAt } from '../../world.ts'
import { ACCOUNT, approving, decided, kept, LIN, lettersTo, opened, outcomeOf, reviewWorld } from '../fixture.ts'
import { photosKind } from '../kinds.ts'

const dueAt = (at: ReturnType<typeof reviewWorld>, id: string) => itemAt(at, reviewKeys.case(ACCOUNT, id))?.dueAt

describe('P10 the time in which a user is answered', () => {
  it('rings at three quarters of it and at its end, once each, and asks for nothing more', async () => {
    const at = reviewWorld()
    const { name, ...of } = await opened(at, 'photos')
    const [late, missed] = [NOON + 6 * HOUR, NOON + 8 * HOUR]
    expect(dueAt(at, of.id)).toBe(late)
    at.time.now = late - 1
    expect(await followCase(at, name)).toBe('nothing_owed')
    at.time.now = late
    expect(await followCase(at, name)).toBe('late')
    const fields = { case: name, kind: 'photos', until: rfc3339(missed) }
    expect(at.alarms).toEqual([{ event: 'review_answer_late', fields }])
    expect(dueAt(at, of.id)).toBe(missed)
    expect(await followCase(at, name)).toBe('nothing_owed')
    at.time.now = missed
    expect(await followCase(at, name)).toBe('missed')
    expect(await followCase(at, name)).toBe('nothing_owed')
    expect(at.alarms.map(({ event }) => event)).toEqual(['review_answer_late', 'review_answer_missed'])
    expect(dueAt(at, of.id)).toBeUndefined()
  })

  it('rings once where both came due unnoticed, also while a second person is awaited', async () => {
    const at = reviewWorld()
    const { name } = await opened(at, 'names')
    valueIn(await decided(at, name, LIN))
    at.time.now += 9 * HOUR
    expect(await followCase(at, name)).toBe('missed')
    expect(at.alarms.map(({ event }) => event)).toEqual(['review_answer_missed'])
    expect(await followCase(at, name)).toBe('nothing_owed')
  })

  it('begins anew with the answer of the user, keeps whoever holds it, and is over with a decision', async () => {
    const at = reviewWorld()
    const { name, ...of } = await opened(at, 'photos')
    at.time.now += 6 * HOUR
    valueIn(await takeClaim(at, LIN, name))
    await followCase(at, name)
    expect(kept(at, of).claim?.by).toBe('lin')
    valueIn(await askUser(at, LIN, { name, what: ['clearer'] }))
    at.time.now += HOUR
    expect(await followCase(at, name)).toBe('nothing_owed')
    valueIn(await answerCase(at, ACCOUNT, { name, text: '好了' }))
    at.time.now += 6 * HOUR
    expect(await followCase(at, name)).toBe('late')
    expect(at.alarms).toHaveLength(2)
    valueIn(await decided(at, name, LIN, approving))
    at.time.now += 9 * HOUR
    expect(await followCase(at, name)).toBe('nothing_owed')
    expect(at.alarms).toHaveLength(2)
  })

  it('is of no case that is none', async () => {
    const at = reviewWorld()
    for (const name of ['x', `${ACCOUNT}.${'0'.repeat(32)}`]) expect(await followCase(at, name)).toBe('no_such_case')
  })
})

describe('M8 a user who does not answer in time', () => {
  const waiting = async (at: ReturnType<typeof reviewWorld>, kind = 'photos') => {
    const made = await opened(at, kind)
    valueIn(await takeClaim(at, LIN, made.name))
    const { waitUntil = 0 } = valueIn(
      await askUser(at, LIN, { name: made.name, what: at.kinds[kind]?.asks.slice(0, 1) ?? [] }),
    )
    return { ...made, waitUntil }
  }

  it('has the case end when the time was over, with what its owner writes, once', async () => {
    const at = reviewWorld()
    const { name, waitUntil, ...of } = await waiting(at)
    expect(dueAt(at, of.id)).toBe(waitUntil)
    at.time.now = waitUntil - 1
    expect(await followCase(at, name)).toBe('nothing_owed')
    at.time.now = waitUntil + HOUR
    expect(await followCase(at, name)).toBe('no_answer')
    expect(kept(at, of)).toMatchObject({
      ...{ status: 'decided', endedAt: waitUntil, decision: { verdict: 'no_answer', at: waitUntil } },
    })
    expect(kept(at, of).decision?.by).toBeUndefined()
    expect(outcomeOf(at, of)).toBe('no_answer')
    expect(await followCase(at, name)).toBe('nothing_owed')
    expect(await endSilence(at, name)).toBe(false)
    await opened(at, 'photos')
  })

  it('is told so by a letter where the kind says nothing else, and its work is woken where it leaves any', async () => {
    const waking: ReviewKind = {
      ...photosKind,
      kind: 'waking',
      planExpiry: async () => ({ writes: [], wake: { kind: 'order', id: 'o' } }),
    }
    const at = reviewWorld({}, [waking])
    const help = await waiting(at, 'help')
    at.time.now = help.waitUntil
    expect(await followCase(at, help.name)).toBe('no_answer')
    expect(String(lettersTo(at).at(-1)?.content)).toMatch(/^您没有在期限内答复/)
    const other = await waiting(at, 'waking')
    at.time.now = other.waitUntil
    expect(await followCase(at, other.name)).toBe('no_answer')
    expect(at.queue.sent).toEqual([{ kind: 'order', id: 'o' }])
  })
})

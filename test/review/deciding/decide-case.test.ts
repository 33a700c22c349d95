import { describe, expect, it } from 'vitest'
import { auditOf } from '../../../functions/audit/audit-store.ts'
import { withdrawCase } from '../../../functions/review/asking/withdraw-case.ts'
import { decideCase } from '../../../functions/review/deciding/decide-case.ts'
import { decideSecond } from '../../../functions/review/deciding/decide-second.ts'
import { takeClaim } from '../../../functions/review/deciding/take-claim.ts'
import type { ReviewKind } from '../../../functions/review/kind.ts'
import { refused } from '../../../shared/kernel/outcome.ts'
import { codeOf, NOON, refusalOf, valueIn } from '../../kit.ts'
import { audits } from '../../operator.ts'
import {
  ACCOUNT,
  approving,
  decided,
  kept,
  LIN,
  lettersTo,
  opened,
  outcomeOf,
  refusing,
  reviewWorld,
  SUPPORT,
  seconded,
  WANG,
  ZHAO,
} from '../fixture.ts'
import { photosKind } from '../kinds.ts'

const note = '已核对'

describe('M8 a decision', () => {
  it('is one commit with what its owner writes, the letter and the record', async () => {
    const at = reviewWorld()
    const { name, ...of } = await opened(at, 'photos')
    valueIn(await takeClaim(at, LIN, name))
    const calls = at.table.calls()
    const after = valueIn(await decideCase(at, LIN, { name, ...refusing, words: '请擦一下镜头。', note }))
    expect(at.table.calls()).toBe(calls + 3)
    const decision = {
      ...{ verdict: 'refused', reason: 'blurred', words: '请擦一下镜头。' },
      ...{ by: { kind: 'operator', id: 'lin' }, at: NOON },
    }
    expect(kept(at, of)).toMatchObject({ status: 'decided', decision, endedAt: NOON })
    expect(kept(at, of)).toEqual(after)
    expect(kept(at, of).claim).toBeUndefined()
    expect(outcomeOf(at, of)).toBe('refused')
    const [letter] = lettersTo(at)
    expect(letter?.title).toBe('证件照片：有了结果')
    expect(String(letter?.content).split('\n\n')[0]).toBe(
      '未通过。\n照片不清楚。\n改正后可以重新提交。\n请擦一下镜头。',
    )
    expect(audits(at).map(auditOf)).toMatchObject([
      {
        ...{ subject: `review:${ACCOUNT}:${of.id}`, action: 'review_decide', detail: 'photos refused blurred' },
        ...{ by: decision.by, reason: note, at: NOON },
      },
    ])
    // Another case about the same can be opened again.
    await opened(at, 'photos')
  })

  it('a second time by the same person changes nothing; by another it is over', async () => {
    const at = reviewWorld()
    const { name, ...of } = await opened(at, 'photos')
    valueIn(await decided(at, name, LIN, refusing))
    const before = at.table.items().length
    expect(valueIn(await decideCase(at, LIN, { name, ...refusing, note }))).toEqual(kept(at, of))
    expect(at.table.items()).toHaveLength(before)
    expect(codeOf(await decideCase(at, LIN, { name, ...approving, note }))).toBe('review_over')
    expect(codeOf(await decideCase(at, WANG, { name, ...refusing, note }))).toBe('review_over')
  })

  it('is for whoever holds the case alone, while their claim lives', async () => {
    const at = reviewWorld()
    const { name, ...of } = await opened(at, 'photos')
    expect(codeOf(await decideCase(at, LIN, { name, ...approving, note }))).toBe('review_not_claimed')
    valueIn(await takeClaim(at, LIN, name))
    expect(codeOf(await decideCase(at, WANG, { name, ...approving, note }))).toBe('review_claimed')
    at.time.now += at.settings.review.claimMs
    expect(codeOf(await decideCase(at, LIN, { name, ...approving, note }))).toBe('review_not_claimed')
    expect(outcomeOf(at, of)).toBeUndefined()
  })

  it.each([
    ['nothing of the checklist', { verdict: 'approved', checked: [] }, 'review_unchecked', '/checked'],
    ['one point less', { verdict: 'approved', checked: ['is_sharp'] }, 'review_unchecked', '/checked'],
    [
      'a verdict of another kind',
      { verdict: 'answered', checked: [], words: 'x' },
      'review_verdict_unknown',
      '/verdict',
    ],
    ['no reason', { verdict: 'refused', checked: [] }, 'review_reason_needed', '/reason'],
    ['a reason of no kind', { verdict: 'refused', reason: 'toString', checked: [] }, 'review_reason_needed', '/reason'],
    ['a reason to approve', { ...approving, reason: 'blurred' }, 'review_reason_needed', '/reason'],
  ] as const)('is refused with %s', async (_what, deciding, code, pointer) => {
    const at = reviewWorld()
    const { name, ...of } = await opened(at, 'photos')
    valueIn(await takeClaim(at, LIN, name))
    const refusal = refusalOf(await decideCase(at, LIN, { name, ...deciding, note }))
    expect([refusal.code, refusal.fields?.[0]?.code ?? refusal.code, refusal.fields?.[0]?.pointer]).toEqual([
      refusal.code,
      code,
      pointer,
    ])
    expect(kept(at, of).status).toBe('open')
  })

  it('says which points of the checklist are missing', async () => {
    const at = reviewWorld()
    const { name } = await opened(at, 'photos')
    valueIn(await takeClaim(at, LIN, name))
    const missing = refusalOf(
      await decideCase(at, LIN, { name, verdict: 'approved', checked: ['is_sharp', 'x'], note }),
    )
    expect(missing.extra).toEqual({ missing: 'is_theirs' })
  })

  it('to answer takes words, and is shown to the user', async () => {
    const at = reviewWorld()
    const { name, ...of } = await opened(at, 'help')
    valueIn(await takeClaim(at, SUPPORT, name))
    const answering = { verdict: 'answered', checked: [] } as const
    expect(refusalOf(await decideCase(at, SUPPORT, { name, ...answering, note })).fields).toEqual([
      { pointer: '/words', code: 'review_words_needed' },
    ])
    valueIn(await decideCase(at, SUPPORT, { name, ...answering, words: '请联系运营商。', note }))
    expect(kept(at, of).decision).toMatchObject({ verdict: 'answered', words: '请联系运营商。' })
    expect(String(lettersTo(at)[0]?.content)).toMatch(
      /^我们的答复：\n请联系运营商。\n\n查看：https:\/\/shiming.test\/cases\//,
    )
  })

  it('is left as it is where its owner refuses, and planned anew where what the owner read has changed', async () => {
    let reads = 0
    const picky: ReviewKind = {
      ...photosKind,
      kind: 'picky',
      async effect(deps, of, decision) {
        reads += 1
        if (decision.verdict === 'refused') return refused('contended')
        return photosKind.effect(deps, of, decision)
      },
    }
    const at = reviewWorld({}, [picky])
    const { name, ...of } = await opened(at, 'picky')
    expect(codeOf(await decided(at, name, LIN, refusing))).toBe('contended')
    expect([kept(at, of).status, reads]).toEqual(['open', 1])
    // Something of the owner's stands in the way for good.
    await at.table.commit((await photosKind.planWithdrawal?.({} as never, of))?.writes ?? [])
    expect(codeOf(await decideCase(at, LIN, { name, ...approving, note }))).toBe('contended')
    expect([kept(at, of).status, reads, audits(at).length]).toEqual(['open', 6, 0])
  })

  it('or withdrawal, whichever comes first, and never both', async () => {
    const at = reviewWorld()
    const one = await opened(at, 'photos')
    valueIn(await takeClaim(at, LIN, one.name))
    valueIn(await withdrawCase(at, ACCOUNT, one.name))
    expect(codeOf(await decideCase(at, LIN, { name: one.name, ...approving, note }))).toBe('review_over')
    expect(outcomeOf(at, one)).toBe('withdrawn')
    const other = await opened(at, 'photos', { subject: 'other' })
    valueIn(await decided(at, other.name, LIN))
    expect(refusalOf(await withdrawCase(at, ACCOUNT, other.name))).toMatchObject({
      ...{ code: 'review_over', extra: { ended: 'decided' } },
    })
  })
})

describe('M8 a decision of two', () => {
  it('leads to nothing before another agrees, and to all of it then', async () => {
    const at = reviewWorld()
    const { name, ...of } = await opened(at, 'names')
    valueIn(await decided(at, name, LIN, refusing))
    expect(kept(at, of)).toMatchObject({ status: 'seconding', first: { verdict: 'refused', by: { id: 'lin' } } })
    expect([outcomeOf(at, of), lettersTo(at).length]).toEqual([undefined, 0])
    at.time.now += 1000
    const after = valueIn(await seconded(at, name, WANG))
    expect(after.decision).toEqual({
      ...{ verdict: 'refused', reason: 'blurred', at: NOON + 1000 },
      ...{ first: { kind: 'operator', id: 'lin' }, by: { kind: 'operator', id: 'wang' } },
    })
    expect([outcomeOf(at, of), lettersTo(at).length, kept(at, of).status]).toEqual(['refused', 1, 'decided'])
    expect(audits(at).map(({ action, detail }) => [action, detail])).toEqual([
      ['review_decide', 'names refused blurred'],
      ['review_second', 'names refused blurred'],
    ])
  })

  it('is open again where the other does not agree; who did not may decide, and the first then agrees or not', async () => {
    const at = reviewWorld()
    const { name, ...of } = await opened(at, 'names')
    valueIn(await decided(at, name, LIN, refusing))
    valueIn(await seconded(at, name, WANG, false))
    expect([kept(at, of).status, kept(at, of).first]).toEqual(['open', undefined])
    expect(kept(at, of).disagreed).toEqual({ by: { kind: 'operator', id: 'wang' }, at: NOON })
    expect(valueIn(await decideSecond(at, WANG, { name, agrees: false, reason: note }))).toEqual(kept(at, of))
    expect(codeOf(await decideSecond(at, ZHAO, { name, agrees: false, reason: note }))).toBe('review_not_seconding')
    valueIn(await decided(at, name, WANG, approving))
    valueIn(await seconded(at, name, LIN))
    expect([outcomeOf(at, of), kept(at, of).decision?.by?.id]).toEqual(['approved', 'lin'])
    expect(audits(at).map(({ action }) => action)).toEqual([
      ...['review_decide', 'review_reject_second', 'review_decide', 'review_second'],
    ])
  })

  it('is not agreed to by the first, by who holds no claim, or where nobody has decided; a second time it is the same', async () => {
    const at = reviewWorld()
    const { name, ...of } = await opened(at, 'names')
    const second = { name, agrees: true, reason: note }
    valueIn(await takeClaim(at, LIN, name))
    expect(codeOf(await decideSecond(at, LIN, second))).toBe('review_not_seconding')
    valueIn(await decideCase(at, LIN, { name, ...approving, note }))
    expect(valueIn(await decideCase(at, LIN, { name, ...approving, note })).status).toBe('seconding')
    expect(codeOf(await decideSecond(at, LIN, second))).toBe('review_needs_another')
    expect(codeOf(await decideSecond(at, WANG, second))).toBe('review_not_claimed')
    expect(codeOf(await decideSecond(at, SUPPORT, second))).toBe('right_missing')
    valueIn(await takeClaim(at, WANG, name))
    expect(codeOf(await decideCase(at, WANG, { name, ...refusing, note }))).toBe('review_in_second')
    expect(codeOf(await decideSecond(at, ZHAO, second))).toBe('review_claimed')
    valueIn(await decideSecond(at, WANG, second))
    expect(valueIn(await decideSecond(at, WANG, second))).toEqual(kept(at, of))
    expect(codeOf(await decideSecond(at, ZHAO, second))).toBe('review_over')
  })

  it('cannot be taken back while the second is awaited', async () => {
    const at = reviewWorld()
    const { name } = await opened(at, 'names')
    valueIn(await decided(at, name, LIN))
    expect(codeOf(await withdrawCase(at, ACCOUNT, name))).toBe('review_seconding')
  })
})

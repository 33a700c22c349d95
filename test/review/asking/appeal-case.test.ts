import { describe, expect, it } from 'vitest'
import { answerCase } from '../../../functions/review/asking/answer-case.ts'
import { appealCase } from '../../../functions/review/asking/appeal-case.ts'
import { caseIdOf } from '../../../functions/review/case/case-id.ts'
import { askUser } from '../../../functions/review/deciding/ask-user.ts'
import { takeClaim } from '../../../functions/review/deciding/take-claim.ts'
import type { ReviewKind } from '../../../functions/review/kind.ts'
import { ok, refused } from '../../../shared/kernel/outcome.ts'
import { codeOf, NOON, refusalOf, valueIn } from '../../kit.ts'
import {
  ACCOUNT,
  approving,
  decided,
  kept,
  LIN,
  opened,
  refusing,
  reviewWorld,
  seconded,
  WANG,
  ZHAO,
} from '../fixture.ts'
import { photosKind } from '../kinds.ts'

const [M, N] = ['1'.repeat(32), '2'.repeat(32)]
const text = '请再看一次'

describe('M8 P10 an appeal', () => {
  it('is a case of its own about the same, with all that was handed in, for people who did not decide before', async () => {
    const at = reviewWorld()
    const { name, ...of } = await opened(at, 'names', { materials: [M], said: '第一次' })
    valueIn(await takeClaim(at, LIN, name))
    valueIn(await askUser(at, LIN, { name, what: ['clearer'] }))
    valueIn(await answerCase(at, ACCOUNT, { name, materials: [N, M] }))
    valueIn(await decided(at, name, LIN, refusing))
    valueIn(await seconded(at, name, WANG))
    const appeal = valueIn(await appealCase(at, ACCOUNT, { name, text }))
    expect(appeal).toMatchObject({
      ...{ kind: 'names', subject: of.subject, status: 'open', openedAt: NOON, said: text, materials: [M, N] },
      ...{ appealOf: of.id, decidedBefore: ['wang', 'lin'], asked: [], language: 'zh' },
    })
    expect(kept(at, of)).toMatchObject({ status: 'decided', appealedBy: appeal.id })
    for (const who of [LIN, WANG])
      expect(codeOf(await takeClaim(at, who, caseIdOf(appeal)))).toBe('review_needs_another')
    expect(codeOf(await takeClaim(at, ZHAO, caseIdOf(appeal)))).toBe('ok')
    expect(valueIn(await appealCase(at, ACCOUNT, { name, text: '再来' }))).toEqual(kept(at, appeal))
  })

  it('is against a refusal alone, of a kind that has any, and not against an appeal', async () => {
    const at = reviewWorld()
    const open = await opened(at, 'photos')
    const appealed = async (name: string, accountId = ACCOUNT) =>
      codeOf(await appealCase(at, accountId, { name, text }))
    expect(await appealed(open.name)).toBe('review_not_appealable')
    valueIn(await decided(at, open.name, LIN, approving))
    expect(await appealed(open.name)).toBe('review_not_appealable')
    const help = await opened(at, 'help')
    valueIn(await decided(at, help.name, LIN, { verdict: 'answered', checked: [], words: '好' }))
    expect(await appealed(help.name)).toBe('review_not_appealable')
    const refusedOne = await opened(at, 'photos', { subject: 'e' })
    valueIn(await decided(at, refusedOne.name, LIN, refusing))
    expect(await appealed(refusedOne.name, 'b'.repeat(32))).toBe('not_found')
    const appeal = caseIdOf(valueIn(await appealCase(at, ACCOUNT, { name: refusedOne.name, text })))
    valueIn(await decided(at, appeal, WANG, refusing))
    expect(await appealed(appeal)).toBe('review_not_appealable')
  })

  it('waits for another case about the same, unless the clock has ended that', async () => {
    const at = reviewWorld()
    const { name } = await opened(at, 'photos')
    valueIn(await decided(at, name, LIN, refusing))
    const other = await opened(at, 'photos')
    expect(refusalOf(await appealCase(at, ACCOUNT, { name, text }))).toEqual({
      ...{ code: 'review_open', extra: { review: other.name } },
    })
    valueIn(await takeClaim(at, LIN, other.name))
    const { waitUntil = 0 } = valueIn(await askUser(at, LIN, { name: other.name, what: ['clearer'] }))
    at.time.now = waitUntil - 1
    expect(codeOf(await appealCase(at, ACCOUNT, { name, text }))).toBe('review_open')
    at.time.now = waitUntil
    expect(codeOf(await appealCase(at, ACCOUNT, { name, text }))).toBe('ok')
    expect(kept(at, other).decision?.verdict).toBe('no_answer')
  })

  it('is told to the owner of the kind, who may refuse it', async () => {
    const told: string[] = []
    const kind: ReviewKind = {
      ...photosKind,
      kind: 'told',
      async planAppeal(_deps, of, appeal) {
        told.push(`${of.id} ${appeal.id}`)
        return told.length === 1 ? refused('contended') : ok({ writes: [] })
      },
    }
    const at = reviewWorld({}, [kind])
    const { name, ...of } = await opened(at, 'told')
    valueIn(await decided(at, name, LIN, refusing))
    expect(codeOf(await appealCase(at, ACCOUNT, { name, text }))).toBe('contended')
    expect(kept(at, of).appealedBy).toBeUndefined()
    const appeal = valueIn(await appealCase(at, ACCOUNT, { name, text }))
    expect(told[1]).toBe(`${of.id} ${appeal.id}`)
  })
})

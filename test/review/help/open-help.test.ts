import { describe, expect, it } from 'vitest'
import { withdrawCase } from '../../../functions/review/asking/withdraw-case.ts'
import { caseIdOf } from '../../../functions/review/case/case-id.ts'
import { askUser } from '../../../functions/review/deciding/ask-user.ts'
import { takeClaim } from '../../../functions/review/deciding/take-claim.ts'
import { openHelp } from '../../../functions/review/help/open-help.ts'
import { isHelpSubject } from '../../../functions/review/help/subject.ts'
import { askForHelpRoute } from '../../../functions/review/user.route.ts'
import { DAY } from '../../../shared/kernel/time.ts'
import { misfit } from '../../http-event.ts'
import { codeOf, NOON, refusalOf, valueIn } from '../../kit.ts'
import { ACCOUNT, kept, lettersTo, opened, outcomeOf, reviewWorld, SUPPORT } from '../fixture.ts'

const subject = 'c'.repeat(32)
const help = { subject, text: '打不开', language: 'zh' } as const

describe('P10 asking a person for help', () => {
  it('opens a case that people answer within a day, in one call', async () => {
    const at = reviewWorld()
    const calls = at.table.calls()
    const made = valueIn(await openHelp(at, ACCOUNT, help))
    expect(at.table.calls()).toBe(calls + 1)
    expect(made).toMatchObject({ kind: 'help', subject, said: '打不开', openedAt: NOON, answerBy: NOON + DAY })
    expect(kept(at, made)).toEqual(made)
  })

  it('P11 keeps no number of anybody that is in the words', async () => {
    const at = reviewWorld()
    const text = '电话 13800138000'
    const made = valueIn(await openHelp(at, ACCOUNT, { ...help, text }))
    expect(kept(at, made).said).toBe('电话 138****8000')
    expect(valueIn(await openHelp(at, ACCOUNT, { ...help, text }))).toEqual(made)
  })

  it('about the same is one case at a time: the same words are a second click, others are told which is open', async () => {
    const at = reviewWorld()
    const made = valueIn(await openHelp(at, ACCOUNT, help))
    expect(valueIn(await openHelp(at, ACCOUNT, help))).toEqual(made)
    const again = { ...help, text: '还是打不开' }
    expect(refusalOf(await openHelp(at, ACCOUNT, again))).toEqual({
      ...{ code: 'review_open', extra: { review: caseIdOf(made) } },
    })
    expect(codeOf(await openHelp(at, ACCOUNT, { ...again, subject: 'account' }))).toBe('ok')
    expect(codeOf(await openHelp(at, 'b'.repeat(32), again))).toBe('ok')
    // Another kind of case about the same is none of its business.
    await opened(at, 'photos')
    valueIn(await withdrawCase(at, ACCOUNT, caseIdOf(made)))
    expect(codeOf(await openHelp(at, ACCOUNT, again))).toBe('ok')
  })

  it('goes on where the clock has ended the case before, as if that had been written at once', async () => {
    const at = reviewWorld()
    const made = valueIn(await openHelp(at, ACCOUNT, help))
    const name = caseIdOf(made)
    valueIn(await takeClaim(at, SUPPORT, name))
    const { waitUntil = 0 } = valueIn(await askUser(at, SUPPORT, { name, what: ['when'] }))
    at.time.now = waitUntil - 1
    expect(codeOf(await openHelp(at, ACCOUNT, { ...help, text: '新的' }))).toBe('review_open')
    at.time.now = waitUntil
    const next = valueIn(await openHelp(at, ACCOUNT, help))
    expect(next.id).not.toBe(made.id)
    expect(kept(at, made)).toMatchObject({ status: 'decided', decision: { verdict: 'no_answer', at: waitUntil } })
    expect(outcomeOf(at, made)).toBeUndefined()
    // Asked, and then that it is over.
    expect(lettersTo(at).map(({ title }) => title)).toEqual(['人工帮助：需要您补充', '人工帮助：有了结果'])
  })
})

describe('what help is about', () => {
  it.each([subject, `${subject}.${subject}`, 'verification', 'sign_in'])('is an id of ours or a word: %s', (text) => {
    expect(isHelpSubject(text)).toBe(true)
  })
  it.each(['', 'A', '1', 'a#b', `${subject}.`, `${subject}0`, '13800138000', 'x'.repeat(33), '实名', '_a', ' account'])(
    'is not %j',
    (text) => {
      expect(isHelpSubject(text)).toBe(false)
      const told = misfit(askForHelpRoute, { body: { subject: text, text: 'x' } })
      expect(told?.fields).toEqual([expect.objectContaining({ pointer: '/subject' })])
    },
  )
})

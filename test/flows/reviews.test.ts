import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deedsRoute } from '../../functions/overview/deeds.route.ts'
import {
  askReviewRoute,
  claimReviewRoute,
  decideReviewRoute,
  nextReviewRoute,
  operatorReviewRoute,
  operatorReviewsRoute,
  releaseReviewRoute,
  secondReviewRoute,
} from '../../functions/review/operator.route.ts'
import {
  answerReviewRoute,
  appealReviewRoute,
  askForHelpRoute,
  getReviewRoute,
  listReviewsRoute,
  withdrawReviewRoute,
} from '../../functions/review/user.route.ts'
import { operatorAt } from '../../local/demo/operator.ts'
import { signIn } from '../../local/demo/user.ts'
import { DAY, rfc3339 } from '../../shared/kernel/time.ts'
import type { Instance } from './instance.ts'
import { sharedInstance } from './shared-instance.ts'

const codeOf = (reply: { ok: boolean } & ({ ok: true } | { ok: false; problem: { code: string } })) =>
  reply.ok ? 'ok' : reply.problem.code

describe('P10 M8 a user asks a person for help', () => {
  let instance: Instance
  beforeAll(async () => {
    instance = await sharedInstance()
  })
  afterAll(async () => {
    expect(await instance.end(), 'P11 plaintext identity').toEqual([])
  })

  const userOf = async () => {
    const person = await instance.person('match')
    return { person, ...(await signIn(instance.platform, person.phone)) }
  }

  it('is asked for more, answers, is answered, and reads that', async () => {
    const { platform } = instance
    const { person, token, accountId } = await userOf()
    const body = { subject: 'sign_in', text: `我用 ${person.phone} 登录，验证码收不到` }
    const asked = await platform.must(askForHelpRoute, { token, body })
    const { id } = asked
    const params = { id }
    expect(asked).toMatchObject({ status: 'open', kind: 'help', title: '人工帮助', canWithdraw: true, language: 'zh' })
    expect((await platform.must(askForHelpRoute, { token, body })).id).toBe(id)
    expect(await platform.call(askForHelpRoute, { token, body: { ...body, text: '还是收不到' } })).toMatchObject({
      ...{ status: 409, problem: { code: 'review_open', review: id } },
    })

    const support = (await operatorAt(instance, 'help-desk', 'support')).token
    const other = (await operatorAt(instance, 'help-two', 'reviewer')).token
    const { reviews } = await platform.must(operatorReviewsRoute, { token: support, query: { kind: 'help' } })
    expect(reviews.find((one) => one.id === id)).toMatchObject({ accountId, claim: null, status: 'open' })
    expect((await platform.must(nextReviewRoute, { token: support, body: {} })).review).toMatchObject({
      ...{ id, mine: true, said: `我用 ${person.phone.slice(0, 3)}****${person.phone.slice(-4)} 登录，验证码收不到` },
    })
    expect(await platform.call(claimReviewRoute, { token: other, params })).toMatchObject({
      ...{ status: 409, problem: { code: 'review_claimed', by: 'help-desk' } },
    })
    expect((await platform.must(nextReviewRoute, { token: other, body: { kind: 'help' } })).review).toBeNull()

    const wanted = { what: ['when'], words: '请写明大概的时间。' }
    const asking = await platform.must(askReviewRoute, { token: support, params, body: wanted })
    const waiting = await platform.must(getReviewRoute, { token, params })
    expect(waiting).toMatchObject({ status: 'waiting', canAnswer: true, asked: [{ what: ['when'], answer: null }] })
    // Exactly what the operator was shown.
    expect(waiting.asked[0]?.text).toBe(asking.asked[0]?.text)
    expect(codeOf(await platform.call(claimReviewRoute, { token: support, params }))).toBe('review_waiting')
    await platform.must(answerReviewRoute, { token, params, body: { text: '昨天晚上八点' } })

    await platform.must(claimReviewRoute, { token: support, params })
    const note = '已查短信记录'
    const deciding = { verdict: 'answered', words: '运营商拦截了短信，请回复 11111 解除。', note } as const
    expect(codeOf(await platform.call(decideReviewRoute, { token: other, params, body: deciding }))).toBe(
      'review_claimed',
    )
    const decided = await platform.must(decideReviewRoute, { token: support, params, body: deciding })
    expect(await platform.must(decideReviewRoute, { token: support, params, body: deciding })).toEqual(decided)
    const read = await platform.must(getReviewRoute, { token, params })
    expect(read).toMatchObject({ status: 'decided', decision: { verdict: 'answered', text: decided.decision?.text } })
    expect(read.decision?.text).toContain('请回复 11111 解除')
    const mine = platform.shiming.withSession(token)
    const { items } = await mine.messages.list().page()
    expect(items.map(({ title }) => title)).toEqual(['人工帮助：有了结果', '人工帮助：需要您补充'])
    expect((await mine.reviews.list().page()).items.map((one) => one.id)).toEqual([id])
    const subject = `review:${id.replace('.', ':')}`
    const { deeds } = await platform.must(deedsRoute, { token: other, query: { subject } })
    expect(deeds.map(({ action, detail, reason }) => [action, detail, reason])).toEqual([
      ['review_decide', 'help answered', note],
      ['review_ask', 'help when', wanted.words],
    ])
    for (const [route, code] of [
      [appealReviewRoute, 'review_not_appealable'],
      [withdrawReviewRoute, 'review_over'],
      [answerReviewRoute, 'review_over'],
    ] as const)
      expect(codeOf(await platform.call(route, { token, params, body: { text: '再看' } }))).toBe(code)
  })

  it('takes it back, or lets the time go by; then the same can be asked again', async () => {
    const { platform, engine } = instance
    const { token } = await userOf()
    const { token: stranger } = await userOf()
    const body = { subject: 'account', text: '打不开' }
    const first = { id: (await platform.must(askForHelpRoute, { token, body })).id }
    expect(codeOf(await platform.call(getReviewRoute, { token: stranger, params: first }))).toBe('not_found')
    await platform.must(withdrawReviewRoute, { token, params: first })
    const { id } = await platform.must(askForHelpRoute, { token, body })
    const support = (await operatorAt(instance, 'help-three', 'support')).token
    const params = { id }
    await platform.must(claimReviewRoute, { token: support, params })
    expect((await platform.must(releaseReviewRoute, { token: support, params })).mine).toBe(false)
    await platform.must(claimReviewRoute, { token: support, params })
    await platform.must(askReviewRoute, { token: support, params, body: { what: ['details'] } })
    const until = engine.now() + 7 * DAY
    await platform.pass('167h')
    expect((await platform.must(getReviewRoute, { token, params })).status).toBe('waiting')
    await platform.pass('1h')
    const over = await platform.must(getReviewRoute, { token, params })
    expect(over).toMatchObject({ status: 'decided', decision: { verdict: 'no_answer' } })
    expect(Math.abs(Date.parse(over.endedAt ?? '') - until)).toBeLessThan(60_000)
    await platform.pass('2m')
    expect(await platform.must(getReviewRoute, { token, params })).toEqual(over)
    const { token: later } = await operatorAt(instance, 'help-four', 'support')
    const { reviews } = await platform.must(operatorReviewsRoute, { token: later, query: { status: 'decided' } })
    expect(reviews.find((one) => one.id === id)).toMatchObject({ verdict: 'no_answer', endedAt: over.endedAt })
    expect((await platform.must(askForHelpRoute, { token, body })).id).not.toBe(id)
    const { reviews: all } = await platform.must(listReviewsRoute, { token })
    expect(all.map(({ status }) => status)).toEqual(['open', 'decided', 'withdrawn'])
  })

  it('is answered by whoever may: others see nothing of it, and a deed takes a code that is not old', async () => {
    const { platform, engine } = instance
    const { token } = await userOf()
    const { id } = await platform.must(askForHelpRoute, { token, body: { subject: 'other', text: '请看一下' } })
    const params = { id }
    const finance = (await operatorAt(instance, 'help-money', 'finance')).token
    expect(codeOf(await platform.call(operatorReviewRoute, { token: finance, params }))).toBe('right_missing')
    expect(codeOf(await platform.call(operatorReviewRoute, { token: instance.operatorKey, params }))).toBe(
      'right_missing',
    )
    const support = (await operatorAt(instance, 'help-five', 'support')).token
    await platform.pass('11m')
    // Taking one is no deed.
    const { claim } = await platform.must(claimReviewRoute, { token: support, params })
    expect(claim?.until).toBe(rfc3339(Date.parse(claim?.until ?? '')))
    expect(Date.parse(claim?.until ?? '') - engine.now()).toBeGreaterThan(14 * 60_000)
    const deciding = { verdict: 'answered', words: '好', note: '已看' } as const
    expect(codeOf(await platform.call(decideReviewRoute, { token: support, params, body: deciding }))).toBe(
      'step_up_needed',
    )
    const admin = (await operatorAt(instance, 'help-six', 'admin')).token
    const second = { agrees: true, reason: '同意' }
    expect(codeOf(await platform.call(secondReviewRoute, { token: admin, params, body: second }))).toBe(
      'review_not_seconding',
    )
    await platform.must(releaseReviewRoute, { token: support, params })
    await platform.must(claimReviewRoute, { token: admin, params })
    await platform.must(decideReviewRoute, { token: admin, params, body: deciding })
  })
})

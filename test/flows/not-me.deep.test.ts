import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inboxRoute } from '../../functions/messaging/read.route.ts'
import { disputeProofingRoute, getProofingRoute, pauseProofingRoute } from '../../functions/proofing/user.route.ts'
import { claimReviewRoute, decideReviewRoute } from '../../functions/review/operator.route.ts'
import { withdrawReviewRoute } from '../../functions/review/user.route.ts'
import { journeys, travel } from '../../local/demo/journeys.ts'
import { operatorAt } from '../../local/demo/operator.ts'
import { codeFor, messageToken, type Person, pushplusSend, signIn } from '../../local/demo/user.ts'
import type { Instance } from './instance.ts'
import { sharedInstance } from './shared-instance.ts'

const SENT = 200
const REFUSED = 999
const NOT_VERIFIED = 905

describe('P11 this was not me', () => {
  let instance: Instance
  beforeAll(async () => {
    instance = await sharedInstance()
  })
  afterAll(async () => {
    expect(await instance.end(), 'P11 plaintext identity').toEqual([])
  })

  /** Somebody is verified, and signed in with the number that was verified; `id`: of the notice in their inbox. */
  const verified = async () => {
    const { platform } = instance
    const person: Person = await instance.person('match')
    const [journey] = journeys
    if (!journey) throw new Error('there is no journey')
    await travel({ platform, step: () => undefined }, journey, person)
    await platform.pass('2m')
    const user = await signIn(platform, person.phone)
    const { messages } = await platform.must(inboxRoute, { token: user.token })
    const letter = messages.find(({ title }) => title.startsWith('您的账号已完成实名认证'))
    const id = /\/not-me\/([0-9a-f]{32})/.exec(letter?.content ?? '')?.[1] ?? ''
    return { person, user, id, params: { id } }
  }

  it('is told in the inbox, said with a tap, pauses sending, and clears the account once a person upholds it', async () => {
    const { platform } = instance
    const { person, user, id, params } = await verified()
    const { token } = user
    const sender = await messageToken(platform, user)
    const told = await platform.must(getProofingRoute, { token, params })
    expect(told).toMatchObject({ account: 'own', way: 'machine', status: 'told', review: null, canPause: false })
    expect(JSON.stringify(told)).not.toContain(person.idNumber)
    expect(JSON.stringify(told)).not.toContain(person.name)

    const review = await platform.must(disputeProofingRoute, { token, params, body: { text: '不是我' } })
    expect(review).toMatchObject({ kind: 'not_me', subject: id, status: 'open', canWithdraw: true })
    expect((await platform.must(disputeProofingRoute, { token, params, body: {} })).id).toBe(review.id)

    await platform.pass('2m')
    const smsCode = await codeFor(platform, person.phone, token)
    const proving = { phone: person.phone, smsCode, idLastFour: person.idNumber.slice(-4) }
    expect(await pushplusSend(platform, sender, 'before')).toBe(SENT)
    const wrong = { ...proving, idLastFour: person.idNumber.endsWith('0000') ? '0001' : '0000' }
    expect(await platform.call(pauseProofingRoute, { token, params, body: wrong })).toMatchObject({
      ...{ status: 403, problem: { code: 'id_last_four_wrong' } },
    })
    const paused = await platform.must(pauseProofingRoute, { token, params, body: proving })
    expect(paused).toMatchObject({ canPause: false, pausedUntil: expect.any(String) })
    expect(await pushplusSend(platform, sender, 'while it is paused')).toBe(REFUSED)
    const { gate } = await platform.shiming.withSession(token).account.get()
    expect(gate.send_message).toMatchObject({ code: 'sending_paused', pausedUntil: paused.pausedUntil })
    expect(gate.recharge_points).toEqual({ allowed: true })

    const reviewer = (await operatorAt(instance, 'not-me-reviewer', 'reviewer')).token
    await platform.must(claimReviewRoute, { token: reviewer, params: { id: review.id } })
    const checked = ['account_looked_at', 'somebody_else', 'will_be_cleared']
    await platform.must(decideReviewRoute, {
      token: reviewer,
      params: { id: review.id },
      body: { verdict: 'approved', checked, note: '已核查' },
    })
    expect(await pushplusSend(platform, sender, 'after')).toBe(NOT_VERIFIED)
    const { verification } = await platform.shiming.withSession(token).account.get()
    expect(verification).toMatchObject({ status: 'unverified', level: 0 })
    expect(await platform.must(getProofingRoute, { token, params })).toMatchObject({ status: 'cleared' })
  })

  it('pauses for a day and no longer, and is found by nobody else', async () => {
    const { platform } = instance
    const { person, user, params } = await verified()
    const sender = await messageToken(platform, user)
    const other = await signIn(platform, '19915009999')
    expect(await platform.call(getProofingRoute, { token: other.token, params })).toMatchObject({ status: 404 })
    expect(await platform.call(disputeProofingRoute, { token: other.token, params, body: {} })).toMatchObject({
      status: 404,
    })
    expect(await platform.call(getProofingRoute, { params })).toMatchObject({ status: 401 })
    const { token } = user
    const { id } = await platform.must(disputeProofingRoute, { token, params, body: {} })
    await platform.pass('2m')
    const smsCode = await codeFor(platform, person.phone, token)
    const proving = { phone: person.phone, smsCode, idLastFour: person.idNumber.slice(-4) }
    await platform.must(pauseProofingRoute, { token, params, body: proving })
    await platform.pass('23h')
    expect(await pushplusSend(platform, sender, 'after 23 hours')).toBe(REFUSED)
    await platform.pass('2h')
    expect(await pushplusSend(platform, sender, 'after 25 hours')).toBe(SENT)
    await platform.must(withdrawReviewRoute, { token, params: { id } })
    expect(await platform.must(getProofingRoute, { token, params })).toMatchObject({ status: 'told', review: null })
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getApplicationRoute } from '../../functions/certification/applications.route.ts'
import { listDisclosuresRoute } from '../../functions/consent/read.route.ts'
import { askReviewRoute, nextReviewRoute } from '../../functions/review/operator.route.ts'
import { certify } from '../../local/demo/certification.ts'
import { operatorAt } from '../../local/demo/operator.ts'
import { applicationInReview } from './applications.ts'
import { type Instance, startInstance } from './instance.ts'

describe('W5 what comes of an application is texted, over HTTP', () => {
  let instance: Instance
  beforeAll(async () => {
    instance = await startInstance({ sms: { vendors: ['tencent_cloud', 'alibaba_cloud'] } })
  })
  afterAll(async () => {
    expect(await instance.end(), 'P11 plaintext identity').toEqual([])
  })

  it('to the phone that confirmed it, once each, whichever vendor takes it, and nothing more than what came of it', async () => {
    const { platform } = instance
    const { user, person, id } = await applicationInReview(instance, { name: '云中锦书', certifiedName: '云中锦书社' })
    const { token } = user
    const news = async () =>
      (await platform.sandbox.smsFor(user.phone)).filter(({ code }) => code === '').map(({ text }) => text)
    const read = () => platform.must(getApplicationRoute, { token, params: { id } })
    expect(await read()).toMatchObject({ status: 'in_review', texted: true })
    const reviewer = await operatorAt(instance, 'texts', 'reviewer')
    const { review } = await platform.must(nextReviewRoute, { token: reviewer.token, body: { kind: 'certification' } })
    const params = { id: review?.id ?? '' }
    await platform.must(askReviewRoute, { token: reviewer.token, params, body: { what: ['explanation'] } })
    await platform.pass('2m')
    const [returned = '', ...others] = await news()
    expect(returned).toMatch(/^【.+】您的应用认证申请有新进展：请于\d+月\d+日前补正。/)
    expect(others).toEqual([])
    for (const secret of [user.phone, person.name, person.idNumber, '云中锦书']) expect(returned).not.toContain(secret)

    // The first vendor refuses us, so the other is given the next one, minutes later.
    const { pairToken } = await read()
    await platform.shiming.withSession(token).applications.edit(id, { said: '只是读书笔记。' })
    await platform.shiming.withSession(token).applications.correct(id, { pairToken })
    await platform.sandbox.fault({ target: 'tencent_sms', mode: 'insufficient_balance', times: 1, subject: user.phone })
    await certify(platform, await operatorAt(instance, 'texts-again', 'reviewer'))
    await platform.pass('2m')
    await platform.pass('2m')
    expect((await news()).map((text) => text.includes('已通过认证'))).toEqual([true, false])
    const { disclosures } = await platform.must(listDisclosuresRoute, { token, query: {} })
    const given = disclosures.filter(({ purpose }) => purpose === 'sms_result')
    expect(given.map(({ recipient, outcome }) => [recipient.vendor, outcome])).toEqual([
      ['alibaba_cloud', 'possibly_sent'],
      ['tencent_cloud', 'not_used'],
      ['tencent_cloud', 'possibly_sent'],
    ])
  })
})

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  createApplicationRoute,
  editApplicationRoute,
  getApplicationRoute,
  listApplicationsRoute,
  preCheckRoute,
  submitApplicationRoute,
} from '../../functions/certification/applications.route.ts'
import { getAppRoute } from '../../functions/certification/apps.route.ts'
import {
  confirmApplicationRoute,
  correctApplicationRoute,
  withdrawApplicationRoute,
} from '../../functions/certification/confirm.route.ts'
import { openFeeOrderRoute } from '../../functions/certification/fee.route.ts'
import { askReviewRoute, decideReviewRoute, nextReviewRoute } from '../../functions/review/operator.route.ts'
import { appealReviewRoute } from '../../functions/review/user.route.ts'
import { appOfPerson, certify, codeAndFour, confirmByPicture, payFee, sendIn } from '../../local/demo/certification.ts'
import { type OnConsole, operatorAt } from '../../local/demo/operator.ts'
import { uploadPicture } from '../../local/demo/papers.ts'
import { drawnPage } from '../../local/demo/picture.ts'
import { moneyAtChannel, type User } from '../../local/demo/user.ts'
import { applicationInReview, documentedUser } from './applications.ts'
import type { Instance } from './instance.ts'
import { sharedInstance } from './shared-instance.ts'

describe('W2 W3 W5 W6 the certification of an app of a person, over HTTP', () => {
  let instance: Instance
  let reviewer: OnConsole
  beforeAll(async () => {
    instance = await sharedInstance()
  })
  // Their sessions and what they confirmed last for less than applications do.
  let hired = 0
  beforeEach(async () => {
    hired += 1
    reviewer = await operatorAt(instance, `certifier-${hired}`, 'reviewer')
  })
  afterAll(async () => {
    expect(await instance.end(), 'P11 plaintext identity').toEqual([])
  })

  const read = ({ token }: User, id: string) => instance.platform.must(getApplicationRoute, { token, params: { id } })

  const appNamed = async ({ token }: User, id: string) =>
    (await instance.platform.must(getAppRoute, { token, params: { id } })).name

  it('is told everything wrong for nothing, confirmed, paid, looked at, and changes the name once', async () => {
    const { platform } = instance
    const { user, person } = await documentedUser(instance)
    const { token } = user
    const mine = await appOfPerson(platform, user, '晨光书屋')
    const asked = { app: mine.app, applicant: mine.applicant }
    const wrong = { ...asked, certifiedName: '晨光小程序' }
    const found = await platform.must(preCheckRoute, { token, body: wrong })
    expect(found).toMatchObject({ ready: false, fee: { amountFen: 3000 }, terms: { returns: 3 } })
    expect(found.faults.map(({ pointer, code }) => [pointer, code])).toEqual([['/certifiedName', 'app_name_word']])
    const right = await platform.must(preCheckRoute, { token, body: { ...asked, certifiedName: '晨光读书会' } })
    expect(right).toMatchObject({ ready: true, names: { from: '晨光书屋', to: '晨光读书会' }, faults: [] })

    const { id } = await platform.must(createApplicationRoute, { token, body: wrong })
    expect(await platform.call(createApplicationRoute, { token, body: asked })).toMatchObject({
      problem: { code: 'application_open', applicationId: id },
    })
    expect(await platform.call(submitApplicationRoute, { token, params: { id } })).toMatchObject({
      problem: { code: 'application_incomplete', errors: [{ pointer: '/certifiedName', code: 'app_name_word' }] },
    })
    await platform.must(editApplicationRoute, { token, params: { id }, body: { certifiedName: '晨光读书会' } })
    const sent = await platform.must(submitApplicationRoute, { token, params: { id } })
    expect(sent).toMatchObject({ status: 'awaiting_confirmation', fee: { amountFen: 3000, status: 'none' } })
    // Nobody confirms another change of name, nor pays before that.
    const { id: picture } = await uploadPicture(platform, user, 'holder', drawnPage(5))
    const proof = { ...(await codeAndFour(platform, user, person.idNumber)), picture }
    expect(
      await platform.call(confirmApplicationRoute, { token, params: { id }, body: { pairToken: 'x', proof } }),
    ).toMatchObject({ problem: { code: 'names_changed', from: '晨光书屋', to: '晨光读书会' } })
    expect(
      await platform.call(openFeeOrderRoute, { token, params: { id }, headers: { 'idempotency-key': 'early' } }),
    ).toMatchObject({
      problem: { code: 'application_not_awaited' },
    })
    const body = { pairToken: sent.pairToken, proof }
    const confirmed = await platform.must(confirmApplicationRoute, { token, params: { id }, body })
    expect(confirmed).toMatchObject({ status: 'awaiting_payment', presence: 'picture', namesConfirmed: true })

    const { order, outTradeNo } = await payFee(platform, user, id)
    expect(order).toMatchObject({ kind: 'certification', applicationId: id, amountFen: 3000 })
    const before = await read(user, id)
    expect(before).toMatchObject({
      status: 'in_review',
      fee: { status: 'held', order: order.id },
      review: expect.any(String),
    })
    expect(await appNamed(user, mine.app)).toBe('晨光书屋')
    await certify(platform, reviewer)
    const after = await read(user, id)
    expect(after).toMatchObject({
      ...{ status: 'certified', fee: { status: 'kept' } },
      ...{ qualification: { verdict: 'passed' }, naming: { verdict: 'passed' } },
    })
    expect(after.steps.map(({ status }) => status)).toEqual([
      ...['draft', 'awaiting_confirmation', 'awaiting_payment', 'in_review', 'certified'],
    ])
    const app = await platform.must(getAppRoute, { token, params: { id: mine.app } })
    expect(app).toMatchObject({
      ...{ name: '晨光读书会', because: 'certified', certifiedName: '晨光读书会', openApplication: null },
      names: [{ name: '晨光书屋', because: 'created' }],
    })
    expect(await moneyAtChannel(platform, outTradeNo)).toEqual({ paidFen: 3000, refundedFen: 0 })
    expect((await platform.must(listApplicationsRoute, { token })).applications).toMatchObject([{ id }])
  })

  it('is returned with each field to correct, sent again free of charge, and keeps its name where that is refused', async () => {
    const { platform } = instance
    const named = { name: '夜航船', certifiedName: '夜航船读书' }
    const { user, person, mine, id, outTradeNo } = await applicationInReview(instance, named)
    const { token } = user
    const { review } = await platform.must(nextReviewRoute, { token: reviewer.token, body: { kind: 'certification' } })
    const params = { id: review?.id ?? '' }
    // Nobody takes it back while a person is at work on it.
    expect(await platform.call(withdrawApplicationRoute, { token, params: { id } })).toMatchObject({
      problem: { code: 'review_being_decided' },
    })
    const ask = { what: ['certified_name', 'explanation'], words: '请去掉“读书”，或说明与出版的关系。' }
    await platform.must(askReviewRoute, { token: reviewer.token, params, body: ask })
    const returned = await read(user, id)
    expect(returned).toMatchObject({ status: 'returned', correctUntil: expect.any(String) })
    expect(returned.returns).toMatchObject([{ fields: ['certified_name', 'explanation'], words: ask.words }])
    const edits = { certifiedName: '夜航船夜读', said: '只是推荐短文，与出版无关。' }
    const amended = await platform.must(editApplicationRoute, { token, params: { id }, body: edits })
    // Another change of name than was confirmed takes its proof anew.
    const { pairToken } = amended
    expect(await platform.call(correctApplicationRoute, { token, params: { id }, body: { pairToken } })).toMatchObject({
      problem: { code: 'confirmation_needed' },
    })
    await platform.pass('61s')
    const { id: picture } = await uploadPicture(platform, user, 'holder', drawnPage(6))
    const proof = { ...(await codeAndFour(platform, user, person.idNumber)), picture }
    const again = await platform.must(correctApplicationRoute, { token, params: { id }, body: { pairToken, proof } })
    expect(again).toMatchObject({ status: 'in_review', fee: { status: 'held' } })
    expect(again.returns).toMatchObject([
      { answeredAt: expect.any(String), changed: ['certified_name', 'administrator_picture', 'explanation'] },
    ])
    await certify(platform, reviewer, 'name_misleading')
    expect(await read(user, id)).toMatchObject({
      ...{ status: 'certified', qualification: { verdict: 'passed' } },
      naming: { verdict: 'refused', reason: 'name_misleading' },
    })
    const app = await platform.must(getAppRoute, { token, params: { id: mine.app } })
    expect(app).toMatchObject({ name: '夜航船', certifiedName: '夜航船', names: [] })
    expect(await moneyAtChannel(platform, outTradeNo)).toEqual({ paidFen: 3000, refundedFen: 0 })
  })

  it('that nobody has looked at is taken back with its fee; refused, it is appealed against, and other people look', async () => {
    const { platform } = instance
    const { user, person, mine, id, outTradeNo } = await applicationInReview(instance, { name: '长亭晚' })
    const { token } = user
    const withdrawn = await platform.must(withdrawApplicationRoute, { token, params: { id } })
    expect(withdrawn).toMatchObject({ status: 'withdrawn', fee: { status: 'returned' } })
    await platform.pass('2m')
    expect(await moneyAtChannel(platform, outTradeNo)).toEqual({ paidFen: 3000, refundedFen: 3000 })

    const second = await sendIn(platform, mine)
    await confirmByPicture(platform, user, second.id, person.idNumber)
    await payFee(platform, user, second.id)
    const { review } = await platform.must(nextReviewRoute, { token: reviewer.token, body: { kind: 'certification' } })
    const params = { id: review?.id ?? '' }
    const decision = { verdict: 'refused', reason: 'purpose_forbidden', checked: [], note: '用途不符' } as const
    await platform.must(decideReviewRoute, { token: reviewer.token, params, body: decision })
    expect(await read(user, second.id)).toMatchObject({ status: 'refused', fee: { status: 'kept' } })
    await platform.must(appealReviewRoute, { token, params, body: { text: '用途是分享诗词。' } })
    expect(await read(user, second.id)).toMatchObject({ status: 'in_review', qualification: { verdict: 'pending' } })
    expect(await platform.must(nextReviewRoute, { token: reviewer.token, body: { kind: 'certification' } })).toEqual({
      review: null,
    })
    const other = await operatorAt(instance, 'second-reviewer', 'reviewer')
    await certify(platform, other)
    expect(await read(user, second.id)).toMatchObject({ status: 'certified' })
    expect(await appNamed(user, mine.app)).toBe('长亭晚')
  })

  it('ends by itself where it is not confirmed or paid in time, and gives the fee back where people are late', async () => {
    const { platform } = instance
    const { user, person } = await documentedUser(instance)
    const mine = await appOfPerson(platform, user, '南山种豆')
    const first = await sendIn(platform, mine)
    await platform.pass('24h')
    expect(await read(user, first.id)).toMatchObject({ status: 'confirmation_expired' })
    const second = await sendIn(platform, mine)
    await confirmByPicture(platform, user, second.id, person.idNumber)
    await platform.pass('25h')
    expect(await read(user, second.id)).toMatchObject({ status: 'payment_expired', fee: { status: 'none' } })
    const third = await sendIn(platform, mine)
    await confirmByPicture(platform, user, third.id, person.idNumber)
    const { outTradeNo } = await payFee(platform, user, third.id)
    await platform.pass('21d')
    await platform.pass('2m')
    expect(await read(user, third.id)).toMatchObject({ status: 'in_review', fee: { status: 'returned' } })
    expect(await moneyAtChannel(platform, outTradeNo)).toEqual({ paidFen: 3000, refundedFen: 3000 })
    await certify(platform, await operatorAt(instance, 'late-reviewer', 'reviewer'))
    expect(await read(user, third.id)).toMatchObject({ status: 'certified', fee: { status: 'returned' } })
  })
})

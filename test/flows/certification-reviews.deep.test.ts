import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createAppRoute } from '../../functions/certification/apps.route.ts'
import { askReviewRoute, decideReviewRoute, nextReviewRoute } from '../../functions/review/operator.route.ts'
import { complainRoute, complaintActionRoute } from '../../functions/sandbox/control-channels.route.ts'
import { listEventsRoute } from '../../functions/webhooks/delivery.route.ts'
import { certify, codeAndFour } from '../../local/demo/certification.ts'
import { type OnConsole, operatorAt } from '../../local/demo/operator.ts'
import { uploadPicture } from '../../local/demo/papers.ts'
import { drawnPage } from '../../local/demo/picture.ts'
import { moneyAtChannel, signIn, type User } from '../../local/demo/user.ts'
import { applicationInReview } from './applications.ts'
import type { Instance } from './instance.ts'
import { sharedInstance } from './shared-instance.ts'
import { verifiedUser } from './way.ts'

describe('W5 W6 W8 what people were to decide about an app ends or begins anew by its case, over HTTP', () => {
  let instance: Instance
  let reviewer: OnConsole
  let hired = 0
  beforeAll(async () => {
    instance = await sharedInstance()
  })
  beforeEach(async () => {
    hired += 1
    reviewer = await operatorAt(instance, `ender-${hired}`, 'reviewer')
  })
  afterAll(async () => {
    expect(await instance.end(), 'P11 plaintext identity').toEqual([])
  })

  const mine = ({ token }: User) => instance.platform.shiming.withSession(token)

  /** An application of a person that is paid for and waits for people. */
  const inReview = async (name: string, certifiedName: string) => {
    const { mine: applying, ...rest } = await applicationInReview(instance, { name, certifiedName })
    const read = () => mine(rest.user).applications.get(rest.id)
    const review = (await read()).review ?? ''
    return { ...rest, app: applying.app, read, review }
  }

  /** What another account is told that wants an app of that name. */
  const wants = async ({ token }: User, name: string) =>
    instance.platform.call(createAppRoute, { token, body: { kind: 'website', name } })

  /** Why the application of an app ended, as the platform is told. */
  const ends = async (app: string) => {
    await instance.platform.pass('2s')
    const query = { subject: `app.${app}` }
    const { events } = await instance.platform.must(listEventsRoute, { token: instance.platformKey, query })
    return events.filter(({ type }) => type === 'certification.ended').map(({ data }) => data)
  }

  const taken = async ({ token }: OnConsole) => {
    const { review } = await instance.platform.must(nextReviewRoute, { token, body: { kind: 'certification' } })
    return { id: review?.id ?? '' }
  }

  it('taken back as a case before anybody looked: the fee goes back, and app and name are free', async () => {
    const { platform } = instance
    const { user, app, id, outTradeNo, read, review } = await inReview('听雨轩', '听雨轩茶话')
    const other = await signIn(platform, '19915007101')
    expect(await wants(other, '听雨轩茶话')).toMatchObject({ problem: { code: 'app_name_taken' } })
    expect(await mine(user).reviews.withdraw(review)).toMatchObject({ status: 'withdrawn' })
    expect(await read()).toMatchObject({ status: 'withdrawn', fee: { status: 'returned' } })
    expect(await mine(user).apps.get(app)).toMatchObject({ name: '听雨轩', openApplication: null })
    expect(await wants(other, '听雨轩茶话')).toMatchObject({ status: 201 })
    // Well before the sweep of every few minutes.
    await platform.pass('2s')
    expect(await moneyAtChannel(platform, outTradeNo)).toEqual({ paidFen: 3000, refundedFen: 3000 })
    expect(await ends(app)).toMatchObject([{ application: id, because: 'withdrawn' }])
  })

  it('refused with another name, and appealed against: the name is kept for it again, and others find it right', async () => {
    const { platform } = instance
    const { user, app, read } = await inReview('渔歌子', '渔歌子词话')
    const params = await taken(reviewer)
    const body = { verdict: 'refused', reason: 'purpose_forbidden', checked: [], note: '用途不符' } as const
    await platform.must(decideReviewRoute, { token: reviewer.token, params, body })
    expect(await read()).toMatchObject({ status: 'refused', fee: { status: 'kept' } })
    await mine(user).reviews.appeal(params.id, '用途是分享词话。')
    expect(await read()).toMatchObject({ status: 'in_review', qualification: { verdict: 'pending' } })
    const other = await signIn(platform, '19915007102')
    expect(await wants(other, '渔歌子词话')).toMatchObject({ problem: { code: 'app_name_taken' } })
    await certify(platform, await operatorAt(instance, `appeals-${hired}`, 'reviewer'))
    expect(await mine(user).apps.get(app)).toMatchObject({ name: '渔歌子词话', certifiedName: '渔歌子词话' })
  })

  it('returned and not corrected in time: the fee is kept, app and name are free, and everybody is told', async () => {
    const { platform } = instance
    const { user, app, id, outTradeNo, read } = await inReview('半山亭', '半山亭记')
    const params = await taken(reviewer)
    await platform.must(askReviewRoute, { token: reviewer.token, params, body: { what: ['explanation'] } })
    expect(await read()).toMatchObject({ status: 'returned', fee: { status: 'held' } })
    await platform.pass('30d')
    await platform.pass('2m')
    const again = await signIn(platform, user.phone)
    expect(await mine(again).applications.get(id)).toMatchObject({
      ...{ status: 'correction_expired', fee: { status: 'kept' } },
    })
    expect(await mine(again).reviews.get(params.id)).toMatchObject({ decision: { verdict: 'no_answer' } })
    expect(await mine(again).apps.get(app)).toMatchObject({ name: '半山亭', openApplication: null })
    expect(await wants(again, '半山亭记')).toMatchObject({ status: 201 })
    expect(await moneyAtChannel(platform, outTradeNo)).toEqual({ paidFen: 3000, refundedFen: 0 })
    expect(await ends(app)).toMatchObject([{ application: id, because: 'correction_expired' }])
  })

  it('given back by the channel while people had it: nobody looks any further, and another may be begun', async () => {
    const { platform } = instance
    const { user, app, id, outTradeNo, read, review } = await inReview('远山如黛', '远山如黛集')
    const { complaintId } = await platform.must(complainRoute, { body: { outTradeNo, text: '要求退款' } })
    await platform.pass('1m')
    await platform.must(complaintActionRoute, { params: { id: complaintId }, body: { action: 'force_refund' } })
    await platform.pass('61m')
    await platform.pass('2m')
    expect(await read()).toMatchObject({ status: 'payment_reversed', fee: { status: 'reversed' } })
    expect(await mine(user).reviews.get(review)).toMatchObject({ status: 'withdrawn' })
    expect(await taken(await operatorAt(instance, `later-${hired}`, 'reviewer'))).toEqual({ id: '' })
    expect(await mine(user).apps.get(app)).toMatchObject({ openApplication: null })
    expect(await ends(app)).toMatchObject([{ application: id, because: 'payment_reversed' }])
    expect(await moneyAtChannel(platform, outTradeNo)).toEqual({ paidFen: 3000, refundedFen: 3000 })
  })

  it('a new name that nobody looked at in time, or that is taken back, is free for others', async () => {
    const { platform } = instance
    const { user, person } = await verifiedUser(instance, 'fee')
    const { apps, reviews } = mine(user)
    const app = await apps.create({ kind: 'website', name: '松间明月' })
    const asks = async (name: string) => {
      await platform.pass('61s')
      const { id: picture } = await uploadPicture(platform, user, 'holder', drawnPage(5))
      const proof = await codeAndFour(platform, user, person.idNumber)
      const answer = await apps.rename(app.id, { from: app.name, name, ...proof, picture })
      if (!('review' in answer)) throw new Error('it waits for nobody')
      return answer.review
    }
    const other = await signIn(platform, '19915007103')
    const first = await asks('石上清泉')
    expect(await wants(other, '石上清泉')).toMatchObject({ problem: { code: 'app_name_held' } })
    await reviews.withdraw(first)
    expect(await wants(other, '石上清泉')).toMatchObject({ status: 201 })
    const second = await asks('空山新雨')
    await platform.pass('73h')
    expect(await reviews.get(second)).toMatchObject({ status: 'withdrawn' })
    expect(await apps.get(app.id)).toMatchObject({ name: '松间明月', change: null })
    expect(await wants(other, '空山新雨')).toMatchObject({ status: 201 })
  })
})

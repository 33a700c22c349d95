import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { viewPictureRoute } from '../../functions/material/view.route.ts'
import { inboxRoute } from '../../functions/messaging/read.route.ts'
import { disputeProofingRoute, getProofingRoute, pauseProofingRoute } from '../../functions/proofing/user.route.ts'
import { askReviewRoute, claimReviewRoute } from '../../functions/review/operator.route.ts'
import { getReviewRoute } from '../../functions/review/user.route.ts'
import { readTitles, tryElsewhere } from '../../local/demo/identity.ts'
import { journeys, travel } from '../../local/demo/journeys.ts'
import { operatorAt } from '../../local/demo/operator.ts'
import { handInPassport, uploadPicture } from '../../local/demo/papers.ts'
import { codeFor, codeToScan, type Person, scan, signIn, submit, type User } from '../../local/demo/user.ts'
import { type Instance, startInstance } from './instance.ts'
import { freshSession } from './platform-session.ts'

describe('P10 P11 what becomes of cases, pictures and pauses when nobody comes by', () => {
  let instance: Instance
  beforeAll(async () => {
    instance = await startInstance({ checks: { accountsPerPerson: 2 } })
  })
  afterAll(async () => {
    expect(await instance.end(), 'P11 plaintext identity').toEqual([])
  })

  /** A reviewer asks something of whoever it is about. */
  const asked = async (review: string, what: string, name: string): Promise<string> => {
    const { token } = await operatorAt(instance, name, 'reviewer')
    const params = { id: review }
    await instance.platform.must(claimReviewRoute, { token, params })
    await instance.platform.must(askReviewRoute, { token, params, body: { what: [what] } })
    return token
  }

  const verified = async (person: Person, phone: string): Promise<User> => {
    const [journey] = journeys
    if (!journey) throw new Error('there is no journey')
    await travel({ platform: instance.platform, step: () => undefined }, journey, person)
    await instance.platform.pass('2m')
    return signIn(instance.platform, phone)
  }

  it('X5 whoever holds a person on two accounts hears on both that somebody tried a third', async () => {
    const { platform } = instance
    const person = await instance.person('match')
    const first = await verified(person, person.phone)
    const second = await signIn(platform, '19915010011')
    const { order } = await submit(platform, second, person, 'fee')
    await scan(platform, (await codeToScan(platform, second, order.id)).codeUrl)
    await platform.pass('2m')
    expect(await tryElsewhere(platform, '19915010012', person)).toMatchObject({ code: 'identity_unavailable' })
    await platform.pass('3m')
    for (const { token } of [first, second])
      expect(
        (await readTitles(platform, token)).filter((title) => title.startsWith('有人尝试用您的身份')),
      ).toHaveLength(1)
  })

  it('a picture is deleted by whoever uploaded it', async () => {
    const { platform } = instance
    const user = await signIn(platform, '19915010001')
    const { id } = await uploadPicture(platform, user, 'holder')
    const { materials } = platform.shiming.withSession(user.token)
    await materials.remove(id)
    await platform.pass('1m')
    expect(await materials.get(id)).toMatchObject({ status: 'forgotten' })
  })

  it('papers about which nobody answers are refused, and gone with their pictures thirty days later', async () => {
    const { platform } = instance
    const user = await signIn(platform, '19915010002')
    const { review } = await handInPassport(platform, user, 'E7100001')
    await asked(review, 'holder_again', 'clock-papers')
    await platform.pass('8d')
    const { token } = await signIn(platform, '19915010002')
    const seen = await platform.must(getReviewRoute, { token, params: { id: review } })
    expect(seen).toMatchObject({ status: 'decided', canAppeal: false })
    await platform.pass('31d')
    const reviewer = (await operatorAt(instance, 'clock-late', 'reviewer')).token
    for (const id of seen.materials)
      expect(
        await platform.call(viewPictureRoute, { token: reviewer, params: { id }, body: { reason: 'case_review' } }),
      ).toMatchObject({ problem: { code: 'material_gone' } })
  })

  it('a pause ends with the dispute that nobody answers for, by another account of the person', async () => {
    const { platform } = instance
    const person = await instance.person('match')
    const first = await verified(person, person.phone)
    // The same person on an account of the platform, of which the first is told.
    const other: User = { ...(await freshSession(instance)), phone: person.phone }
    const { order } = await submit(platform, other, person, 'fee')
    await scan(platform, (await codeToScan(platform, other, order.id)).codeUrl)
    await platform.pass('2m')
    const { messages } = await platform.must(inboxRoute, { token: first.token })
    expect(messages[0]?.title).toMatch(/^您的身份在另一个账号上完成了实名认证/)
    const id = /\/not-me\/([0-9a-f]{32})/.exec(messages[0]?.content ?? '')?.[1] ?? ''
    const params = { id }
    const { token } = first
    const review = await platform.must(disputeProofingRoute, { token, params, body: {} })
    await platform.pass('2m')
    const smsCode = await codeFor(platform, person.phone, token)
    const proving = { phone: person.phone, smsCode, idLastFour: person.idNumber.slice(-4) }
    await platform.must(pauseProofingRoute, { token, params, body: proving })
    await asked(review.id, 'what_happened', 'clock-not-me')
    await platform.pass('8d')
    const again = await signIn(platform, person.phone)
    expect(await platform.must(getProofingRoute, { token: again.token, params })).toMatchObject({ status: 'stands' })
  })
})

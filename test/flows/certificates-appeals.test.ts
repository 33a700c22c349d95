import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { appealCertificateRoute } from '../../functions/certificates/appeal.route.ts'
import { moveCertificateRoute } from '../../functions/certificates/operator.route.ts'
import { getOwnCertificateRoute } from '../../functions/certificates/own.route.ts'
import { inboxRoute } from '../../functions/messaging/read.route.ts'
import { askReviewRoute, claimReviewRoute } from '../../functions/review/operator.route.ts'
import { getReviewRoute } from '../../functions/review/user.route.ts'
import { allAnswer, certificateEventsOf } from './certificate-answers.ts'
import { certificatePeople } from './certificate-people.ts'
import { signedInLater } from './certified-app.ts'
import type { Instance } from './instance.ts'
import { sharedInstance } from './shared-instance.ts'

describe('W7 appeals about certificates, over HTTP', () => {
  let instance: Instance
  beforeAll(async () => {
    instance = await sharedInstance()
  })
  afterAll(async () => {
    expect(await instance.end(), 'P11 plaintext identity').toEqual([])
  })

  const { hire, certified, suspend, appeal, decide } = certificatePeople(() => instance, 'certificate-appeals')

  it('stays suspended where an appeal is refused, in words that whoever appealed reads', async () => {
    const { platform } = instance
    const { of, app, certificate, user } = await certified('雨霖铃')
    const { token } = user
    await suspend(certificate, await hire())
    const { review } = await appeal({ app, token })
    await decide(review, { verdict: 'refused', reason: 'rightly_done' })
    const told = await allAnswer(instance, of, 'suspended')
    expect(told.history.map(({ on }) => on)).toEqual(['issued', 'suspended'])
    expect(await certificateEventsOf(instance, app)).toEqual([['suspended', 'misuse']])
    const { messages } = await platform.must(inboxRoute, { token })
    const about = messages.filter(({ content }) => content.includes('申诉不成立'))
    expect(about).toMatchObject([{ content: expect.stringContaining('当时的处理符合事实') }])
    const again = { token, params: { id: app }, body: { words: '再看一次。' } }
    expect(await platform.call(appealCertificateRoute, again)).toMatchObject({
      ...{ status: 409, problem: { code: 'certificate_not_appealable' } },
    })
    const own = await platform.must(getOwnCertificateRoute, { token, params: { id: app } })
    expect(own).toMatchObject({ ways: [], appeal: { can: false, review: null } })
  })

  /** Somebody's appeal against a suspension, of which they are asked more. */
  const askedAbout = async (name: string) => {
    const { platform } = instance
    const found = await certified(name)
    const mover = await hire()
    await suspend(found.certificate, mover)
    const { review } = await appeal({ app: found.app, token: found.user.token })
    const asked = { token: (await hire()).token, params: { id: review } }
    await platform.must(claimReviewRoute, asked)
    await platform.must(askReviewRoute, { ...asked, body: { what: ['what_changed'] } })
    return { ...found, mover, review }
  }

  it('ends an appeal that is not answered in time, which leaves the certificate as it is', async () => {
    const { platform } = instance
    const { of, app, person, review } = await askedAbout('青玉案')
    await platform.pass('7d')
    await platform.pass('2m')
    const { token } = await signedInLater(instance, person)
    expect(await platform.must(getReviewRoute, { token, params: { id: review } })).toMatchObject({
      ...{ status: 'decided', decision: { verdict: 'no_answer' } },
    })
    await allAnswer(instance, of, 'suspended')
    const own = await platform.must(getOwnCertificateRoute, { token, params: { id: app } })
    expect(own.appeal).toEqual({ can: false, review: null })
  })

  it('takes an appeal against a revocation although one before was not answered in time, and nobody has written that down', async () => {
    const { platform, engine } = instance
    const { app, certificate, person, user, mover, review } = await askedAbout('定风波')
    const body = { move: 'revoke', reason: 'misuse', words: '证书仍在别处。' } as const
    await platform.must(moveCertificateRoute, { token: mover.token, params: { id: certificate }, body })
    const second = { token: user.token, params: { id: app }, body: { words: '已经撤下。' } }
    expect(await platform.call(appealCertificateRoute, second)).toMatchObject({
      ...{ status: 409, problem: { code: 'review_open', review } },
    })
    engine.faults.add({ target: 'queue', queue: 'reviews', action: 'drop', times: 1000 })
    await platform.pass('7d')
    engine.faults.clear()
    const { token } = await signedInLater(instance, person)
    const opened = await appeal({ app, token })
    expect(opened.review).not.toBe(review)
    const read = (id: string) => platform.must(getReviewRoute, { token, params: { id } })
    expect([await read(review), await read(opened.review)]).toMatchObject([
      { status: 'decided', decision: { verdict: 'no_answer' } },
      { status: 'open' },
    ])
  })
})

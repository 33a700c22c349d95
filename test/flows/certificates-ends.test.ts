import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { appealCertificateRoute } from '../../functions/certificates/appeal.route.ts'
import { appealWords } from '../../functions/certificates/appealing/words.ts'
import { getOwnCertificateRoute } from '../../functions/certificates/own.route.ts'
import {
  applicantTermsRoute,
  checkApplicantRoute,
  getApplicantRoute,
} from '../../functions/certification/applicants.route.ts'
import { getAppRoute } from '../../functions/certification/apps.route.ts'
import { claimReviewRoute, decideReviewRoute } from '../../functions/review/operator.route.ts'
import { askAboutCompany } from '../../local/demo/certification.ts'
import { operatorAt } from '../../local/demo/operator.ts'
import { allAnswer, certificateEventsOf, certificateLetters } from './certificate-answers.ts'
import { certifiedApp, signedInLater } from './certified-app.ts'
import type { Instance } from './instance.ts'
import { clearedAsNotMe } from './not-me.ts'
import { sharedInstance } from './shared-instance.ts'

/** Until whoever follows certificates has written down what ended one. */
const WRITTEN = '1m'

describe('W7 what ends an identity ends the certificate, over HTTP', () => {
  let instance: Instance
  beforeAll(async () => {
    instance = await sharedInstance()
  })
  afterAll(async () => {
    expect(await instance.end(), 'P11 plaintext identity').toEqual([])
  })

  type Verdict = { verdict: 'approved' } | { verdict: 'refused'; reason: 'not_put_right' }

  /** An appeal of whoever administers the app, which somebody new decides. */
  const appealed = async ({ app, token }: { app: string; token: string }, reviewer: string, said: Verdict) => {
    const { platform } = instance
    const appeal = { token, params: { id: app }, body: { words: '已经恢复营业。' } }
    const { review } = await platform.must(appealCertificateRoute, appeal)
    const operator = await operatorAt(instance, reviewer, 'reviewer')
    const asked = { token: operator.token, params: { id: review } }
    await platform.must(claimReviewRoute, asked)
    const checked = said.verdict === 'approved' ? Object.keys(appealWords.checklist) : []
    await platform.must(decideReviewRoute, { ...asked, body: { ...said, checked, words: '已查证', note: '已查证' } })
    return platform.call(appealCertificateRoute, appeal)
  }

  it('suspends that of a company which a register says has closed, until an appeal is upheld; one that is not leaves it so', async () => {
    const { platform } = instance
    const name = '暮春花艺点单'
    const wanted = { name, reviewer: 'closing-reviewer', isOfCompany: true, outcome: 'closes_later' } as const
    const { app, certificate, person, applicant, company } = await certifiedApp(instance, wanted)
    const of = { app, certificate }
    await allAnswer(instance, of, 'valid')
    await platform.pass('91d')
    const user = await signedInLater(instance, person)
    const { token } = user
    const params = { id: applicant }
    expect(await platform.must(getApplicantRoute, { token, params })).toMatchObject({ status: 'unchecked' })
    await allAnswer(instance, of, 'valid')

    const consent = { notice: (await platform.must(applicantTermsRoute, {})).consent.version, agreed: true } as const
    const looked = await platform.must(checkApplicantRoute, { token, params, body: { consent } })
    expect(looked).toMatchObject({ status: 'not_operating' })
    await platform.pass(WRITTEN)
    const told = await allAnswer(instance, of, 'suspended')
    expect(told.history.at(-1)).toMatchObject({ on: 'suspended', reason: 'company_not_operating' })
    expect(await certificateEventsOf(instance, app)).toEqual([['suspended', 'company_not_operating']])
    expect(await certificateLetters(instance, token, name)).toEqual([expect.stringContaining('已不在营业')])
    const own = () => platform.must(getOwnCertificateRoute, { token, params: { id: app } })
    expect(await own()).toMatchObject({ ways: ['ask_register', 'appeal'], appeal: { can: true } })

    await appealed({ app, token }, 'reopening-reviewer', { verdict: 'approved' })
    await allAnswer(instance, of, 'valid')
    expect((await certificateEventsOf(instance, app)).at(-1)).toEqual(['reinstated', 'appeal_upheld'])
    expect(await own()).toMatchObject({ ways: [], reasonWords: null })

    // It is kept anew, as its page says, and a register is asked once more.
    const again = await askAboutCompany(platform, user, company)
    expect([again.id === applicant, again.status]).toEqual([false, 'not_operating'])
    await platform.pass(WRITTEN)
    await allAnswer(instance, of, 'suspended')
    const third = await appealed({ app, token }, 'closed-reviewer', { verdict: 'refused', reason: 'not_put_right' })
    await allAnswer(instance, of, 'suspended')
    expect(third).toMatchObject({ status: 409, problem: { code: 'certificate_not_appealable' } })
    expect(await own()).toMatchObject({ ways: ['ask_register'], appeal: { can: false, review: null } })
    expect((await platform.must(getAppRoute, { token, params: { id: app } })).certifiedName).toBe(name)
  })

  it('revokes that of a person who is found to be somebody else, in that very moment', async () => {
    const { platform } = instance
    const name = '寒江独钓'
    const { app, certificate, user } = await certifiedApp(instance, { name, reviewer: 'cleared-reviewer' })
    const { token } = user
    const of = { app, certificate }
    await allAnswer(instance, of, 'valid')
    const before = await platform.shiming.withSession(token).account.get()
    expect(before.verification).toMatchObject({ status: 'verified' })

    await clearedAsNotMe(instance, user, 'not-me-certified')
    const told = await allAnswer(instance, of, 'revoked')
    expect(told.history.at(-1)).toMatchObject({ on: 'identity_ended', reason: 'identity_ended' })
    await platform.pass(WRITTEN)
    const written = await allAnswer(instance, of, 'revoked')
    // What was written down is what everybody was told before.
    expect(written).toEqual(told)
    expect(await certificateEventsOf(instance, app)).toEqual([['revoked', 'identity_ended']])
    expect(await certificateLetters(instance, token, name)).toEqual([expect.stringContaining('实名身份已被清除')])
    const after = await platform.shiming.withSession(token).account.get()
    expect(after.verification).toMatchObject({ status: 'unverified', level: 0 })
    const params = { id: app }
    expect(await platform.must(getOwnCertificateRoute, { token, params })).toMatchObject({
      ...{ answer: 'revoked', ways: ['verify', 'apply_anew'], appeal: { can: false } },
    })
    expect(await platform.must(getAppRoute, { token, params })).toMatchObject({ certifiedName: null, certificate })
    const appeal = { token, params, body: { words: '就是我。' } }
    expect(await platform.call(appealCertificateRoute, appeal)).toMatchObject({
      ...{ status: 409, problem: { code: 'certificate_not_appealable' } },
    })
  })
})

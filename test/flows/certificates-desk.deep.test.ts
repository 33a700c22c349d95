import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { searchRoute } from '../../functions/cases/search.route.ts'
import { appealCertificateRoute } from '../../functions/certificates/appeal.route.ts'
import { appealWords } from '../../functions/certificates/appealing/words.ts'
import { groupedId } from '../../functions/certificates/certificate/certificate-id.ts'
import {
  listCertificatesRoute,
  moveCertificateRoute,
  operatorCertificateRoute,
} from '../../functions/certificates/operator.route.ts'
import { reportCertificateRoute } from '../../functions/certificates/report.route.ts'
import { reportWords } from '../../functions/certificates/reporting/words.ts'
import { getCertificateRoute } from '../../functions/certificates/show.route.ts'
import { getAppRoute } from '../../functions/certification/apps.route.ts'
import { inboxRoute } from '../../functions/messaging/read.route.ts'
import { deedsRoute } from '../../functions/overview/deeds.route.ts'
import { claimReviewRoute, decideReviewRoute } from '../../functions/review/operator.route.ts'
import { getReviewRoute, listReviewsRoute, withdrawReviewRoute } from '../../functions/review/user.route.ts'
import { certify } from '../../local/demo/certification.ts'
import { type OnConsole, operatorAt } from '../../local/demo/operator.ts'
import { applicationInReview } from './applications.ts'
import type { Instance } from './instance.ts'
import { sharedInstance } from './shared-instance.ts'

describe('W7 what people do to certificates, over HTTP', () => {
  let instance: Instance
  let reviewer: OnConsole
  let hired = 0
  beforeAll(async () => {
    instance = await sharedInstance()
  })
  beforeEach(async () => {
    reviewer = await hire()
  })
  afterAll(async () => {
    expect(await instance.end(), 'P11 plaintext identity').toEqual([])
  })

  const hire = async (): Promise<OnConsole> => {
    hired += 1
    return operatorAt(instance, `certificate-desk-${hired}`, 'reviewer')
  }

  /** Somebody whose app is certified. */
  const certified = async (name: string) => {
    const { user, mine } = await applicationInReview(instance, { name })
    await certify(instance.platform, await hire())
    const { certificate } = await instance.platform.must(getAppRoute, { token: user.token, params: { id: mine.app } })
    return { user, app: mine.app, id: String(certificate) }
  }

  const answerOf = async (id: string) => (await instance.platform.must(getCertificateRoute, { params: { id } })).answer

  const report = (id: string, words = '公司名称不一样') =>
    instance.platform.must(reportCertificateRoute, { params: { id }, body: { reason: 'impostor', words } })

  const decide = async (who: OnConsole, id: string, checklist: object) => {
    const asked = { token: who.token, params: { id } }
    await instance.platform.must(claimReviewRoute, asked)
    const body = { verdict: 'approved', checked: Object.keys(checklist), words: '已查证', note: '属实' } as const
    return instance.platform.must(decideReviewRoute, { ...asked, body })
  }

  const detailOf = (id: string) =>
    instance.platform.must(operatorCertificateRoute, { token: reviewer.token, params: { id } })

  it('suspends one that was reported and upheld; an appeal that somebody else upholds reinstates it', async () => {
    const { platform } = instance
    const { user, app, id } = await certified('竹影清风')
    const { token } = user
    await report(groupedId(id).toLowerCase())
    await report(id, '冒充的，请查')
    const before = await detailOf(id)
    expect(before.reports.map(({ words }) => words)).toEqual(['冒充的，请查', '公司名称不一样'])
    const review = String(before.openReport)
    // Whoever administers the app knows nothing of it.
    const kinds = (await platform.must(listReviewsRoute, { token })).reviews.map(({ kind }) => kind)
    expect(kinds).not.toContain('certificate_report')
    expect((await platform.call(getReviewRoute, { token, params: { id: review } })).status).toBe(404)
    expect((await platform.call(withdrawReviewRoute, { token, params: { id: review } })).status).toBe(404)

    await decide(reviewer, review, reportWords.checklist)
    expect(await answerOf(id)).toBe('suspended')
    const letters = async () => (await platform.must(inboxRoute, { token })).messages.map(({ title }) => title)
    expect((await letters()).filter((title) => title.includes('的证书'))).toHaveLength(1)
    const appeal = await platform.must(appealCertificateRoute, {
      ...{ token, params: { id: app }, body: { words: '已经改正，请再看一次。' } },
    })
    const again = { token, params: { id: app }, body: { words: '再说一次' } }
    expect((await platform.call(appealCertificateRoute, again)).status).toBe(409)
    expect(await platform.must(getReviewRoute, { token, params: { id: appeal.review } })).toMatchObject({
      ...{ kind: 'certificate_appeal', status: 'open', canWithdraw: true },
    })
    const claim = { token: reviewer.token, params: { id: appeal.review } }
    expect((await platform.call(claimReviewRoute, claim)).status).toBe(403)
    await decide(await hire(), appeal.review, appealWords.checklist)
    expect(await answerOf(id)).toBe('valid')
    expect((await detailOf(id)).history.map(({ on, reason }) => [on, reason])).toEqual([
      ['issued', null],
      ['suspended', 'misuse'],
      ['reinstated', 'appeal_upheld'],
    ])
  })

  it('is a deed on record of an operator, which takes the certification off the app and gives it back', async () => {
    const { platform } = instance
    const { user, app, id } = await certified('松间明月')
    const { token } = reviewer
    const move = (body: { move: 'revoke' | 'reinstate' | 'suspend'; reason: 'misuse' | 'mistake'; words: string }) =>
      platform.call(moveCertificateRoute, { token, params: { id }, body })
    const appOf = () => platform.must(getAppRoute, { token: user.token, params: { id: app } })
    expect((await move({ move: 'reinstate', reason: 'mistake', words: '先恢复' })).status).toBe(409)
    expect((await move({ move: 'suspend', reason: 'mistake', words: '暂停' })).status).toBe(400)
    expect((await move({ move: 'revoke', reason: 'misuse', words: '证书被冒用' })).status).toBe(200)
    expect([await answerOf(id), (await appOf()).certifiedName]).toEqual(['revoked', null])
    const appealing = { token: user.token, params: { id: app }, body: { words: '不是我们' } }
    const { review } = await platform.must(appealCertificateRoute, appealing)
    expect((await move({ move: 'reinstate', reason: 'mistake', words: '核实有误' })).status).toBe(200)
    expect([await answerOf(id), (await appOf()).certifiedName]).toEqual(['valid', '松间明月'])
    const ended = await platform.must(getReviewRoute, { token: user.token, params: { id: review } })
    expect(ended.status).toBe('withdrawn')

    const { deeds } = await platform.must(deedsRoute, { token, query: { subject: `certificate:${id}` } })
    expect(deeds.map(({ action, detail }) => [action, detail])).toEqual(
      expect.arrayContaining([
        ['certificate_revoke', 'misuse'],
        ['certificate_reinstate', 'mistake'],
      ]),
    )
    const list = async (query: { account?: string; app?: string }) =>
      (await platform.must(listCertificatesRoute, { token, query })).certificates.map((one) => one.id)
    expect((await list({}))[0]).toBe(id)
    expect(await list({ app })).toEqual([id])
    expect(await list({ account: (await detailOf(id)).accountId })).toEqual([id])
    const found = await platform.must(searchRoute, { token, body: { text: groupedId(id) } })
    expect(found.hits).toMatchObject([{ kind: 'certificate', id }])
  })

  it('takes an appeal back, and reports of nothing that is none or over', async () => {
    const { platform } = instance
    const { user, app, id } = await certified('荷塘月色')
    const body = { move: 'suspend', reason: 'misuse', words: '请说明' } as const
    await platform.must(moveCertificateRoute, { token: reviewer.token, params: { id }, body })
    const appealing = { token: user.token, params: { id: app }, body: { words: '请看说明' } }
    const { review } = await platform.must(appealCertificateRoute, appealing)
    await platform.must(withdrawReviewRoute, { token: user.token, params: { id: review } })
    expect((await detailOf(id)).openAppeal).toBeNull()
    const reported = { body: { reason: 'other', words: '不知道是谁' } } as const
    const unknown = { ...reported, params: { id: '2222222222222222' } }
    expect((await platform.call(reportCertificateRoute, unknown)).status).toBe(404)
    const revoking = { ...body, move: 'revoke' } as const
    await platform.must(moveCertificateRoute, { token: reviewer.token, params: { id }, body: revoking })
    expect((await platform.call(reportCertificateRoute, { ...reported, params: { id } })).status).toBe(409)
  })
})

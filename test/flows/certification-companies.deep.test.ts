import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  checkApplicantRoute,
  getApplicantRoute,
  keepApplicantRoute,
  listApplicantsRoute,
} from '../../functions/certification/applicants.route.ts'
import {
  createApplicationRoute,
  editApplicationRoute,
  getApplicationRoute,
  preCheckRoute,
  submitApplicationRoute,
} from '../../functions/certification/applications.route.ts'
import { createAppRoute, getAppRoute } from '../../functions/certification/apps.route.ts'
import { confirmApplicationRoute } from '../../functions/certification/confirm.route.ts'
import { testCode } from '../../functions/sandbox/credit-code.ts'
import { type CompanyOutcome, companies } from '../../functions/sandbox/register/companies.ts'
import {
  askAboutCompany,
  certify,
  codeAndFour,
  confirmByFace,
  confirmByPicture,
  payFee,
} from '../../local/demo/certification.ts'
import { operatorAt } from '../../local/demo/operator.ts'
import { uploadPicture } from '../../local/demo/papers.ts'
import { drawnPage } from '../../local/demo/picture.ts'
import { moneyAtChannel, type User } from '../../local/demo/user.ts'
import { beijingDay, DAY } from '../../shared/kernel/time.ts'
import type { Instance } from './instance.ts'
import { sharedInstance } from './shared-instance.ts'
import { verifiedUser } from './way.ts'

describe('W2 W6 W8 the certification of an app of an organisation, over HTTP', () => {
  let instance: Instance
  beforeAll(async () => {
    instance = await sharedInstance()
  })
  afterAll(async () => {
    expect(await instance.end(), 'P11 plaintext identity').toEqual([])
  })

  /** A test company that this person does not represent. */
  const company = (outcome: CompanyOutcome, { idNumber }: { idNumber: string } = { idNumber: '' }) => {
    const found = companies.find((one) => one.outcome === outcome && one.idNumber !== idNumber)
    if (!found) throw new Error('no such test company')
    return found
  }

  const appOf = async ({ token }: User, name: string) =>
    (await instance.platform.must(createAppRoute, { token, body: { kind: 'app', name } })).id

  const faultsOf = async ({ token }: User, body: { app: string; applicant: string }) =>
    (await instance.platform.must(preCheckRoute, { token, body })).faults.map(({ code }) => code)

  it('is looked up once, asked for licence and letter, confirmed by face, paid, and certified under its name', async () => {
    const { platform } = instance
    const { user, person } = await verifiedUser(instance, 'fee')
    const { token } = user
    const app = await appOf(user, '长风外卖')
    const applicant = await askAboutCompany(platform, user, company('consistent', person))
    expect(applicant).toMatchObject({ status: 'consistent', kind: 'enterprise', checkedAt: expect.any(String) })
    // A second click asks nobody again.
    const again = { token, params: { id: applicant.id }, body: { consent: { notice: 'x', agreed: true } } } as const
    expect(await platform.must(checkApplicantRoute, again)).toEqual(applicant)
    const body = { app, applicant: applicant.id, certifiedName: '长风外卖点餐' }
    const found = await platform.must(preCheckRoute, { token, body })
    expect(found).toMatchObject({ ready: false, fee: { amountFen: 30_000 } })
    expect(found.faults.map(({ code, right }) => [code, right])).toEqual([
      ['material_missing', ['business_licence']],
      ['material_missing', ['authorisation_letter']],
    ])
    const licence = await uploadPicture(platform, user, 'business_licence', drawnPage(11))
    const letter = await uploadPicture(platform, user, 'authorisation_letter', drawnPage(12))
    const materials = [licence.id, letter.id]
    const created = await platform.must(createApplicationRoute, { token, body: { ...body, materials } })
    const { id } = created
    const daysOf = async (papers: { kind: 'business_licence' | 'authorisation_letter'; day: string }[]) => {
      await platform.must(editApplicationRoute, { token, params: { id }, body: { papers } })
      return platform.shiming
        .withSession(token)
        .applications.submit(id)
        .then(
          () => [],
          ({ errors }) => errors,
        )
    }
    // It counts for a month and a day still.
    const day = beijingDay(Date.parse(created.createdAt) - 59 * DAY)
    // Until when the licence counts and when the letter was signed is said, and neither has run out.
    expect(await daysOf([])).toMatchObject([
      { pointer: '/papers', code: 'paper_day_missing', expected: { enum: ['business_licence'] } },
      { pointer: '/papers', code: 'paper_day_missing', expected: { enum: ['authorisation_letter'] } },
    ])
    const over = { kind: 'authorisation_letter', day: '20260101' } as const
    expect(await daysOf([{ kind: 'business_licence', day: 'open' }, over])).toMatchObject([
      { pointer: '/papers', code: 'paper_over', expected: { enum: ['authorisation_letter'] } },
    ])
    const papers = [
      { kind: 'business_licence', day: 'open' },
      { kind: 'authorisation_letter', day },
    ] as const
    await platform.must(editApplicationRoute, { token, params: { id }, body: { papers: [...papers] } })
    const sent = await platform.must(submitApplicationRoute, { token, params: { id } })
    expect(sent).toMatchObject({ status: 'awaiting_confirmation', fee: { amountFen: 30_000 } })
    // A confirmation by face of something else confirms nothing.
    const other = { ...(await codeAndFour(platform, user, person.idNumber)), face: '0'.repeat(32) }
    expect(
      await platform.call(confirmApplicationRoute, {
        ...{ token, params: { id } },
        body: { pairToken: sent.pairToken, proof: other },
      }),
    ).toMatchObject({ problem: { code: 'confirmation_face_unfit', errors: [{ pointer: '/face' }] } })
    await platform.pass('61s')
    const confirmed = await confirmByFace(platform, user, id, person.idNumber)
    expect(confirmed).toMatchObject({ status: 'awaiting_payment', presence: 'face' })
    const { outTradeNo } = await payFee(platform, user, id)
    await certify(platform, await operatorAt(instance, 'company-reviewer', 'reviewer'))
    expect(await platform.must(getApplicationRoute, { token, params: { id } })).toMatchObject({ status: 'certified' })
    expect(await platform.must(getAppRoute, { token, params: { id: app } })).toMatchObject({ name: '长风外卖点餐' })
    expect(await moneyAtChannel(platform, outTradeNo)).toEqual({ paidFen: 30_000, refundedFen: 0 })
    expect(await platform.must(listApplicantsRoute, { token })).toMatchObject({ applicants: [{ id: applicant.id }] })
    // A month before the letter runs out its administrator hears of that.
    await platform.pass('2d')
    const { items } = await platform.shiming.withSession(token).messages.list().page()
    expect(items.map(({ title }) => title).filter((title) => title.includes('到期提醒'))).toHaveLength(1)
  })

  it('is refused before any fee where it is not what is registered, has ended, or is not registered yet, and then no longer', async () => {
    const { platform } = instance
    const { user } = await verifiedUser(instance, 'fee')
    const { token } = user
    const app = await appOf(user, '望岳读书')
    const asked = async (outcome: CompanyOutcome) => {
      const applicant = await askAboutCompany(platform, user, company(outcome))
      return { applicant, codes: await faultsOf(user, { app, applicant: applicant.id }) }
    }
    expect((await asked('differs')).codes[0]).toBe('applicant_differs')
    expect((await asked('revoked')).codes[0]).toBe('applicant_not_operating')
    // What a register cannot say is left to people, and holds nobody up.
    const doubtful = await asked('moved')
    expect(doubtful.applicant.status).toBe('people')
    expect(new Set(doubtful.codes)).toEqual(new Set(['material_missing']))
    const late = await asked('registered_this_week')
    expect(late.applicant).toMatchObject({ status: 'later', retryAt: expect.any(String) })
    expect(late.codes[0]).toBe('applicant_later')
    const params = { id: late.applicant.id }
    const consent = { notice: 'x', agreed: true } as const
    expect(await platform.call(checkApplicantRoute, { token, params, body: { consent } })).toMatchObject({
      problem: { code: 'applicant_later', retryAt: late.applicant.retryAt },
    })
    expect(await platform.must(getApplicantRoute, { token, params })).toMatchObject({ status: 'later' })
  })

  it('is wrong in all its fields at once, costs a government body nothing, and is left to people whatever a vendor does', async () => {
    const { platform } = instance
    const { user, person } = await verifiedUser(instance, 'fee')
    const { token } = user
    const wrong = {
      ...{ kind: 'sole_trader', creditCode: company('consistent').creditCode, companyName: '（' },
      representative: { name: '1', idNumber: '1' },
    } as const
    const refused = await platform.call(keepApplicantRoute, { token, body: wrong })
    expect(refused).toMatchObject({ status: 400, problem: { code: 'credit_code_kind' } })
    const errors = refused.ok ? [] : Object(refused.problem).errors
    expect(errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      ...['/creditCode', '/companyName', '/representative/name', '/representative/idNumber'],
    ])
    const late = await askAboutCompany(platform, user, company('timeout_after_sending'))
    expect(late.status).toBe('people')
    const body = {
      ...{ kind: 'government', creditCode: testCode('11', '90000001'), companyName: '测试市图书管理局' },
      representative: { name: person.name, idNumber: person.idNumber },
    } as const
    const office = await platform.must(keepApplicantRoute, { token, body })
    expect(office.status).toBe('people')
    const app = await appOf(user, '示例阅览室')
    const certificate = await uploadPicture(platform, user, 'organisation_certificate', drawnPage(13))
    // Whoever represents it needs no letter.
    const created = await platform.must(createApplicationRoute, {
      ...{ token, body: { app, applicant: office.id, materials: [certificate.id] } },
    })
    const params = { id: created.id }
    await platform.must(submitApplicationRoute, { token, params })
    expect(await confirmByPicture(platform, user, created.id, person.idNumber)).toMatchObject({
      ...{ status: 'in_review', fee: { amountFen: 0, status: 'none' } },
    })
    await certify(platform, await operatorAt(instance, 'office-reviewer', 'reviewer'))
    expect(await platform.must(getApplicationRoute, { token, params })).toMatchObject({ status: 'certified' })
  })
})

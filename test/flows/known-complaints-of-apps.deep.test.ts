import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { askReviewRoute, decideReviewRoute, nextReviewRoute } from '../../functions/review/operator.route.ts'
import { type CompanyOutcome, companies } from '../../functions/sandbox/register/companies.ts'
import { listEventsRoute } from '../../functions/webhooks/delivery.route.ts'
import { appOfPerson, askAboutCompany, certify, codeAndFour, payFee, sendIn } from '../../local/demo/certification.ts'
import { type OnConsole, operatorAt } from '../../local/demo/operator.ts'
import { uploadPicture } from '../../local/demo/papers.ts'
import { drawnPage } from '../../local/demo/picture.ts'
import { codeToScan, scan, type User } from '../../local/demo/user.ts'
import { beijingDay } from '../../shared/kernel/time.ts'
import { applicationInReview, documentedUser } from './applications.ts'
import { refusal } from './card-stage.ts'
import type { Instance } from './instance.ts'
import { sharedInstance } from './shared-instance.ts'
import { verifiedUser } from './way.ts'

const MINUTES = 15

describe('W2 W3 W5 W6 what users of other systems complain of, of the certification of apps', () => {
  let instance: Instance
  let reviewer: OnConsole
  let hired = 0
  beforeAll(async () => {
    instance = await sharedInstance()
  })
  // Codes to one number are few, and an operator is signed in for less than an application takes.
  beforeEach(async () => {
    await instance.clear()
    hired += 1
    reviewer = await operatorAt(instance, `complaint-${hired}`, 'reviewer')
  })
  afterAll(async () => {
    expect(await instance.end(), 'P11 plaintext identity').toEqual([])
  })

  const mine = ({ token }: Pick<User, 'token'>) => instance.platform.shiming.withSession(token)

  /** Somebody who may act for an organisation. */
  const administrator = async () => {
    const { user, person } = await verifiedUser(instance, 'fee')
    await instance.platform.pass('61s')
    return { user, person }
  }

  const company = (outcome: CompanyOutcome) => {
    const found = companies.find((one) => one.outcome === outcome)
    if (!found) throw new Error('no such test company')
    return found
  }

  /** A confirmation by face of exactly that, which passes. */
  const faced = async (user: User, action: string): Promise<string> => {
    const { consent } = await instance.platform.shiming.faceTerms.get()
    const { faceChecks } = mine(user)
    const check = await faceChecks.open({ action, consent: { notice: consent.version, agreed: true } })
    await instance.platform.sandbox.face({ url: check.page?.url ?? '', deed: 'pass', times: 1 })
    return (await faceChecks.look(check.id)).id
  }

  /** A sensitive step, which says what a face has to confirm, and is taken with that. */
  const byFace = async <T>(user: User, step: (face: { face?: string }) => Promise<T>): Promise<T> => {
    const { extra } = await refusal(step({}))
    return step({ face: await faced(user, String(extra.faceAction)) })
  }

  it('certified, and the platform still says not: application, app, name and event are of one commit', async () => {
    const { platform } = instance
    const {
      user,
      mine: applying,
      id,
    } = await applicationInReview(instance, {
      name: '采薇集',
      certifiedName: '采薇诗刊',
    })
    const { app } = applying
    const query = { subject: `app.${app}` }
    const told = async () => {
      const { events } = await platform.must(listEventsRoute, { token: instance.platformKey, query })
      return events.map(({ type }) => type)
    }
    expect(await told()).not.toContain('certification.certified')
    await certify(platform, reviewer)
    // Nothing runs in between: whoever reads again finds it so.
    expect(await mine(user).applications.get(id)).toMatchObject({ status: 'certified', naming: { verdict: 'passed' } })
    expect(await mine(user).apps.get(app)).toMatchObject({
      ...{ name: '采薇诗刊', certifiedName: '采薇诗刊', because: 'certified', openApplication: null },
    })
    expect((await mine(user).apps.list()).apps).toMatchObject([{ id: app, name: '采薇诗刊' }])
    await platform.pass('2s')
    expect(await told()).toContain('certification.certified')
  })

  it('just registered, and refused for days: it is later, with a time, and costs no correction', async () => {
    const { platform } = instance
    const { user } = await administrator()
    const { apps, applications, applicants } = mine(user)
    const { id: app } = await apps.create({ kind: 'app', name: '新张点单' })
    const late = await askAboutCompany(platform, user, company('registered_this_week'))
    const materials = await Promise.all([
      uploadPicture(platform, user, 'business_licence', drawnPage(11)),
      uploadPicture(platform, user, 'authorisation_letter', drawnPage(12)),
    ])
    const papers = [
      { kind: 'business_licence', day: 'open' },
      { kind: 'authorisation_letter', day: beijingDay(Date.parse(late.createdAt)) },
    ] as const
    const draft = await applications.create({
      ...{ app, applicant: late.id, materials: materials.map(({ id }) => id), papers: [...papers] },
    })
    const { faults } = await applications.preCheck({ app, applicant: late.id })
    expect(faults[0]).toMatchObject({ pointer: '/applicant', code: 'applicant_later', retryAt: late.retryAt })
    expect((await refusal(applications.submit(draft.id))).errors).toMatchObject([{ code: 'applicant_later' }])
    const { consent } = await platform.shiming.withSession(user.token).applicants.terms()
    const again = () => applicants.check(late.id, { consent: { notice: consent.version, agreed: true } })
    // The register has it a week after it was asked first.
    await platform.pass('73h')
    expect((await again()).status).toBe('later')
    await platform.pass('97h')
    expect((await again()).status).toBe('consistent')
    expect(await applications.submit(draft.id)).toMatchObject({ status: 'awaiting_confirmation', returns: [] })
  })

  it('dissolved, and nothing goes on: a reason of its own, and each way out that it names is open', async () => {
    const { platform } = instance
    const { user, person } = await administrator()
    const { apps, applications } = mine(user)
    const { id: app } = await apps.create({ kind: 'app', name: '散场放映' })
    const gone = await askAboutCompany(platform, user, company('cancelled'))
    const { id } = await applications.create({ app, applicant: gone.id })
    const ended = (await applications.preCheck({ app, applicant: gone.id })).faults
    expect(ended[0]).toMatchObject({ pointer: '/applicant', code: 'applicant_not_operating' })
    expect(ended[0]?.next.map(({ step, page }) => [step, page])).toEqual([
      ['another_applicant', '/developer/applicants'],
      ['hand_over_app', '/developer'],
      ['look_up_again', '/developer/applicants'],
    ])
    const successor = await askAboutCompany(platform, user, company('consistent'))
    expect((await applications.edit(id, { applicant: successor.id })).applicant).toBe(successor.id)
    const codes = (await applications.preCheck({ app, applicant: successor.id })).faults.map(({ code }) => code)
    expect(new Set(codes)).toEqual(new Set(['material_missing']))
    await applications.withdraw(id)
    const proof = await codeAndFour(platform, user, person.idNumber)
    const { code } = await byFace(user, (face) => apps.handOver(app, { ...proof, ...face }))
    const other = await administrator()
    const theirs = await codeAndFour(platform, other.user, other.person.idNumber)
    const taken = await byFace(other.user, (face) => mine(other.user).apps.take({ code, ...theirs, ...face }))
    expect(taken).toMatchObject({ id: app, name: '散场放映' })
    // Restored in the register, it is added and looked up again: nothing keeps it out.
    expect((await askAboutCompany(platform, user, company('cancelled'))).id).not.toBe(gone.id)
  })

  it('a call that went well, taken for a face that did: it confirms nothing', async () => {
    const { platform } = instance
    const { user, person } = await documentedUser(instance)
    const { app, applicant } = await appOfPerson(platform, user, '看花回')
    const { id, pairToken, faceAction } = await sendIn(
      platform,
      { user, app, applicant },
      { certifiedName: '看花回响' },
    )
    const { faceChecks, applications } = mine(user)
    const { consent } = await platform.shiming.faceTerms.get()
    const check = await faceChecks.open({ action: faceAction, consent: { notice: consent.version, agreed: true } })
    await platform.sandbox.face({ url: check.page?.url ?? '', deed: 'other_face', times: 1 })
    // The vendor answers, 200 and without an error, that it was somebody else.
    expect(await faceChecks.look(check.id)).toMatchObject({ status: 'opened', lastTry: 'other_face' })
    const proof = { ...(await codeAndFour(platform, user, person.idNumber)), face: check.id }
    expect((await refusal(applications.confirm(id, { pairToken, proof }))).code).toBe('confirmation_face_unfit')
    expect(await applications.get(id)).toMatchObject({ status: 'awaiting_confirmation', namesConfirmed: false })
  })

  it('the browser never came back, from the face nor from the till: both are found, and shown later', async () => {
    const { platform } = instance
    const { user, person } = await documentedUser(instance)
    const { app, applicant } = await appOfPerson(platform, user, '归去来')
    const { id, pairToken, faceAction } = await sendIn(platform, { user, app, applicant })
    const { faceChecks, applications, orders } = mine(user)
    const { consent } = await platform.shiming.faceTerms.get()
    const check = await faceChecks.open({ action: faceAction, consent: { notice: consent.version, agreed: true } })
    const body = new URLSearchParams({ deed: 'pass_and_stay' })
    await fetch(check.page?.url ?? '', { method: 'POST', body, redirect: 'manual' })
    await platform.pass('11m')
    expect(await faceChecks.get(check.id)).toMatchObject({ status: 'confirmed' })
    const proof = { ...(await codeAndFour(platform, user, person.idNumber)), face: check.id }
    expect(await applications.confirm(id, { pairToken, proof })).toMatchObject({ status: 'awaiting_payment' })
    const { order } = await applications.order(id)
    await scan(platform, (await codeToScan(platform, user, order.id)).codeUrl, { dropNotification: true })
    expect(await applications.get(id)).toMatchObject({ status: 'awaiting_payment' })
    const isSeen = async () => (await applications.get(id)).status === 'in_review'
    for (let minute = 0; minute < MINUTES && !(await isSeen()); minute += 1) await platform.pass('1m')
    expect(await applications.get(id)).toMatchObject({ status: 'in_review', fee: { status: 'held', order: order.id } })
    expect(await orders.get(order.id)).toMatchObject({ id: order.id })
  })

  it('a name lost unawares: old and new are shown, and nothing confirms any other pair', async () => {
    const { platform } = instance
    const { user, person } = await documentedUser(instance)
    const { app, applicant } = await appOfPerson(platform, user, '小楼听雨')
    const { applications, apps } = mine(user)
    const draft = await applications.create({ app, applicant, certifiedName: '小楼春雨' })
    expect(draft.names).toEqual({ from: '小楼听雨', to: '小楼春雨' })
    // The applicant thinks better of it in another tab; the page of the first still has its token.
    const edited = await applications.edit(draft.id, { certifiedName: '小楼夜雨' })
    expect(edited.pairToken).not.toBe(draft.pairToken)
    await applications.submit(draft.id)
    const { id: picture } = await uploadPicture(platform, user, 'holder', drawnPage(5))
    const proof = { ...(await codeAndFour(platform, user, person.idNumber)), picture }
    const { code, extra } = await refusal(applications.confirm(draft.id, { pairToken: draft.pairToken, proof }))
    expect({ code, ...extra }).toMatchObject({
      ...{ code: 'names_changed', from: '小楼听雨', to: '小楼夜雨', pairToken: edited.pairToken },
    })
    expect(await applications.confirm(draft.id, { pairToken: edited.pairToken, proof })).toMatchObject({
      ...{ status: 'awaiting_payment', namesConfirmed: true },
    })
    await payFee(platform, user, draft.id)
    expect(await apps.get(app)).toMatchObject({ name: '小楼听雨', names: [] })
    await certify(platform, reviewer)
    // And the old one is not lost: it stays with the app, and is nobody else's meanwhile.
    expect(await apps.get(app)).toMatchObject({ name: '小楼夜雨', names: [{ name: '小楼听雨', because: 'created' }] })
    expect(await apps.checkName({ name: '小楼听雨' })).toMatchObject({ findings: [{ code: 'app_name_held' }] })
  })

  it('refused the same thing again and again without a reason: each field has its own, all rounds stay, and there are three', async () => {
    const { platform } = instance
    const { user, id } = await applicationInReview(instance, { name: '半亩方塘', certifiedName: '半亩方塘读诗' })
    const { applications, reviews } = mine(user)
    const { token } = reviewer
    const { review } = await platform.must(nextReviewRoute, { token, body: { kind: 'certification' } })
    const params = { id: review?.id ?? '' }
    expect(await platform.call(askReviewRoute, { token, params, body: { what: [], words: '不行' } })).toMatchObject({
      status: 400,
    })
    const rounds = ['请说明内容的来源。', '请说明谁来审校。', '请说明更新的频率。']
    for (const [nth, words] of rounds.entries()) {
      if (nth > 0) await platform.must(nextReviewRoute, { token, body: { kind: 'certification' } })
      await platform.must(askReviewRoute, { token, params, body: { what: ['explanation'], words } })
      const returned = await applications.get(id)
      expect(returned.returns.map((one) => one.words)).toEqual(rounds.slice(0, nth + 1))
      // What was filled in and confirmed before is still there.
      expect(returned).toMatchObject({ names: { to: '半亩方塘读诗' }, namesConfirmed: true, presence: 'picture' })
      expect(returned.said).toBe(nth === 0 ? null : `答复 ${nth}`)
      await applications.edit(id, { said: `答复 ${nth + 1}` })
      await applications.correct(id, { pairToken: returned.pairToken })
    }
    await platform.must(nextReviewRoute, { token, body: { kind: 'certification' } })
    const more = { what: ['explanation'], words: '再说明一次。' }
    expect(await platform.call(askReviewRoute, { token, params, body: more })).toMatchObject({
      problem: { code: 'certification_returned_enough' },
    })
    const decision = { verdict: 'refused', reason: 'licence_missing', checked: [], note: '没有许可' } as const
    await platform.must(decideReviewRoute, { token, params, body: decision })
    const refused = await applications.get(id)
    expect(refused).toMatchObject({ status: 'refused', qualification: { reason: 'licence_missing' } })
    expect(refused.returns.map(({ fields, words }) => [...fields, words])).toEqual(
      rounds.map((words) => ['explanation', words]),
    )
    // With the reason in the words of our list, and the appeal open.
    expect(JSON.stringify(await reviews.get(params.id))).toContain('该类应用需要相应的许可证')
  })
})

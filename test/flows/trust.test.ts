import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listDisclosuresRoute } from '../../functions/consent/read.route.ts'
import { bindEmailRoute, sendEmailCodeRoute } from '../../functions/profile/email.route.ts'
import { addressTermsRoute, sayOccupationRoute, submitAddressRoute } from '../../functions/profile/further.route.ts'
import { claimReviewRoute, decideReviewRoute } from '../../functions/review/operator.route.ts'
import { faultsRoute, receivedMailRoute } from '../../functions/sandbox/control.route.ts'
import { operatorAt } from '../../local/demo/operator.ts'
import { uploadPicture } from '../../local/demo/papers.ts'
import { drawnPage } from '../../local/demo/picture.ts'
import type { Instance } from './instance.ts'
import { sharedInstance } from './shared-instance.ts'
import { verifiedUser } from './way.ts'

describe('X3 the trust score, over HTTP', () => {
  let instance: Instance
  beforeAll(async () => {
    instance = await sharedInstance()
  })
  afterAll(async () => {
    expect(await instance.end(), 'P11 plaintext identity').toEqual([])
  })

  it('proof of an address goes before people once, who see it, and an occupation is said; the gate asks for neither', async () => {
    const { platform } = instance
    const { user } = await verifiedUser(instance, 'fee')
    const { token } = user
    const { consent } = await platform.must(addressTermsRoute, {})
    const { id: picture } = await uploadPicture(platform, user, 'address_proof', drawnPage(1))
    const body = { picture, consent: { notice: consent.version, agreed: true } } as const
    const { review } = await platform.must(submitAddressRoute, { token, body })
    expect(await platform.call(submitAddressRoute, { token, body })).toMatchObject({ status: 409 })
    const reviewer = await operatorAt(instance, 'address-reviewer', 'reviewer')
    const claimed = await platform.must(claimReviewRoute, { token: reviewer.token, params: { id: review } })
    expect(claimed).toMatchObject({ id: review, kind: 'address_proof' })
    const checked = claimed.choices.checklist.map(({ word }) => word)
    const decision = { verdict: 'approved', checked, note: '姓名、住址与日期可见' } as const
    await platform.must(decideReviewRoute, { token: reviewer.token, params: { id: review }, body: decision })
    const said = await platform.must(sayOccupationRoute, { token, body: { occupation: 'clerk' } })
    expect(said).toEqual({ occupation: 'clerk' })
    const { trust } = await platform.shiming.withSession(token).account.level()
    expect(trust).toMatchObject({ score: 70 })
  })

  it('an e-mail address is proven by the code that comes there, counts, and is taken off', async () => {
    const { platform } = instance
    const { user } = await verifiedUser(instance, 'fee')
    const { further, account } = platform.shiming.withSession(user.token)
    const address = `u-${user.accountId.slice(-12)}@example.com`
    const mailbox = () => platform.must(receivedMailRoute, { query: { to: address } })
    expect(await further.email()).toEqual({ offered: true, email: null })
    expect(await further.sendEmailCode(address)).toMatchObject({ status: 'sent' })
    const [mail] = (await mailbox()).mails
    expect(mail).toMatchObject({ code: expect.stringMatching(/^\d{6}$/), from: '示明 <noreply@mail.example.com>' })
    const code = mail?.code ?? ''
    expect(await platform.call(sendEmailCodeRoute, { token: user.token, body: { email: address } })).toMatchObject({
      status: 429,
      problem: { code: 'email_too_often' },
    })
    const wrong = { email: address, code: code === '000000' ? '000001' : '000000' }
    expect(await platform.call(bindEmailRoute, { token: user.token, body: wrong })).toMatchObject({
      status: 400,
      problem: { code: 'email_code_wrong', errors: [{ pointer: '/code' }] },
    })
    const proven = await further.bindEmail({ email: address.toUpperCase(), code })
    expect(proven.address).toBe('u***@example.com')
    const before = await account.level()
    expect(before).toMatchObject({ level: 1, trust: { score: 30 } })
    expect(before.trust.parts).toContainEqual({ part: 'email', points: 30, held: true, until: null, page: '/email' })
    const { disclosures } = await platform.must(listDisclosuresRoute, { token: user.token })
    expect(disclosures[0]).toMatchObject({ purpose: 'email_code', items: ['email'], outcome: 'answered' })
    await further.unbindEmail()
    expect(await account.level()).toMatchObject({ level: 1, trust: { score: 0 } })
  })

  it('an address that the vendor sends nothing to is refused at its field, and one it is not reached for later', async () => {
    const { platform } = instance
    const { user } = await verifiedUser(instance, 'fee')
    const arm = (subject: string, mode: string) =>
      platform.must(faultsRoute, { body: { target: 'tencent_ses', mode, times: 1, subject } })
    const ask = (email: string) => platform.call(sendEmailCodeRoute, { token: user.token, body: { email } })
    await arm('gone@example.com', 'blacklisted')
    expect(await ask('gone@example.com')).toMatchObject({
      status: 422,
      problem: { code: 'email_rejected', errors: [{ pointer: '/email' }] },
    })
    await arm('later@example.com', 'request_limit')
    expect(await ask('later@example.com')).toMatchObject({ status: 503, problem: { code: 'email_unavailable' } })
    await arm('doubt@example.com', 'executed_then_500')
    expect(await ask('doubt@example.com')).toMatchObject({ status: 202, body: { status: 'possibly_sent' } })
  })
})

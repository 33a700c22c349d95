import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setCertificatePageRoute } from '../../functions/certificates/page.route.ts'
import { getAppRoute } from '../../functions/certification/apps.route.ts'
import { createDomainRoute, proveDomainRoute } from '../../functions/certification/domains.route.ts'
import { inboxRoute } from '../../functions/messaging/read.route.ts'
import { operatorReviewsRoute } from '../../functions/review/operator.route.ts'
import { typeCard } from '../../local/demo/card.ts'
import { appOfPerson, certify, confirmByPicture, payFee, sendIn } from '../../local/demo/certification.ts'
import { operatorAt } from '../../local/demo/operator.ts'
import type { User } from '../../local/demo/user.ts'
import type { Instance } from './instance.ts'
import { sharedInstance } from './shared-instance.ts'
import { verifiedUser } from './way.ts'

describe('W7 the daily look at the page of a certified app, over HTTP', () => {
  let instance: Instance
  let hired = 0
  beforeAll(async () => {
    instance = await sharedInstance()
  })
  afterAll(async () => {
    expect(await instance.end(), 'P11 plaintext identity').toEqual([])
  })

  /** Somebody whose app is certified, with a domain of theirs: the receiver of this machine. */
  const certified = async (name: string) => {
    const { platform, receiver } = instance
    const { user, person } = await verifiedUser(instance, 'fee')
    await platform.pass('61s')
    await typeCard(platform, user, { phone: user.phone })
    await platform.pass('61s')
    const mine = await appOfPerson(platform, user, name)
    const { id } = await sendIn(platform, mine)
    await confirmByPicture(platform, user, id, person.idNumber)
    await payFee(platform, user, id)
    hired += 1
    await certify(platform, await operatorAt(instance, `page-certifier-${hired}`, 'reviewer'))
    const { token } = user
    const { file } = await platform.must(createDomainRoute, { token, body: { domain: receiver.address } })
    receiver.answers.push({ status: 200, headers: {}, body: file.content })
    await platform.must(proveDomainRoute, { token, params: { domain: receiver.address } })
    const { certificate } = await platform.must(getAppRoute, { token, params: { id: mine.app } })
    return { user, app: mine.app, certificate: String(certificate) }
  }

  const lettersOf = async ({ token }: User): Promise<string[]> => {
    const { messages } = await instance.platform.must(inboxRoute, { token })
    return messages.map(({ title }) => title).filter((title) => title.includes('证书链接'))
  }

  it('finds the link, misses it, tells that, and has people look at the third time in a row', async () => {
    const { platform, receiver } = instance
    const { user, app, certificate } = await certified('松涛书屋')
    const { token } = user
    const url = `http://${receiver.address}/about`
    const ask = (to: string | null) =>
      platform.must(setCertificatePageRoute, { token, params: { id: app }, body: { url: to } })
    const link = `<p><a href="${platform.url}/certificates/${certificate}">认证</a></p>`
    receiver.answers.push({ status: 200, headers: { 'content-type': 'text/html' }, body: link })
    const asked = receiver.received.length
    expect((await ask(url)).page).toMatchObject({ url, lookedAt: null, saw: null, misses: 0 })
    await platform.pass('5m')
    expect(receiver.received.slice(asked)).toMatchObject([
      { path: '/about', headers: { 'user-agent': expect.stringContaining('shiming-certificate') } },
    ])
    expect((await ask(url)).page).toMatchObject({ saw: 'link', misses: 0, seenAt: expect.any(String) })
    // Where nothing else is said, the receiver answers with an empty page.
    receiver.answers.push({ status: 302, headers: { location: url } })
    await platform.pass('1d')
    expect([await lettersOf(user), receiver.received.length]).toEqual([
      [expect.stringContaining('您的页面上没有看到')],
      asked + 2,
    ])
    expect((await ask(url)).page).toMatchObject({ saw: 'redirected', misses: 1 })
    await platform.pass('1d')
    await platform.pass('1d')
    expect((await ask(url)).page).toMatchObject({ saw: 'no_link', misses: 3 })
    expect(await lettersOf(user)).toHaveLength(2)
    expect(receiver.received.length).toBe(asked + 4)
    const reviewer = await operatorAt(instance, 'page-reviewer', 'reviewer')
    const query = { kind: 'certificate_page' }
    expect(await platform.must(operatorReviewsRoute, { token: reviewer.token, query })).toMatchObject({
      reviews: [{ kind: 'certificate_page', status: 'open' }],
    })
    expect((await ask(null)).page).toBeNull()
    await platform.pass('1d')
    expect(receiver.received.length).toBe(asked + 4)
  })

  it('is of pages of theirs alone, and of an app that has a certificate', async () => {
    const { platform } = instance
    const { user, app } = await certified('云泉书屋')
    const { token } = user
    const set = (id: string, url: string) =>
      platform.call(setCertificatePageRoute, { token, params: { id }, body: { url } })
    expect(await set(app, 'https://www.example.com/')).toMatchObject({
      ...{ status: 400, problem: { errors: [{ pointer: '/url', code: 'certificate_page_not_own' }] } },
    })
    expect(await set(app, 'https://169.254.169.254/')).toMatchObject({
      ...{ status: 400, problem: { errors: [{ pointer: '/url', code: 'invalid_certificate_page' }] } },
    })
    const { app: uncertified } = await appOfPerson(platform, user, '松涛夜读')
    expect(await set(uncertified, 'https://www.example.com/')).toMatchObject({
      ...{ status: 404, problem: { code: 'certificate_none' } },
    })
  })
})

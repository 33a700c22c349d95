import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openFaceCheckRoute } from '../../functions/face/open.route.ts'
import { faultsRoute } from '../../functions/sandbox/control.route.ts'
import { typeCard } from '../../local/demo/card.ts'
import { signIn, type User } from '../../local/demo/user.ts'
import type { Instance } from './instance.ts'
import { sharedInstance } from './shared-instance.ts'
import { verifiedUser } from './way.ts'

describe('W8 M7 a confirmation by face over HTTP', () => {
  let instance: Instance
  beforeAll(async () => {
    instance = await sharedInstance()
  })
  afterAll(async () => {
    expect(await instance.end(), 'P11 plaintext identity').toEqual([])
  })

  const mine = ({ token }: User) => instance.platform.shiming.withSession(token)

  const opened = async (user: User, action?: string) => {
    const { consent } = await instance.platform.shiming.faceTerms.get()
    return mine(user).faceChecks.open({ ...(action && { action }), consent: { notice: consent.version, agreed: true } })
  }

  /** Presses a button of the vendor's page, as a browser does; answers where it leads. */
  const pressed = async (url: string, deed: string): Promise<string | null> => {
    const response = await fetch(url, { method: 'POST', body: new URLSearchParams({ deed }), redirect: 'manual' })
    return response.headers.get('location')
  }

  /** Whoever has a card besides rises to level 3 with their face, which is told. */
  const withCard = async () => {
    const verified = await verifiedUser(instance, 'fee')
    await instance.platform.pass('61s')
    await typeCard(instance.platform, verified.user, { phone: verified.user.phone })
    await instance.platform.pass('2s')
    return verified
  }

  const level = async (user: User) => (await mine(user).account.get()).verification.level

  const attempts = async (phone: string) => {
    const counted = await instance.platform.sandbox.vendorCalls(phone)
    return Object.fromEntries(counted.map(({ vendor, billed }) => [vendor, billed]))
  }

  it('leads to the vendor and back, and is what the vendor says to us', async () => {
    const { user } = await withCard()
    expect(await level(user)).toBe(2)
    const check = await opened(user, 'certification:rename')
    expect(check).toMatchObject({ status: 'opened', action: 'certification:rename', page: { worksIn: 'wechat' } })
    const url = check.page?.url ?? ''
    expect(await (await fetch(url)).text()).toContain('模拟')
    // Somebody else's face first; then whoever comes back with a forged success is told what the vendor says.
    expect(await pressed(url, 'other_face')).toMatch(new RegExp(`/face/return/${check.id}\\?BizToken=`))
    expect(await mine(user).faceChecks.look(check.id)).toMatchObject({ status: 'opened', lastTry: 'other_face' })
    expect(await opened(user, 'certification:rename')).toMatchObject({ id: check.id, page: { url } })
    await pressed(url, 'pass')
    await instance.platform.pass('2s')
    expect(await mine(user).faceChecks.look(check.id)).toMatchObject({ status: 'confirmed', reason: null, page: null })
    expect(await level(user)).toBe(3)
    expect(await attempts(user.phone)).toMatchObject({ tencent_face: 2, alibaba_face: 0 })
    const { items: disclosures } = await mine(user).disclosures.list().page()
    expect(disclosures.filter(({ purpose }) => purpose === 'face')).toMatchObject([
      {
        recipient: { vendor: 'tencent_cloud' },
        items: ['name', 'id_number'],
        faceCheckId: check.id,
        outcome: 'answered',
      },
    ])
    const { items: consents } = await mine(user).consents.list().page()
    expect(consents[0]).toMatchObject({ purpose: 'face', items: ['name', 'id_number', 'face'] })
    const notice = await instance.platform.shiming.consentNotices.get(consents[0]?.notice ?? '')
    expect(notice).toMatchObject({ inForce: true, sha256: consents[0]?.sha256 })
  })

  it('is found by the sweep where the browser never comes back, and has its end where nobody ever tried', async () => {
    const one = await withCard()
    const other = await verifiedUser(instance, 'fee')
    const [passed, left] = [await opened(one.user), await opened(other.user)]
    expect(await pressed(passed.page?.url ?? '', 'pass_and_stay')).toBeNull()
    await instance.platform.pass('11m')
    expect(await mine(one.user).faceChecks.get(passed.id)).toMatchObject({ status: 'confirmed' })
    expect(await level(one.user)).toBe(3)
    expect(await mine(other.user).faceChecks.get(left.id)).toMatchObject({ status: 'opened' })
    await instance.platform.pass('2h')
    expect(await mine(other.user).faceChecks.get(left.id)).toMatchObject({ status: 'expired', advice: null })
  })

  it('goes on at the other vendor while the first refuses us, and counts each attempt there once', async () => {
    const arrears = (times: number) =>
      instance.platform.must(faultsRoute, { body: { target: 'tencent_face', mode: 'arrears', times } })
    const { user } = await verifiedUser(instance, 'fee')
    await arrears(1)
    const check = await opened(user)
    expect(check.page?.worksIn).toBe('any')
    const { codes } = await instance.platform.sandbox.face({ url: check.page?.url ?? '', deed: 'not_live', times: 1 })
    expect(codes).toEqual(['205'])
    expect(await mine(user).faceChecks.look(check.id)).toMatchObject({
      status: 'failed',
      reason: 'not_live',
      advice: 'now',
    })
    expect(await attempts(user.phone)).toMatchObject({ tencent_face: 0, alibaba_face: 1 })
  })

  it('is believed of nobody who answers something else', async () => {
    // Until the first vendor is asked again.
    await instance.platform.pass('70m')
    const { user } = await verifiedUser(instance, 'fee')
    const check = await opened(user)
    await instance.platform.sandbox.face({ url: check.page?.url ?? '', deed: 'pass', times: 1 })
    await instance.platform.must(faultsRoute, {
      body: { target: 'tencent_face', mode: 'html', times: 1, subject: user.phone },
    })
    expect(await mine(user).faceChecks.look(check.id)).toMatchObject({ status: 'opened' })
    await instance.platform.pass('2s')
    expect(await mine(user).faceChecks.look(check.id)).toMatchObject({ status: 'confirmed' })
  })

  it('is refused to whoever is not verified, with the reason', async () => {
    const { consent } = await instance.platform.shiming.faceTerms.get()
    const person = await instance.person('match')
    const { token } = await signIn(instance.platform, person.phone)
    const body = { consent: { notice: consent.version, agreed: true } }
    expect(await instance.platform.call(openFaceCheckRoute, { body, token })).toMatchObject({
      status: 409,
      problem: { code: 'face_needs_verification' },
    })
    const without = { consent: { notice: consent.version, agreed: false } }
    expect(await instance.platform.call(openFaceCheckRoute, { body: without, token })).toMatchObject({
      status: 400,
      problem: { code: 'consent_required' },
    })
  })
})

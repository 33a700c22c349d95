import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { noticeRoute } from '../../functions/consent/read.route.ts'
import { offersRoute } from '../../functions/overview/offers.route.ts'
import { getRoute } from '../../functions/verification/read.route.ts'
import { submitRoute } from '../../functions/verification/submit.route.ts'
import { codeFor, formOf, signIn } from '../../local/demo/user.ts'
import { freshKey } from '../fresh-key.ts'
import type { Instance } from './instance.ts'
import { sharedInstance } from './shared-instance.ts'

const ENGLISH = { 'accept-language': 'en' }

describe('P4 M7 before anybody pays', () => {
  let instance: Instance
  beforeAll(async () => {
    instance = await sharedInstance()
  })
  afterAll(async () => {
    expect(await instance.end(), 'P11 plaintext identity').toEqual([])
  })

  it('anybody can read what it costs and what to agree to, in either language, and keep it for a minute', async () => {
    const { platform } = instance
    const answer = await platform.call(offersRoute)
    expect(answer.headers.get('cache-control')).toBe('public, max-age=60')
    expect([answer.headers.get('content-language'), answer.headers.get('vary')]).toEqual(['zh', 'accept-language'])
    const [chinese, english] = [
      await platform.must(offersRoute),
      await platform.must(offersRoute, { headers: ENGLISH }),
    ]
    expect(chinese.payment.methods).toHaveLength(6)
    expect(chinese.platform).toEqual({ name: '示例平台（沙箱）', contact: 'privacy@platform.example' })
    expect(chinese.consent.text).toContain('示例平台（沙箱）')
    expect(english.consent).toMatchObject({ version: chinese.consent.version, language: 'en' })
    expect(english.consent.sha256).not.toBe(chinese.consent.sha256)
    expect({ ...english, consent: {} }).toEqual({ ...chinese, consent: {} })
  })

  it('who agrees finds the very text later, by its version', async () => {
    const { platform } = instance
    const { consent } = await platform.must(offersRoute, { headers: ENGLISH })
    const person = await instance.person('match')
    const { token } = await signIn(platform, person.phone)
    const form = formOf(person, 'fee', await codeFor(platform, person.phone, token))
    const outdated = { ...form, consent: { notice: '2020-01', agreed: true } }
    const refused = await platform.call(submitRoute, { body: outdated, headers: freshKey(), token })
    expect(refused).toMatchObject({ problem: { code: 'consent_outdated', notice: consent.version } })
    const body = { ...form, consent: { notice: consent.version, agreed: true } }
    const { id } = await platform.must(submitRoute, { body, headers: { ...freshKey(), ...ENGLISH }, token })
    const { consent: agreed } = await platform.must(getRoute, { params: { id }, token })
    expect(agreed).toMatchObject({ notice: consent.version, language: 'en', sha256: consent.sha256 })
    const params = { version: agreed.notice }
    const read = await platform.call(noticeRoute, { params, headers: ENGLISH })
    expect(read).toMatchObject({ status: 200, body: { ...consent, inForce: true } })
    expect(read.headers.get('cache-control')).toBe('public, max-age=3600')
    expect((await platform.call(noticeRoute, { params: { version: '2020-01' } })).status).toBe(404)
  })
})

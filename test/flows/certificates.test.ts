import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CertificateAnswer } from '../../functions/certificates/certificate/certificate.ts'
import { groupedId } from '../../functions/certificates/certificate/certificate-id.ts'
import { askCertifiedRoute } from '../../functions/certificates/gate.route.ts'
import { moveCertificateRoute } from '../../functions/certificates/operator.route.ts'
import { getCertificateKeysRoute, getCertificateRoute } from '../../functions/certificates/show.route.ts'
import { getAppRoute } from '../../functions/certification/apps.route.ts'
import { typeCard } from '../../local/demo/card.ts'
import { appOfPerson, certify, confirmByPicture, payFee, sendIn } from '../../local/demo/certification.ts'
import { type OnConsole, operatorAt } from '../../local/demo/operator.ts'
import { badgeWords } from './certificate-answers.ts'
import type { Instance } from './instance.ts'
import { sharedInstance } from './shared-instance.ts'
import { verifyByExample } from './verify-by-example.ts'
import { verifiedUser } from './way.ts'

const NOBODYS = 'K7QX2M9TRB4WHEPN'

const maxAgeOf = (headers: Headers): number => {
  const told = headers.get('cache-control') ?? ''
  expect(told).toMatch(/^public, max-age=\d+$/)
  return Number(told.replace(/\D/g, ''))
}

describe('W7 what anybody is told of a certificate, over HTTP (levels-and-certification.md §11, 12)', () => {
  let instance: Instance
  let reviewer: OnConsole
  let mine: { token: string; app: string; id: string; idNumber: string; personName: string }

  beforeAll(async () => {
    instance = await sharedInstance()
    const { platform } = instance
    reviewer = await operatorAt(instance, 'certificate-answers', 'reviewer')
    const { user, person } = await verifiedUser(instance, 'fee')
    await platform.pass('61s')
    await typeCard(platform, user, { phone: user.phone })
    await platform.pass('61s')
    const applying = await appOfPerson(platform, user, '晨光书屋')
    const { id } = await sendIn(platform, applying, { certifiedName: '晨光读书会' })
    await confirmByPicture(platform, user, id, person.idNumber)
    await payFee(platform, user, id)
    await certify(platform, reviewer)
    const { certificate } = await platform.must(getAppRoute, { token: user.token, params: { id: applying.app } })
    const { idNumber, name: personName } = person
    mine = { token: user.token, app: applying.app, id: certificate ?? '', idNumber, personName }
  })
  afterAll(async () => {
    expect(await instance.end(), 'P11 plaintext identity').toEqual([])
  })

  const json = (id = mine.id) => instance.platform.call(getCertificateRoute, { params: { id } })
  const badge = (id = mine.id, query = '') => fetch(`${instance.platform.url}/v1/certificates/${id}/badge${query}`)
  const gate = (token = instance.platformKey) =>
    instance.platform.must(askCertifiedRoute, { token, query: { appId: mine.app } })

  /** All who answer about the certificate say the same, and none of them for more than a minute. */
  const allSay = async (answer: CertificateAnswer): Promise<void> => {
    const told = await json()
    expect(told).toMatchObject({ status: 200, body: { id: mine.id, answer, name: '晨光读书会' } })
    expect(maxAgeOf(told.headers)).toBeLessThanOrEqual(60)
    const picture = await badge()
    const svg = await picture.text()
    expect(svg).toContain(badgeWords[answer])
    for (const [other, words] of Object.entries(badgeWords))
      if (other !== answer) expect(svg).not.toContain(`· ${words}`)
    expect(maxAgeOf(picture.headers)).toBeLessThanOrEqual(60)
    expect(await gate()).toMatchObject({ appId: mine.app, status: answer, certificate: mine.id })
  }

  let hired = 0
  const moves = async (move: 'suspend' | 'revoke' | 'reinstate', reason: string) => {
    hired += 1
    const operator = await operatorAt(instance, `certificate-mover-${hired}`, 'reviewer')
    const body = { move, reason, words: '请看规则第七条。' }
    await instance.platform.must(moveCertificateRoute, { token: operator.token, params: { id: mine.id }, body })
  }

  const verified = (...args: string[]) => verifyByExample(instance.platform.url, ...args)

  it('is the app, its names and what happened, of a person neither name nor number, signed for others', async () => {
    const told = await json(groupedId(mine.id).toLowerCase())
    if (!told.ok) throw new Error('refused')
    const { signed, ...said } = told.body
    expect(said).toMatchObject({
      ...{ id: mine.id, answer: 'valid', wellFormed: true, name: '晨光读书会', says: 'identity, not quality' },
      ...{ subject: { kind: 'individual', name: null, creditCode: null }, app: { kind: 'mini_program' } },
      ...{ formerNames: [{ name: '晨光书屋' }], history: [{ on: 'issued', status: 'valid', reason: null }] },
    })
    const picture = await (await badge()).text()
    for (const text of [JSON.stringify(said), picture, Buffer.from(signed.split('.')[1] ?? '', 'base64url').toString()])
      for (const secret of [mine.personName, mine.idNumber, mine.app]) expect(text).not.toContain(secret)
    expect(JSON.parse(Buffer.from(signed.split('.')[1] ?? '', 'base64url').toString())).toEqual(said)
    expect(told.headers.get('access-control-allow-origin')).toBe('*')
  })

  it('is proven to others by a sample that has no packages, at once and later; nothing that was changed is', async () => {
    const { platform } = instance
    const keys = await platform.must(getCertificateKeysRoute, {})
    expect(keys.keys).toMatchObject([{ kty: 'EC', crv: 'P-256', alg: 'ES256', use: 'sig' }])
    const told = await json()
    if (!told.ok) throw new Error('refused')
    const { signed } = told.body
    const folder = mkdtempSync(join(tmpdir(), 'statement-'))
    const file = (name: string, text: string): string => {
      writeFileSync(join(folder, name), text)
      return join(folder, name)
    }
    const [statement, told1] = [file('statement.txt', `${signed}\n`), file('keys.json', JSON.stringify(keys))]
    expect(await verified(`https://x.example/certificates/${groupedId(mine.id)}`, statement, told1)).toMatchObject({
      ...{ code: 0, out: expect.stringContaining('晨光读书会') },
    })
    expect(await verified(NOBODYS, statement, told1)).toMatchObject({
      code: 2,
      out: expect.stringContaining('another'),
    })
    const [header = '', payload = '', signature = ''] = signed.split('.')
    const forged = Buffer.from(Buffer.from(payload, 'base64url').toString().replace('晨光读书会', '晨光银行')).toString(
      'base64url',
    )
    for (const wrong of [
      [header, forged, signature],
      [Buffer.from('{"alg":"none"}').toString('base64url'), payload, ''],
      [header, payload, `${signature.slice(0, -4)}AAAA`],
    ])
      expect(await verified(mine.id, file('wrong.txt', wrong.join('.')), told1)).toMatchObject({
        ...{ code: 2, out: expect.stringMatching(/^not proven/) },
      })
    const { keys: known } = await import('node:crypto').then(({ generateKeyPairSync }) => ({
      keys: [
        {
          ...generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' }),
          kid: keys.keys[0]?.kid,
        },
      ],
    }))
    expect(await verified(mine.id, statement, file('others.json', JSON.stringify({ keys: known })))).toMatchObject({
      code: 2,
    })
  })

  it('is the same in all five answers, wherever one asks, from the very moment on', async () => {
    const { platform } = instance
    await allSay('valid')
    expect(await gate(mine.token)).toEqual(await gate())
    await moves('suspend', 'misuse')
    await allSay('suspended')
    await moves('reinstate', 'mistake')
    await allSay('valid')
    await moves('revoke', 'court_or_authority')
    await allSay('revoked')
    await moves('reinstate', 'mistake')
    await allSay('valid')
    const told = await json(NOBODYS)
    expect(told).toMatchObject({ status: 200, body: { id: NOBODYS, answer: 'unknown', wellFormed: true, name: null } })
    expect(maxAgeOf(told.headers)).toBeLessThanOrEqual(60)
    expect(await (await badge(NOBODYS)).text()).toContain(badgeWords.unknown)
    expect(await json('mistyped')).toMatchObject({
      status: 200,
      body: { answer: 'unknown', wellFormed: false, id: null },
    })
    await platform.pass('365d')
    await allSay('expired')
  })

  it('is a picture that runs and loads nothing, in either language', async () => {
    const picture = await badge(mine.id, '?lang=en')
    expect(await picture.text()).toContain('Certificate expired')
    expect(Object.fromEntries(picture.headers)).toMatchObject({
      ...{ 'content-type': 'image/svg+xml; charset=utf-8', 'x-content-type-options': 'nosniff' },
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'cross-origin',
    })
    expect((await badge(mine.id, '?lang=fr')).status).toBe(400)
  })

  it('is told also where too many were asked for that are none, of which nothing more is told until the hour is over', async () => {
    const { platform } = instance
    const most = 60
    for (let nth = 0; nth < most; nth += 1) await json(`${nth}`)
    const refused = await json(NOBODYS)
    expect(refused).toMatchObject({
      status: 429,
      problem: { code: 'too_often', retryAt: expect.any(String) },
    })
    expect(refused.headers.get('cache-control')).toBe('no-store')
    expect((await badge(NOBODYS)).status).toBe(429)
    await allSay('expired')
    await platform.pass('1h')
    expect(await json(NOBODYS)).toMatchObject({ status: 200, body: { answer: 'unknown' } })
  })
})

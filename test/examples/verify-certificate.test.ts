import { generateKeyPairSync, sign as signWith } from 'node:crypto'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { groupedId } from '../../functions/certificates/certificate/certificate-id.ts'
import { jwkOf } from '../../functions/certificates/showing/jose.ts'
import { statementSigner } from '../../functions/certificates/showing/sign-statement.ts'
import { showStatement } from '../../functions/certificates/showing/statement-view.ts'
import { SECOND } from '../../shared/kernel/time.ts'
import { sampleCertificate } from '../certificates/sample.ts'
import { ID, NOBODYS, signingPair } from '../certificates/showing/world.ts'
import { pathOf } from '../docs/repository.ts'
import { NOON } from '../kit.ts'

type Asked = { signed: string; keys: readonly object[]; id: string; now?: number; maxAgeMs?: number }
type Sample = { verifyStatement: (asked: Asked) => { answer: string }; idIn: (typed: string) => string }

const { verifyStatement, idIn } = (await import(
  pathToFileURL(pathOf('examples/verify-certificate.mjs')).href
)) as Sample

const signer = statementSigner([signingPair()])
const keys = await signer.keys()
const { statement } = await signer.sign(showStatement({ id: ID, standing: sampleCertificate() }, NOON), NOON)
const asked = { signed: statement.signed, keys, id: ID, now: NOON }

describe('W7 happy: the sample that verifies a statement', () => {
  it.each([ID, groupedId(ID).toLowerCase(), `https://shiming.test/certificates/${groupedId(ID)}`])(
    'takes what the service said of %s',
    (id) => {
      expect(idIn(id)).toBe(ID)
      expect(verifyStatement({ ...asked, id })).toMatchObject({ id: ID, answer: 'valid' })
    },
  )

  it('takes one that was kept, whenever that is shown', () => {
    const later = { ...asked, now: NOON + 1e12 }
    expect(verifyStatement({ ...later, maxAgeMs: Number.POSITIVE_INFINITY })).toMatchObject({ answer: 'valid' })
    expect(() => verifyStatement(later)).toThrow(/ask anew/)
  })
})

/** A statement as somebody else would sign it, by their own key or by none. */
const forged = (header: object, payload: object) => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const jwk = jwkOf(publicKey.export({ type: 'spki', format: 'der' }))
  const input = [{ alg: 'ES256', typ: 'certificate-statement+jws', kid: jwk.kid, ...header }, payload]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.')
  const raw = signWith('sha256', Buffer.from(input), { key: privateKey, dsaEncoding: 'ieee-p1363' })
  return { signed: `${input}.${raw.toString('base64url')}`, jwk }
}

describe('W7 hostile: it takes none', () => {
  const { signed: _, ...said } = statement
  const [header = '', payload = '', signature = ''] = asked.signed.split('.')

  it.each<[what: string, change: Partial<Asked>]>([
    ['about another certificate', { id: NOBODYS }],
    ['that is older than a minute, and what clocks differ', { now: NOON + 91 * SECOND }],
    ['of a time to come', { now: NOON - 91 * SECOND }],
    ['that is cut off', { signed: `${header}.${payload}` }],
    ['whose signature is of something else', { signed: `${header}.${payload}x.${signature}` }],
    ['that nobody signed', { signed: `${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.` }],
    ['by a key that the service does not have', { signed: forged({}, said).signed }],
    [
      'that names the key of the service, and is signed by another',
      { signed: forged({ kid: keys[0]?.kid }, said).signed },
    ],
    ['where there are no keys', { keys: [] }],
  ])('%s', (_what, change) => {
    expect(() => verifyStatement({ ...asked, ...change })).toThrow()
  })

  it.each([{ alg: 'HS256' }, { typ: 'JWT' }])('that says %j, by a key of the service or not', (header) => {
    const { signed, jwk } = forged(header, said)
    expect(() => verifyStatement({ ...asked, signed, keys: [jwk] })).toThrow(/no statement/)
  })

  it('without a time', () => {
    const { signed, jwk } = forged({}, { ...said, asOf: undefined })
    expect(() => verifyStatement({ ...asked, signed, keys: [jwk] })).toThrow(/ask anew/)
  })
})

import { createPublicKey, verify } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { newCertificateId } from '../../../functions/certificates/certificate/certificate-id.ts'
import { statementSigner } from '../../../functions/certificates/showing/sign-statement.ts'
import { showStatement } from '../../../functions/certificates/showing/statement-view.ts'
import { rfc3339, SECOND } from '../../../shared/kernel/time.ts'
import { NOON } from '../../kit.ts'
import { sampleCertificate } from '../sample.ts'
import { ID, signingPair } from './world.ts'

const stated = (now = NOON, of: Parameters<typeof sampleCertificate>[0] = {}) =>
  showStatement({ id: ID, standing: sampleCertificate(of) }, now)

describe('W7 a signed statement', () => {
  let pair: ReturnType<typeof signingPair>
  let signer: ReturnType<typeof statementSigner>
  beforeEach(() => {
    pair = signingPair()
    signer = statementSigner([pair])
  })
  const signed = async (now = NOON, of: Parameters<typeof stated>[1] = {}) => signer.sign(stated(now, of), now)

  it('is signed by the key that its header names, over exactly what stands beside it', async () => {
    const { statement, life } = await signed()
    const { signed: jws, ...beside } = statement
    const [header = '', payload = '', signature = ''] = jws.split('.')
    const [key] = await signer.keys()
    expect(JSON.parse(Buffer.from(header, 'base64url').toString()).kid).toBe(key?.kid)
    expect(JSON.parse(Buffer.from(payload, 'base64url').toString())).toEqual(beside)
    const by = { key: createPublicKey({ key: key ?? {}, format: 'jwk' }), dsaEncoding: 'ieee-p1363' } as const
    expect(verify('sha256', Buffer.from(`${header}.${payload}`), by, Buffer.from(signature, 'base64url'))).toBe(true)
    expect(life).toBe(60 * SECOND)
  })

  it('serves whoever asks within half a minute, and is never older than a minute at anybody', async () => {
    const first = await signed()
    const again = await signed(NOON + 29 * SECOND)
    expect(again).toEqual({ statement: first.statement, life: 31 * SECOND })
    expect(pair.calls).toEqual({ sign: 1, read: 1 })
    const anew = await signed(NOON + 30 * SECOND)
    expect(anew).toMatchObject({ statement: { asOf: rfc3339(NOON + 30 * SECOND) }, life: 60 * SECOND })
    expect(pair.calls).toEqual({ sign: 2, read: 1 })
  })

  it('is another as soon as anything of it is, and another where the clock went back', async () => {
    await signed()
    const suspended = await signed(NOON + 1, { status: 'suspended' })
    expect(suspended.statement).toMatchObject({ answer: 'suspended', asOf: rfc3339(NOON + 1) })
    expect((await signed(NOON - SECOND, { status: 'suspended' })).statement.asOf).toBe(rfc3339(NOON - SECOND))
    expect(pair.calls.sign).toBe(3)
  })

  it('is kept of so many ids at once and no more', async () => {
    await signed()
    for (let nth = 0; nth < 500; nth += 1) {
      let rest = nth
      const id = newCertificateId((limit) => {
        const digit = rest % limit
        rest = Math.floor(rest / limit)
        return digit
      })
      await signer.sign(showStatement({ id }, NOON), NOON)
    }
    await signed()
    expect(pair.calls.sign).toBe(502)
  })

  it('asks for the key again where KMS did not tell it', async () => {
    let fails = true
    const read = async () => {
      if (fails) throw new Error('not now')
      return pair.publicKey.read()
    }
    const unlucky = statementSigner([{ signer: pair.signer, publicKey: { read } }])
    await expect(unlucky.keys()).rejects.toThrow('not now')
    fails = false
    expect(await unlucky.keys()).toHaveLength(1)
  })
})

describe('W7 the key of statements is replaced', () => {
  const kidOf = (jws: string): unknown => JSON.parse(Buffer.from(jws.split('.')[0] ?? '', 'base64url').toString()).kid
  const refusing = (name: string) => ({ sign: () => Promise.reject(Object.assign(new Error('no'), { name })) })

  it('the first signs, and all are shown, the first first', async () => {
    const [now, before] = [signingPair(), signingPair()]
    const [second, first] = [statementSigner([now, before]), statementSigner([before, now])]
    const [[one], [other]] = [await statementSigner([now]).keys(), await statementSigner([before]).keys()]
    expect(one?.kid).not.toBe(other?.kid)
    expect(await second.keys()).toEqual([one, other])
    expect(await first.keys()).toEqual([other, one])
    expect(kidOf((await second.sign(stated(), NOON)).statement.signed)).toBe(one?.kid)
    expect(kidOf((await first.sign(stated(), NOON)).statement.signed)).toBe(other?.kid)
    expect([now.calls.sign, before.calls.sign]).toEqual([1, 1])
  })

  it('each is asked for once, and one that only is shown for no statement', async () => {
    const [now, before] = [signingPair(), signingPair()]
    const both = statementSigner([now, before])
    await both.sign(stated(), NOON)
    expect([now.calls, before.calls]).toEqual([
      { sign: 1, read: 1 },
      { sign: 0, read: 0 },
    ])
    await both.keys()
    await both.keys()
    await both.sign(stated(NOON + 60 * SECOND), NOON + 60 * SECOND)
    expect([now.calls, before.calls]).toEqual([
      { sign: 2, read: 1 },
      { sign: 0, read: 1 },
    ])
  })

  it('the next signs where the first is not let any more, as while a release is rolled out, and for nothing else', async () => {
    const [before, next] = [signingPair(), signingPair()]
    const rolledOut = statementSigner([{ ...before, signer: refusing('AccessDeniedException') }, next])
    const [, shown] = await rolledOut.keys()
    expect(kidOf((await rolledOut.sign(stated(), NOON)).statement.signed)).toBe(shown?.kid)
    const busy = statementSigner([{ ...before, signer: refusing('ThrottlingException') }, next])
    await expect(busy.sign(stated(), NOON)).rejects.toThrow('no')
    const none = statementSigner([{ ...before, signer: refusing('AccessDeniedException') }])
    await expect(none.sign(stated(), NOON)).rejects.toThrow('no')
    expect(next.calls.sign).toBe(1)
  })
})

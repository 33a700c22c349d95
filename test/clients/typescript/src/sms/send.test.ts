import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createShiming, type ShimingOptions } from '../../../../../clients/typescript/src/shiming.ts'
import { solveChallenge } from '../../../../../clients/typescript/src/sms/proof-of-work.ts'
import { hashing } from '../../../../../clients/typescript/src/sms/sha256.ts'
import { refusal, type Scripted, scriptedService } from '../service.ts'

const hex = (words: Int32Array): string =>
  Array.from(words, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('')

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

describe('SHA-256 of texts that begin alike', () => {
  const ascii = fc.string({ maxLength: 200, unit: 'grapheme-ascii' })

  it('is that of everybody else', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), fc.array(ascii), (start, ends) => {
        const hash = hashing(start)
        for (const end of ends) expect(hex(hash(end))).toBe(sha256(start + end))
      }),
    )
  })
})

describe('a proof of work', () => {
  it('begins with so many zero bits', async () => {
    for (const bits of [0, 1, 8, 13]) {
      const proof = await solveChallenge('16.1795864000000.salt.mac', bits)
      const first = Number.parseInt(sha256(`16.1795864000000.salt.mac:${proof?.nonce}`).slice(0, 8), 16)
      expect(Math.clz32(first)).toBeGreaterThanOrEqual(bits)
    }
  })

  it('is not even begun where it would take minutes', async () => {
    for (const bits of [27, Number.NaN]) expect(await solveChallenge('c', bits)).toBeUndefined()
  })

  it('lets others work meanwhile, and ends with the reason of the signal', async () => {
    const control = new AbortController()
    const reason = new Error('not wanted any more')
    setImmediate(() => control.abort(reason))
    await expect(solveChallenge('c', 26, control.signal)).rejects.toBe(reason)
  })
})

const PHONE = '19400000001'
const sent = { status: 202, body: { retryAt: '2026-11-28T16:00:00.000Z', smsCodeId: 'c' } }
const asked = refusal(403, 'challenge_required', { challenge: 'abc', bits: 4 })
const captchaAsked = refusal(403, 'challenge_required', { challenge: 'abc', bits: 4, captchaAppId: '1900' })
const ticket = { ticket: 't', randstr: '@r' }

const asks = async (answers: Scripted[], options: Partial<ShimingOptions> = {}) => {
  const { sent: requests, ...service } = scriptedService(...answers)
  const code = await createShiming({ ...service, ...options })
    .smsCodes.send(PHONE)
    .catch((error) => error)
  return { code, bodies: requests.map(({ body }) => body as { proof?: { nonce: string } }) }
}

describe('asking for a code', () => {
  it('proves its work where that is asked for, and nothing where it is not', async () => {
    const request = { phone: PHONE, purpose: 'sign_in' }
    const { code, bodies } = await asks([asked, sent])
    expect(code).toEqual(sent.body)
    expect(bodies).toEqual([request, { ...request, proof: { challenge: 'abc', nonce: expect.any(String) } }])
    expect(sha256(`abc:${bodies[1]?.proof?.nonce}`)).toMatch(/^0/)
    expect((await asks([sent])).bodies).toEqual([request])
  })

  it('asks a page for its captcha, and proves work beside it for when nobody can judge that', async () => {
    const { code, bodies } = await asks([captchaAsked, sent], { captcha: async () => ticket })
    expect(code).toEqual(sent.body)
    expect(bodies[1]).toMatchObject({ captcha: ticket, proof: { challenge: 'abc' } })
  })

  it('gives the problem where the effort is switched off, given up or never enough', async () => {
    const problem = { code: 'challenge_required', extra: { bits: 4 } }
    for (const { code, bodies } of [
      await asks([asked], { solveChallenges: false }),
      await asks([captchaAsked]),
      await asks([captchaAsked], { captcha: async () => undefined }),
    ])
      expect({ code, times: bodies.length }).toMatchObject({ code: problem, times: 1 })
    const endless = await asks([asked])
    expect(endless.code).toMatchObject(problem)
    expect(endless.bodies).toHaveLength(4)
  })
})

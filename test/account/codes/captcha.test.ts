import { describe, expect, it } from 'vitest'
import type { Captcha, CaptchaTicket } from '../../../functions/account/codes/captcha.ts'
import type { Proof } from '../../../functions/account/codes/proof-of-work.ts'
import { settingsOf } from '../../../functions/settings.ts'
import { MINUTE } from '../../../shared/kernel/time.ts'
import { codeOf, OTHER_PHONE, valueIn } from '../../kit.ts'
import { askCode, recordingCaptcha, signedInAs, solved, unsolved, type World, world } from '../fixture.ts'

const light = { proof: { ...settingsOf('sandbox', undefined).proof, mostBits: 6 } }
const ticket = (name: string): CaptchaTicket => ({ ticket: name, randstr: '@abc' })
const ticketHere = { captcha: ticket('tr03-one') }

/** A world with a captcha, in which the next code for the number needs effort. */
const askedOften = async () => {
  const captcha = recordingCaptcha()
  const at: World & { captcha: () => Promise<Captcha | undefined> } = world(light)
  at.captcha = async () => captcha.captcha
  for (let sent = 0; sent < 2; sent += 1) {
    valueIn(await askCode(at))
    at.time.now += MINUTE
  }
  return { at, ...captcha }
}

/** What a refusal asks for. */
const asksFor = async (asking: ReturnType<typeof askCode>) => {
  const outcome = await asking
  if (outcome.ok || outcome.refusal.code !== 'challenge_required') throw new Error(`not asked: ${codeOf(outcome)}`)
  const { challenge, bits, captchaAppId } = outcome.refusal.extra ?? {}
  const pointer = captchaAppId === undefined ? '/proof' : '/captcha'
  expect(outcome.refusal.fields).toEqual([{ pointer, code: 'challenge_required' }])
  return { proof: await solved(String(challenge), Number(bits)), bits, captchaAppId }
}

describe('P3 a captcha', () => {
  it('is asked for where a number was asked for often, and opens one request', async () => {
    const { at, asked } = await askedOften()
    expect(await asksFor(askCode(at))).toMatchObject({ bits: 6, captchaAppId: '190000000' })
    expect(codeOf(await askCode(at, { ...ticketHere, sourceIp: '192.0.2.7' }))).toBe('ok')
    expect(asked).toEqual([{ brought: ticket('tr03-one'), sourceIp: '192.0.2.7' }])
    at.time.now += MINUTE
    expect((await asksFor(askCode(at, ticketHere))).captchaAppId).toBe('190000000')
    expect(codeOf(await askCode(at, { captcha: ticket('tr03-two') }))).toBe('ok')
    expect([at.texts.length, at.alarms]).toEqual([4, []])
  })

  it('is neither asked for nor asked about before, nor in a session', async () => {
    const { at, asked } = await askedOften()
    valueIn(await askCode(at, { phone: OTHER_PHONE, ...ticketHere }))
    at.time.now += MINUTE
    const other = '18600000000'
    const { token } = await signedInAs(at, other)
    at.time.now += MINUTE
    at.settings.proof = { ...light.proof, numberFrom: 0 }
    expect(codeOf(await askCode(at, { phone: other, token, ...ticketHere }))).toBe('ok')
    expect(asked).toEqual([])
  })

  it('costs no call of ours more', async () => {
    const { at } = await askedOften()
    const before = [at.table.calls(), at.vault.calls()] as const
    valueIn(await askCode(at, ticketHere))
    expect([at.table.calls() - before[0], at.vault.calls() - before[1]]).toEqual([5, 1])
  })

  it('is not spent where the number has to wait anyway', async () => {
    const { at, asked } = await askedOften()
    at.time.now -= 1
    expect(codeOf(await askCode(at, ticketHere))).toBe('sms_too_often')
    expect(asked).toEqual([])
  })
})

describe('P3 a captcha, refused', () => {
  it('where the vendor says that the ticket is worth nothing, and counts nothing', async () => {
    const { at, vendor } = await askedOften()
    vendor.answer = { kind: 'failed', code: '15' }
    const before = at.table.items()
    expect((await asksFor(askCode(at, ticketHere))).captchaAppId).toBe('190000000')
    expect([at.table.items(), at.texts.length, at.alarms]).toEqual([before, 2, []])
  })

  it('with a proof of work in its place, alone or beside a ticket that is worth nothing', async () => {
    const { at, vendor, asked } = await askedOften()
    const { proof } = await asksFor(askCode(at))
    expect((await asksFor(askCode(at, { proof }))).captchaAppId).toBe('190000000')
    expect(asked).toEqual([])
    vendor.answer = { kind: 'failed', code: '21' }
    expect((await asksFor(askCode(at, { proof, ...ticketHere }))).captchaAppId).toBe('190000000')
  })
})

describe('P3 a captcha whose vendor cannot be asked', () => {
  const down = async () => {
    const world = await askedOften()
    world.vendor.answer = { kind: 'unavailable', code: 'timeout' }
    return world
  }

  it('is replaced by a proof of work, which opens one request and needs no ticket', async () => {
    const { at, asked } = await down()
    const { proof, captchaAppId } = await asksFor(askCode(at, ticketHere))
    expect(captchaAppId).toBeUndefined()
    expect(codeOf(await askCode(at, { proof }))).toBe('ok')
    at.time.now += MINUTE
    expect((await asksFor(askCode(at, { proof }))).captchaAppId).toBe('190000000')
    expect([asked.length, at.texts.length, at.alarms]).toEqual([1, 3, []])
  })

  it('takes the proof that came with the ticket', async () => {
    const { at } = await down()
    const { proof } = await asksFor(askCode(at))
    expect(codeOf(await askCode(at, { proof, ...ticketHere }))).toBe('ok')
    at.time.now += MINUTE
    expect(codeOf(await askCode(at, { proof, captcha: ticket('tr03-two') }))).toBe('challenge_required')
    expect(at.texts).toHaveLength(3)
  })

  it('takes no proof that is none, nor one for another number', async () => {
    const { at } = await down()
    const { proof } = await asksFor(askCode(at, ticketHere))
    const wrong: Proof = { ...proof, nonce: unsolved(proof?.challenge ?? '') }
    expect(codeOf(await askCode(at, { proof: wrong, ...ticketHere }))).toBe('challenge_required')
    for (let sent = 0; sent < 2; sent += 1) {
      valueIn(await askCode(at, { phone: OTHER_PHONE }))
      at.time.now += MINUTE
    }
    expect(codeOf(await askCode(at, { phone: OTHER_PHONE, proof, ...ticketHere }))).toBe('challenge_required')
  })

  it('takes the proof it asked for also when the vendor is back, and then none any more', async () => {
    const { at, vendor } = await down()
    const { proof } = await asksFor(askCode(at, ticketHere))
    vendor.answer = { kind: 'passed' }
    expect(codeOf(await askCode(at, { proof }))).toBe('ok')
    at.time.now += MINUTE
    const ordinary = await asksFor(askCode(at))
    expect(codeOf(await askCode(at, ordinary))).toBe('challenge_required')
  })

  it('rings where only a person can mend it', async () => {
    const { at, vendor } = await askedOften()
    vendor.answer = { kind: 'unavailable', code: '100', needsRepair: true }
    const { proof, captchaAppId } = await asksFor(askCode(at, ticketHere))
    expect(captchaAppId).toBeUndefined()
    expect(codeOf(await askCode(at, { proof }))).toBe('ok')
    expect(at.alarms).toEqual([
      { event: 'captcha_vendor_needs_repair', fields: { vendor: 'tencent_cloud', code: '100' } },
    ])
  })
})

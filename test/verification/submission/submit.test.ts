import { describe, expect, it } from 'vitest'
import { textHash } from '../../../functions/consent/consent.ts'
import { consentKeys } from '../../../functions/consent/keys.ts'
import { paymentKeys } from '../../../functions/payment/keys.ts'
import { people } from '../../../functions/sandbox/people.ts'
import { verificationKeys } from '../../../functions/verification/keys.ts'
import type { Submission } from '../../../functions/verification/submission/index-submission.ts'
import { submit } from '../../../functions/verification/submission/submit.ts'
import { EVIDENCE, verificationOf } from '../../../functions/verification/verification-store.ts'
import { DAY, MINUTE } from '../../../shared/kernel/time.ts'
import { askCode, claimOf, otherThan } from '../../account/fixture.ts'
import { codeOf, valueIn } from '../../kit.ts'
import { withCheckDigit } from '../../person/typed.ts'
import { ban, begun, cost, decided, enter, itemAt, person, submission, type World, world } from '../../world.ts'
import { vendorNamed } from '../vendors/vendor-named.ts'

/** Everything stored but the count of tries, which every comparison of a code must write. */
const stored = (at: World) => at.table.items().map(({ codeTries, ...item }) => item)

/** Submits, and says whether anything but a try was written. */
const refusal = async (at: World, of: Submission) => {
  const before = stored(at)
  const outcome = await submit(at, of)
  return {
    refusal: outcome.ok ? undefined : outcome.refusal,
    wrote: JSON.stringify(before) !== JSON.stringify(stored(at)),
  }
}

const field = (pointer: string, code: string, expected?: object) => ({
  code,
  fields: [{ pointer, code, ...(expected && { expected }) }],
})

describe('P3 P4 submit happy', () => {
  it.each([
    ['fee', 100],
    ['membership', 1000],
  ] as const)('opens a verification that waits for the payment of %s: %i fen within 30 minutes', async (offer, fen) => {
    const at = world()
    const { user, verification, order } = await begun(at, { offer })
    expect(order).toMatchObject({ kind: 'verification', offer, amountFen: fen, feeFen: 100, status: 'created' })
    expect(order.expiresAt).toBe(at.time.now + 30 * MINUTE)
    expect(verification).toMatchObject({ status: 'awaiting_payment', offer, orderId: order.id })
    expect(itemAt(at, paymentKeys.order(order.id))).toMatchObject({
      verificationId: verification.id,
      dueAt: order.expiresAt + MINUTE,
    })
    expect(itemAt(at, verificationKeys.verification(user.accountId, verification.id))).toMatchObject({
      status: 'awaiting_payment',
    })
    expect(itemAt(at, verificationKeys.tries(user.accountId))).toMatchObject({ open: verification.id })
  })

  it('takes two table calls and two KMS calls; the first of an instance one more', async () => {
    const at = world()
    const first = await submission(at, await enter(at), { who: person('match', 1) })
    expect((await cost(at, () => submit(at, first))).calls).toEqual({ table: 2, kms: 3, queue: 0, vendor: 0 })
    const sent = await submission(at, await enter(at))
    const { value, calls } = await cost(at, () => submit(at, sent))
    expect(codeOf(value)).toBe('ok')
    expect(calls).toEqual({ table: 2, kms: 2, queue: 0, vendor: 0 })
  })

  it('M7 keeps what was consented to, and when', async () => {
    const at = world({ consentNotice: '2027-01' })
    const { verification } = await begun(at)
    const { version, texts } = await at.notice()
    expect(version).toMatch(/^2027-01-[0-9a-f]{8}$/)
    const agreed = { notice: version, language: 'zh', sha256: textHash(texts.zh), agreedAt: at.time.now }
    const recipients = at.vendors.map(({ name }) => name)
    expect(verification.consent).toEqual({ ...agreed, recipients, recheckers: ['alibaba_cloud'], onRecord: true })
    const { id, accountId } = verification
    expect(itemAt(at, consentKeys.consent(accountId, id))).toMatchObject({
      ...agreed,
      id,
      accountId,
      purpose: 'identity_check',
      items: ['name', 'id_number', 'phone'],
    })
  })

  it('M7 takes nothing while it cannot keep the notice that is agreed to', async () => {
    const at = world()
    const sent = await submission(at, await enter(at))
    const failing = { ...at, notice: () => Promise.reject(new Error('not now')) }
    await expect(submit(failing, sent)).rejects.toThrow('not now')
    expect(at.table.items().filter(({ sk }) => sk === 'ORDER')).toEqual([])
  })

  it('P9 takes everybody of the catalogue', async () => {
    const at = world()
    for (const who of people) expect((await begun(at, { who })).verification.status).toBe('awaiting_payment')
  })
})

describe('P11 submit keeps no plaintext', () => {
  it('anywhere in the table, under the names of the fields or others', async () => {
    const at = world()
    const who = person('match', 13)
    await begun(at, { who, offer: 'membership' })
    const dump = JSON.stringify(at.table.items())
    expect(dump).toContain('"sealed"')
    for (const canary of [who.name, who.idNumber, who.phone, who.idNumber.slice(6, 14)])
      expect(dump).not.toContain(canary)
  })

  it('but seals it, normalised, for the check of this verification only', async () => {
    const at = world()
    const who = person('match', 16)
    const typed = { name: ` ${who.name} `, idNumber: who.idNumber.toLowerCase(), phone: `+86 ${who.phone}` }
    const { user, verification } = await begun(at, { who, typed })
    const { sealed } = verificationOf(
      itemAt(at, verificationKeys.verification(user.accountId, verification.id)) ?? { pk: '', sk: '' },
    )
    const owner = { account: user.accountId, verification: verification.id }
    const key = await at.vault.openDataKey(sealed.wrappedKey, owner)
    const open = (attribute: 'name' | 'idNumber' | 'phone') =>
      key.open({ dataSet: EVIDENCE, key: verification.id, attribute }, sealed[attribute])
    expect([open('name'), open('idNumber'), open('phone')]).toEqual([who.name, who.idNumber.toUpperCase(), who.phone])
    await expect(at.vault.openDataKey(sealed.wrappedKey, { ...owner, verification: 'another' })).rejects.toThrow()
  })

  it('shows the account only masked data', async () => {
    const at = world()
    const who = person('match')
    const { verification } = await begun(at, { who })
    expect(verification.maskedName).toBe('**夏')
    expect(verification.maskedIdNumber).toMatch(/^1\*{16}[\dX]$/)
    expect(verification.maskedPhone).toBe('194****1001')
  })
})

describe('P3 submit refused before anything is called', () => {
  it.each([
    ['name', '张三1', 'invalid_name'],
    ['idNumber', '1101011880010100', 'invalid_id_number'],
    ['idNumber', '110101188506150011', 'id_number_check_digit'],
    ['idNumber', '11010118800230001X', 'id_number_date'],
    ['idNumber', '110101195001010017', 'id_number_birth_year', { minimum: 1880, maximum: 1899, unit: 'year' }],
    ['phone', '12345', 'invalid_phone'],
  ])('%s %j: %s', async (name, value, code, expected?: object) => {
    const at = world()
    const sent = await submission(at, await enter(at), { typed: { [name]: value } })
    const { value: answered, calls } = await cost(at, () => refusal(at, sent))
    expect(answered).toEqual({ refusal: field(`/${name}`, code, expected), wrote: false })
    // What a setting decides may have been accepted before: that takes a look.
    const table = code === 'id_number_birth_year' ? 1 : 0
    expect(calls).toEqual({ table, kms: 0, queue: 0, vendor: 0 })
  })

  it('a document that no vendor takes, and says which it looks like', async () => {
    const at = world()
    const takes = { ...vendorNamed('any').takes, carrier_three_element: ['resident_id' as const] }
    Object.assign(at.bureau.vendors[0] ?? {}, { takes })
    for (const [idNumber, document] of [
      ['C00000000', 'exit_permit'],
      [withCheckDigit('81000018900101001'), 'residence_permit'],
    ]) {
      const sent = await submission(at, await enter(at), { typed: { idNumber } })
      const { value: answered, calls } = await cost(at, () => refusal(at, sent))
      const fields = [{ pointer: '/idNumber', code: `looks_like_${document}` }]
      const refused = { code: 'id_kind_needs_review', fields, extra: { document } }
      expect(answered).toEqual({ refusal: refused, wrote: false })
      expect(calls).toMatchObject({ kms: document === 'exit_permit' ? 0 : calls.kms, queue: 0, vendor: 0 })
    }
    expect(at.table.items().filter(({ sk }) => String(sk).startsWith('ORDER'))).toEqual([])
  })

  it('those under age', async () => {
    const at = world({ checks: { minimumAge: 140 } })
    const sent = await submission(at, await enter(at), { who: person('match', 17) })
    expect(await refusal(at, sent)).toEqual({ refusal: field('/idNumber', 'under_age'), wrote: false })
  })

  it.each([
    ['that has changed since', '2020-01'],
    ['that is not there yet', '2099-01'],
    ['of another name', '2026-11a'],
    ['without a name', ''],
  ])('consent to a notice %s, and names the present one', async (_which, notice) => {
    const at = world()
    const sent = await submission(at, await enter(at), { typed: { consent: { notice } } })
    const { value, calls } = await cost(at, () => refusal(at, sent))
    expect(value).toEqual({
      refusal: {
        code: 'consent_outdated',
        fields: [
          { pointer: '/consent/notice', code: 'consent_outdated', expected: { enum: [(await at.notice()).version] } },
        ],
        extra: { notice: (await at.notice()).version },
      },
      wrote: false,
    })
    expect(calls).toMatchObject({ table: 1, kms: 0 })
  })
})

describe('P3 submit refused', () => {
  const wrong = { refusal: field('/smsCode', 'sms_code_wrong'), wrote: false }

  it('with a wrong code, and takes the right one afterwards', async () => {
    const at = world()
    const sent = await submission(at, await enter(at))
    const mistyped = { ...sent, body: { ...sent.body, smsCode: otherThan(sent.body.smsCode) } }
    expect(await refusal(at, mistyped)).toEqual(wrong)
    expect(codeOf(await submit(at, sent))).toBe('ok')
  })

  it('when the code was sent to another number', async () => {
    const at = world()
    const sent = await submission(at, await enter(at))
    const other = { ...sent, body: { ...sent.body, phone: person('match', 1).phone } }
    expect(await refusal(at, other)).toEqual(wrong)
  })

  it('when the code was sent in another session', async () => {
    const at = world()
    const [one, other] = [await enter(at), await enter(at)]
    const sent = await submission(at, one)
    expect(await refusal(at, { ...sent, caller: claimOf(other.token) })).toEqual(wrong)
  })

  it('when the code has run out', async () => {
    const at = world()
    const sent = await submission(at, await enter(at))
    at.time.now += 5 * MINUTE + 1
    expect(await refusal(at, sent)).toEqual(wrong)
  })

  it('when a newer code replaced it', async () => {
    const at = world()
    const user = await enter(at)
    const sent = await submission(at, user)
    valueIn(await askCode(at, { phone: sent.body.phone, token: user.token }))
    expect(await refusal(at, sent)).toEqual(wrong)
  })

  it('after five wrong tries, also with the right code', async () => {
    const at = world()
    const sent = await submission(at, await enter(at))
    const mistyped = { ...sent, body: { ...sent.body, smsCode: otherThan(sent.body.smsCode) } }
    const spent = { refusal: field('/smsCode', 'sms_code_spent'), wrote: false }
    for (let tries = 0; tries < 4; tries += 1) expect(await refusal(at, mistyped)).toEqual(wrong)
    expect(await refusal(at, mistyped)).toEqual(spent)
    expect(await refusal(at, sent)).toEqual(spent)
  })

  it('only after the fifth try: that one may be right', async () => {
    const at = world()
    const sent = await submission(at, await enter(at))
    const mistyped = { ...sent, body: { ...sent.body, smsCode: otherThan(sent.body.smsCode) } }
    for (let tries = 0; tries < 4; tries += 1) await submit(at, mistyped)
    expect(codeOf(await submit(at, sent))).toBe('ok')
  })

  it('when the session has run out, to the millisecond', async () => {
    const at = world({ sessions: { lifeMs: DAY } })
    const user = await enter(at)
    const expiry = at.time.now + DAY
    at.time.now = expiry - MINUTE
    const sent = await submission(at, user)
    at.time.now = expiry
    expect(await refusal(at, sent)).toEqual({ refusal: { code: 'unauthenticated' }, wrote: false })
    at.time.now = expiry - 1
    expect(codeOf(await submit(at, sent))).toBe('ok')
  })

  it('when the account is verified already', async () => {
    const at = world()
    const { user } = await decided(at)
    const sent = await submission(at, user, { who: person('match', 1) })
    expect(await refusal(at, sent)).toEqual({ refusal: { code: 'already_verified' }, wrote: false })
  })

  it('while another verification is open, and says which', async () => {
    const at = world()
    const { user, verification, order } = await begun(at)
    const sent = await submission(at, user, { who: person('mismatch') })
    const extra = { verificationId: verification.id, orderId: order.id, verificationStatus: 'awaiting_payment' }
    expect(await refusal(at, sent)).toEqual({
      refusal: { code: 'verification_open', retryAt: order.expiresAt, extra },
      wrote: false,
    })
  })

  it('P12 when the account is banned', async () => {
    const at = world()
    const user = await enter(at)
    await ban(at, user)
    expect(await refusal(at, await submission(at, user))).toEqual({ refusal: { code: 'banned' }, wrote: false })
  })
})

import { describe, expect, it } from 'vitest'
import { listDisclosures } from '../../../functions/consent/list-records.ts'
import { emailCodeKey } from '../../../functions/profile/email/email-code-store.ts'
import type { MailResult } from '../../../functions/profile/email/mail-sender.ts'
import { MINUTE } from '../../../shared/kernel/time.ts'
import { signedInAs } from '../../account/fixture.ts'
import { codeOf, NOON, OTHER_PHONE, valueIn } from '../../kit.ts'
import { ban, type World } from '../../world.ts'
import { askedFor, codeFor, EMAIL, furtherAt, type MailWorld, mailWorld, OTHER_EMAIL, typed } from './fixture.ts'

const told = async (at: MailWorld, accountId: string) => {
  const { disclosures } = valueIn(await listDisclosures(at, accountId, { limit: 20 }))
  return disclosures.filter(({ purpose }) => purpose === 'email_code')
}

describe('X3 a code by e-mail', () => {
  it('goes to the address as it is compared, and the next may be asked for in a minute', async () => {
    const at = mailWorld()
    const user = await signedInAs(at)
    expect(valueIn(await askedFor(at, user, ' Zhang@Example.com'))).toEqual({ status: 'sent', retryAt: NOON + MINUTE })
    expect(at.mails).toEqual([{ to: EMAIL, code: expect.stringMatching(/^\d{6}$/), minutes: 10 }])
  })

  it('M7 is on record, as asked for, before the vendor is given the address', async () => {
    const at = mailWorld()
    const user = await signedInAs(at)
    let seen = 0
    at.mailVendor.onSend = () => {
      seen = at.table.items().filter(({ purpose }) => purpose === 'email_code').length
    }
    await askedFor(at, user)
    expect(seen).toBe(1)
    expect(await told(at, user.accountId)).toMatchObject([
      { items: ['email'], basis: 'requested', consent: null, outcome: 'possibly_sent' },
    ])
    expect((await told(at, user.accountId))[0]?.recipient.service).toBe('腾讯云“邮件推送”')
    await typed(at, user)
    expect(await told(at, user.accountId)).toMatchObject([{ outcome: 'answered' }])
  })

  it('P11 is kept with neither the address nor the code in it', async () => {
    const at = mailWorld()
    const user = await signedInAs(at)
    await askedFor(at, user)
    const kept = JSON.stringify(at.table.items())
    expect(kept).not.toContain(codeFor(at))
    expect(kept).not.toContain('zhang')
    await typed(at, user)
    expect(JSON.stringify(at.table.items())).not.toContain('zhang')
  })

  it('is in doubt where nobody knows whether the vendor took it, and is good all the same', async () => {
    const at = mailWorld()
    const user = await signedInAs(at)
    at.mailVendor.answer = { kind: 'in_doubt', code: 'http_500' }
    expect(valueIn(await askedFor(at, user)).status).toBe('possibly_sent')
    expect(await told(at, user.accountId)).toMatchObject([{ outcome: 'possibly_sent' }])
    expect(codeOf(await typed(at, user))).toBe('ok')
  })

  it('costs no more calls than it says', async () => {
    const at = mailWorld()
    const user = await signedInAs(at)
    const before = [at.table.calls(), at.vault.calls()] as const
    valueIn(await askedFor(at, user))
    expect([at.table.calls() - before[0], at.vault.calls() - before[1]]).toEqual([4, 1])
  })
})

describe('X3 a code by e-mail, refused', () => {
  it('where the mailbox has had enough, by whatever is added to its name', async () => {
    const at = mailWorld({ spacingMs: 0, perDayToAddress: 2 })
    const [user, other] = [await signedInAs(at), await signedInAs(at, OTHER_PHONE)]
    expect(codeOf(await askedFor(at, user, 'zhang+one@example.com'))).toBe('ok')
    expect(codeOf(await askedFor(at, other, 'zhang+two@example.com'))).toBe('ok')
    expect(codeOf(await askedFor(at, other, EMAIL))).toBe('email_too_often')
  })

  it('for what is no address, at its field, and nothing is read', async () => {
    const at = mailWorld()
    const user = await signedInAs(at)
    const before = at.table.calls()
    expect(await askedFor(at, user, 'zhang')).toMatchObject({
      refusal: { code: 'invalid_email', fields: [{ pointer: '/email', code: 'invalid_email' }] },
    })
    expect(at.table.calls()).toBe(before)
  })

  it('where this platform sends none', async () => {
    const at = mailWorld()
    const user = await signedInAs(at)
    at.mailVendor.isThere = false
    expect(codeOf(await askedFor(at, user))).toBe('mail_not_offered')
  })

  it('for an address that counts already, and for no other', async () => {
    const at = mailWorld()
    const user = await signedInAs(at)
    await askedFor(at, user)
    await typed(at, user)
    at.time.now += MINUTE
    expect(await askedFor(at, user)).toMatchObject({ refusal: { code: 'email_proven' } })
    expect(codeOf(await askedFor(at, user, OTHER_EMAIL))).toBe('ok')
  })

  it('never because of another account: the answers are the same whoever has the address', async () => {
    const at = mailWorld()
    const [one, other] = [await signedInAs(at), await signedInAs(at, OTHER_PHONE)]
    const first = await askedFor(at, one)
    await typed(at, one)
    expect(await askedFor(at, other)).toEqual(first)
    expect(codeOf(await typed(at, other))).toBe('ok')
    expect((await furtherAt(at, one)).email?.index).toBe((await furtherAt(at, other)).email?.index)
  })

  it('to whoever is banned, or not signed in', async () => {
    const at = mailWorld()
    const user = await signedInAs(at)
    const stranger = { ...user, token: `${user.accountId}.${'x'.repeat(43)}` }
    expect(codeOf(await askedFor(at, stranger))).toBe('unauthenticated')
    await ban(at as unknown as World, user)
    expect(codeOf(await askedFor(at, user))).toBe('banned')
    expect(at.mails).toEqual([])
  })

  it.each<[MailResult, code: string, outcome: string, rings: number]>([
    [{ kind: 'not_taken', because: 'bad_address', code: 'X' }, 'email_rejected', 'not_used', 0],
    [{ kind: 'not_taken', because: 'address_limited', code: 'X' }, 'email_rejected', 'not_used', 0],
    [{ kind: 'not_taken', because: 'blocked', code: 'X' }, 'email_rejected', 'not_used', 0],
    [{ kind: 'not_taken', because: 'turned_away', code: 'X' }, 'email_unavailable', 'not_used', 0],
    [{ kind: 'not_taken', because: 'not_sent', code: 'X' }, 'email_unavailable', 'not_sent', 0],
    [{ kind: 'not_taken', because: 'needs_repair', code: 'X' }, 'email_unavailable', 'not_used', 1],
  ])('%j by the vendor: %s', async (answer, code, outcome, rings) => {
    const at = mailWorld()
    const user = await signedInAs(at)
    at.mailVendor.answer = answer
    const refused = await askedFor(at, user)
    expect(codeOf(refused)).toBe(code)
    if (code === 'email_unavailable') expect(refused).toMatchObject({ refusal: { retryAt: NOON + MINUTE } })
    expect(await told(at, user.accountId)).toMatchObject([{ outcome }])
    expect(at.alarms.map(({ event }) => event)).toEqual(rings ? ['mail_vendor_needs_repair'] : [])
  })

  it('too often: no code is written, and the one before is good still', async () => {
    const at = mailWorld()
    const user = await signedInAs(at)
    await askedFor(at, user)
    const before = await at.table.get(emailCodeKey(user.accountId))
    expect(await askedFor(at, user)).toEqual({
      ok: false,
      refusal: { code: 'email_too_often', retryAt: NOON + MINUTE },
    })
    expect(await at.table.get(emailCodeKey(user.accountId))).toEqual(before)
    expect(codeOf(await typed(at, user))).toBe('ok')
  })
})

import { describe, expect, it } from 'vitest'
import { recordPayment } from '../../../functions/payment/paying/record-payment.ts'
import type { CheckResult } from '../../../functions/verification/check/checker.ts'
import { runCheck } from '../../../functions/verification/check/run-check.ts'
import { verificationKeys } from '../../../functions/verification/keys.ts'
import { submit } from '../../../functions/verification/submission/submit.ts'
import { beijingDay, DAY, HOUR, nextBeijingDay } from '../../../shared/kernel/time.ts'
import { codeOf, NOON } from '../../kit.ts'
import {
  begun,
  bought,
  decided,
  enter,
  itemAt,
  job,
  offered,
  person,
  type Submitting,
  submission,
  type User,
  type World,
  world,
} from '../../world.ts'
import { results } from '../check/scripted-checker.ts'
import { vendorNamed } from '../vendors/vendor-named.ts'

const refusal = async (at: World, user: User, of: Submitting) => {
  const outcome = await submit(at, await submission(at, user, of))
  return outcome.ok ? undefined : outcome.refusal
}

const unavailable = {
  code: 'identity_unavailable',
  fields: [{ pointer: '/idNumber', code: 'identity_unavailable' }],
}

/** Any of the three may be the one that is wrong. */
const tooSoon = (retryAt: number) => ({
  code: 'resubmitted_too_soon',
  fields: ['/name', '/idNumber', '/phone'].map((pointer) => ({ pointer, code: 'resubmitted_too_soon' })),
  retryAt,
})

const PAID_TODAY = `paid${beijingDay(NOON)}`

const triesAt = (at: World, { accountId }: User) => itemAt(at, verificationKeys.tries(accountId)) ?? {}

describe('P8 identical data', () => {
  it.each([
    ['mismatch', 24 * HOUR],
    ['no_record', 72 * HOUR],
  ] as const)('is not taken again for a while after %s, whoever sends it', async (outcome, coolDown) => {
    const at = world()
    const who = person(outcome)
    const { user } = await decided(at, { who })
    const retryAt = at.time.now + coolDown
    const other = await enter(at)
    expect(await refusal(at, user, { who })).toEqual(tooSoon(retryAt))
    expect(await refusal(at, other, { who })).toEqual(tooSoon(retryAt))
    at.time.now = retryAt - 1
    expect(await refusal(at, other, { who })).toEqual(tooSoon(retryAt))
    at.time.now = retryAt
    expect(await refusal(at, user, { who })).toBeUndefined()
  })

  it('is recognised in another spelling', async () => {
    const at = world()
    const who = person('mismatch')
    await decided(at, { who })
    const fullWidth = [...who.idNumber]
      .map((digit) => String.fromCodePoint((digit.codePointAt(0) ?? 0) + 0xfee0))
      .join('')
    const typed = { name: ` ${who.name}`, idNumber: fullWidth, phone: `86-${who.phone}` }
    expect(await refusal(at, await enter(at), { who, typed })).toMatchObject({ code: 'resubmitted_too_soon' })
  })

  it('is taken at once with another mobile number or name', async () => {
    const at = world()
    const who = person('mismatch')
    const { user } = await decided(at, { who })
    expect(await refusal(at, user, { who: { ...who, phone: person('mismatch', 1).phone } })).toBeUndefined()
    expect(await refusal(at, await enter(at), { who: { ...who, name: '赵可欣' } })).toBeUndefined()
  })

  it.each([
    ['is only good on another day by the vendor', results.daily_limit, nextBeijingDay(NOON)],
    [
      'is nothing the vendor takes',
      { kind: 'refused', because: 'data_unsupported', billed: 'no', vendorCode: '-8' } as const,
      nextBeijingDay(NOON + 30 * DAY),
    ],
  ])('that %s is not paid for again before', async (_what, result, retryAt) => {
    const at = world()
    const who = person('match')
    at.bureau.script.push(() => result)
    await decided(at, { who })
    expect(await refusal(at, await enter(at), { who })).toEqual(tooSoon(retryAt))
    expect(await refusal(at, await enter(at), { who: { ...who, name: '林知秋' } })).toBeUndefined()
    at.time.now = retryAt
    expect(await refusal(at, await enter(at), { who })).toBeUndefined()
  })

  it('is taken at once when the result was our fault', async () => {
    const at = world()
    const who = person('timeout_after_sending')
    const { user } = await decided(at, { who })
    expect(await refusal(at, user, { who })).toBeUndefined()
  })
})

describe('P8 how many checks an account may pay for', () => {
  it('is three a day, by the calendar of Beijing', async () => {
    const at = world()
    const user = await enter(at)
    for (const nth of [0, 1, 2]) await decided(at, { user, who: person('mismatch', nth) })
    const who = person('mismatch', 3)
    const midnight = nextBeijingDay(at.time.now)
    expect(await refusal(at, user, { who })).toEqual({ code: 'too_many_checks_today', retryAt: midnight })
    at.time.now = midnight - 1
    expect(await refusal(at, user, { who })).toMatchObject({ code: 'too_many_checks_today' })
    at.time.now = midnight
    expect(await refusal(at, user, { who })).toBeUndefined()
  })

  it('is ten ever, then only a person who looks at papers helps', async () => {
    const at = world()
    const user = await enter(at)
    for (let nth = 0; nth < 10; nth += 1) {
      await decided(at, { user, who: person('mismatch', nth) })
      at.time.now += DAY / 2
    }
    expect(itemAt(at, verificationKeys.tries(user.accountId))).toMatchObject({ paidEver: 10 })
    at.time.now += 20 * DAY
    expect(await refusal(at, user, { who: person('match') })).toEqual({ code: 'too_many_checks' })
  })

  it('does not count those that we or the vendor failed, neither on the day they were paid nor ever', async () => {
    const at = world({ checks: { unsupportedMs: 0 } })
    const failed: CheckResult[] = [
      results.timeout_after_sending,
      results.daily_limit,
      results.unsupported_segment,
      { kind: 'refused', because: 'data_unsupported', billed: 'no', vendorCode: '-8' },
      { kind: 'refused', because: 'vendor_refused', billed: 'no', vendorCode: 'InvalidParameter' },
    ]
    const user = await enter(at)
    await decided(at, { user, who: person('mismatch', 0) })
    for (const [nth, result] of failed.entries()) {
      at.bureau.script.push(() => result)
      await decided(at, { user, who: person('match', nth) })
    }
    await decided(at, { user, who: person('mismatch', 1) })
    expect(triesAt(at, user)).toMatchObject({ paidEver: 2, [PAID_TODAY]: 2 })
    await decided(at, { user, who: person('mismatch', 2) })
    expect(await refusal(at, user, { who: person('match', 9) })).toMatchObject({ code: 'too_many_checks_today' })
  })

  it('does not count, under the day it was paid on, a check that failed on the next', async () => {
    const at = world()
    const { user, checkId } = await bought(at, { who: person('timeout_after_sending') })
    expect(triesAt(at, user)).toMatchObject({ paidEver: 1, [PAID_TODAY]: 1 })
    at.time.now = nextBeijingDay(at.time.now)
    await runCheck(at, job(checkId))
    const tries = triesAt(at, user)
    expect(tries).toMatchObject({ paidEver: 0, [PAID_TODAY]: 0 })
    expect(Object.keys(tries).filter((name) => name.startsWith('paid2'))).toEqual([PAID_TODAY])
  })

  it('counts a person who turns out to be verified elsewhere, as the vendor found that out', async () => {
    const at = world()
    const who = person('match')
    const second = await bought(at, { who })
    await decided(at, { who })
    expect(await runCheck(at, job(second.checkId))).toBe('identity_in_use')
    expect(triesAt(at, second.user)).toMatchObject({ paidEver: 1, [PAID_TODAY]: 1 })
  })

  it('is never more than three at once, because one verification is open at a time', async () => {
    const at = world()
    const { user, verification, order } = await bought(at, { who: person('timeout_after_sending') })
    const extra = { verificationId: verification.id, orderId: order.id, verificationStatus: 'queued' }
    expect(await refusal(at, user, { who: person('match') })).toEqual({ code: 'verification_open', extra })
  })

  it('counts what was paid, not what was cancelled', async () => {
    const at = world()
    const user = await enter(at)
    for (let nth = 0; nth < 5; nth += 1) {
      const { order } = await begun(at, { user, who: person('mismatch', nth) })
      expect(await at.closeUnpaid(order.id)).toBe('closed')
    }
    expect(await refusal(at, user, { who: person('mismatch', 5) })).toBeUndefined()
  })

  it('counts no payment that came too late', async () => {
    const at = world()
    const open = await begun(at)
    const number = await offered(at, open)
    await at.closeUnpaid(open.order.id)
    await recordPayment(at, at.channel.payerPays(number))
    expect(itemAt(at, verificationKeys.tries(open.user.accountId))).not.toHaveProperty('paidEver')
  })
})

describe('P8 a number segment the vendor cannot check', () => {
  const who = person('unsupported_segment')
  const until = nextBeijingDay(NOON + 30 * DAY)
  /** Somebody else, whose number is of the same segment. */
  const neighbour = { ...person('match'), phone: `${who.phone.slice(0, 7)}9999` }
  const unsupported = {
    code: 'phone_segment_unsupported',
    fields: [{ pointer: '/phone', code: 'phone_segment_unsupported' }],
    retryAt: until,
  }

  it('is not paid for again, whoever sends a number of it', async () => {
    const at = world()
    const { user } = await decided(at, { who })
    expect(await refusal(at, user, { who })).toEqual(unsupported)
    expect(await refusal(at, await enter(at), { who: neighbour })).toEqual(unsupported)
    expect(itemAt(at, verificationKeys.tries(user.accountId))).not.toHaveProperty('open')
  })

  it('stands in the way of no other number, and of nobody where another vendor may know it', async () => {
    const at = world()
    const { user } = await decided(at, { who })
    expect(await refusal(at, user, { who: { ...who, phone: person('match').phone } })).toBeUndefined()
    const elsewhere = { ...at, vendors: [...at.vendors, vendorNamed('other')] }
    expect(codeOf(await submit(elsewhere, await submission(at, await enter(at), { who })))).toBe('ok')
  })

  it('may be tried once more after a month, as carriers and vendors learn', async () => {
    const at = world()
    await decided(at, { who })
    at.time.now = until - 1
    expect(await refusal(at, await enter(at), { who })).toEqual(unsupported)
    at.time.now = until
    await decided(at, { who })
    expect(await refusal(at, await enter(at), { who })).toMatchObject({ code: 'phone_segment_unsupported' })
  })

  it('P11 is kept without anything that leads to the person: no digits beside the masked number', async () => {
    const at = world()
    await decided(at, { who })
    at.time.now += HOUR
    await decided(at, { who: person('unsupported_segment', 1) })
    const kept = at.table.items().filter(({ sk }) => sk === 'SEGMENT')
    expect(kept).toHaveLength(2)
    for (const item of kept) {
      expect(item).toMatchObject({
        pk: expect.stringMatching(/^SEGMENT#v1\.[\w-]{43}$/),
        until_scripted: until,
        ttl: until / 1000,
      })
    }
    expect(new Set(kept.map(({ pk }) => pk)).size).toBe(2)
    for (const nth of [0, 1])
      expect(JSON.stringify(kept)).not.toContain(person('unsupported_segment', nth).phone.slice(0, 7))
  })
})

describe('P3 an identity already in use', () => {
  it('is refused neutrally, before anything is paid', async () => {
    const at = world()
    const who = person('match')
    await decided(at, { who })
    const user = await enter(at)
    expect(await refusal(at, user, { who })).toEqual(unavailable)
    expect(itemAt(at, verificationKeys.tries(user.accountId))).not.toHaveProperty('open')
  })

  it('can be asked about five times a day, then nothing more is told', async () => {
    const at = world()
    const [used, free] = [person('match'), person('match', 1)]
    await decided(at, { who: used })
    const user = await enter(at)
    for (let nth = 0; nth < 5; nth += 1) expect(await refusal(at, user, { who: used })).toEqual(unavailable)
    const silent = { code: 'too_many_refusals', retryAt: nextBeijingDay(at.time.now) }
    expect(await refusal(at, user, { who: used })).toEqual(silent)
    expect(await refusal(at, user, { who: free })).toEqual(silent)
    at.time.now = nextBeijingDay(at.time.now)
    for (let nth = 0; nth < 5; nth += 1) expect(await refusal(at, user, { who: used })).toEqual(unavailable)
    expect(await refusal(at, user, { who: free })).toMatchObject({ code: 'too_many_refusals' })
    at.time.now = nextBeijingDay(at.time.now)
    expect(await refusal(at, user, { who: free })).toBeUndefined()
  })

  it('X5 may be used on as many accounts as the operator allows', async () => {
    const at = world({ checks: { accountsPerPerson: 2 } })
    const who = person('match')
    await decided(at, { who })
    await decided(at, { who })
    expect(await refusal(at, await enter(at), { who })).toEqual(unavailable)
  })
})

describe('P8 hostile', () => {
  it('a refused submission leaves the account free to begin', async () => {
    const at = world()
    const user = await enter(at)
    await decided(at, { who: person('mismatch') })
    await refusal(at, user, { who: person('mismatch') })
    expect(codeOf(await submit(at, await submission(at, user)))).toBe('ok')
  })

  it('a paid verification cannot be replaced by waiting for the next day', async () => {
    const at = world()
    const { user, verification } = await bought(at)
    at.time.now += DAY
    expect(await refusal(at, user, { who: person('match', 1) })).toMatchObject({ code: 'verification_open' })
    expect(itemAt(at, verificationKeys.tries(user.accountId))).toMatchObject({ open: verification.id })
  })
})

import { describe, expect, it } from 'vitest'
import { gateKeys } from '../../../functions/gate/keys.ts'
import { buyMembership } from '../../../functions/membership/buy.ts'
import { membershipKeys } from '../../../functions/membership/keys.ts'
import type { Offer } from '../../../functions/payment/good.ts'
import { paymentKeys } from '../../../functions/payment/keys.ts'
import { recordPayment } from '../../../functions/payment/paying/record-payment.ts'
import type { PersonOutcome } from '../../../functions/sandbox/people.ts'
import { runCheck } from '../../../functions/verification/check/run-check.ts'
import { verificationKeys } from '../../../functions/verification/keys.ts'
import { personHeld } from '../../../functions/verification/submission/person-store.ts'
import { HOUR } from '../../../shared/kernel/time.ts'
import { NOON, valueIn } from '../../kit.ts'
import {
  type Bought,
  balances,
  ban,
  bought,
  cost,
  decided,
  enter,
  itemAt,
  job,
  offered,
  person,
  statusOf,
  type World,
  world,
} from '../../world.ts'

const checkAt = (at: World, { user, verification }: Bought) =>
  itemAt(at, verificationKeys.check(user.accountId, verification.id))

const refundOf = (at: World, { order }: Bought) => itemAt(at, paymentKeys.refund(order.id, `${order.id}v`))

const run = (at: World, { checkId }: Bought) => {
  at.queue.sent.length = 0
  return runCheck(at, job(checkId))
}

type Row = {
  offer: Offer
  outcome: PersonOutcome
  status: string
  order: 'settled' | 'refunded'
  back: number
  reason?: string
  /** Hours until the same data may be sent again. */
  coolDown?: number
}

const rows: Row[] = [
  { offer: 'fee', outcome: 'match', status: 'verified', order: 'settled', back: 0 },
  { offer: 'fee', outcome: 'mismatch', status: 'mismatch', order: 'settled', back: 0, coolDown: 24 },
  { offer: 'fee', outcome: 'no_record', status: 'no_record', order: 'refunded', back: 100, coolDown: 72 },
  { offer: 'membership', outcome: 'match', status: 'verified', order: 'settled', back: 0 },
  { offer: 'membership', outcome: 'mismatch', status: 'mismatch', order: 'settled', back: 900, coolDown: 24 },
  { offer: 'membership', outcome: 'no_record', status: 'no_record', order: 'refunded', back: 1000, coolDown: 72 },
  ...(['fee', 'membership'] as const).flatMap((offer): Row[] => {
    const ours = { offer, status: 'undetermined', order: 'refunded', back: offer === 'fee' ? 100 : 1000 } as const
    return [
      { ...ours, outcome: 'timeout_after_sending', reason: 'result_unknown' },
      { ...ours, outcome: 'unsupported_segment', reason: 'number_segment_unsupported', coolDown: 30 * 24 + 11.5 },
      { ...ours, outcome: 'daily_limit', reason: 'vendor_daily_limit', coolDown: 11.5 },
    ]
  }),
]

describe.each(rows)(
  'P5 P7 P8 check: $offer and $outcome',
  ({ offer, outcome, status, order, back, reason, coolDown }) => {
    const who = person(outcome)
    const over = async () => {
      const at = world()
      const ready = await bought(at, { offer, who })
      const { value, calls } = await cost(at, () => run(at, ready))
      return { at, ready, word: value, calls }
    }

    it('costs three table calls, one of KMS, one of the vendor, and a wake-up where money goes back', async () => {
      const { word, calls } = await over()
      expect(word).toBe(status)
      expect(calls).toEqual({ table: 3, kms: 1, queue: back > 0 ? 1 : 0, vendor: 1 })
    })

    it('ends verification and order, and frees the account', async () => {
      const { at, ready } = await over()
      expect(statusOf(at, ready)).toEqual({ verification: status, order })
      const { accountId } = ready.user
      const verification = itemAt(at, verificationKeys.verification(accountId, ready.verification.id))
      expect(verification).toMatchObject({ decidedAt: at.time.now, ...(reason && { reason }) })
      expect(verification?.retryAt).toBe(coolDown && at.time.now + coolDown * HOUR)
      expect(itemAt(at, verificationKeys.tries(accountId))).not.toHaveProperty('open')
      expect(checkAt(at, ready)).not.toHaveProperty('dueAt')
    })

    it(`gives back ${back} fen, and books whose the rest is`, async () => {
      const { at, ready } = await over()
      const paidFen = offer === 'fee' ? 100 : 1000
      const accounts = balances(at)
      expect(accounts[`deposit:${ready.order.id}`]).toBe(0)
      expect(accounts[`refund-payable:${ready.order.id}`] ?? 0).toBe(back ? -back : 0)
      const earned = offer === 'membership' && outcome === 'match' ? 'membership' : 'fee'
      expect(accounts[`revenue:${earned}`] ?? 0).toBe(back === paidFen ? 0 : back - paidFen)
      if (back === 0) expect(refundOf(at, ready)).toBeUndefined()
      else {
        expect(refundOf(at, ready)).toMatchObject({ refundFen: back, totalFen: paidFen, status: 'due' })
        expect(at.queue.sent).toEqual([{ kind: 'refund', id: `${ready.order.id}.${ready.order.id}v` }])
      }
    })

    it('gives identity and membership to a match, and to nothing else', async () => {
      const { at, ready } = await over()
      const { accountId } = ready.user
      const { verification } = ready
      if (outcome !== 'match') expect(itemAt(at, gateKeys.identity(accountId))).toBeUndefined()
      else {
        expect(itemAt(at, gateKeys.identity(accountId))).toMatchObject({
          verificationId: verification.id,
          proofs: [{ kind: 'carrier_three_element', at: at.time.now, possession: true }],
          maskedName: verification.maskedName,
          maskedIdNumber: verification.maskedIdNumber,
          verifiedAt: at.time.now,
        })
        expect(itemAt(at, verificationKeys.person(verification.personIndex))?.accounts).toEqual(new Set([accountId]))
      }
      const member = offer === 'membership' && outcome === 'match'
      expect(itemAt(at, membershipKeys.membership(accountId))?.until).toBe(
        member ? Date.parse('2026-12-20T12:30:00+08:00') : undefined,
      )
    })

    it('changes nothing however often it is asked for again', async () => {
      const { at, ready } = await over()
      const before = at.table.items()
      const { value, calls } = await cost(at, () => run(at, ready))
      expect(value).toBe('nothing_owed')
      expect(calls).toEqual({ table: 1, kms: 0, queue: 0, vendor: 0 })
      expect(at.table.items()).toEqual(before)
    })
  },
)

describe('P6 check happy', () => {
  it('P11 sends the evidence as normalised, and leaves no plaintext behind', async () => {
    const at = world()
    const who = person('match', 16)
    await decided(at, { who, typed: { idNumber: who.idNumber.toLowerCase(), phone: `+86 ${who.phone}` } })
    expect(at.bureau.asked).toEqual([{ name: who.name, idNumber: who.idNumber.toUpperCase(), phone: who.phone }])
    const dump = JSON.stringify(at.table.items())
    for (const canary of [who.name, who.idNumber, who.idNumber.toUpperCase(), who.phone])
      expect(dump).not.toContain(canary)
  })

  it('keeps what the vendor said: codes only', async () => {
    const at = world()
    const ready = await decided(at)
    expect(checkAt(at, ready)).toMatchObject({
      status: 'done',
      vendor: 'scripted',
      vendorCode: '0',
      billed: 'yes',
      calledAt: NOON,
    })
  })

  it.each([
    ['match', 3000],
    ['mismatch', 3000],
    ['unsupported_segment', undefined],
    ['timeout_after_sending', undefined],
  ] as const)('books what the vendor charges for %s: %j', async (outcome, cost) => {
    const at = world({ vendorCost: { scripted: 3000 } })
    await decided(at, { who: person(outcome) })
    const accounts = balances(at)
    expect(accounts['expense:vendor:scripted']).toBe(cost)
    expect(accounts['payable:vendor:scripted']).toBe(cost && -cost)
  })

  it('P15 begins a membership where a running one ends', async () => {
    const at = world()
    const user = await enter(at)
    const month = valueIn(await buyMembership(at, user.accountId, { idempotencyKey: 'month' }))
    await recordPayment(at, at.channel.payerPays(await offered(at, { user, order: month })))
    await decided(at, { user, offer: 'membership' })
    expect(itemAt(at, membershipKeys.membership(user.accountId))?.until).toBe(Date.parse('2027-01-20T12:30:00+08:00'))
  })

  it('P15 and where one ends that was paid for while the vendor was asked', async () => {
    const at = world()
    const ready = await bought(at, { offer: 'membership' })
    const { user } = ready
    at.bureau.script.push(async () => {
      const month = valueIn(await buyMembership(at, user.accountId, { idempotencyKey: 'month' }))
      await recordPayment(at, at.channel.payerPays(await offered(at, { user, order: month })))
      return { kind: 'verdict', verdict: 'match', billed: 'yes', vendorCode: '0' }
    })
    expect(await run(at, ready)).toBe('verified')
    expect(itemAt(at, membershipKeys.membership(user.accountId))?.until).toBe(Date.parse('2027-01-20T12:30:00+08:00'))
  })

  it('P12 also runs for an account that was banned after it paid', async () => {
    const at = world()
    const ready = await bought(at, { who: person('no_record') })
    await ban(at, ready.user)
    expect(await run(at, ready)).toBe('no_record')
    expect(refundOf(at, ready)).toMatchObject({ refundFen: 100 })
  })
})

describe('P7 check of a person who is verified elsewhere by then', () => {
  it('gives everything back, and no identity', async () => {
    const at = world()
    const who = person('match')
    const second = await bought(at, { who, offer: 'membership' })
    await decided(at, { who })
    expect(await run(at, second)).toBe('identity_in_use')
    expect(statusOf(at, second)).toEqual({ verification: 'identity_in_use', order: 'refunded' })
    expect(refundOf(at, second)).toMatchObject({ refundFen: 1000, reason: '该身份暂不能使用，退款' })
    expect(itemAt(at, gateKeys.identity(second.user.accountId))).toBeUndefined()
    expect(itemAt(at, membershipKeys.membership(second.user.accountId))).toBeUndefined()
  })

  it('verifies exactly one of two that run at once', async () => {
    const at = world()
    const who = person('match')
    const both = [await bought(at, { who }), await bought(at, { who })]
    const words = await Promise.all(both.map(({ checkId }) => runCheck(at, job(checkId))))
    expect(words.sort()).toEqual(['identity_in_use', 'verified'])
  })

  it('X5 counts as many accounts as the operator allows', async () => {
    const at = world({ checks: { accountsPerPerson: 2 } })
    const who = person('match')
    const all = [await bought(at, { who }), await bought(at, { who }), await bought(at, { who })]
    const words: string[] = []
    for (const one of all) words.push(await run(at, one))
    expect(words).toEqual(['verified', 'verified', 'identity_in_use'])
  })

  it('X5 counts an account that holds the person already once', async () => {
    const at = world()
    const ready = await bought(at)
    const { verification, user } = ready
    await at.table.commit(
      personHeld([verification.personIndex], user.accountId, { accountsPerPerson: 1, accounts: [] }, NOON),
    )
    expect(await run(at, ready)).toBe('verified')
    expect(itemAt(at, verificationKeys.person(verification.personIndex))?.accounts).toEqual(new Set([user.accountId]))
  })
})

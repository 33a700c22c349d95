import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bansNow } from '../../functions/account/ban.ts'
import { giveBack } from '../../functions/payment/give-back.ts'
import { paid } from '../../functions/payment/paid.ts'
import { refundOf } from '../../functions/payment/refund.ts'
import { runCheck } from '../../functions/verification/check.ts'
import { HOUR } from '../../shared/kernel/time.ts'
import { ban, begun, job, offered, person, world } from '../world.ts'

const record = (malicious: string[], bannedAt?: number) => ({ malicious: new Set(malicious), bannedAt, unbans: 0 })

describe('P12 what bans', () => {
  it('is the number of different malicious complaints', () => {
    expect(bansNow(record([]), 'a', 2)).toBe(false)
    expect(bansNow(record(['a']), 'a', 2)).toBe(false)
    expect(bansNow(record(['a']), 'b', 2)).toBe(true)
    expect(bansNow(record(['a']), 'b', 3)).toBe(false)
    expect(bansNow(record([]), 'a', 1)).toBe(true)
    expect(bansNow(record(['a'], 5), 'b', 2)).toBe(false)
  })

  it('never depends on the order or on repeats', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', 'c', 'd')), fc.integer({ min: 1, max: 4 }), (names, banAt) => {
        const seen = new Set<string>()
        for (const name of names) {
          expect(bansNow({ malicious: seen, unbans: 0 }, name, banAt)).toBe(new Set([...seen, name]).size >= banAt)
          seen.add(name)
        }
      }),
    )
  })
})

const outcomes = ['match', 'mismatch', 'no_record', 'timeout_after_sending', 'unsupported_segment'] as const
const ends = {
  match: 'match',
  mismatch: 'mismatch',
  no_record: 'no_record',
  timeout_after_sending: 'undetermined',
  unsupported_segment: 'undetermined',
} as const

describe('P12 a ban never touches what is owed', () => {
  const steps = ['before paying', 'before the check', 'before the refund', 'while the refund is on its way'] as const
  const cases = steps.flatMap((step) =>
    outcomes.flatMap((outcome) => (['fee', 'membership'] as const).map((offer) => ({ step, outcome, offer }))),
  )

  it.each(cases)('$offer, $outcome, banned $step: refunds are what P7 says', async ({ step, outcome, offer }) => {
    const at = world()
    const open = await begun(at, { who: person(outcome), offer })
    const fact = at.channel.payerPays(await offered(at, open))
    if (step === 'before paying') await ban(at, open.user)
    expect(await paid(at, fact)).toBe('accepted')
    if (step === 'before the check') await ban(at, open.user)
    await runCheck(at, job(`${open.user.accountId}.${open.verification.id}`))
    if (step === 'before the refund') await ban(at, open.user)
    const refund = `${open.order.id}.${open.order.id}v`
    await giveBack(at, refund)
    if (step === 'while the refund is on its way') await ban(at, open.user)
    for (const number of at.channel.refunds.keys()) at.channel.finishes(number)
    at.time.now += HOUR
    await giveBack(at, refund)
    const owed = refundOf(offer, ends[outcome], open.order.amountFen, open.order.feeFen)
    expect(at.channel.givenBackFen()).toBe(owed)
    const items = at.table.items().filter(({ sk }) => sk.startsWith('REFUND#'))
    expect(items.map(({ status }) => status)).toEqual(owed > 0 ? ['succeeded'] : [])
  })
})

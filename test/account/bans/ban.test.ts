import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bansNow } from '../../../functions/account/bans/ban.ts'
import { banRecordOf, maliciousCounted } from '../../../functions/account/bans/ban-store.ts'
import { accountKeys } from '../../../functions/account/keys.ts'
import { recordPayment } from '../../../functions/payment/paying/record-payment.ts'
import { giveBack } from '../../../functions/payment/refunds/give-back.ts'
import { fenGoingBack } from '../../../functions/payment/refunds/refund.ts'
import { runCheck } from '../../../functions/verification/check/run-check.ts'
import { HOUR } from '../../../shared/kernel/time.ts'
import { update } from '../../../shared/table/write.ts'
import { ban, begun, enter, itemAt, job, offered, person, unban, type World, world } from '../../world.ts'

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

describe('P12 a malicious complaint is counted against what was read', () => {
  const marking = async (change: (at: World, accountId: string) => Promise<unknown>) => {
    const at = world()
    const { accountId } = await enter(at)
    await count(at, accountId, 'a')
    const read = recordAt(at, accountId)
    await change(at, accountId)
    const { write } = maliciousCounted(accountId, read, 'b', 3, at.time.now)
    return (await at.table.commit([write])).kind
  }
  const recordAt = (at: World, accountId: string) => {
    return banRecordOf(itemAt(at, accountKeys.profile(accountId)))
  }
  const count = (at: World, accountId: string, name: string) =>
    at.table.commit([maliciousCounted(accountId, recordAt(at, accountId), name, 3, at.time.now).write])
  const banning = (at: World, accountId: string) =>
    at.table.commit([update(accountKeys.profile(accountId), { set: { bannedAt: at.time.now } })])

  it('and written if nothing happened, or the same one was counted again', async () => {
    expect(await marking(async () => undefined)).toBe('committed')
    expect(await marking((at, accountId) => count(at, accountId, 'a'))).toBe('committed')
  })

  it('and read again if another was counted, or the account was banned or unbanned', async () => {
    expect(await marking((at, accountId) => count(at, accountId, 'c'))).toBe('conflict')
    expect(await marking(banning)).toBe('conflict')
    const thereAndBack = async (at: World, accountId: string) => {
      await banning(at, accountId)
      await unban(at, { accountId })
      await count(at, accountId, 'z')
    }
    expect(await marking(thereAndBack)).toBe('conflict')
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
  const steps = ['before the check', 'before the refund', 'while the refund is on its way'] as const
  const cases = steps.flatMap((step) =>
    outcomes.flatMap((outcome) => (['fee', 'membership'] as const).map((offer) => ({ step, outcome, offer }))),
  )

  it.each(cases)('$offer, $outcome, banned $step: refunds are what P7 says', async ({ step, outcome, offer }) => {
    const at = world()
    const open = await begun(at, { who: person(outcome), offer })
    const fact = at.channel.payerPays(await offered(at, open))
    expect(await recordPayment(at, fact)).toBe('accepted')
    if (step === 'before the check') await ban(at, open.user)
    await runCheck(at, job(`${open.user.accountId}.${open.verification.id}`))
    if (step === 'before the refund') await ban(at, open.user)
    const refund = `${open.order.id}.${open.order.id}v`
    await giveBack(at, refund)
    if (step === 'while the refund is on its way') await ban(at, open.user)
    for (const number of at.channel.refunds.keys()) at.channel.finishes(number)
    at.time.now += HOUR
    await giveBack(at, refund)
    const owed = fenGoingBack(offer, ends[outcome], open.order.amountFen, open.order.feeFen)
    expect(at.channel.givenBackFen()).toBe(owed)
    const items = at.table.items().filter(({ sk }) => sk.startsWith('REFUND#'))
    expect(items.map(({ status }) => status)).toEqual(owed > 0 ? ['succeeded'] : [])
  })
})

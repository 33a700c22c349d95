import { describe, expect, it } from 'vitest'
import { gateKeys } from '../../functions/gate/keys.ts'
import { recordPayment } from '../../functions/payment/paying/record-payment.ts'
import { giveBack } from '../../functions/payment/refunds/give-back.ts'
import { runCheck } from '../../functions/verification/check/run-check.ts'
import { verificationKeys } from '../../functions/verification/keys.ts'
import type { Submission } from '../../functions/verification/submission/index-submission.ts'
import { submit } from '../../functions/verification/submission/submit.ts'
import { codeOf } from '../kit.ts'
import { type Begun, balances, begun, enter, itemAt, job, offered, submission, world } from '../world.ts'
import { vendorNamed } from './vendors/vendor-named.ts'

const FIFTY = 50

/** In life a number gets few codes a day, and the race is over before it begins. */
const UNLIMITED = { spacingMs: 0, perHour: 1000, perDay: 1000, perDayForeign: 1000 }

/** Fifty accounts that want to be verified as one and the same each with a code to pay by. */
const fifty = async (names: readonly string[]) => {
  const at = world({ sms: UNLIMITED })
  for (const name of names) at.bureau.vendors.push(vendorNamed(name))
  const all: Begun[] = []
  for (let nth = 0; nth < FIFTY; nth += 1) {
    const open = await begun(at, { offer: nth % 2 === 0 ? 'fee' : 'membership' })
    await offered(at, open)
    all.push(open)
  }
  return { at, all }
}

const statusOf = (at: ReturnType<typeof world>, { user, verification }: Begun) =>
  itemAt(at, verificationKeys.verification(user.accountId, verification.id))?.status

describe('X5 P6 P7 a race of fifty accounts for one person', () => {
  it.each([[[]], [['other']]])('is won by one; all others are told and get everything back: %j', async (names) => {
    const { at, all } = await fifty(names)
    await Promise.all(all.map(({ order }) => recordPayment(at, at.channel.payerPays(order.id))))
    const checks = all.map(({ user, verification }) => `${user.accountId}.${verification.id}`)
    await Promise.all(checks.map((id) => runCheck(at, job(id))))
    // Whoever lost a claim to a look at the same time comes back with the sweep.
    for (const id of checks) await runCheck(at, job(id))

    const ends = all.map((one) => statusOf(at, one))
    expect(ends.filter((status) => status === 'verified')).toHaveLength(1)
    expect(ends.filter((status) => status === 'identity_in_use')).toHaveLength(FIFTY - 1)
    const holders = all.filter(({ user }) => itemAt(at, gateKeys.identity(user.accountId)))
    expect(holders.map((one) => statusOf(at, one))).toEqual(['verified'])
    expect(at.bureau.asked.length).toBeLessThanOrEqual(FIFTY)

    const losers = all.filter((one) => statusOf(at, one) !== 'verified')
    for (const { order } of losers) await giveBack(at, `${order.id}.${order.id}v`)
    const given = at.table.items().filter(({ sk, refundFen }) => sk.startsWith('REFUND#') && Number(refundFen) > 0)
    expect(given).toHaveLength(FIFTY - 1)
    for (const refund of given) expect(refund.refundFen).toBe(refund.totalFen)
    expect(Object.values(balances(at)).reduce((sum, one) => sum + one, 0)).toBe(0)
  })

  it('costs nobody anything who comes after it', async () => {
    const { at, all } = await fifty([])
    const [first] = all
    if (!first) throw new Error('nobody')
    await recordPayment(at, at.channel.payerPays(first.order.id))
    await runCheck(at, job(`${first.user.accountId}.${first.verification.id}`))
    const asked = at.bureau.asked.length
    const late: Submission[] = []
    for (let nth = 0; nth < 10; nth += 1) late.push(await submission(at, await enter(at)))
    const refusals = await Promise.all(late.map(async (one) => codeOf(await submit(at, one))))
    expect(new Set(refusals)).toEqual(new Set(['identity_unavailable']))
    // Whoever submitted before is refused when they want to pay.
    for (const open of all.slice(1, 4)) await expect(offered(at, open)).rejects.toThrow()
    expect(at.bureau.asked).toHaveLength(asked)
  })

  it('is never a second call for one order, in whatever order the workers come', async () => {
    const { at, all } = await fifty(['other'])
    await Promise.all(all.map(({ order }) => recordPayment(at, at.channel.payerPays(order.id))))
    const checks = all.flatMap(({ user, verification }) => Array(3).fill(`${user.accountId}.${verification.id}`))
    await Promise.all(checks.map((id) => runCheck(at, job(id))))
    expect(at.bureau.asked.length).toBeLessThanOrEqual(FIFTY)
    expect(all.filter((one) => statusOf(at, one) === 'verified')).toHaveLength(1)
  })
})

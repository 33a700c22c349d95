import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getOrderRoute } from '../../functions/payment/read.route.ts'
import { codeToScan, moneyAtChannel, scan, type User, verificationNow } from '../../local/demo/user.ts'
import { type Instance, instanceFolder, startInstance } from './instance.ts'
import { settle } from './settle.ts'
import { begunWay, submitted } from './way.ts'

const OTHERS = { prices: { feeFen: 300, membershipFen: 2500 }, orders: { lifeMs: 60_000, mostOpen: 1 } }

const order = (instance: Instance, { token }: User, id: string) =>
  instance.platform.must(getOrderRoute, { params: { id }, token })

const buyMembership = async ({ platform }: Instance, { token }: User) =>
  (await platform.shiming.withSession(token).memberships.buy()).order

const scanned = async ({ platform }: Instance, user: User, orderId: string): Promise<string> => {
  const { codeUrl, outTradeNo } = await codeToScan(platform, user, orderId)
  await scan(platform, codeUrl)
  return outTradeNo
}

/** Orders of every kind that a price stands in; of one the code is shown already. */
const openAll = async (instance: Instance) => {
  const match = await submitted(instance, 'match', 'fee')
  return {
    match,
    noRecord: await submitted(instance, 'no_record', 'fee'),
    mismatch: await submitted(instance, 'mismatch', 'membership'),
    shown: await begunWay(instance, 'mismatch', 'membership'),
    bought: await buyMembership(instance, match.user),
  }
}

describe('P4 P7 what was opened before prices and times to pay changed is paid, kept and given back by the old ones', () => {
  let instance: Instance
  let opened: Awaited<ReturnType<typeof openAll>>
  let numbers: { match: string; noRecord: string; mismatch: string }
  let boughtAfterwards: Awaited<ReturnType<typeof order>>

  beforeAll(async () => {
    const folder = await instanceFolder()
    instance = await startInstance({}, { folder })
    opened = await openAll(instance)
    expect(await instance.end(), 'P11 plaintext identity').toEqual([])

    instance = await startInstance(OTHERS, { folder })
    // Longer than an order lives now, shorter than it did then.
    await instance.platform.pass('20m')
    const { match, noRecord, mismatch, shown, bought } = opened
    boughtAfterwards = await order(instance, match.user, bought.id)
    await scan(instance.platform, shown.codeUrl)
    numbers = {
      match: await scanned(instance, match.user, match.orderId),
      noRecord: await scanned(instance, noRecord.user, noRecord.orderId),
      mismatch: await scanned(instance, mismatch.user, mismatch.orderId),
    }
    await scanned(instance, match.user, bought.id)
    await settle(instance.engine)
  })
  afterAll(async () => {
    expect(await instance.end(), 'P11 plaintext identity').toEqual([])
  })

  it.each([
    ['match', 'verified', { paidFen: 100, refundedFen: 0 }],
    ['noRecord', 'no_record', { paidFen: 100, refundedFen: 100 }],
    ['mismatch', 'mismatch', { paidFen: 1000, refundedFen: 900 }],
  ] as const)('%s ends as %s', async (which, status, money) => {
    const { user, id } = opened[which]
    expect((await verificationNow(instance.platform, user, id)).status).toBe(status)
    expect(await moneyAtChannel(instance.platform, numbers[which])).toEqual(money)
  })

  it('a code that was shown before is paid by the price it shows', async () => {
    const { user, id, outTradeNo } = opened.shown
    expect((await verificationNow(instance.platform, user, id)).status).toBe('mismatch')
    expect(await moneyAtChannel(instance.platform, outTradeNo)).toEqual({ paidFen: 1000, refundedFen: 900 })
  })

  it('a membership too; the next is sold at the new price, with the new time to pay', async () => {
    const { match, bought } = opened
    expect(boughtAfterwards).toMatchObject({ status: 'created', amountFen: 1000, expiresAt: bought.expiresAt })
    expect(await order(instance, match.user, bought.id)).toMatchObject({ status: 'settled', amountFen: 1000 })
    const next = await buyMembership(instance, match.user)
    expect(next.amountFen).toBe(2500)
    expect(Date.parse(next.expiresAt) - instance.engine.now()).toBeLessThanOrEqual(60_000)
  })
})

import { describe, expect, it } from 'vitest'
import { applicationOpened } from '../../../functions/certification/applications/application-store.ts'
import { openFeeOrder } from '../../../functions/certification/applying/open-fee-order.ts'
import { buyMembership } from '../../../functions/membership/buy.ts'
import { membershipKeys } from '../../../functions/membership/keys.ts'
import { type GoodKind, goodKinds } from '../../../functions/payment/good-kinds.ts'
import { paymentKeys } from '../../../functions/payment/keys.ts'
import { closeOrderById } from '../../../functions/payment/orders/close.ts'
import { followOrder } from '../../../functions/payment/orders/follow-order.ts'
import { endsAt, type Order, outTradeNo } from '../../../functions/payment/orders/order.ts'
import { pay } from '../../../functions/payment/paying/pay.ts'
import { type PaymentChannel, type PaymentFact, paymentChannels } from '../../../functions/payment/paying/provider.ts'
import { recordPayment } from '../../../functions/payment/paying/record-payment.ts'
import { verificationKeys } from '../../../functions/verification/keys.ts'
import { walletKeys } from '../../../functions/wallet/keys.ts'
import { recharge } from '../../../functions/wallet/recharge.ts'
import { DAY, HOUR, MINUTE, SECOND } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import { applicationIn } from '../../certification/applications/fixture.ts'
import { codeOf, valueIn } from '../../kit.ts'
import {
  balances,
  ban,
  banByPlatform,
  begun,
  bought,
  cost,
  drained,
  enter,
  itemAt,
  offered,
  statusOf,
  type User,
  unban,
  type World,
  world,
} from '../../world.ts'

type Bought = { user: User; order: Order }

/** Recharging is behind a gate that has tests of its own. */
const OPEN_GATE = { enforceFrom: '2099-01-01T00:00:00+08:00' }

/** An application that is confirmed, and waits for its fee. */
const confirmedAt = async (at: World, { accountId }: User) => {
  const payUntil = at.clock.now() + DAY
  const of = applicationIn('awaiting_payment', { accountId, payUntil, paidUntil: payUntil + HOUR })
  await at.table.commit([applicationOpened(of)])
  return of
}

const ordered: Record<GoodKind, (at: World) => Promise<Bought>> = {
  verification: (at) => begun(at),
  async membership(at) {
    const user = await enter(at)
    return { user, order: valueIn(await buyMembership(at, user.accountId, { idempotencyKey: 'm' })) }
  },
  async points(at) {
    const user = await enter(at)
    return { user, order: valueIn(await recharge(at, user.accountId, { idempotencyKey: 'p', points: 500 })) }
  },
  async certification(at) {
    const user = await enter(at)
    const { id } = await confirmedAt(at, user)
    return { user, order: valueIn(await openFeeOrder(at, user.accountId, { id, idempotencyKey: 'c' })) }
  },
}

const everyGood = goodKinds.flatMap((kind) => paymentChannels.map((channel) => [kind, channel] as const))

/** An order whose code is out, and what the channel says when it is paid. */
const shownAt = async (at: World, kind: GoodKind, channel: PaymentChannel = 'wechat_pay') => {
  const open = await ordered[kind](at)
  const number = await offered(at, open)
  return { ...open, number, paid: (): PaymentFact => ({ ...at.channel.payerPays(number), channel }) }
}

const refundsIn = (at: World) => at.table.items().filter(({ sk }) => sk.startsWith('REFUND#'))

/** What an account could have bought, or could be checked for. */
const gainedIn = (at: World, { user, order }: Bought) => ({
  membership: itemAt(at, membershipKeys.membership(user.accountId)),
  points: itemAt(at, walletKeys.points(user.accountId)),
  check: order.verificationId && itemAt(at, verificationKeys.check(user.accountId, order.verificationId)),
})

const NOTHING = { membership: undefined, points: undefined }

/** A table on which `meanwhile` happens once, just before the first commit. */
const beforeCommit = (table: Table, meanwhile: () => Promise<unknown>): Table => {
  let isOver = false
  return {
    ...table,
    async commit(writes) {
      if (!isOver) {
        isOver = true
        await meanwhile()
      }
      return table.commit(writes)
    },
  }
}

describe('P12 P16 what a banned account pays all the same', () => {
  const everyBan = everyGood.flatMap(([kind, channel]) =>
    [ban, banByPlatform].map((bans) => ({ kind, channel, bans, by: bans.name })),
  )

  it.each(everyBan)('goes back in full and buys nothing: $kind, by $channel, $by', async ({ kind, channel, bans }) => {
    const at = world(OPEN_GATE)
    const open = await shownAt(at, kind, channel)
    await bans(at, open.user)
    expect(await recordPayment(at, open.paid())).toBe('given_back')
    expect(refundsIn(at)).toMatchObject([
      {
        channel,
        reason: '账号已停用，退回付款',
        refundFen: open.order.amountFen,
        totalFen: open.order.amountFen,
        status: 'due',
      },
    ])
    expect(itemAt(at, paymentKeys.order(open.order.id))).toMatchObject({ status: 'refunded' })
    expect(itemAt(at, paymentKeys.order(open.order.id))).not.toHaveProperty('dueAt')
    expect(gainedIn(at, open)).toMatchObject(NOTHING)
    expect(balances(at)).toMatchObject({ [`deposit:${open.order.id}`]: 0 })
    expect(at.queue.sent).toEqual([{ kind: 'refund', id: `${open.order.id}.${open.number}d` }])
    await drained(at)
    expect(at.bureau.asked).toEqual([])
    expect(at.channel.count('refund')).toBe(1)
  })

  it('ends the verification, so that another can begin after the ban', async () => {
    const at = world()
    const open = await begun(at)
    const number = await offered(at, open)
    await ban(at, open.user)
    await recordPayment(at, at.channel.payerPays(number))
    const { accountId } = open.user
    expect(itemAt(at, verificationKeys.verification(accountId, open.verification.id))).toMatchObject({
      status: 'cancelled',
      reason: 'account_banned',
    })
    expect(itemAt(at, verificationKeys.tries(accountId))).not.toHaveProperty('open')
    expect(itemAt(at, verificationKeys.tries(accountId))).not.toHaveProperty('paidEver')
  })

  it('whoever hears of it: here by asking the channel', async () => {
    const at = world()
    const open = await begun(at)
    at.channel.payerPays(await offered(at, open))
    await ban(at, open.user)
    expect(await followOrder(at, open.order.id)).toBe('paid')
    expect(statusOf(at, open)).toEqual({ verification: 'cancelled', order: 'refunded' })
    expect(refundsIn(at)).toMatchObject([{ refundFen: 100 }])
  })

  it('costs no call more while nobody is banned, and one read and one commit more for the banned', async () => {
    const at = world()
    const free = await begun(at)
    const good = at.channel.payerPays(await offered(at, free))
    expect((await cost(at, () => recordPayment(at, good))).calls.table).toBe(2)
    const open = await shownAt(at, 'verification')
    await ban(at, open.user)
    const fact = open.paid()
    expect((await cost(at, () => recordPayment(at, fact))).calls.table).toBe(4)
  })

  it('also when the ban comes between the look and the commit', async () => {
    const at = world()
    const open = await shownAt(at, 'membership')
    const table = beforeCommit(at.table, () => ban(at, open.user))
    expect(await recordPayment({ ...at, table }, open.paid())).toBe('given_back')
    expect(gainedIn(at, open)).toMatchObject(NOTHING)
  })

  it('and is delivered when the ban was lifted before it came, or while it was being sent back', async () => {
    const at = world()
    const before = await shownAt(at, 'membership')
    await ban(at, before.user)
    await unban(at, before.user)
    expect(await recordPayment(at, before.paid())).toBe('accepted')

    const between = await shownAt(at, 'membership')
    await ban(at, between.user)
    let commits = 0
    const table: Table = {
      ...at.table,
      async commit(writes) {
        commits += 1
        if (commits === 2) await unban(at, between.user)
        return at.table.commit(writes)
      },
    }
    expect(await recordPayment({ ...at, table }, between.paid())).toBe('accepted')
    expect(commits).toBe(3)
    expect(refundsIn(at)).toEqual([])
  })

  it('counts once, however often it is told, before the ban and after', async () => {
    const at = world()
    const open = await shownAt(at, 'membership')
    const fact = open.paid()
    expect(await recordPayment(at, fact)).toBe('accepted')
    await ban(at, open.user)
    expect(await recordPayment(at, fact)).toBe('duplicate')
    expect(refundsIn(at)).toEqual([])

    const late = await shownAt(at, 'membership')
    await ban(at, late.user)
    const other = late.paid()
    expect(await recordPayment(at, other)).toBe('given_back')
    expect(await recordPayment(at, other)).toBe('duplicate')
    await unban(at, late.user)
    expect(await recordPayment(at, other)).toBe('duplicate')
    expect(refundsIn(at)).toHaveLength(1)
  })

  it('is late, second or a wrong amount as it would be without a ban', async () => {
    const at = world()
    const late = await shownAt(at, 'verification')
    await closeOrderById(at, late.order.id, 'cancelled_by_user')
    await ban(at, late.user)
    await recordPayment(at, late.paid())
    const wrong = await shownAt(at, 'membership')
    await ban(at, wrong.user)
    await recordPayment(at, at.channel.payerPays(wrong.number, { amountFen: 1 }))
    const paid = await bought(at)
    await ban(at, paid.user)
    await recordPayment(at, at.channel.payerPays(outTradeNo(paid.order.id, 2), { amountFen: 100 }))
    const reasons = refundsIn(at).map(({ reason }) => reason)
    expect(reasons.toSorted()).toEqual(
      ['付款金额不符，退回付款', '订单已关闭，退回付款', '重复付款，退回付款'].toSorted(),
    )
  })
})

describe('P12 what was paid before the ban goes on', () => {
  it('a check that has not run yet runs, and its result is recorded', async () => {
    const at = world()
    const paid = await bought(at)
    await ban(at, paid.user)
    await drained(at)
    expect(at.bureau.asked).toHaveLength(1)
    expect(statusOf(at, paid)).toEqual({ verification: 'verified', order: 'settled' })
  })

  it('a refund that is owed goes out', async () => {
    const at = world()
    const open = await shownAt(at, 'membership')
    await recordPayment(at, at.channel.payerPays(open.number, { amountFen: 1 }))
    await ban(at, open.user)
    await drained(at)
    expect(at.channel.count('refund')).toBe(1)
  })
})

describe('P12 a code to pay is never handed to a banned account', () => {
  const click = (at: World, { user, order }: Bought, method: 'wechat_native' | 'wechat_h5' = 'wechat_native') =>
    pay(at, user.caller, { orderId: order.id, method, payerIp: '192.0.2.1' })

  it.each(goodKinds)('opened before the ban: %s', async (kind) => {
    const at = world(OPEN_GATE)
    const open = await ordered[kind](at)
    await ban(at, open.user)
    expect(codeOf(await click(at, open))).toBe('banned')
    expect(at.channel.asked).toEqual([])
    await unban(at, open.user)
    expect(codeOf(await click(at, open))).toBe('ok')
  })

  it.each(['wechat_native', 'wechat_h5'] as const)('not once more either, by %s', async (method) => {
    const at = world()
    const open = await begun(at)
    expect(codeOf(await click(at, open, method))).toBe('ok')
    const before = at.channel.asked.length
    await ban(at, open.user)
    for (const again of ['wechat_native', 'wechat_h5'] as const)
      expect(codeOf(await click(at, open, again))).toBe('banned')
    expect(at.channel.asked).toHaveLength(before)
  })

  it('who is banned before the attempt is written down', async () => {
    const at = world()
    const open = await begun(at)
    const table = beforeCommit(at.table, () => ban(at, open.user))
    expect(
      codeOf(await pay({ ...at, table }, open.user.caller, { orderId: open.order.id, method: 'wechat_native' })),
    ).toBe('banned')
    expect(at.channel.asked).toEqual([])
  })

  it('who is banned while the channel is asked', async () => {
    const at = world()
    const open = await begun(at)
    at.channel.script.create.push(async (honest) => {
      await ban(at, open.user)
      return honest()
    })
    expect(codeOf(await click(at, open))).toBe('banned')
    expect(itemAt(at, paymentKeys.attempt(open.order.id, 1))).not.toHaveProperty('action')
    await unban(at, open.user)
    expect(codeOf(await click(at, open))).toBe('ok')
  })
})

describe('P12 an order of a banned account', () => {
  it('is closed at the channel and here when its worker looks, and not left until its time is over', async () => {
    const at = world()
    const open = await begun(at)
    const number = await offered(at, open)
    await ban(at, open.user)
    at.time.now += 30 * SECOND
    expect(await followOrder(at, open.order.id)).toBe('closed')
    expect(at.channel.asked.slice(-1)).toEqual([{ call: 'close', number }])
    expect(statusOf(at, open)).toEqual({ verification: 'cancelled', order: 'closed' })
    expect(itemAt(at, verificationKeys.verification(open.user.accountId, open.verification.id))).toMatchObject({
      reason: 'account_banned',
    })
  })

  it('waits on when the ban was lifted', async () => {
    const at = world()
    const open = await begun(at)
    await offered(at, open)
    await ban(at, open.user)
    await unban(at, open.user)
    at.time.now += 30 * SECOND
    expect(await followOrder(at, open.order.id)).toBe('waiting')
    expect(statusOf(at, open)).toEqual({ verification: 'awaiting_payment', order: 'created' })
  })

  it('is asked about again in a minute when the channel does not answer', async () => {
    const at = world()
    const open = await begun(at)
    await offered(at, open)
    await ban(at, open.user)
    at.time.now += 30 * SECOND
    at.channel.script.close.push(() => ({ kind: 'unavailable', code: 'TIMEOUT' }))
    expect(await followOrder(at, open.order.id)).toBe('channel_unavailable')
    expect(itemAt(at, paymentKeys.order(open.order.id))).toMatchObject({ dueAt: at.time.now + MINUTE })
  })

  it('expires as any other once its time is over', async () => {
    const at = world()
    const open = await begun(at)
    await ban(at, open.user)
    at.time.now = endsAt(open.order)
    expect(await followOrder(at, open.order.id)).toBe('closed')
    expect(statusOf(at, open)).toEqual({ verification: 'expired', order: 'closed' })
  })
})

describe('P12 M4 a repeat of what was taken before the ban', () => {
  it('answers what was', async () => {
    const at = world(OPEN_GATE)
    const user = await enter(at)
    const month = () => buyMembership(at, user.accountId, { idempotencyKey: 'm' })
    const points = (amount = 500, key = 'p') => recharge(at, user.accountId, { idempotencyKey: key, points: amount })
    const before = [valueIn(await month()), valueIn(await points())]
    await ban(at, user)
    expect([valueIn(await month()), valueIn(await points())]).toEqual(before)
    expect(codeOf(await points(501))).toBe('idempotency_key_reused')
    expect(codeOf(await points(500, 'another'))).toBe('banned')
  })
})

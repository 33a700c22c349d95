import { describe, expect, it } from 'vitest'
import { buyMembership } from '../../../functions/membership/buy.ts'
import { paymentKeys } from '../../../functions/payment/keys.ts'
import { closeOrderById } from '../../../functions/payment/orders/close.ts'
import { followOrder } from '../../../functions/payment/orders/follow-order.ts'
import { endsAt } from '../../../functions/payment/orders/order.ts'
import { recordPayment } from '../../../functions/payment/paying/record-payment.ts'
import { verificationKeys } from '../../../functions/verification/keys.ts'
import { DAY, HOUR, MINUTE, SECOND } from '../../../shared/kernel/time.ts'
import { update } from '../../../shared/table/write.ts'
import { valueIn } from '../../kit.ts'
import {
  type Begun,
  begun,
  bought,
  cost,
  decided,
  enter,
  itemAt,
  offered,
  statusOf,
  type World,
  world,
} from '../../world.ts'

const dueAt = (at: World, { order }: Pick<Begun, 'order'>) => itemAt(at, paymentKeys.order(order.id))?.dueAt

const silent = () => ({ kind: 'unavailable', code: 'TIMEOUT' }) as const

describe('P16 follow an order happy', () => {
  it('asks the channel 30 seconds, 2 and 5 minutes after the attempt, and then when the order ends', async () => {
    const at = world()
    const open = await begun(at)
    await offered(at, open)
    const begunAt = at.time.now
    const asked: number[] = []
    for (let steps = 0; steps < 4; steps += 1) {
      at.time.now = Number(dueAt(at, open))
      asked.push(at.time.now - begunAt)
      await followOrder(at, open.order.id)
    }
    expect(asked).toEqual([30 * SECOND, 2 * MINUTE, 5 * MINUTE, 31 * MINUTE])
    expect(at.channel.count('query')).toBe(4)
    expect(statusOf(at, open)).toEqual({ verification: 'expired', order: 'closed' })
  })

  it('does not end what was opened in the last moment before its minute is over', async () => {
    const at = world()
    const open = await begun(at)
    at.time.now = open.order.expiresAt - 1
    const number = await offered(at, open)
    at.time.now += MINUTE
    expect(await followOrder(at, open.order.id)).toBe('waiting')
    at.channel.payerPays(number)
    expect(await followOrder(at, open.order.id)).toBe('paid')
  })

  it('finds a payment nobody told us of, and the check follows', async () => {
    const at = world()
    const open = await begun(at)
    const number = await offered(at, open)
    at.time.now += 30 * SECOND
    at.channel.payerPays(number)
    expect(await followOrder(at, open.order.id)).toBe('paid')
    expect(statusOf(at, open)).toEqual({ verification: 'queued', order: 'paid' })
    expect(at.queue.sent).toEqual([{ kind: 'check', id: `${open.user.accountId}.${open.verification.id}` }])
  })

  it('counts the time from the newest attempt, also after the ninth', async () => {
    const at = world()
    const open = await begun(at)
    for (let nth = 0; nth < 11; nth += 1) {
      await offered(at, open, nth % 2 ? 'wechat_h5' : 'wechat_native')
      at.time.now += 20 * SECOND
    }
    expect(await followOrder(at, open.order.id)).toBe('waiting')
    expect(dueAt(at, open)).toBe(at.time.now + 10 * SECOND)
  })

  it('expires an order nobody began to pay, without asking the channel', async () => {
    const at = world()
    const open = await begun(at)
    at.time.now = endsAt(open.order)
    expect(await followOrder(at, open.order.id)).toBe('closed')
    expect(statusOf(at, open)).toEqual({ verification: 'expired', order: 'closed' })
    expect(dueAt(at, open)).toBeUndefined()
    expect(itemAt(at, verificationKeys.tries(open.user.accountId))).not.toHaveProperty('open')
    expect(at.channel.asked).toEqual([])
  })

  it('expires an order only after the channel closed its payment', async () => {
    const at = world()
    const open = await begun(at)
    const number = await offered(at, open)
    at.time.now = endsAt(open.order)
    at.channel.script.close.push((honest) => {
      expect(statusOf(at, open).order).toBe('created')
      return honest()
    })
    expect(await followOrder(at, open.order.id)).toBe('closed')
    expect(at.channel.asked.at(-1)).toEqual({ call: 'close', number })
    expect(itemAt(at, paymentKeys.attempt(open.order.id, 1))).toMatchObject({ status: 'closed' })
  })

  it('expires an order for a membership, which has no verification', async () => {
    const at = world()
    const user = await enter(at)
    const order = valueIn(await buyMembership(at, user.accountId, { idempotencyKey: 'k' }))
    await offered(at, { user, order })
    at.time.now = endsAt(order)
    expect(await followOrder(at, order.id)).toBe('closed')
    expect(itemAt(at, paymentKeys.order(order.id))).toMatchObject({ status: 'closed' })
  })

  it('closes every open attempt, and asks about none that is closed', async () => {
    const at = world()
    const open = await begun(at)
    await offered(at, open)
    const second = await offered(at, open, 'wechat_h5')
    const asked = at.channel.asked.length
    at.time.now = endsAt(open.order)
    await followOrder(at, open.order.id)
    expect(at.channel.asked.slice(asked)).toEqual([
      { call: 'query', number: second },
      { call: 'close', number: second },
    ])
  })
})

describe('P16 follow an order refused', () => {
  it.each([
    ['paid', bought],
    ['settled', decided],
  ] as const)('does nothing for an order that is %s', async (_status, made) => {
    const at = world()
    const { order } = await made(at)
    const asked = at.channel.asked.length
    const { value, calls } = await cost(at, () => followOrder(at, order.id))
    expect(value).toBe('nothing_owed')
    expect(calls.table).toBe(1)
    expect(at.channel.asked).toHaveLength(asked)
  })

  it.each(['', 'x', 'f'.repeat(32)])('does nothing for %j', async (id) => {
    expect(await followOrder(world(), id)).toBe('nothing_owed')
  })

  it('waits a minute more while the channel does not answer, however long that takes', async () => {
    const at = world()
    const open = await begun(at)
    await offered(at, open)
    for (const later of [endsAt(open.order), endsAt(open.order) + DAY]) {
      at.time.now = later
      at.channel.script.query.push(silent, silent)
      at.channel.script.close.push(silent)
      expect(await followOrder(at, open.order.id)).toBe('channel_unavailable')
      expect(dueAt(at, open)).toBe(later + MINUTE)
      expect(statusOf(at, open)).toEqual({ verification: 'awaiting_payment', order: 'created' })
    }
    expect(await followOrder(at, open.order.id)).toBe('closed')
  })

  it('rings once an hour has passed, open or closed', async () => {
    for (const isClosed of [false, true]) {
      const at = world()
      const open = await begun(at)
      await offered(at, open)
      if (isClosed) {
        const watched = { status: 'closed', dueAt: open.order.expiresAt }
        await at.table.commit([update(paymentKeys.order(open.order.id), { set: watched })])
      }
      const alarms: number[] = []
      for (const late of [HOUR - MINUTE, HOUR, 2 * HOUR]) {
        at.time.now = open.order.expiresAt + late
        at.channel.script.query.push(silent, silent)
        at.channel.script.close.push(silent)
        await followOrder(at, open.order.id)
        alarms.push(at.alarms.length)
        at.channel.script.query.length = 0
        at.channel.script.close.length = 0
      }
      expect(alarms).toEqual([0, 1, 2])
      expect(at.alarms.at(-1)).toEqual({ event: 'order_not_ended', fields: { orderId: open.order.id, hours: 2 } })
    }
  })
})

describe('P16 follow an order hostile', () => {
  it('a payment in the last moment wins: the channel refuses to close', async () => {
    const at = world()
    const open = await begun(at)
    const number = await offered(at, open)
    at.time.now = endsAt(open.order)
    at.channel.script.query.push((honest) => {
      const before = honest()
      at.channel.payerPays(number)
      return before
    })
    expect(await followOrder(at, open.order.id)).toBe('paid')
    expect(statusOf(at, open)).toEqual({ verification: 'queued', order: 'paid' })
  })

  it('"already paid" without a signed fact ends nothing', async () => {
    const at = world()
    const open = await begun(at)
    await offered(at, open)
    at.time.now = endsAt(open.order)
    at.channel.script.close.push(() => ({ kind: 'already_paid' }))
    expect(await followOrder(at, open.order.id)).toBe('channel_unavailable')
    expect(statusOf(at, open)).toEqual({ verification: 'awaiting_payment', order: 'created' })
  })

  it('a notification that arrives while the order is being closed wins', async () => {
    const at = world()
    const open = await begun(at)
    const number = await offered(at, open)
    at.time.now = endsAt(open.order)
    at.channel.script.close.push(async (honest) => {
      const answer = honest()
      await recordPayment(at, at.channel.payerPays(number))
      return answer
    })
    expect(await followOrder(at, open.order.id)).toBe('changed')
    expect(statusOf(at, open)).toEqual({ verification: 'queued', order: 'paid' })
  })

  it('two workers at once end the order once', async () => {
    const at = world()
    const open = await begun(at)
    await offered(at, open)
    at.time.now = endsAt(open.order)
    const words = await Promise.all([followOrder(at, open.order.id), followOrder(at, open.order.id)])
    expect(words.sort()).toEqual(['changed', 'closed'])
  })

  it('a wrong amount found by asking ends the order and goes back', async () => {
    const at = world()
    const open = await begun(at)
    at.channel.payerPays(await offered(at, open), { amountFen: 1 })
    expect(await followOrder(at, open.order.id)).toBe('paid')
    expect(statusOf(at, open)).toEqual({ verification: 'cancelled', order: 'refunded' })
  })
})

describe('close an order by its id', () => {
  it('says that another one was faster when it is not open', async () => {
    const at = world()
    const { order } = await bought(at)
    expect(await closeOrderById(at, order.id, 'cancelled_by_user')).toBe('changed')
    expect(await closeOrderById(at, 'f'.repeat(32), 'cancelled_by_user')).toBe('changed')
  })

  it('takes what the channel says is closed or unknown there for closed', async () => {
    for (const state of ['closed', 'absent'] as const) {
      const at = world()
      const open = await begun(at)
      await offered(at, open)
      at.channel.script.close.push(silent)
      at.channel.script.query.push(() => ({ kind: state }))
      expect(await closeOrderById(at, open.order.id, 'cancelled_by_user')).toBe('closed')
    }
  })

  it('takes an unpaid payment it could not close for open', async () => {
    const at = world()
    const open = await begun(at)
    await offered(at, open)
    at.channel.script.close.push(silent)
    expect(await closeOrderById(at, open.order.id, 'cancelled_by_user')).toBe('unavailable')
    expect(statusOf(at, open).order).toBe('created')
  })
})

import { describe, expect, it } from 'vitest'
import { paymentKeys } from '../../functions/payment/keys.ts'
import { cancelOrder } from '../../functions/payment/orders/cancel-order.ts'
import { recordPayment } from '../../functions/payment/paying/record-payment.ts'
import { cancel } from '../../functions/verification/cancel.ts'
import { verificationKeys } from '../../functions/verification/keys.ts'
import { submit } from '../../functions/verification/submission/submit.ts'
import { codeOf, valueIn } from '../kit.ts'
import {
  begun,
  bought,
  decided,
  enter,
  itemAt,
  offered,
  person,
  statusOf,
  submission,
  type World,
  world,
} from '../world.ts'

describe('cancel happy', () => {
  it('ends verification and order before anything was offered, without asking the channel', async () => {
    const at = world()
    const open = await begun(at)
    const { id } = open.verification
    expect(valueIn(await cancel(at, open.user.accountId, id))).toEqual({ id, status: 'cancelled' })
    expect(statusOf(at, open)).toEqual({ verification: 'cancelled', order: 'closed' })
    expect(itemAt(at, verificationKeys.verification(open.user.accountId, id))).toMatchObject({
      reason: 'cancelled_by_user',
      decidedAt: at.time.now,
    })
    expect(itemAt(at, paymentKeys.order(open.order.id))).not.toHaveProperty('dueAt')
    expect(at.channel.asked).toEqual([])
  })

  it('P16 closes the payment at the channel first', async () => {
    const at = world()
    const open = await begun(at)
    const number = await offered(at, open)
    at.channel.script.close.push((honest) => {
      expect(statusOf(at, open)).toEqual({ verification: 'awaiting_payment', order: 'created' })
      return honest()
    })
    expect(codeOf(await cancel(at, open.user.accountId, open.verification.id))).toBe('ok')
    expect(at.channel.asked.at(-1)).toEqual({ call: 'close', number })
    expect(itemAt(at, paymentKeys.attempt(open.order.id, 1))).toMatchObject({ status: 'closed' })
  })

  it('frees the account for another verification', async () => {
    const at = world()
    const { user, verification } = await begun(at)
    await cancel(at, user.accountId, verification.id)
    expect(codeOf(await submit(at, await submission(at, user, { who: person('match', 1) })))).toBe('ok')
  })

  it('answers a second click the same, and writes nothing', async () => {
    const at = world()
    const { user, verification } = await begun(at)
    const first = await cancel(at, user.accountId, verification.id)
    const before = at.table.items()
    at.time.now += 1000
    expect(await cancel(at, user.accountId, verification.id)).toEqual(first)
    expect(at.table.items()).toEqual(before)
  })

  it('answers two clicks at once the same', async () => {
    const at = world()
    const open = await begun(at)
    await offered(at, open)
    const clicks = [1, 2].map(() => cancel(at, open.user.accountId, open.verification.id))
    expect((await Promise.all(clicks)).map(codeOf)).toEqual(['ok', 'ok'])
  })
})

describe('cancel refused', () => {
  it('when the verification is paid', async () => {
    const at = world()
    const ready = await bought(at)
    expect(codeOf(await cancel(at, ready.user.accountId, ready.verification.id))).toBe('not_cancellable')
    expect(statusOf(at, ready)).toEqual({ verification: 'queued', order: 'paid' })
  })

  it.each(['match', 'mismatch', 'timeout_after_sending'] as const)('when it ended with %s', async (outcome) => {
    const at = world()
    const over = await decided(at, { who: person(outcome) })
    const before = at.table.items()
    expect(codeOf(await cancel(at, over.user.accountId, over.verification.id))).toBe('not_cancellable')
    expect(at.table.items()).toEqual(before)
  })

  it('while the channel cannot be asked, and everything stays open', async () => {
    const at = world()
    const open = await begun(at)
    await offered(at, open)
    at.channel.script.close.push(() => ({ kind: 'unavailable', code: 'TIMEOUT' }))
    at.channel.script.query.push(() => ({ kind: 'unavailable', code: 'TIMEOUT' }))
    expect(codeOf(await cancel(at, open.user.accountId, open.verification.id))).toBe('payment_channel_unavailable')
    expect(statusOf(at, open)).toEqual({ verification: 'awaiting_payment', order: 'created' })
  })

  it.each(['', 'x', 'A'.repeat(32), 'f'.repeat(32), '../PROFILE'])('for an id like %j', async (id) => {
    const at = world()
    const { user } = await begun(at)
    expect(codeOf(await cancel(at, user.accountId, id))).toBe('not_found')
  })

  it("for somebody else's verification", async () => {
    const at = world()
    const open = await begun(at)
    const stranger = await enter(at)
    expect(codeOf(await cancel(at, stranger.accountId, open.verification.id))).toBe('not_found')
    expect(statusOf(at, open)).toEqual({ verification: 'awaiting_payment', order: 'created' })
  })
})

describe('P16 cancel hostile', () => {
  it('a payment the channel took first wins, although no notification came', async () => {
    const at = world()
    const open = await begun(at)
    at.channel.payerPays(await offered(at, open))
    expect(codeOf(await cancel(at, open.user.accountId, open.verification.id))).toBe('not_cancellable')
    expect(statusOf(at, open)).toEqual({ verification: 'queued', order: 'paid' })
    expect(at.queue.sent).toEqual([{ kind: 'check', id: `${open.user.accountId}.${open.verification.id}` }])
  })

  it('a payment that comes while the channel is being asked wins', async () => {
    const at = world()
    const open = await begun(at)
    const number = await offered(at, open)
    at.channel.script.close.push(async (honest) => {
      const answer = honest()
      await recordPayment(at, at.channel.payerPays(number))
      return answer
    })
    expect(codeOf(await cancel(at, open.user.accountId, open.verification.id))).toBe('not_cancellable')
    expect(statusOf(at, open)).toEqual({ verification: 'queued', order: 'paid' })
  })

  /** Something happens to the order after each of the first looks at it. */
  const meddling = (at: World, happens: (() => Promise<unknown>)[]) => ({
    ...at.table,
    async query(of: Parameters<typeof at.table.query>[0]) {
      const page = await at.table.query(of)
      await happens.shift()?.()
      return page
    },
  })

  it('a way of paying that was opened meanwhile is closed too', async () => {
    const at = world()
    const open = await begun(at)
    const table = meddling(at, [() => offered(at, open)])
    const cancelled: World['cancelOrder'] = (...of) => cancelOrder({ ...at, table }, ...of)
    expect(codeOf(await cancel({ ...at, cancelOrder: cancelled }, open.user.accountId, open.verification.id))).toBe(
      'ok',
    )
    expect(itemAt(at, paymentKeys.attempt(open.order.id, 1))).toMatchObject({ status: 'closed' })
    expect(at.channel.count('close')).toBe(1)
  })

  it('nothing is cancelled while one way of paying after the other is opened, and a repeat closes all', async () => {
    const at = world()
    const open = await begun(at)
    const methods = ['wechat_native', 'wechat_h5', 'wechat_native'] as const
    const table = meddling(
      at,
      methods.map((method) => () => offered(at, open, method)),
    )
    const cancelled: World['cancelOrder'] = (...of) => cancelOrder({ ...at, table }, ...of)
    const { accountId } = open.user
    expect(codeOf(await cancel({ ...at, cancelOrder: cancelled }, accountId, open.verification.id))).toBe('contended')
    expect(statusOf(at, open)).toEqual({ verification: 'awaiting_payment', order: 'created' })
    expect(codeOf(await cancel(at, accountId, open.verification.id))).toBe('ok')
    for (const attempt of [1, 2, 3])
      expect(itemAt(at, paymentKeys.attempt(open.order.id, attempt))).toMatchObject({ status: 'closed' })
  })

  it('many clicks at once cancel once, and all are told so', async () => {
    const at = world()
    const open = await begun(at)
    await offered(at, open)
    const clicks = Array.from({ length: 40 }, () => cancel(at, open.user.accountId, open.verification.id))
    expect(new Set((await Promise.all(clicks)).map(codeOf))).toEqual(new Set(['ok']))
  })
})

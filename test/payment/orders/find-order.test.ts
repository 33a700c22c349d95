import { describe, expect, it } from 'vitest'
import { evidenceFor } from '../../../functions/complaints/evidence/gather-evidence.ts'
import { bookingsAmong } from '../../../functions/payment/ledger/ledger-store.ts'
import { closeOrderById } from '../../../functions/payment/orders/close.ts'
import { findOrder } from '../../../functions/payment/orders/find-order.ts'
import { followOrder } from '../../../functions/payment/orders/follow-order.ts'
import { readOrder } from '../../../functions/payment/orders/read.ts'
import { attemptsAmong } from '../../../functions/payment/paying/attempt-store.ts'
import { absorbForcedRefund } from '../../../functions/payment/refunds/absorb-forced-refund.ts'
import { refundsAmong } from '../../../functions/payment/refunds/refund-store.ts'
import { valueIn } from '../../kit.ts'
import { begun, cost, crowded, decided, offered, person, statusOf, world } from '../../world.ts'

describe('an order with its parts', () => {
  it('is complete, whatever there is of it', async () => {
    const at = world()
    const { order } = await decided(at, { who: person('no_record') })
    await crowded(at, order.id)
    const found = await findOrder(at.table, order.id)
    expect(found?.order).toMatchObject({ id: order.id, status: 'refunded' })
    const { items = [] } = found ?? {}
    expect(bookingsAmong(items)).toHaveLength(253)
    expect([attemptsAmong(items).length, refundsAmong(items).length]).toEqual([1, 1])
  })

  it.each([
    [99, 1],
    [199, 2],
  ])('is read, with %i parts, in %i calls', async (parts, calls) => {
    const at = world()
    const { order } = await begun(at)
    await crowded(at, order.id, parts - 1)
    const { value, calls: made } = await cost(at, () => findOrder(at.table, order.id))
    expect(value?.items).toHaveLength(parts)
    expect(made.table).toBe(calls)
  })

  it('owes something or not, as it stands in the due index', async () => {
    const at = world()
    const [open, over] = [await begun(at), await decided(at)]
    expect((await findOrder(at.table, open.order.id))?.owes).toBe(true)
    expect((await findOrder(at.table, over.order.id))?.owes).toBe(false)
  })

  it('is undefined when there is none', async () => {
    expect(await findOrder(world().table, 'f'.repeat(32))).toBeUndefined()
  })
})

describe('an order with more parts than a page has', () => {
  it('is shown with its refund', async () => {
    const at = world()
    const { user, order } = await decided(at, { who: person('no_record') })
    await crowded(at, order.id)
    expect(valueIn(await readOrder(at, user.accountId, order.id))).toMatchObject({
      status: 'refunding',
      refunds: [{ amountFen: 100 }],
    })
  })

  it('P4 is paid by the attempt that is open', async () => {
    const at = world()
    const open = await begun(at)
    await crowded(at, open.order.id)
    expect([await offered(at, open), await offered(at, open)]).toEqual([open.order.id, open.order.id])
    expect(at.channel.count('create')).toBe(1)
  })

  it('P16 is followed: the channel is asked about its attempt', async () => {
    const at = world()
    const open = await begun(at)
    at.channel.payerPays(await offered(at, open))
    await crowded(at, open.order.id)
    expect(await followOrder(at, open.order.id)).toBe('paid')
  })

  it('P16 is closed at the channel before it is closed here', async () => {
    const at = world()
    const open = await begun(at)
    await offered(at, open)
    await crowded(at, open.order.id)
    expect(await closeOrderById(at, open.order.id, 'cancelled_by_user')).toBe('closed')
    expect(at.channel.count('close')).toBe(1)
    expect(statusOf(at, open).order).toBe('closed')
  })

  it('P12 absorbs what the channel gave back by itself', async () => {
    const at = world()
    const { order } = await decided(at)
    await crowded(at, order.id)
    const forced = { outTradeNo: order.id, channelRefundId: 'r-1', fen: 100, at: at.time.now }
    expect(await absorbForcedRefund(at, { channel: 'wechat_pay', ...forced })).toBe('absorbed')
  })

  it('P12 is evidence with its refund', async () => {
    const at = world()
    const { order } = await decided(at, { who: person('no_record') })
    await crowded(at, order.id)
    const orders = [{ outTradeNo: order.id, amountFen: 100, orderId: order.id }]
    expect(await evidenceFor(at.table, { orders })).toMatchObject([
      { status: 'refunding', refunds: [{ fen: 100, status: 'due' }], verdict: { status: 'no_record' } },
    ])
  })
})

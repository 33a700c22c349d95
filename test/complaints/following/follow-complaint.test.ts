import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { followComplaint } from '../../../functions/complaints/following/follow-complaint.ts'
import { giveBack } from '../../../functions/payment/refunds/give-back.ts'
import { HOUR, MINUTE } from '../../../shared/kernel/time.ts'
import { begun, bought, cost, offered, person } from '../../world.ts'
import {
  type ComplaintWorld,
  complained,
  complainedOf,
  complaintAt,
  complaintWorld,
  followed,
  notified,
  passes,
  rang,
} from '../fixture.ts'

const follow = (at: ComplaintWorld, id: string) => followComplaint(at, `wechat_pay#${id}`)

describe('P12 a complaint happy', () => {
  it('is heard in one call and followed in three, and joined to order and account', async () => {
    const at = complaintWorld()
    const over = await bought(at)
    at.queue.sent.length = 0
    const id = at.counter.complains({ outTradeNo: over.order.id, text: '还我钱，张三' })
    const heard = await cost(at, () => notified(at, id))
    expect(heard).toMatchObject({ value: 'accepted', calls: { table: 1, queue: 1 } })
    expect(at.queue.sent).toEqual([{ kind: 'complaint', id: `wechat_pay#${id}` }])
    const looked = await cost(at, () => followed(at))
    expect(looked).toMatchObject({ value: ['open'], calls: { table: 3, queue: 0 } })
    expect(complaintAt(at, id)).toMatchObject({
      status: 'open',
      accountId: over.user.accountId,
      orders: [{ outTradeNo: over.order.id, orderId: over.order.id, amountFen: 100 }],
      problem: 'REFUND',
      openedAt: at.time.now,
      dueAt: at.time.now + HOUR,
      listName: 'COMPLAINTS#open',
    })
    expect(rang(at)).toEqual([])
  })

  it('stores nothing the payer said', async () => {
    const at = complaintWorld()
    const { order } = await bought(at)
    await complained(at, { outTradeNo: order.id, text: '我叫张三，电话13800138000' })
    expect(JSON.stringify(at.table.items())).not.toMatch(/张三|13800138000/)
  })

  it('of a later payment attempt is joined to the same order', async () => {
    const at = complaintWorld()
    const open = await begun(at)
    await offered(at, open)
    const number = await offered(at, open, 'wechat_h5')
    expect(number).not.toBe(open.order.id)
    const id = await complained(at, { outTradeNo: number })
    expect(complaintAt(at, id)).toMatchObject({ orders: [{ outTradeNo: number, orderId: open.order.id }] })
  })

  it('is looked at every hour until it is ended, then no more', async () => {
    const at = complaintWorld()
    const { id } = await complainedOf(at)
    const before = at.counter.count('detail')
    await passes(at, 5 * HOUR)
    expect(at.counter.count('detail')).toBe(before + 5)
    at.counter.happens(id, { state: 'processed', awaitsReply: false })
    await passes(at, HOUR)
    expect(complaintAt(at, id)).toMatchObject({ status: 'withdrawn', listName: 'COMPLAINTS#withdrawn' })
    expect(complaintAt(at, id)).not.toHaveProperty('dueAt')
    await passes(at, 5 * HOUR)
    expect(at.counter.count('detail')).toBe(before + 6)
    expect(await follow(at, id)).toBe('nothing_owed')
  })

  it('rings before the time for answer and end is over, and when it is', async () => {
    const at = complaintWorld()
    await complainedOf(at)
    await passes(at, 12 * HOUR)
    expect(at.alarms).toEqual([
      {
        event: 'complaint_reply_half',
        fields: { channel: 'wechat_pay', complaintId: expect.any(String), until: '2026-11-21T05:30:00.000Z' },
      },
    ])
    await passes(at, 70 * HOUR)
    expect(rang(at)).toEqual([
      'complaint_reply_half',
      'complaint_reply_late',
      'complaint_reply_missed',
      'complaint_complete_half',
      'complaint_complete_late',
      'complaint_complete_missed',
    ])
  })

  it('that the payer takes up again begins anew', async () => {
    const at = complaintWorld()
    const { id } = await complainedOf(at)
    at.counter.happens(id, { state: 'processed', awaitsReply: false })
    await passes(at, HOUR)
    at.counter.payerWrites(id)
    await notified(at, id, 'CONTINUE_COMPLAINT')
    await followed(at)
    expect(complaintAt(at, id)).toMatchObject({ status: 'open', followUps: 2, waitingSince: at.time.now })
  })
})

describe('P12 a complaint refused', () => {
  it.each(['f'.repeat(32), 'another-shop-1', ''])(
    'about an order %j of nobody is for an operator, told once',
    async (no) => {
      const at = complaintWorld()
      const id = await complained(at, { outTradeNo: no })
      expect(complaintAt(at, id)).toMatchObject({ orders: [{ outTradeNo: no }] })
      expect(complaintAt(at, id)).not.toHaveProperty('accountId')
      await passes(at, 3 * HOUR)
      expect(rang(at)).toEqual(['complaint_for_operator'])
    },
  )

  it('about no order at all is for an operator', async () => {
    const at = complaintWorld()
    const id = await complained(at)
    expect(complaintAt(at, id)).toMatchObject({ orders: [] })
    expect(rang(at)).toEqual(['complaint_for_operator'])
  })

  it('about orders of two accounts is nobody’s', async () => {
    const at = complaintWorld()
    const one = await bought(at)
    const other = await bought(at, { who: person('match', 1) })
    at.queue.sent.length = 0
    const id = at.counter.complains()
    at.counter.happens(id, {
      orders: [one, other].map(({ order }) => ({ outTradeNo: order.id, transactionId: 't', amountFen: 100 })),
    })
    await notified(at, id)
    await followed(at)
    expect(complaintAt(at, id)?.orders).toHaveLength(2)
    expect(complaintAt(at, id)).not.toHaveProperty('accountId')
    expect(rang(at)).toEqual(['complaint_for_operator'])
  })

  it('that the channel does not know is looked for again, and told once', async () => {
    const at = complaintWorld()
    await notified(at, '404')
    expect(await followed(at)).toEqual(['absent'])
    expect(complaintAt(at, '404')).toMatchObject({ status: 'open', dueAt: at.time.now + 5 * MINUTE })
    await passes(at, HOUR)
    expect(rang(at)).toEqual(['complaint_unknown_at_channel'])
  })

  it('while the channel is out of reach still rings in time, from when it was heard', async () => {
    const at = complaintWorld()
    const { order } = await bought(at)
    at.queue.sent.length = 0
    const id = at.counter.complains({ outTradeNo: order.id })
    at.counter.script.detail.push(...Array(1000).fill(() => ({ kind: 'unavailable', code: 'timeout' })))
    await notified(at, id)
    expect(await followed(at)).toEqual(['timeout'])
    await passes(at, 25 * HOUR)
    expect(rang(at)).toEqual(['complaint_reply_half', 'complaint_reply_late', 'complaint_reply_missed'])
    at.counter.script.detail.length = 0
    await passes(at, 10 * MINUTE)
    expect(complaintAt(at, id)).toMatchObject({ status: 'open', openedAt: expect.any(Number), followUps: 1 })
  })

  it.each(['nonsense', 'wechat_pay', 'x.y', '', 'wechat_pay#404'])('%j owes nothing', async (id) => {
    const at = complaintWorld()
    expect(['not_a_complaint', 'nothing_owed']).toContain(await followComplaint(at, id))
    expect(at.table.items()).toEqual([])
    expect(at.counter.asked).toEqual([])
  })
})

describe('P12 a complaint hostile', () => {
  it.each(['../x', 'a.b', 'a#b', 'x'.repeat(65), ''])('an id %j of no channel is acknowledged and told', async (id) => {
    const at = complaintWorld()
    expect(await notified(at, id)).toBe('accepted')
    expect(at.table.items()).toEqual([])
    expect(at.puzzles).toEqual(['event_not_handled'])
  })

  it('many notifications at once make one complaint, and one look at a time', async () => {
    const at = complaintWorld()
    const { order } = await bought(at)
    at.queue.sent.length = 0
    const id = at.counter.complains({ outTradeNo: order.id })
    await Promise.all(Array.from({ length: 5 }, () => notified(at, id)))
    expect(at.table.items().filter(({ pk }) => pk.startsWith('COMPLAINT#'))).toHaveLength(1)
    const pointers = at.queue.sent.splice(0)
    const ended = await Promise.all(pointers.map((pointer) => followComplaint(at, pointer.id)))
    expect(ended.toSorted()).toEqual(['nothing_owed', 'nothing_owed', 'nothing_owed', 'nothing_owed', 'open'])
    expect(at.counter.count('detail')).toBe(1)
  })

  it('a notification that comes while the worker looks is not lost', async () => {
    const at = complaintWorld()
    const { id } = await complainedOf(at)
    at.counter.script.detail.push(async (honest) => {
      const before = honest()
      at.counter.payerWrites(id)
      at.counter.happens(id, { state: 'processed', awaitsReply: false })
      await notified(at, id, 'MERCHANT_CONFIRM_COMPLETE')
      return before
    })
    at.time.now += HOUR
    await notified(at, id, 'CONTINUE_COMPLAINT')
    await followed(at)
    expect(complaintAt(at, id)).toMatchObject({ status: 'open', dueAt: at.time.now + MINUTE })
    await passes(at, 2 * MINUTE, MINUTE)
    expect(complaintAt(at, id)).toMatchObject({ status: 'withdrawn', followUps: 2 })
  })

  it('a worker that died is replaced after its lease, and nothing of the answer is lost', async () => {
    const at = complaintWorld()
    const { order } = await bought(at)
    at.queue.sent.length = 0
    const id = at.counter.complains({ outTradeNo: order.id })
    await notified(at, id)
    at.counter.script.detail.push(() => {
      throw new Error('killed')
    })
    await expect(followed(at)).rejects.toThrow('killed')
    expect(await follow(at, id)).toBe('nothing_owed')
    await passes(at, 2 * MINUTE, MINUTE)
    expect(complaintAt(at, id)).toMatchObject({ status: 'open', accountId: expect.any(String) })
  })

  it('a worker that died between the channel and its write is repeated to the same end', async () => {
    const at = complaintWorld()
    const { id } = await complainedOf(at)
    at.time.now += HOUR
    const commit = async () => {
      throw new Error('killed')
    }
    await expect(followComplaint({ ...at, table: { ...at.table, commit } }, `wechat_pay#${id}`)).rejects.toThrow(
      'killed',
    )
    await passes(at, 2 * MINUTE, MINUTE)
    expect(complaintAt(at, id)).toMatchObject({ status: 'open' })
    expect(complaintAt(at, id)).not.toHaveProperty('leaseUntil')
  })

  it('notifications in any order, any number of times, lead to what the channel says', async () => {
    const actions = ['CREATE_COMPLAINT', 'CONTINUE_COMPLAINT', 'MERCHANT_RESPONSE', 'MERCHANT_CONFIRM_COMPLETE']
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...actions), { minLength: 1, maxLength: 8 }),
        fc.constantFrom('pending', 'processing', 'processed'),
        async (told, state) => {
          const at = complaintWorld()
          const id = at.counter.complains()
          at.counter.happens(id, { state, awaitsReply: state === 'pending' })
          for (const action of told) await notified(at, id, action)
          await followed(at)
          await passes(at, 10 * MINUTE)
          const status = { pending: 'open', processing: 'replied', processed: 'withdrawn' }[state]
          expect(complaintAt(at, id)).toMatchObject({ status })
        },
      ),
      { numRuns: 40 },
    )
  })

  it('a refund that is owed goes back while a complaint about it is open', async () => {
    const at = complaintWorld()
    const { order } = await complainedOf(at, { who: person('no_record') })
    expect(await giveBack(at, `${order.id}.${order.id}v`)).toBe('processing')
    at.channel.finishes(`${order.id}v1`)
    at.time.now += HOUR
    expect(await giveBack(at, `${order.id}.${order.id}v`)).toBe('succeeded')
    expect(at.channel.givenBackFen()).toBe(100)
  })
})

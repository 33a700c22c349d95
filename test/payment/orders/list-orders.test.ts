import { describe, expect, it } from 'vitest'
import { buyMembership } from '../../../functions/membership/buy.ts'
import { listOrders } from '../../../functions/payment/orders/list-orders.ts'
import { readOrder } from '../../../functions/payment/orders/read.ts'
import { recordPayment } from '../../../functions/payment/paying/record-payment.ts'
import { recharge } from '../../../functions/wallet/recharge.ts'
import { MINUTE } from '../../../shared/kernel/time.ts'
import { cursorOf } from '../../../shared/table/list-cursor.ts'
import { codeOf, valueIn } from '../../kit.ts'
import { nextStep, owed } from '../../operator.ts'
import { begun, cost, decided, enter, offered, person, type User, type World, world } from '../../world.ts'

const monthFor = async (at: World, { accountId }: User, idempotencyKey: string) =>
  valueIn(await buyMembership(at, accountId, { idempotencyKey }))

const pointsFor = async (at: World, { accountId }: User, points: number) =>
  valueIn(await recharge(at, accountId, { idempotencyKey: `p${points}`, points }))

const list = async (at: World, { accountId }: User, asked: { limit?: number; cursor?: string } = {}) =>
  valueIn(await listOrders(at, accountId, { limit: 20, ...asked }))

/** Orders of every kind of one user, the newest first; the first of them is paid and decided. */
const shopped = async (at: World) => {
  const { user, order } = await decided(at)
  at.time.now += MINUTE
  const month = await monthFor(at, user, 'm')
  const points = await pointsFor(at, user, 500)
  // The two of one moment stand in some order, which is the same each time.
  const [later, earlier] = [month, points].toSorted((one, other) => (one.id < other.id ? 1 : -1))
  return { user, ids: [later?.id, earlier?.id, order.id] }
}

describe('list orders happy', () => {
  it('tells those of every kind, newest first, each as it is told alone, in two calls', async () => {
    const at = world()
    const { user, ids } = await shopped(at)
    const { value, calls } = await cost(at, () => list(at, user))
    expect(value.orders.map(({ id }) => id)).toEqual(ids)
    expect(new Set(value.orders.map(({ kind }) => kind))).toEqual(new Set(['verification', 'membership', 'points']))
    for (const one of value.orders) {
      const { refunds: _refunds, ...alone } = valueIn(await readOrder(at, user.accountId, one.id))
      expect(one).toEqual(alone)
    }
    expect(value.nextCursor).toBeNull()
    expect(calls.table).toBe(2)
  })

  it('tells each exactly once, page by page, also those of one moment', async () => {
    const at = world()
    const { user, ids } = await shopped(at)
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await list(at, user, { limit: 1, ...(cursor !== undefined && { cursor }) })
      seen.push(...page.orders.map(({ id }) => id))
      cursor = page.nextCursor ?? undefined
    } while (cursor !== undefined)
    expect(seen).toEqual(ids)
  })

  it('has an order as soon as it is open, and once only under a key that is repeated', async () => {
    const at = world()
    const user = await enter(at)
    expect(await list(at, user)).toEqual({ orders: [], nextCursor: null })
    const first = await monthFor(at, user, 'k')
    at.time.now += MINUTE
    for (const key of ['k', 'another']) expect((await monthFor(at, user, key)).id).toBe(first.id)
    expect((await list(at, user)).orders).toMatchObject([{ id: first.id, status: 'created' }])
  })

  it('P7 says of one all of which goes back how far that is, with one call more', async () => {
    const at = world()
    const refund = await owed(at)
    const user = { accountId: refund.order.accountId } as User
    const { value, calls } = await cost(at, () => list(at, user))
    expect(value.orders).toMatchObject([{ status: 'refunding' }])
    expect(calls.table).toBe(3)
    await nextStep(at, refund)
    at.channel.finishes(refund.number)
    await nextStep(at, refund)
    expect((await list(at, user)).orders).toMatchObject([{ status: 'refunded' }])
  })
})

describe('list orders hostile', () => {
  it('shows nothing of others, nor of anybody to whoever has never been here', async () => {
    const at = world()
    const { user } = await shopped(at)
    expect((await list(at, await enter(at))).orders).toEqual([])
    const { value, calls } = await cost(at, () => listOrders(at, undefined, { limit: 20 }))
    expect(valueIn(value)).toEqual({ orders: [], nextCursor: null })
    expect(calls.table).toBe(0)
    const shown = JSON.stringify(await list(at, user))
    for (const hidden of [user.accountId, 'requestHash', 'feeFen', 'transactionId', person('match').name])
      expect(shown).not.toContain(hidden)
  })

  it('leads nowhere else by the cursor of another account', async () => {
    const at = world()
    const theirs = await shopped(at)
    const { user: mine } = await begun(at, { who: person('match', 1) })
    const cursor = (await list(at, theirs.user, { limit: 1 })).nextCursor ?? ''
    const seen = (await list(at, mine, { cursor })).orders.map(({ id }) => id)
    expect(seen.filter((id) => theirs.ids.includes(id))).toEqual([])
  })

  it.each([
    ...[
      '',
      'x',
      cursorOf('ORDERED#'),
      cursorOf(`ORDERED#${'0'.repeat(32)}`),
      cursorOf(`VERIFICATION#${'0'.repeat(32)}`),
    ],
    cursorOf(`ORDERED#${'1'.repeat(15)}#x`),
    cursorOf(`ORDERED#${'1'.repeat(14)}#${'0'.repeat(32)}`),
    cursorOf(`ORDERED#${'1'.repeat(15)}#${'0'.repeat(32)}\u0000`),
  ])('refuses a cursor it did not give: %j', async (cursor) => {
    const at = world()
    const { user } = await shopped(at)
    expect(codeOf(await listOrders(at, user.accountId, { limit: 20, cursor }))).toBe('invalid_cursor')
    expect(codeOf(await listOrders(at, undefined, { limit: 20, cursor }))).toBe('invalid_cursor')
  })

  it('P16 tells of a payment that came too late that it goes back', async () => {
    const at = world()
    const user = await enter(at)
    const order = await monthFor(at, user, 'k')
    const number = await offered(at, { user, order })
    await at.closeUnpaid(order.id)
    expect((await list(at, user)).orders).toMatchObject([{ status: 'closed' }])
    await recordPayment(at, at.channel.payerPays(number))
    expect((await list(at, user)).orders).toMatchObject([{ status: 'refunding', outTradeNo: number }])
  })
})

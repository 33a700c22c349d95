import { describe, expect, it } from 'vitest'
import { askForPayment } from '../../../functions/payment/orders/ask-for-payment.ts'
import { closeOrderById } from '../../../functions/payment/orders/close.ts'
import { endsAt } from '../../../functions/payment/orders/order.ts'
import { codeOf, valueIn } from '../../kit.ts'
import { type Begun, begun, bought, enter, offered, type World, world } from '../../world.ts'

const look = (at: World, { user, order }: Pick<Begun, 'user' | 'order'>) => askForPayment(at, user.accountId, order.id)
const statusSeen = async (at: World, open: Begun) => valueIn(await look(at, open)).order.status

describe('P16 look for a payment', () => {
  it('finds one that nobody told of, and what it buys follows, once', async () => {
    const at = world()
    const open = await begun(at)
    at.channel.payerPays(await offered(at, open))
    expect(await statusSeen(at, open)).toBe('paid')
    expect(at.queue.sent).toEqual([{ kind: 'check', id: `${open.user.accountId}.${open.verification.id}` }])
    const before = at.table.items()
    expect(await statusSeen(at, open)).toBe('paid')
    expect(at.table.items()).toEqual(before)
    expect(at.channel.count('query')).toBe(1)
  })

  it('answers an unpaid one as it is, and changes nothing but how often it was asked', async () => {
    const at = world()
    const open = await begun(at)
    await offered(at, open)
    const uncounted = () => at.table.items().filter(({ pk }) => !pk.startsWith('LIMIT#'))
    const before = uncounted()
    expect(await statusSeen(at, open)).toBe('created')
    expect(uncounted()).toEqual(before)
  })

  it('asks nobody where nothing was offered, or where it is paid or over', async () => {
    const at = world()
    expect(await statusSeen(at, await begun(at))).toBe('created')
    const paid = world()
    expect(await statusSeen(paid, await bought(paid))).toBe('paid')
    const closed = world()
    const open = await begun(closed)
    await offered(closed, open)
    closed.time.now = endsAt(open.order)
    await closeOrderById(closed, open.order.id, 'expired')
    expect(await statusSeen(closed, open)).toBe('closed')
    for (const one of [at, paid, closed]) expect(one.channel.count('query')).toBe(0)
  })

  it('says so where the channel does not say, and asks again next time', async () => {
    const at = world()
    const open = await begun(at)
    at.channel.payerPays(await offered(at, open))
    at.channel.script.query.push(() => ({ kind: 'unavailable', code: 'TIMEOUT' }))
    expect(codeOf(await look(at, open))).toBe('payment_channel_unavailable')
    expect(await statusSeen(at, open)).toBe('paid')
  })

  it("looks at nobody else's order", async () => {
    const at = world()
    const open = await begun(at)
    await offered(at, open)
    for (const accountId of [(await enter(at)).accountId, undefined])
      expect(codeOf(await askForPayment(at, accountId, open.order.id))).toBe('not_found')
    expect(codeOf(await askForPayment(at, open.user.accountId, 'x'))).toBe('not_found')
    expect(at.channel.count('query')).toBe(0)
  })
})

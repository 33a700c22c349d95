import { describe, expect, it } from 'vitest'
import { paymentKeys } from '../../../functions/payment/keys.ts'
import { askForPayment } from '../../../functions/payment/orders/ask-for-payment.ts'
import { closeOrderById } from '../../../functions/payment/orders/close.ts'
import { followOrder } from '../../../functions/payment/orders/follow-order.ts'
import { endsAt } from '../../../functions/payment/orders/order.ts'
import { attemptsAmong } from '../../../functions/payment/paying/attempt-store.ts'
import { pay } from '../../../functions/payment/paying/pay.ts'
import type { PaymentChannel, PaymentFact, PaymentProvider } from '../../../functions/payment/paying/provider.ts'
import { cancel } from '../../../functions/verification/cancel.ts'
import { MINUTE } from '../../../shared/kernel/time.ts'
import { codeOf, valueIn } from '../../kit.ts'
import { begun, itemAt, offered, statusOf, world } from '../../world.ts'

/** Alipay, where a trade exists only once its code was scanned: until then it can neither be asked about nor closed. */
const alipayIn = (at: ReturnType<typeof world>) => {
  const scanned = new Map<string, PaymentFact>()
  const provider: PaymentProvider = {
    channel: 'alipay',
    methods: ['alipay_qr'],
    create: async ({ outTradeNo }) => ({ kind: 'created', action: { qrCode: `https://qr.alipay.test/${outTradeNo}` } }),
    query: async (number) => {
      const fact = scanned.get(number)
      return fact ? { kind: 'paid', fact } : { kind: 'absent' }
    },
    close: async () => ({ kind: 'unavailable', code: 'ACQ.TRADE_NOT_EXIST' }),
    refund: async () => ({ kind: 'processing' }),
    queryRefund: async () => ({ kind: 'absent' }),
    readNotification: () => ({ kind: 'refused', code: 'signature_invalid' }),
  }
  const deps = {
    ...at,
    provider: async (channel?: PaymentChannel): Promise<PaymentProvider> =>
      channel === 'alipay' ? provider : at.channel.provider,
    closeUnpaid: (orderId: string) => closeOrderById(deps, orderId, 'cancelled_by_user'),
  }
  const scan = (outTradeNo: string, paidFen = 100) =>
    scanned.set(outTradeNo, {
      channel: 'alipay',
      transactionId: `ali-${outTradeNo}`,
      outTradeNo,
      paidFen,
      paidAt: at.time.now,
    })
  return { deps, scan }
}

const statuses = (at: ReturnType<typeof world>) =>
  attemptsAmong(at.table.items()).map(({ attempt, status }) => `${attempt} ${status}`)
const orderAt = (at: ReturnType<typeof world>, id: string) => itemAt(at, paymentKeys.order(id))

describe('P16 a code nobody scanned cannot be closed at the channel', () => {
  it('a change of method leaves it, and a later scan of it is found by asking', async () => {
    const at = world()
    const { deps, scan } = alipayIn(at)
    const open = await begun(at)
    const code = await offered(deps, open, 'alipay_qr')
    await offered(deps, open, 'wechat_native')
    expect(statuses(at)).toEqual(['1 left', '2 open'])
    scan(code)
    at.time.now += MINUTE
    expect(await followOrder(deps, open.order.id)).toBe('paid')
    expect(orderAt(at, open.order.id)).toMatchObject({ status: 'paid', channel: 'alipay', outTradeNo: code })
  })

  it('a cancelled order watches it until nobody can scan it any more, and gives a late payment back', async () => {
    const at = world()
    const { deps, scan } = alipayIn(at)
    const open = await begun(at)
    const code = await offered(deps, open, 'alipay_qr')
    expect(valueIn(await cancel(deps, open.user.accountId, open.verification.id)).status).toBe('cancelled')
    const watched = orderAt(at, open.order.id)
    expect(watched).toMatchObject({ status: 'closed', dueAt: endsAt(open.order) + 2 * MINUTE })
    scan(code)
    at.time.now = endsAt(open.order) + 2 * MINUTE
    expect(await followOrder(deps, open.order.id)).toBe('paid')
    expect(orderAt(at, open.order.id)).toMatchObject({ status: 'refunded' })
  })

  it('and who says that they have paid it is believed once the channel knows of it', async () => {
    const at = world()
    const { deps, scan } = alipayIn(at)
    const open = await begun(at)
    const code = await offered(deps, open, 'alipay_qr')
    await cancel(deps, open.user.accountId, open.verification.id)
    const ask = async () => valueIn(await askForPayment(deps, open.user.accountId, open.order.id)).order.status
    expect(await ask()).toBe('closed')
    scan(code)
    expect(await ask()).toBe('refunded')
  })

  it('and owes nothing more when nobody did', async () => {
    const at = world()
    const { deps } = alipayIn(at)
    const open = await begun(at)
    await offered(deps, open, 'alipay_qr')
    await cancel(deps, open.user.accountId, open.verification.id)
    expect(await followOrder(deps, open.order.id)).toBe('waiting')
    at.time.now = endsAt(open.order) + 2 * MINUTE
    expect(await followOrder(deps, open.order.id)).toBe('watched')
    expect(orderAt(at, open.order.id)).not.toHaveProperty('dueAt')
    expect(await followOrder(deps, open.order.id)).toBe('nothing_owed')
  })

  it('an order whose time is over ends, and is watched as long', async () => {
    const at = world()
    const { deps, scan } = alipayIn(at)
    const open = await begun(at)
    const code = await offered(deps, open, 'alipay_qr')
    at.time.now = endsAt(open.order)
    expect(await followOrder(deps, open.order.id)).toBe('closed')
    expect(statusOf(at, open).verification).toBe('expired')
    expect(orderAt(at, open.order.id)).toMatchObject({ status: 'closed', dueAt: endsAt(open.order) + 2 * MINUTE })
    scan(code)
    at.time.now += 2 * MINUTE
    expect(await followOrder(deps, open.order.id)).toBe('paid')
    expect(orderAt(at, open.order.id)).toMatchObject({ status: 'refunded' })
  })

  it('and is not watched any more once the margin is over', async () => {
    const at = world()
    const { deps } = alipayIn(at)
    const open = await begun(at)
    await offered(deps, open, 'alipay_qr')
    at.time.now = endsAt(open.order) + 2 * MINUTE
    expect(await followOrder(deps, open.order.id)).toBe('closed')
    expect(orderAt(at, open.order.id)).not.toHaveProperty('dueAt')
  })
})

describe('P4 P16 codes that nobody can close', () => {
  it('are five at most, and what was opened last can be paid', async () => {
    const at = world()
    const open = await begun(at)
    const { deps } = alipayIn(at)
    const click = (method: 'alipay_qr' | 'wechat_native') =>
      pay(deps, open.user.caller, { orderId: open.order.id, method })
    for (let nth = 0; nth < 5; nth += 1)
      for (const method of ['alipay_qr', 'wechat_native'] as const) expect(codeOf(await click(method))).toBe('ok')
    const { outTradeNo } = valueIn(await click('alipay_qr'))
    expect(codeOf(await click('wechat_native'))).toBe('too_many_attempts')
    expect(valueIn(await click('alipay_qr')).outTradeNo).toBe(outTradeNo)
  })
})

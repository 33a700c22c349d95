import { payRoute } from '../../functions/payment/pay.route.ts'
import { getOrderRoute } from '../../functions/payment/read.route.ts'
import {
  alipayPayRoute,
  forcedRefundRoute,
  payRoute as wechatPayerRoute,
} from '../../functions/sandbox/control-channels.route.ts'
import { cancelRoute } from '../../functions/verification/cancel.route.ts'
import type { PaymentFaults } from '../../local/demo/user.ts'
import type { Chance } from '../simulation/runs/chance.ts'
import { type Purchase, type Stage, tell } from './stage.ts'

/** Somebody's way: one step each time it is their turn. */
export type Way = AsyncGenerator<void, void>

const METHODS = ['wechat_native', 'wechat_h5', 'wechat_jsapi', 'alipay_qr', 'alipay_wap'] as const
type Method = (typeof METHODS)[number]

/** `late` waits until the order is over; `both` pays a code that was given up as well. */
type Habit = 'usual' | 'late' | 'both' | 'never' | 'cancels' | 'cancels and pays'

type Shown = { method: Method; members: Record<string, unknown> }

/** Phones in their networks. WeChat's H5 refuses a payer on this machine, and JSAPI pays for the one who is signed in to WeChat. */
const PHONES = [
  { address: '203.0.113.7', openid: 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o' },
  { address: '198.51.100.23', openid: 'oUpF8uN95-Ptaags6E_roPHg7AG0' },
] as const
type Phone = (typeof PHONES)[number]

/** More often than any trouble lasts. */
const TRIES = 6

export const orderNow = (stage: Stage, { customer, orderId }: Purchase) =>
  stage.platform.must(getOrderRoute, { params: { id: orderId }, token: customer.token })

/** What the payer is shown, or why not. */
export const shown = async (
  stage: Stage,
  purchase: Purchase,
  method: Method,
  { address, openid }: Phone = PHONES[0],
): Promise<Shown | string> => {
  const body = { method, ...(method === 'wechat_jsapi' && { openid }) }
  const { token } = purchase.customer
  const reply = await stage.platform.call(payRoute, {
    params: { id: purchase.orderId },
    body,
    token,
    headers: { 'x-shiming-source-ip': address },
  })
  tell(stage, purchase, reply.ok ? `shown ${method}` : `not shown: ${reply.problem.code}`)
  if (!reply.ok) return reply.problem.code
  const { outTradeNo: _number, ...codes } = reply.body
  // Of the ways to pay, the others are null.
  const members = Object.fromEntries(Object.entries(codes).filter(([, code]) => code !== null))
  return { method, members }
}

const oddities = (chance: Chance): PaymentFaults => ({
  ...(chance.once(3) && { duplicates: 1 + chance.pick(3) }),
  ...(chance.once(4) && { delayMs: 1000 * chance.pick(600) }),
  ...(chance.once(4) && { dropNotification: true }),
  ...(chance.once(12) && { amountFen: 1 + chance.pick(2000) }),
})

export const scanned = async (
  stage: Stage,
  purchase: Purchase,
  { method, members }: Shown,
  after: boolean,
): Promise<void> => {
  const faults = { ...oddities(stage.chance), ...(after && { payAfterClose: true }) }
  const route = method.startsWith('wechat') ? wechatPayerRoute : alipayPayRoute
  const reply = await stage.platform.call(route, { body: { ...members, faults } })
  tell(stage, purchase, reply.ok ? `paid by ${method}` : `not paid: ${reply.problem.code}`)
}

/** Waits until the order can be paid no more. */
async function* waitsForTheEnd(stage: Stage, purchase: Purchase): Way {
  while ((await orderNow(stage, purchase)).status === 'created') yield
}

async function* cancels(stage: Stage, purchase: Purchase): Way {
  const { verificationId: id, customer } = purchase
  if (!id) return
  const reply = await stage.platform.call(cancelRoute, { params: { id }, token: customer.token })
  tell(stage, purchase, reply.ok ? 'cancelled' : `not cancelled: ${reply.problem.code}`)
  yield
}

const habitOf = (chance: Chance): Habit =>
  chance.of<Habit>([
    [12, 'usual'],
    [2, 'both'],
    [2, 'late'],
    [1, 'never'],
    [1, 'cancels'],
    [2, 'cancels and pays'],
  ]) ?? 'usual'

/** Chooses how to pay, perhaps twice, and pays: in time, late, twice, another amount, or not at all. P16. */
export async function* pays(stage: Stage, purchase: Purchase): Way {
  const { chance } = stage
  const habit = habitOf(chance)
  const codes: Shown[] = []
  const wanted = habit === 'both' || chance.once(5) ? 2 : 1
  for (let tried = 0; codes.length < wanted && tried < TRIES; tried += 1) {
    const [before] = codes
    const isOther = before !== undefined && chance.once(2)
    const method = isOther ? before.method : (METHODS[chance.pick(METHODS.length)] ?? 'wechat_native')
    const code = await shown(stage, purchase, method, isOther ? PHONES[1] : PHONES[0])
    if (isOther) tell(stage, purchase, 'asked by another payer')
    if (code === 'order_not_payable' || code === 'order_expired') break
    if (typeof code !== 'string') codes.push(code)
    yield
  }
  if (habit.startsWith('cancels')) yield* cancels(stage, purchase)
  if (habit === 'late') yield* waitsForTheEnd(stage, purchase)
  if (habit === 'never' || habit === 'cancels') return
  for (const code of habit === 'both' ? codes : codes.slice(-1)) {
    await scanned(stage, purchase, code, habit !== 'usual')
    yield
  }
}

/** The channel gives everything back that is left, unasked. */
export const forced = async (stage: Stage, purchase: Purchase): Promise<void> => {
  const { outTradeNo } = await orderNow(stage, purchase)
  if (!outTradeNo) return
  const reply = await stage.platform.call(forcedRefundRoute, { body: { outTradeNo } })
  tell(stage, purchase, reply.ok ? 'given back by the channel unasked' : `not forced: ${reply.problem.code}`)
}

/** Waits until the order is over; answers how. */
export async function* over(stage: Stage, purchase: Purchase): AsyncGenerator<void, string> {
  for (;;) {
    const { status } = await orderNow(stage, purchase)
    if (!['created', 'paid'].includes(status)) return status
    yield
  }
}

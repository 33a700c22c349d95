import { getComplaintRoute, maliciousRoute } from '../../functions/complaints/operator.route.ts'
import { complainRoute } from '../../functions/sandbox/control-channels.route.ts'
import { orderNow, over, scanned, shown, type Way } from './paying.ts'
import { type Purchase, type Stage, tell } from './stage.ts'

/** More often than any trouble lasts; a complaint that was not notified is found within the hour. */
const TRIES = 12

const reason = 'delivered, and nothing was owed'

/** Complains at WeChat Pay; undefined where it has no such payment. */
const complains = async ({ platform }: Stage, outTradeNo: string): Promise<string | undefined> => {
  const reply = await platform.call(complainRoute, { body: { outTradeNo, text: '要求退款' } })
  return reply.ok ? reply.body.complaintId : undefined
}

const named = ({ operatorKey: token }: Stage, id: string) => ({ token, params: { channel: 'wechat_pay', id } })

/** An operator finds it malicious once it is known here; answers whether its account is banned now, undefined if it may not be. */
async function* marks(stage: Stage, id: string): AsyncGenerator<void, boolean | undefined> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const reply = await stage.platform.call(maliciousRoute, { ...named(stage, id), body: { reason } })
    if (reply.ok) return reply.body.banned
    if (reply.problem.code === 'complaint_not_malicious') return undefined
    yield
  }
  return undefined
}

async function* comesToBeKnown(stage: Stage, id: string): AsyncGenerator<void, boolean> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    if ((await stage.platform.call(getComplaintRoute, named(stage, id))).ok) return true
    yield
  }
  return false
}

/** Something delivered by WeChat Pay, which can be complained about; answers its number there. */
async function* delivers(stage: Stage, purchase: Purchase): AsyncGenerator<void, string | undefined> {
  const code = await shown(stage, purchase, 'wechat_native')
  if (typeof code === 'string') return undefined
  await scanned(stage, purchase, code, false)
  if ((yield* over(stage, purchase)) !== 'settled') return undefined
  return (await orderNow(stage, purchase)).outTradeNo ?? undefined
}

/**
 * Complains twice about what was delivered, and is banned with another code on the screen, which is paid all the same. P12: it
 * buys nothing, and no further code is handed out. `opens` opens an order.
 */
export async function* paysBanned(stage: Stage, opens: () => Promise<Purchase | undefined>): Way {
  const delivered = await opens()
  const outTradeNo = delivered && (yield* delivers(stage, delivered))
  if (!outTradeNo) return
  const [first, second] = [await complains(stage, outTradeNo), await complains(stage, outTradeNo)]
  if (!first || !second) return
  if ((yield* marks(stage, first)) === undefined || !(yield* comesToBeKnown(stage, second))) return
  const purchase = await opens()
  const code = purchase && (await shown(stage, purchase, 'wechat_native'))
  if (!code || typeof code === 'string') return
  if (!(yield* marks(stage, second))) return
  purchase.isBanned = true
  purchase.customer.isBanned = true
  tell(stage, purchase, 'banned')
  const again = await shown(stage, purchase, 'alipay_qr')
  if (typeof again !== 'string') stage.violations.push(`${purchase.orderId}: a code was handed to a banned account`)
  // In time, or when the order was closed for the ban.
  if (stage.chance.once(3)) yield
  await scanned(stage, purchase, code, true)
  tell(stage, purchase, `banned, ended ${yield* over(stage, purchase)}`)
}

import type { Answer } from '../../../shared/http/answer.ts'
import type { Request } from '../../../shared/http/request.ts'
import { cashierPage, cashierSays, ownAddress, refusalSaid } from '../cashier/cashier-page.ts'
import { faultsOf, pressed } from '../cashier/ways.ts'
import { orderInHand, payerPays } from '../control/payments.ts'
import type { WeChatPaySandbox } from '../sandbox.ts'
import { sentOn } from '../stand-in-page.ts'
import { tradeState } from './order.ts'
import { CASHIER_PATH } from './prepay.ts'
import { readOrder } from './store.ts'

type Visit = Pick<Request, 'method' | 'rawQuery' | 'rawBody' | 'headers'>

const CHANNEL = 'wechat_pay'

/** As WeChat's middle page says it to a page whose domain is not registered, or that hides where it comes from. */
const UNREGISTERED = {
  zh: '商家存在未配置的参数，请联系商家解决。',
  en: 'The merchant has not registered this page: it must say where it comes from (Referer).',
}

/** WeChat's page in a browser outside WeChat. It may be opened from the merchant's own pages only, within five minutes. */
export const openCashier = async (sandbox: WeChatPaySandbox, visit: Visit): Promise<Answer> => {
  const { publicUrl, clock } = sandbox
  const to = ownAddress(new URLSearchParams(visit.rawQuery).get('redirect_url'), publicUrl)
  if (visit.method === 'GET' && !ownAddress(visit.headers.referer, publicUrl))
    return cashierSays(CHANNEL, UNREGISTERED, to)
  const action = `${publicUrl}${CASHIER_PATH}?${visit.rawQuery}`
  const inHand = orderInHand(sandbox, { h5Url: action })
  const order = inHand.ok ? (await readOrder(sandbox, inHand.value))?.value : undefined
  if (!order) return cashierSays(CHANNEL, refusalSaid(inHand.ok ? 'not_found' : inHand.refusal.code), to)
  if (visit.method === 'GET') {
    const { description, totalFen: amountFen } = order
    // One who pays a closed order all the same has it before them.
    return order.payment || (order.closedAt === undefined && tradeState(order, clock.now()) === 'CLOSED')
      ? cashierSays(CHANNEL, refusalSaid('order_not_payable'), to)
      : cashierPage({ channel: CHANNEL, description, amountFen, action })
  }
  const way = pressed(visit.rawBody)
  if (way === undefined) return { status: 400 }
  if (way !== 'refuse') {
    const paid = await payerPays(sandbox, { h5Url: action, faults: faultsOf(way, order.totalFen) })
    if (!paid.ok) return cashierSays(CHANNEL, refusalSaid(paid.refusal.code), to)
  }
  if (to !== undefined) return sentOn(to)
  const said = way === 'refuse' ? { zh: '没有付款。', en: 'Nothing was paid.' } : { zh: '付款完成。', en: 'Paid.' }
  return cashierSays(CHANNEL, said, to)
}

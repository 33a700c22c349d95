import { Formatter, Rsa } from 'wechatpay-axios-plugin'
import {
  type Fault,
  type Notice,
  ORDER,
  PATIENCE_MS,
  REFUND,
  type Situation,
  type Stage,
  type Told,
} from './provider.contract.ts'
import {
  answer,
  envelope,
  merchantKeys,
  NOW,
  paidOrder,
  type Reaction,
  refusal,
  signed,
  startChannel,
} from './wechat-pay/channel.ts'

const refund = {
  refund_id: '50000000382019052709732678859',
  out_refund_no: REFUND,
  transaction_id: paidOrder.transaction_id,
  out_trade_no: ORDER,
  status: 'SUCCESS',
  success_time: '2026-11-20T12:00:01+08:00',
  amount: { total: 1000, refund: 900, currency: 'CNY' },
}

const { mchid, appid } = paidOrder
const order = { ...paidOrder, out_trade_no: ORDER }

const situations: Record<Situation, () => Reaction> = {
  created: () => answer({ code_url: 'weixin://wxpay/bizpayurl?pr=p4lpSuKzz' }),
  unpaid: () => answer({ mchid, appid, out_trade_no: ORDER, trade_state: 'NOTPAY' }),
  paid: () => answer(order),
  'paid and partly given back': () => answer({ ...order, trade_state: 'REFUND' }),
  closed: () => answer({ ...order, trade_state: 'CLOSED' }),
  'not known': () => refusal(404, 'ORDER_NOT_EXIST'),
  'closed as asked': () => answer(undefined),
  'not closed because paid': () => refusal(400, 'ORDER_PAID'),
  'refund accepted': () => answer({ ...refund, status: 'PROCESSING' }),
  'refund done': () => answer(refund),
  'refund not known': () => refusal(404, 'RESOURCE_NOT_EXISTS'),
  'refused for good': () => refusal(400, 'PARAM_ERROR'),
  'no balance': () => refusal(403, 'NOT_ENOUGH'),
  'outcome unknown': () => refusal(500, 'SYSTEM_ERROR'),
  'about another order': () => answer({ ...order, ...refund, out_trade_no: `${ORDER}p2`, out_refund_no: `${REFUND}0` }),
}

/** The four headers over a body, under a key that is not WeChat Pay's. */
const byMerchant = (body: string): Record<string, string> => {
  const headers = signed(body)
  const text = Formatter.response(headers['wechatpay-timestamp'] ?? '', headers['wechatpay-nonce'] ?? '', body)
  return { ...headers, 'wechatpay-signature': Rsa.sign(text, merchantKeys.privateKey) }
}

const spoilt = (reaction: Reaction, fault: Fault): Reaction => {
  if (fault === 'late') return 'hang'
  if (fault === 'broken' || typeof reaction === 'string') return 'break'
  const { status, headers, body } = reaction
  const spoils: Record<Exclude<Fault, 'late' | 'broken'>, Reaction> = {
    unsigned: { status, headers: {}, body },
    forged: { status, headers: { ...headers, 'wechatpay-signature': 'forged' }, body },
    // An empty answer cannot be changed without becoming one.
    changed: { status: 200, headers, body: `${body} ` },
    'signed by the merchant': { status, headers: byMerchant(body), body },
    nonsense: { status: 502, headers: {}, body: '<html>502</html>' },
  }
  return spoils[fault]
}

const told = (body: string, headers: Told['headers'] = signed(body)): Told => ({ headers, body: Buffer.from(body) })

const notices: Record<Notice, () => Told> = {
  paid: () => told(envelope('TRANSACTION.SUCCESS', order)),
  refunded: () => told(envelope('REFUND.SUCCESS', { ...refund, mchid, refund_status: 'SUCCESS' })),
  'of no interest': () => told(envelope('PAYSCORE.USER_PAID', {})),
  "another merchant's": () => told(envelope('TRANSACTION.SUCCESS', { ...order, mchid: '1230000110' })),
  changed: () => {
    const { headers, body } = told(envelope('TRANSACTION.SUCCESS', order))
    return { headers, body: Buffer.concat([body, Buffer.from(' ')]) }
  },
  unsigned: () => told(envelope('TRANSACTION.SUCCESS', order), {}),
  'signed by the merchant': () => {
    const body = envelope('TRANSACTION.SUCCESS', order)
    return told(body, byMerchant(body))
  },
}

export const wechatPayStage = async (): Promise<Stage> => {
  const channel = await startChannel(PATIENCE_MS)
  return {
    provider: channel.provider,
    now: NOW,
    method: 'wechat_native',
    foreign: 'alipay_qr',
    transactionId: paidOrder.transaction_id,
    paidAt: Date.UTC(2026, 10, 20, 3, 59, 58),
    refundedAt: NOW + 1000,
    answers: (situation) => channel.reacts(situations[situation]()),
    spoils: (situation, fault) => channel.reacts(spoilt(situations[situation](), fault)),
    tells: (notice) => notices[notice](),
    sent: () => channel.received.splice(0).map(({ body }) => body),
    stop: channel.stop,
  }
}

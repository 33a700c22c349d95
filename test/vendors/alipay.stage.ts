import { paidNotice, paidTrade, partRefundNotice, refundAnswer, refundQueryAnswer, tradeNo } from './alipay/cases.ts'
import {
  answerTo,
  appKeys,
  contentOf,
  form,
  memberOf,
  NOW,
  type Parameters,
  type Reaction,
  refusalOf,
  signature,
  signedNotice,
  startGateway,
} from './alipay/gateway.ts'
import { type Fault, type Notice, ORDER, PATIENCE_MS, REFUND, type Situation, type Stage } from './provider.contract.ts'

/** Alipay answers a refund and the question for one in different words; both are put into the one answer here. */
const refundDone = { ...refundAnswer, ...refundQueryAnswer, out_trade_no: ORDER, out_request_no: REFUND }

const situations: Record<Situation, object> = {
  created: { out_trade_no: ORDER, qr_code: 'https://qr.alipay.com/bavh4wjlxf12tper3a' },
  unpaid: { out_trade_no: ORDER, trade_status: 'WAIT_BUYER_PAY' },
  paid: paidTrade,
  'paid and partly given back': paidTrade,
  closed: { out_trade_no: ORDER, trade_status: 'TRADE_CLOSED' },
  'not known': refusalOf('ACQ.TRADE_NOT_EXIST'),
  'closed as asked': { out_trade_no: ORDER, trade_no: tradeNo },
  'not closed because paid': refusalOf('ACQ.TRADE_STATUS_ERROR'),
  'refund accepted': { ...refundDone, fund_change: 'N' },
  'refund done': refundDone,
  'refund not known': {},
  'refused for good': refusalOf('ACQ.INVALID_PARAMETER'),
  'no balance': refusalOf('ACQ.SELLER_BALANCE_NOT_ENOUGH'),
  'outcome unknown': refusalOf('isp.unknow-error', '20000'),
  'about another order': { ...paidTrade, ...refundDone, out_trade_no: `${ORDER}p2`, out_request_no: `${REFUND}0` },
}

const spoilt = (content: object, method: string, fault: Fault): Reaction => {
  const whole = answerTo(method, content)
  const text = JSON.stringify({ code: '10000', ...content })
  const bodies: Partial<Record<Fault, string>> = {
    unsigned: `{"${memberOf(method)}":${text}}`,
    forged: `{"${memberOf(method)}":${text},"sign":"forged"}`,
    changed: whole.replace('Success', 'success'),
    'signed by the merchant': `{"${memberOf(method)}":${text},"sign":"${signature(text, appKeys.privateKey)}"}`,
    nonsense: '<html>502</html>',
  }
  const body = bodies[fault]
  return body === undefined ? (fault === 'late' ? 'hang' : 'break') : { status: 200, body }
}

const methods: Partial<Record<Situation, string>> = {
  created: 'alipay.trade.precreate',
  paid: 'alipay.trade.query',
  'closed as asked': 'alipay.trade.close',
  'refund accepted': 'alipay.trade.refund',
  'refund done': 'alipay.trade.fastpay.refund.query',
}

const paid = signedNotice(paidNotice)

const notices: Record<Notice, Parameters> = {
  paid,
  refunded: signedNotice(partRefundNotice),
  'of no interest': signedNotice({ ...paidNotice, trade_status: 'TRADE_CLOSED' }),
  "another merchant's": signedNotice({ ...paidNotice, app_id: '2021000000000000' }),
  changed: { ...paid, total_amount: '0.01' },
  unsigned: { ...paidNotice, sign_type: 'RSA2' },
  'signed by the merchant': { ...paid, sign: signature(contentOf(paidNotice), appKeys.privateKey) },
}

export const alipayStage = async (): Promise<Stage> => {
  const gateway = await startGateway({}, PATIENCE_MS)
  return {
    provider: gateway.provider,
    now: NOW,
    method: 'alipay_qr',
    foreign: 'wechat_native',
    transactionId: tradeNo,
    paidAt: Date.UTC(2026, 10, 20, 3, 59, 58),
    refundedAt: NOW + 1000,
    answers: (situation) => gateway.reacts(situations[situation]),
    spoils: (situation, fault) => gateway.reacts(spoilt(situations[situation], methods[situation] ?? '', fault)),
    tells: (notice) => ({ headers: {}, body: form(notices[notice]) }),
    sent: () => gateway.received.splice(0).map(({ body }) => decodeURIComponent(body)),
    stop: gateway.stop,
  }
}

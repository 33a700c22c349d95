import { constants, publicEncrypt } from 'node:crypto'
import { rfc3339Beijing } from '../../../../shared/kernel/time.ts'
import type { WeChatPaySandbox } from '../../sandbox.ts'
import { isFullyRefunded } from '../order.ts'
import { readOrder } from '../store.ts'
import type { Complaint } from './complaint.ts'

/** A number of nobody's, sealed for the merchant as the channel seals the payer's. */
const sealedPhone = ({ wechatPay }: WeChatPaySandbox): string =>
  publicEncrypt(
    { key: wechatPay.merchantPublicKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha1' },
    Buffer.from('00000000000'),
  ).toString('base64')

/** A complaint as list and detail answer it. */
export const showComplaint = async (sandbox: WeChatPaySandbox, complaint: Complaint) => {
  const order = (await readOrder(sandbox, complaint.outTradeNo))?.value
  const { transactionId: transaction_id, outTradeNo: out_trade_no, amountFen: amount } = complaint
  return {
    complaint_id: complaint.complaintId,
    complaint_time: rfc3339Beijing(complaint.openedAt),
    complaint_detail: complaint.text,
    complainted_mchid: sandbox.wechatPay.mchid,
    complaint_state: complaint.state,
    payer_phone: sealedPhone(sandbox),
    payer_openid: complaint.openid,
    complaint_order_info: [{ transaction_id, out_trade_no, amount }],
    complaint_full_refunded: order !== undefined && isFullyRefunded(order, sandbox.clock.now()),
    incoming_user_response: complaint.awaitsReply,
    problem_description: complaint.problem === 'REFUND' ? '申请退款' : '交易问题',
    user_complaint_times: complaint.times,
    problem_type: complaint.problem,
    ...(complaint.problem === 'REFUND' && { apply_refund_amount: amount }),
    user_tag_list: [],
  }
}

/** The channel's word in the history for what `action_type` says in a notification. */
const operations: Record<string, string> = {
  CREATE_COMPLAINT: 'USER_CREATE_COMPLAINT',
  CONTINUE_COMPLAINT: 'USER_CONTINUE_COMPLAINT',
  SELLER_REFUND: 'COMPLAINT_FULL_REFUNDED_SYSTEM_MESSAGE',
  MERCHANT_REJECT_REFUND: 'MERCHANT_REFUSE_RERUND',
}

const operators = (action: string): string => {
  if (action.startsWith('MERCHANT')) return '商家'
  return action === 'SELLER_REFUND' ? '系统' : '投诉人'
}

/** What was said and done about a complaint, newest first. */
export const historyShown = ({ complaintId, history }: Complaint) =>
  history
    .map(({ at, action, text }, index) => ({
      log_id: `${complaintId}${String(index).padStart(3, '0')}`,
      operator: operators(action),
      operate_time: rfc3339Beijing(at),
      operate_type: operations[action] ?? action,
      operate_details: text,
      image_list: [],
    }))
    .toReversed()

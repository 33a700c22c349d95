import type { ComplaintDesk } from '../../../complaints/complaint-desk.ts'
import { fromSecret } from '../../from-secret.ts'
import { accountOf } from '../account.ts'
import { asking } from '../ask.ts'
import type { WechatPayDeps } from '../exchange.ts'
import { openMerchant, type WechatPayConfig } from '../merchant.ts'
import { completeRequest, detailRequest, listRequest, readComplaint, readPage, replyRequest } from './complaints.ts'
import { historyRequest, readHistory } from './history.ts'

const LONGEST_REPLY = 200

const length = (text: string): number => [...text].length

const readDone = (body: Buffer): { kind: 'done' } | undefined => (body.length === 0 ? { kind: 'done' } : undefined)

/**
 * WeChat Pay's complaints 2.0, as a direct merchant. Throws only when it is made with keys that cannot work. A refusal is not
 * signed: `absent` and `rejected` end nothing, they ask for a person or for another look.
 */
export const wechatPayComplaintDesk = (config: WechatPayConfig, deps: WechatPayDeps): ComplaintDesk => {
  const merchant = openMerchant(config)
  const ask = asking(merchant, deps)
  return {
    channel: 'wechat_pay',
    list: (of) => ask('complaints', listRequest(merchant, of), readPage(merchant, of)),
    detail: (complaintId) => ask('complaint', detailRequest(complaintId), readComplaint(merchant, complaintId)),
    history: (complaintId) => ask('complaint', historyRequest(complaintId), readHistory),
    reply: async (complaintId, text) => {
      if (!text.trim() || length(text) > LONGEST_REPLY) return { kind: 'rejected', code: 'reply_length' }
      return ask('reply', replyRequest(merchant, complaintId, text), readDone)
    },
    complete: (complaintId) => ask('complete', completeRequest(merchant, complaintId), readDone),
  }
}

/** The largest page of complaints that is read: 50 of them, each with the payer's own words. */
const MAX_ANSWER = 1024 * 1024

/** Makes the desk from the merchant's secret. */
export const wechatPayComplaintDeskFrom = fromSecret(accountOf, wechatPayComplaintDesk, MAX_ANSWER)

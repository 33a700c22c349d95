import * as z from 'zod/mini'
import type { ChannelComplaint, ChannelComplaintState } from '../../../complaints/complaint-desk.ts'
import { moment, number } from '../fields.ts'
import { parseJson } from '../json.ts'
import type { Merchant } from '../merchant.ts'
import type { ApiRequest } from '../requests.ts'

const PATH = '/v3/merchant-service/complaints-v2'

export const complaintPath = (complaintId: string): string => `${PATH}/${encodeURIComponent(complaintId)}`

export type ComplaintPage = { from: string; to: string; offset: number; limit: number }

export const listRequest = ({ mchid }: Merchant, { from, to, offset, limit }: ComplaintPage): ApiRequest => {
  const query = { limit: String(limit), offset: String(offset), begin_date: from, end_date: to }
  return { method: 'GET', path: `${PATH}?${new URLSearchParams({ ...query, complainted_mchid: mchid })}` }
}

export const detailRequest = (complaintId: string): ApiRequest => ({ method: 'GET', path: complaintPath(complaintId) })

export const replyRequest = ({ mchid }: Merchant, complaintId: string, text: string): ApiRequest => ({
  method: 'POST',
  path: `${complaintPath(complaintId)}/response`,
  body: { complainted_mchid: mchid, response_content: text },
})

export const completeRequest = ({ mchid }: Merchant, complaintId: string): ApiRequest => ({
  method: 'POST',
  path: `${complaintPath(complaintId)}/complete`,
  body: { complainted_mchid: mchid },
})

const states: ReadonlyMap<string, ChannelComplaintState> = new Map([
  ['PENDING', 'pending'],
  ['PROCESSING', 'processing'],
  ['PROCESSED', 'processed'],
])

// The payer's openid and enciphered phone are not named here, so they are dropped.
const complaint = z.object({
  complaint_id: number,
  complaint_time: moment,
  complaint_detail: z.string(),
  complaint_state: z.string(),
  complainted_mchid: z.nullish(z.string()),
  complaint_order_info: z.nullish(
    z.array(z.object({ transaction_id: number, out_trade_no: number, amount: z.int().check(z.nonnegative()) })),
  ),
  complaint_full_refunded: z.boolean(),
  incoming_user_response: z.boolean(),
  user_complaint_times: z.int().check(z.nonnegative()),
  problem_type: z.nullish(z.string()),
})

type Told = z.infer<typeof complaint>

const isOurs = ({ mchid }: Merchant, told: Told): boolean => (told.complainted_mchid ?? mchid) === mchid

const complaintOf = (told: Told): ChannelComplaint => {
  // A state nobody knows yet needs a person, as an unanswered complaint does; refusing to read it would hide it.
  const state = states.get(told.complaint_state) ?? 'pending'
  return {
    channel: 'wechat_pay',
    complaintId: told.complaint_id,
    state,
    openedAt: told.complaint_time,
    text: told.complaint_detail,
    orders: (told.complaint_order_info ?? []).map(({ transaction_id, out_trade_no, amount }) => ({
      outTradeNo: out_trade_no,
      transactionId: transaction_id,
      amountFen: amount,
    })),
    fullyRefunded: told.complaint_full_refunded,
    awaitsReply: state === 'pending' || told.incoming_user_response,
    followUps: told.user_complaint_times,
    problem: told.problem_type ?? 'OTHERS',
  }
}

/** The complaint that was asked for; undefined when the answer is about another one or another merchant's. */
export const readComplaint =
  (merchant: Merchant, complaintId: string) =>
  (body: Buffer): { kind: 'complaint'; complaint: ChannelComplaint } | undefined => {
    const read = parseJson(complaint, body)
    if (!read || !isOurs(merchant, read) || read.complaint_id !== complaintId) return undefined
    return { kind: 'complaint', complaint: complaintOf(read) }
  }

const page = z.object({
  offset: z.int(),
  data: z.nullish(z.array(complaint)),
  total_count: z.nullish(z.int().check(z.nonnegative())),
})

/**
 * A page of complaints. WeChat Pay tells the total with the first page only; afterwards `total` is what is certain: those
 * before and on this page, and one more while pages come full.
 */
export const readPage =
  (merchant: Merchant, { offset, limit }: ComplaintPage) =>
  (body: Buffer): { kind: 'page'; complaints: readonly ChannelComplaint[]; total: number } | undefined => {
    const read = parseJson(page, body)
    const told = read?.data ?? []
    if (!read || read.offset !== offset || !told.every((one) => isOurs(merchant, one))) return undefined
    const certain = offset + told.length + (told.length === limit ? 1 : 0)
    return { kind: 'page', complaints: told.map(complaintOf), total: read.total_count ?? certain }
  }

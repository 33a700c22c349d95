import * as z from 'zod/mini'
import type { Talk, TalkEvent, Talker, TalkLine } from '../../../complaints/complaint-desk.ts'
import { moment } from '../fields.ts'
import { parseJson } from '../json.ts'
import type { ApiRequest } from '../requests.ts'
import { complaintPath } from './complaints.ts'

/** As many lines as one answer holds; a talk with more is told from its end. */
const NEWEST = 50

export const historyRequest = (complaintId: string): ApiRequest => {
  const query = new URLSearchParams({ limit: String(NEWEST), offset: '0' })
  return { method: 'GET', path: `${complaintPath(complaintId)}/negotiation-historys?${query}` }
}

/** WeChat Pay's `operate_type`, spelt as it spells them. */
export const events: Readonly<Record<string, readonly [Talker, TalkEvent]>> = {
  USER_CREATE_COMPLAINT: ['payer', 'complained'],
  USER_CONTINUE_COMPLAINT: ['payer', 'complained_again'],
  USER_RESPONSE: ['payer', 'wrote'],
  USER_REVOKE_COMPLAINT: ['payer', 'withdrew'],
  USER_COMFIRM_COMPLAINT: ['payer', 'confirmed'],
  USER_APPLY_PLATFORM_HELP: ['payer', 'asked_for_help'],
  USER_SUBMIT_SATISFACTION: ['payer', 'rated'],
  MERCHANT_RESPONSE: ['merchant', 'answered'],
  MERCHANT_CONFIRM_COMPLETE: ['merchant', 'ended'],
  MERCHANT_APPROVE_REFUND: ['merchant', 'refund_approved'],
  MERCHANT_REFUSE_RERUND: ['merchant', 'refund_refused'],
  PLATFORM_RESPONSE: ['channel', 'wrote'],
  PLATFORM_HELP_APPLICATION: ['channel', 'urged'],
  COMPLAINT_FULL_REFUNDED_SYSTEM_MESSAGE: ['channel', 'refunded'],
  COMPLAINT_PARTIAL_REFUNDED_SYSTEM_MESSAGE: ['channel', 'refunded_partly'],
  COMPLAINT_REFUND_RECEIVED_SYSTEM_MESSAGE: ['channel', 'refund_arrived'],
}

// Who did it is not read: it may be the payer's name, and the kind of line says enough. Pictures and other media are not read either.
const line = z.object({ operate_time: moment, operate_type: z.string(), operate_details: z.nullish(z.string()) })

const page = z.object({
  offset: z.literal(0),
  data: z.nullish(z.array(line)),
  total_count: z.nullish(z.int().check(z.nonnegative())),
})

const lineOf = ({ operate_time, operate_type, operate_details }: z.infer<typeof line>): TalkLine => {
  const [by, event] = events[operate_type] ?? ['channel', 'other']
  return { at: operate_time, by, event, text: operate_details ?? '' }
}

/** The talk, which WeChat Pay tells newest first. Within one second its order is kept. */
export const readHistory = (body: Buffer): ({ kind: 'history' } & Talk) | undefined => {
  const read = parseJson(page, body)
  if (!read) return undefined
  const lines = (read.data ?? []).map(lineOf).toReversed()
  return {
    kind: 'history',
    lines: lines.toSorted((one, other) => one.at - other.at),
    total: Math.max(lines.length, read.total_count ?? 0),
  }
}

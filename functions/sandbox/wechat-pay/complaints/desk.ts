import * as z from 'zod/mini'
import { DAY } from '../../../../shared/kernel/time.ts'
import { beijingDayStart } from '../../beijing.ts'
import type { WeChatPaySandbox } from '../../sandbox.ts'
import { readBody, text } from '../bodies.ts'
import type { ErrorDetail } from '../errors.ts'
import { done, type Reply, refuse } from '../reply.ts'
import type { ComplaintMove } from './complaint.ts'
import { type Happened, happen } from './happen.ts'
import { historyShown, showComplaint } from './show.ts'
import { listComplaints, readComplaint } from './store.ts'

const LONGEST_SPAN_DAYS = 30

const whole = (byDefault: number, most: number) =>
  z._default(
    z.pipe(
      z.string().check(
        z.regex(/^\d{1,9}$/),
        z.refine((text) => Number(text) <= most),
      ),
      z.transform((text) => Number(text)),
    ),
    byDefault,
  )

const page = { limit: whole(10, 50), offset: whole(0, 1e9) }
const day = z.string().check(z.refine((one) => beijingDayStart(one) !== undefined))

const listQuery = z.object({ ...page, begin_date: day, end_date: day, complainted_mchid: z.optional(z.string()) })
const historyQuery = z.object(page)

const wrong = (field: string): ErrorDetail => ({ field, issue: 'invalid', location: 'query' })

const readQuery = <T>(schema: z.ZodMiniType<T>, query: URLSearchParams) => {
  const parsed = z.safeParse(schema, Object.fromEntries(query))
  if (parsed.success) return { ok: true, value: parsed.data } as const
  return { ok: false, detail: wrong(String(parsed.error.issues[0]?.path[0] ?? '')) } as const
}

const pageOf = <T>(all: readonly T[], { limit, offset }: { limit: number; offset: number }) => ({
  limit,
  offset,
  total_count: all.length,
  rows: all.slice(offset, offset + limit),
})

/** GET /v3/merchant-service/complaints-v2: those opened from the first moment of one day to the last of another. */
export const list = async (sandbox: WeChatPaySandbox, query: URLSearchParams): Promise<Reply> => {
  const read = readQuery(listQuery, query)
  if (!read.ok) return refuse('param_error', read.detail)
  const { begin_date, end_date, complainted_mchid } = read.value
  if (complainted_mchid !== undefined && complainted_mchid !== sandbox.wechatPay.mchid) return refuse('mchid_not_match')
  const from = beijingDayStart(begin_date) ?? 0
  const until = (beijingDayStart(end_date) ?? 0) + DAY
  if (until <= from || until - from > (LONGEST_SPAN_DAYS + 1) * DAY) return refuse('param_error', wrong('end_date'))
  const meant = (await listComplaints(sandbox)).filter(({ openedAt }) => openedAt >= from && openedAt < until)
  const { rows, ...rest } = pageOf(meant, read.value)
  return done({ data: await Promise.all(rows.map((one) => showComplaint(sandbox, one))), ...rest })
}

/** GET …/complaints-v2/{complaint_id} */
export const detail = async (sandbox: WeChatPaySandbox, complaintId: string): Promise<Reply> => {
  const found = await readComplaint(sandbox, complaintId)
  return found ? done(await showComplaint(sandbox, found.value)) : refuse('complaint_not_exist')
}

/** GET …/complaints-v2/{complaint_id}/negotiation-historys */
export const history = async (sandbox: WeChatPaySandbox, id: string, query: URLSearchParams): Promise<Reply> => {
  const read = readQuery(historyQuery, query)
  if (!read.ok) return refuse('param_error', read.detail)
  const found = await readComplaint(sandbox, id)
  if (!found) return refuse('complaint_not_exist')
  const { rows, ...rest } = pageOf(historyShown(found.value), read.value)
  return done({ data: rows, ...rest })
}

const replyOf = ({ kind }: Happened): Reply => {
  if (kind === 'done') return done()
  return refuse(kind === 'unknown' ? 'complaint_not_exist' : 'complaint_state_wrong')
}

const mchid = { complainted_mchid: text(64) }
const response = z.object({ ...mchid, response_content: text(200) })
const completion = z.object(mchid)
const progress = z.object({
  action: z.enum(['APPROVE', 'REJECT']),
  reject_reason: z.optional(z.string().check(z.maxLength(200))),
})

type Meant = { complainted_mchid?: string }

const merchantDoes = async <T extends Meant>(
  sandbox: WeChatPaySandbox,
  id: string,
  rawBody: Buffer,
  schema: z.ZodMiniType<T>,
  what: (body: T) => [ComplaintMove, string],
): Promise<Reply> => {
  const read = readBody(schema, rawBody)
  if (!read.ok) return refuse('param_error', read.detail)
  const { complainted_mchid } = read.value
  if (complainted_mchid !== undefined && complainted_mchid !== sandbox.wechatPay.mchid) return refuse('mchid_not_match')
  return replyOf(await happen(sandbox, id, ...what(read.value)))
}

/** POST …/{complaint_id}/response. The first answer moves the complaint on. */
export const respond = (sandbox: WeChatPaySandbox, id: string, rawBody: Buffer): Promise<Reply> =>
  merchantDoes(sandbox, id, rawBody, response, (body) => ['MERCHANT_RESPONSE', body.response_content])

/** POST …/{complaint_id}/complete */
export const complete = (sandbox: WeChatPaySandbox, id: string, rawBody: Buffer): Promise<Reply> =>
  merchantDoes(sandbox, id, rawBody, completion, () => ['MERCHANT_CONFIRM_COMPLETE', ''])

/** POST …/{complaint_id}/update-refund-progress. Approving moves no money: that is the refund interface's. */
export const refundProgress = (sandbox: WeChatPaySandbox, id: string, rawBody: Buffer): Promise<Reply> =>
  merchantDoes<z.infer<typeof progress> & Meant>(sandbox, id, rawBody, progress, ({ action, reject_reason }) =>
    action === 'APPROVE' ? ['MERCHANT_APPROVE_REFUND', ''] : ['MERCHANT_REJECT_REFUND', reject_reason ?? ''],
  )

import * as z from 'zod/mini'
import type { Millis } from '../../../../shared/kernel/time.ts'

const states = ['PENDING', 'PROCESSING', 'PROCESSED'] as const
export const problemTypes = ['REFUND', 'SERVICE_NOT_WORK', 'OTHERS'] as const

export type ComplaintState = (typeof states)[number]

/** A complaint of a payer about one order, as stored. Money in fen, times in epoch ms. */
export const complaintSchema = z.object({
  complaintId: z.string(),
  outTradeNo: z.string(),
  transactionId: z.string(),
  openid: z.string(),
  amountFen: z.int(),
  text: z.string(),
  problem: z.enum(problemTypes),
  state: z.enum(states),
  openedAt: z.number(),
  /** How often the payer came back, the first time counted. */
  times: z.int(),
  /** The payer has written and nobody has answered. */
  awaitsReply: z.boolean(),
  history: z.array(z.object({ at: z.number(), action: z.string(), text: z.string() })),
})

export type Complaint = z.infer<typeof complaintSchema>

/** What becomes of a complaint, by what somebody does; the names are the channel's `action_type`. */
export const complaintMoves = [
  { from: ['PENDING', 'PROCESSING'], to: 'PROCESSING', when: 'MERCHANT_RESPONSE' },
  { from: ['PENDING', 'PROCESSING'], to: 'PROCESSING', when: 'MERCHANT_APPROVE_REFUND' },
  { from: ['PENDING', 'PROCESSING'], to: 'PROCESSING', when: 'MERCHANT_REJECT_REFUND' },
  { from: ['PROCESSING'], to: 'PROCESSED', when: 'MERCHANT_CONFIRM_COMPLETE' },
  { from: ['PENDING'], to: 'PENDING', when: 'CONTINUE_COMPLAINT' },
  { from: ['PROCESSING', 'PROCESSED'], to: 'PROCESSING', when: 'CONTINUE_COMPLAINT' },
  { from: ['PENDING', 'PROCESSING', 'PROCESSED'], to: 'PROCESSED', when: 'SELLER_REFUND' },
] as const satisfies readonly { from: readonly ComplaintState[]; to: ComplaintState; when: string }[]

export type ComplaintMove = (typeof complaintMoves)[number]['when']

/** The complaint after somebody did something; undefined when that cannot be done in its state. */
export const moved = (before: Complaint, move: ComplaintMove, text: string, now: Millis): Complaint | undefined => {
  const found = complaintMoves.find(({ from, when }) => when === move && from.some((state) => state === before.state))
  if (!found) return undefined
  const continued = move === 'CONTINUE_COMPLAINT'
  return {
    ...before,
    state: found.to,
    times: before.times + (continued ? 1 : 0),
    awaitsReply: continued,
    history: [...before.history, { at: now, action: move, text }],
  }
}

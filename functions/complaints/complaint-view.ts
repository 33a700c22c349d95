import * as z from 'zod/mini'
import { rfc3339, rfc3339If } from '../../shared/kernel/time.ts'
import { banShown } from '../account/bans/ban-view.ts'
import { disclosureShown, showDisclosure } from '../consent/disclosure-view.ts'
import { orderShown } from '../payment/orders/order-view.ts'
import { paymentChannels } from '../payment/paying/provider.ts'
import { refundShown } from '../payment/refunds/refund-view.ts'
import { maskNumbers } from '../person/numbers-in-text.ts'
import { verificationStatuses } from '../verification/verification.ts'
import { type Complaint, complaintStatuses, deedKinds } from './complaint.ts'
import { talkEvents, talkers } from './complaint-desk.ts'
import type { Evidence } from './evidence/evidence.ts'
import { deadlinesOf, type Limits } from './following/deadlines.ts'
import { notMaliciousBecause } from './malice/malice.ts'
import type { ToldTalk } from './talk/talk.ts'

const time = z.iso.datetime()
const said = z.strictObject({ text: z.string(), at: time, operatorId: z.string() })

/** A complaint in a list: what is owed until when. Never the payer's phone, name or words. */
export const complaintShown = z.strictObject({
  channel: z.enum(paymentChannels),
  id: z.string(),
  status: z.enum(complaintStatuses),
  problem: z.nullable(z.string()),
  openedAt: time,
  replyBy: z.nullable(time),
  completeBy: z.nullable(time),
  followUps: z.int(),
  accountId: z.nullable(z.string()),
  orders: z.array(z.strictObject({ outTradeNo: z.string(), orderId: z.nullable(z.string()), amountFen: z.int() })),
  fullyRefunded: z.boolean(),
  forcedFen: z.int(),
  malicious: z.boolean(),
  /** Asked for by an operator, not confirmed by the channel. */
  pending: z.nullable(z.enum(deedKinds)),
  refusal: z.nullable(z.strictObject({ deed: z.enum(deedKinds), channelCode: z.string(), at: time })),
  lastReply: z.nullable(said),
})

export const showComplaint = (complaint: Complaint, limits: Limits): z.infer<typeof complaintShown> => {
  const { answers, refusal } = complaint
  const lastReply = answers.at(-1)
  const { reply, complete } = deadlinesOf(complaint, limits)
  return {
    channel: complaint.channel,
    id: complaint.complaintId,
    status: complaint.status,
    problem: complaint.problem ?? null,
    openedAt: rfc3339(complaint.openedAt),
    replyBy: rfc3339If(reply),
    completeBy: rfc3339If(complete),
    // The channel counts the first, too.
    followUps: Math.max(0, complaint.followUps - 1),
    accountId: complaint.accountId ?? null,
    orders: complaint.orders.map(({ outTradeNo, orderId = null, amountFen }) => ({ outTradeNo, orderId, amountFen })),
    fullyRefunded: complaint.fullyRefunded,
    forcedFen: complaint.forcedFen ?? 0,
    malicious: complaint.maliciousAt !== undefined,
    pending: complaint.pending?.kind ?? null,
    refusal: refusal ? { deed: refusal.deed, channelCode: refusal.code, at: rfc3339(refusal.at) } : null,
    lastReply: lastReply ? { ...lastReply, text: maskNumbers(lastReply.text), at: rfc3339(lastReply.at) } : null,
  }
}

const evidenceShown = z.strictObject({
  outTradeNo: z.string(),
  orderId: z.string(),
  ...z.pick(orderShown, {
    kind: true,
    offer: true,
    points: true,
    status: true,
    amountFen: true,
    createdAt: true,
    paidAt: true,
  }).shape,
  verdict: z.nullable(
    z.strictObject({
      status: z.enum(verificationStatuses),
      decidedAt: z.nullable(time),
      consentNotice: z.string(),
      consentAt: time,
      handedOn: z.array(disclosureShown),
    }),
  ),
  refunds: z.array(
    z.strictObject({
      ...z.pick(refundShown, {
        amountFen: true,
        status: true,
        reason: true,
        owedAt: true,
        takenAt: true,
        backAt: true,
        paidByHand: true,
      }).shape,
    }),
  ),
  forcedFen: z.int(),
})

export const showEvidence = (evidence: Evidence): z.infer<typeof evidenceShown> => {
  const { verdict } = evidence
  return {
    outTradeNo: evidence.outTradeNo,
    orderId: evidence.orderId,
    kind: evidence.kind,
    status: evidence.status,
    offer: evidence.offer ?? null,
    points: evidence.points ?? null,
    amountFen: evidence.priceFen,
    createdAt: rfc3339(evidence.chosenAt),
    paidAt: rfc3339If(evidence.paidAt),
    verdict: verdict
      ? {
          status: verdict.status,
          decidedAt: rfc3339If(verdict.decidedAt),
          consentNotice: verdict.consent.notice,
          consentAt: rfc3339(verdict.consent.agreedAt),
          handedOn: (verdict.handedOn ?? []).map((one) => showDisclosure(one, 'zh')),
        }
      : null,
    refunds: evidence.refunds.map(({ fen, status, reason, dueSince, acceptedAt, succeededAt, paidByHand = false }) => ({
      amountFen: fen,
      status,
      reason,
      owedAt: rfc3339(dueSince),
      takenAt: rfc3339If(acceptedAt),
      backAt: rfc3339If(succeededAt),
      paidByHand,
    })),
    forcedFen: evidence.forcedFen,
  }
}

const talkShown = z.strictObject({
  lines: z.array(
    z.strictObject({
      at: time,
      by: z.enum(talkers),
      event: z.enum(talkEvents),
      text: z.nullable(z.string()),
      operatorId: z.nullable(z.string()),
    }),
  ),
  whole: z.boolean(),
  version: z.string(),
})

/**
 * The talk as it is told. What the payer said is for who may see people; the channel's own words may repeat it. Numbers of
 * people are masked for everybody.
 */
export const showTalk = ({ lines, isWhole, version }: ToldTalk, seesPeople: boolean): z.infer<typeof talkShown> => ({
  lines: lines.map(({ at, by, event, text, operatorId = null }) => ({
    at: rfc3339(at),
    ...{ by, event, operatorId, text: (by === 'merchant' || seesPeople) && text ? maskNumbers(text) : null },
  })),
  ...{ whole: isWhole, version },
})

/** A complaint as an operator opens it. `text`: the payer's own words with numbers masked, null while the channel cannot be asked for them. */
export const complaintDetailShown = z.strictObject({
  ...complaintShown.shape,
  text: z.nullable(z.string()),
  /** The words of the payer are not for whoever asks, as they may not see people. */
  isTextHidden: z.boolean(),
  /** All that was said and done about it, oldest first. */
  talk: talkShown,
  evidence: z.array(evidenceShown),
  suggestedReply: z.nullable(z.string()),
  /** Why it cannot be called malicious now; null where it can be. */
  notMalicious: z.nullable(z.enum(notMaliciousBecause)),
  /** `bansAt`: as many malicious complaints ban the account for good. */
  account: z.nullable(z.strictObject({ maliciousComplaints: z.int(), bansAt: z.int(), bans: z.array(banShown) })),
})

export type ComplaintDetail = z.infer<typeof complaintDetailShown>

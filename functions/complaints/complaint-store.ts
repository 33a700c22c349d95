import * as z from 'zod/mini'
import { MINUTE, type Millis, SECOND } from '../../shared/kernel/time.ts'
import { due, listedAt } from '../../shared/table/keys.ts'
import {
  absent,
  all,
  any,
  atMost,
  equals,
  exists,
  type Item,
  isNew,
  type Key,
  type Put,
  put,
  type Update,
  update,
} from '../../shared/table/write.ts'
import { type PaymentChannel, paymentChannels } from '../payment/paying/provider.ts'
import { type Complaint, complaintStatuses, type Deed, deedKinds } from './complaint.ts'
import { complaintKeys, complaintLists } from './keys.ts'

/** Longer than any function of ours lives, so that the channel is never asked by two at once. */
const LEASE: Millis = 45 * SECOND

const text = z.string()
const at = z.number()
const by = { operatorId: text, at }

const said = z.object({ ...by, text })

const deed = z.union([
  z.object({ ...by, kind: z.literal('reply'), text, answersPayer: z.boolean() }),
  z.object({ ...by, kind: z.literal('complete'), followUps: z.optional(z.int()) }),
])

const stored = z.object({
  channel: z.enum(paymentChannels),
  complaintId: text,
  status: z.enum(complaintStatuses),
  openedAt: at,
  roundAt: at,
  waitingSince: z.optional(at),
  answeredAt: z.optional(at),
  toldAt: z.optional(at),
  problem: z.optional(text),
  followUps: z.int(),
  fullyRefunded: z.boolean(),
  orders: z.array(z.object({ outTradeNo: text, amountFen: z.int(), orderId: z.optional(text) })),
  accountId: z.optional(text),
  forcedFen: z.optional(z.int()),
  rung: z.array(text),
  pending: z.optional(deed),
  answers: z.optional(z.array(said)),
  /** The last of them; alone in items that were written before every answer was kept. */
  lastReply: z.optional(said),
  completedAt: z.optional(at),
  refusal: z.optional(z.object({ deed: z.enum(deedKinds), code: text, at })),
  maliciousAt: z.optional(at),
  changes: z.int(),
})

/** The complaint in an item. */
export const complaintOf = (item: Item): Complaint => {
  const { lastReply, answers = lastReply ? [lastReply] : [], ...complaint } = z.parse(stored, item)
  return { ...complaint, answers }
}

/** Key of a complaint. */
export const complaintKey = ({ channel, complaintId }: Pick<Complaint, 'channel' | 'complaintId'>): Key =>
  complaintKeys.complaint(channel, complaintId)

const written = (complaint: Complaint, dueAt: Millis | undefined) => {
  const { orders, rung, pending, answers, refusal, ...plain } = complaint
  // Read by the version before this one, which kept no others.
  const lastReply = answers.at(-1)
  return {
    ...plain,
    orders: orders.map((order) => ({ ...order })),
    rung: [...rung],
    pending: pending && { ...pending },
    answers: answers.map((one) => ({ ...one })),
    ...(lastReply && { lastReply: { ...lastReply } }),
    refusal: refusal && { ...refusal },
    ...listedAt(complaintLists.complaints(complaint.status), complaint.openedAt),
    ...(dueAt !== undefined && due(complaintKey(complaint), dueAt)),
  }
}

/** A complaint we hear of for the first time; what it says must be asked for. Conflict `complaint_known`. */
export const complaintOpened = (channel: PaymentChannel, complaintId: string, now: Millis): Put => {
  const fresh: Complaint = {
    channel,
    complaintId,
    status: 'open',
    openedAt: now,
    roundAt: now,
    waitingSince: now,
    followUps: 0,
    fullyRefunded: false,
    orders: [],
    rung: [],
    answers: [],
    changes: 0,
  }
  return put(complaintKey(fresh), written(fresh, now + MINUTE), isNew, 'complaint_known')
}

/** Something happened to it: the channel must be asked again. */
export const complaintWoken = (channel: PaymentChannel, complaintId: string, now: Millis): Update => {
  const key = complaintKeys.complaint(channel, complaintId)
  return update(key, { set: due(key, now + MINUTE), add: { changes: 1 }, remove: ['wakePause'] }, exists('pk'))
}

/** Whether somebody is looking at it right now. */
export const isHeld = (item: Item, now: Millis): boolean => typeof item.leaseUntil === 'number' && item.leaseUntil > now

const unleased = (now: Millis) => any(absent('leaseUntil'), atMost('leaseUntil', now))

/** Takes the next look, alone. */
export const complaintClaimed = (key: Key, now: Millis): Update =>
  update(
    key,
    { set: { leaseUntil: now + LEASE, ...due(key, now + MINUTE) }, add: { changes: 1 }, remove: ['wakePause'] },
    all(exists('dueAt'), unleased(now)),
    'complaint_not_claimable',
  )

/** An operator asks for something: written before the channel is, and owed until it has answered. Taken alone as well. */
export const complaintDeedTaken = (complaint: Complaint, pending: Deed, now: Millis): Update => {
  const key = complaintKey(complaint)
  return update(
    key,
    {
      set: { pending: { ...pending }, leaseUntil: now + LEASE, ...due(key, now + MINUTE) },
      add: { changes: 1 },
      remove: ['wakePause', 'refusal'],
    },
    all(equals('changes', complaint.changes), unleased(now)),
    'complaint_changed',
  )
}

/** What is known now, and when to look again; nothing is owed without `dueAt`. Gives the item free. */
export const complaintWritten = (complaint: Complaint, dueAt: Millis | undefined): Put =>
  put(
    complaintKey(complaint),
    written({ ...complaint, changes: complaint.changes + 1 }, dueAt),
    equals('changes', complaint.changes),
    'complaint_changed',
  )

/** The account whose orders it is about, where that is known, finds it. Says the same however often it is written. */
export const complaintNoted = ({ channel, complaintId, accountId }: Complaint): Put[] =>
  accountId === undefined ? [] : [put(complaintKeys.noted(accountId, channel, complaintId), { channel, complaintId })]

/** The complaint that an account's note of one names. */
export const notedComplaintKey = ({ channel, complaintId }: Item): Key =>
  complaintKeys.complaint(String(channel), String(complaintId))

/** Marked as malicious, once. */
export const complaintMalicious = (complaint: Complaint, now: Millis): Update =>
  update(
    complaintKey(complaint),
    { set: { maliciousAt: now }, add: { changes: 1 } },
    all(exists('pk'), absent('maliciousAt')),
    'already_malicious',
  )

import { HOUR, MINUTE, type Millis, rfc3339 } from '../../../shared/kernel/time.ts'
import type { PaymentChannel } from '../../payment/paying/provider.ts'
import {
  absorbFullRefund,
  type ForcedRefundDeps,
  type FullyAbsorbed,
} from '../../payment/refunds/absorb-forced-refund.ts'
import { afterPerformed, type Performed, perform } from '../answering/perform.ts'
import { type Complaint, complaintAfter, isEnded } from '../complaint.ts'
import type { ChannelComplaint, ComplaintDesk } from '../complaint-desk.ts'
import { complaintClaimed, complaintNoted, complaintOf, complaintWritten, isHeld } from '../complaint-store.ts'
import { joinOrders } from '../evidence/gather-evidence.ts'
import { complaintWork } from '../keys.ts'
import type { ComplaintSettings } from '../settings.ts'
import { nextLookAt, ringing } from './deadlines.ts'

export type FollowDeps = ForcedRefundDeps & {
  settings: Pick<ComplaintSettings, 'complaints'>
  desk: (channel: PaymentChannel) => Promise<ComplaintDesk>
}

/** How a look at a complaint ended. `code`: why the channel could not be asked. */
export type Look = { complaint: Complaint; performed: Performed; code?: string; written: boolean }

/** The channel does not answer: ask again soon, the clock runs. */
const UNHEARD_PAUSE: Millis = 5 * MINUTE

const ringOnce = (deps: FollowDeps, complaint: Complaint, event: string): Complaint => {
  if (complaint.rung.includes(event)) return complaint
  deps.alarm(event, { channel: complaint.channel, complaintId: complaint.complaintId })
  return { ...complaint, rung: [...complaint.rung, event] }
}

const TRIES = 3

/**
 * Writes what was learned by whoever holds the item. A notification or an operator's mark that came meanwhile is kept, and worth
 * another look: the channel notifies of our own answers, too, while we are still writing them down.
 */
const write = async (deps: FollowDeps, complaint: Complaint, dueAt: Millis | undefined): Promise<boolean> => {
  let [mine, at] = [complaint, dueAt]
  for (let tries = 0; tries < TRIES; tries += 1) {
    const committed = await deps.table.commit([complaintWritten(mine, at), ...complaintNoted(mine)])
    if (committed.kind === 'committed') return true
    const found = committed.conflicts[0]?.item
    const now = deps.clock.now()
    if (!found || !isHeld(found, now)) return false
    const { changes, maliciousAt } = complaintOf(found)
    mine = { ...mine, changes, ...(maliciousAt !== undefined && { maliciousAt }) }
    at = now + MINUTE
  }
  return false
}

/** Rings what is due, then writes what is known; alarms come first, because twice is better than never. */
const conclude = async (deps: FollowDeps, complaint: Complaint, pause?: Millis): Promise<boolean> => {
  const now = deps.clock.now()
  const limits = deps.settings.complaints
  const { rings, rung } = ringing(complaint, limits, now)
  const { channel, complaintId } = complaint
  for (const { duty, word, until } of rings)
    deps.alarm(`complaint_${duty}_${word}`, { channel, complaintId, until: rfc3339(until) })
  const isOver = isEnded(complaint) && !complaint.pending && pause === undefined
  const dueAt = isOver ? undefined : nextLookAt(complaint, limits, now, pause)
  return write(deps, { ...complaint, rung }, dueAt)
}

const noteUnheard = async (deps: FollowDeps, complaint: Complaint, code: string): Promise<Look> => {
  const known = code === 'absent' ? ringOnce(deps, complaint, 'complaint_unknown_at_channel') : complaint
  const written = await conclude(deps, known, UNHEARD_PAUSE)
  return { complaint: known, performed: { kind: known.pending ? 'waiting' : 'none' }, code, written }
}

const joinOnce = async (deps: FollowDeps, complaint: Complaint, told: ChannelComplaint): Promise<Complaint> => {
  if (complaint.toldAt !== undefined) return complaint
  const owned = { ...complaint, ...(await joinOrders(deps.table, told)) }
  return owned.accountId === undefined ? ringOnce(deps, owned, 'complaint_for_operator') : owned
}

/**
 * When to look again while it cannot be told what the channel gave back by itself: the refund of ours that a person has is asked about by
 * itself, and a payment nobody told us of is in the bill at the latest.
 */
const AGAIN: Record<Exclude<FullyAbsorbed['kind'], 'settled'>, Millis> = {
  later: MINUTE,
  with_operator: HOUR,
  unknown_payment: HOUR,
}

type Settled = { complaint: Complaint; again?: Millis }

/** Money the channel gave back by itself is absorbed by the ledger, once. `again`: in how long to try, where that cannot be told yet. */
const settle = async (deps: FollowDeps, complaint: Complaint, told: ChannelComplaint): Promise<Settled> => {
  if (!told.fullyRefunded || complaint.forcedFen !== undefined) return { complaint }
  const { channel, complaintId, orders } = complaint
  let fen = 0
  for (const { outTradeNo, orderId } of orders) {
    if (orderId === undefined) continue
    const absorbed = await absorbFullRefund(deps, { channel, outTradeNo, complaintId })
    if (absorbed.kind !== 'settled') return { complaint, again: AGAIN[absorbed.kind] }
    fen += absorbed.forcedFen
  }
  return { complaint: { ...complaint, forcedFen: fen } }
}

/** Nobody waits for the answer: somebody hears it, before it is written, because twice is better than never. */
const tellRefused = (deps: FollowDeps, { channel, complaintId }: Complaint, performed: Performed): void => {
  if (performed.kind === 'refused') deps.alarm('complaint_deed_refused', { channel, complaintId, code: performed.code })
}

/**
 * One look at a complaint that is ours to look at: asks the channel, does what an operator asked for, joins its orders, absorbs
 * money that went back, rings, writes. `isFirst`: the operator who asked for something is waiting.
 */
export const lookAt = async (deps: FollowDeps, before: Complaint, isFirst: boolean): Promise<Look> => {
  const desk = await deps.desk(before.channel)
  const first = await desk.detail(before.complaintId)
  if (first.kind === 'absent') return noteUnheard(deps, before, 'absent')
  if (first.kind === 'unavailable') return noteUnheard(deps, before, first.code)
  const performed = await perform(desk, before, first.complaint, isFirst)
  const again = performed.kind === 'done' ? await desk.detail(before.complaintId) : first
  const told = again.kind === 'complaint' ? again.complaint : first.complaint
  const now = deps.clock.now()
  const done = afterPerformed(await joinOnce(deps, before, told), performed, now)
  const settled = await settle(deps, done, told)
  const after = complaintAfter(settled.complaint, told, now)
  if (!isFirst) tellRefused(deps, after, performed)
  // What the channel may not show yet is worth a look in a minute.
  const isClear = !after.pending && again.kind === 'complaint'
  const written = await conclude(deps, after, isClear ? settled.again : MINUTE)
  return { complaint: after, performed, written }
}

/**
 * Follows a complaint until the channel says that it is ended. Answers in a word how it stands. A complaint that changed
 * meanwhile is looked at again.
 */
export const followComplaint = async (deps: FollowDeps, id: string): Promise<string> => {
  const key = complaintWork.keyOf(id)
  if (!key) return 'not_a_complaint'
  const claimed = await deps.table.update(complaintClaimed(key, deps.clock.now()))
  if (claimed.kind === 'conflict') return 'nothing_owed'
  const { complaint, code, written } = await lookAt(deps, complaintOf(claimed.item), false)
  if (!written) return 'changed'
  return code ?? complaint.status
}

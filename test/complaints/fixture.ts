import { followComplaint } from '../../functions/complaints/following/follow-complaint.ts'
import { complaintKeys } from '../../functions/complaints/keys.ts'
import type { PaymentChannel } from '../../functions/payment/paying/provider.ts'
import { takeNotification } from '../../functions/payment/paying/take-notification.ts'
import { sweep } from '../../functions/upkeep/sweep.ts'
import { MINUTE, type Millis } from '../../shared/kernel/time.ts'
import type { Item } from '../../shared/table/write.ts'
import { signed } from '../payment/scripted-channel.ts'
import { type Bought, decided, itemAt, type Submitting, type World, world } from '../world.ts'
import { type Complaining, scriptedDesk } from './scripted-desk.ts'

/** The money path with a complaint desk behind it. */
export const complaintWorld = (overrides: Record<string, unknown> = {}) => {
  const at = world(overrides)
  const counter = scriptedDesk(at.clock)
  const limits = at.settings.complaints
  const pause = async () => undefined
  return { ...at, counter, limits, pause, desk: async (_channel: PaymentChannel) => counter.desk }
}

export type ComplaintWorld = ReturnType<typeof complaintWorld>

export const OPERATOR = { operatorId: 'ling' }

/** The channel notifies of a complaint. */
export const notified = (at: ComplaintWorld, complaintId: string, action = 'CREATE_COMPLAINT') =>
  takeNotification(at, ...signed({ kind: 'complaint', complaintId, action }))

/** Does what the queue was told of complaints; leaves the rest. */
export const followed = async (at: ComplaintWorld): Promise<string[]> => {
  const pointers = at.queue.sent.splice(0)
  const ended: string[] = []
  for (const pointer of pointers) {
    if (pointer.kind === 'complaint') ended.push(await followComplaint(at, pointer.id))
    else at.queue.sent.push(pointer)
  }
  return ended
}

/** The payer complains about what was bought; the notification arrives and the worker looks. Answers the complaint's id. */
export const complained = async (at: ComplaintWorld, of: Complaining = {}): Promise<string> => {
  const id = at.counter.complains(of)
  await notified(at, id)
  await followed(at)
  return id
}

/** A verification that is decided, and a complaint about it an hour later. */
export const complainedOf = async (
  at: ComplaintWorld,
  of: Submitting = {},
): Promise<Bought & { id: string; named: { channel: string; id: string } }> => {
  const over = await decided(at, of)
  at.queue.sent.length = 0
  at.time.now += 60 * MINUTE
  const id = await complained(at, { outTradeNo: over.order.id, amountFen: over.order.amountFen })
  return { ...over, id, named: { channel: 'wechat_pay', id } }
}

/** The complaint as stored. */
export const complaintAt = (at: World, id: string): Item | undefined =>
  itemAt(at, complaintKeys.complaint('wechat_pay', id))

/** Time passes minute by minute as the sweep lives through it; complaints are followed, everything else waits. */
export const passes = async (at: ComplaintWorld, by: Millis, step: Millis = 10 * MINUTE): Promise<void> => {
  const until = at.time.now + by
  while (at.time.now < until) {
    at.time.now = Math.min(until, at.time.now + step)
    await sweep(at)
    await followed(at)
  }
}

/** Names of the alarms that rang since the last time. */
export const rang = (at: World): string[] => at.alarms.splice(0).map(({ event }) => event)

/** What people did, as it is in the audit, oldest first. */
export const audit = (at: World) =>
  at.table
    .items()
    .filter(({ pk, action }) => pk.startsWith('AUDIT#') && action !== 'identity_read')
    .map(({ subject, by, action, reason }) => ({ subject, by, action, reason }))

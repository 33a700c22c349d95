import type { BillSource } from '../../../functions/bookkeeping/reconciliation/bill.ts'
import type { ReconcileDeps } from '../../../functions/bookkeeping/reconciliation/reconcile.ts'
import type { ComplaintDesk } from '../../../functions/complaints/complaint-desk.ts'
import type { FollowDeps } from '../../../functions/complaints/following/follow-complaint.ts'
import { hearComplaint } from '../../../functions/complaints/following/hear-complaint.ts'
import { noticeInForce } from '../../../functions/consent/notice.ts'
import { goods } from '../../../functions/goods.ts'
import { pointerTo } from '../../../functions/keys.ts'
import { notices } from '../../../functions/messaging/sending/notice-store.ts'
import { owedEffect } from '../../../functions/owed-effects.ts'
import { closeOrderById } from '../../../functions/payment/orders/close.ts'
import type { PayDeps } from '../../../functions/payment/paying/pay.ts'
import type { PaymentChannel, PaymentProvider } from '../../../functions/payment/paying/provider.ts'
import type { NotificationDeps } from '../../../functions/payment/paying/take-notification.ts'
import type { RefundActionDeps } from '../../../functions/payment/refunds/act-on-refund.ts'
import type { RefundDeps } from '../../../functions/payment/refunds/give-back.ts'
import type { Settings } from '../../../functions/settings.ts'
import type { SweepDeps } from '../../../functions/upkeep/sweep.ts'
import type { FollowDeps as EvidenceDeps } from '../../../functions/verification/ageing/follow-evidence.ts'
import type { Elements, IdentityChecker } from '../../../functions/verification/check/checker.ts'
import type { CheckDeps } from '../../../functions/verification/check/read-work.ts'
import { findObjection } from '../../../functions/verification/submission/find-objection.ts'
import type { SubmitDeps } from '../../../functions/verification/submission/submit.ts'
import type { RechargeDeps } from '../../../functions/wallet/recharge.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import type { Queue } from '../../../shared/queue/queue.ts'
import { patientTable } from '../../../shared/table/patient-table.ts'
import { vendorNamed } from '../../verification/vendors/vendor-named.ts'
import { callReadFaults } from '../books/audit-rules.ts'
import { billSource } from '../channel/channel-bill.ts'
import { complaintDesk } from '../channel/channel-desk.ts'
import { channelProvider } from '../channel/channel-provider.ts'
import { isPaidTwice, numberOf, paidByHand } from '../clerks/by-hand.ts'
import { overheard, sentOf } from '../clerks/proposal-rules.ts'
import { overheardDesk, watchedDesk } from '../complaints/complaint-calls.ts'
import { complaintRings } from '../complaints/complaint-clocks.ts'
import { orderItemOf } from '../orders/owed.ts'
import { ring } from '../persons/people.ts'
import { plainVault } from '../persons/plain-vault.ts'
import { overpayments } from '../refunds/refund-rules.ts'
import { callRecordFaults } from '../vendor/disclosure-rules.ts'
import { lookCallFaults, lookOf } from '../vendor/look-rules.ts'
import { checkerFor, elementsOf, lostCall, possiblyExecuted } from '../vendor/vendor.ts'
import { followAnswer } from '../vendor/vendor-rules.ts'
import { databaseBroke, UNANSWERED } from './database.ts'
import { type Broken, effectful, NoAnswer, type Process } from './process.ts'
import { count, timePasses, type World } from './world.ts'

/** Whatever any operation of the money path asks for. */
export type Deps = SubmitDeps &
  PayDeps &
  RefundDeps &
  NotificationDeps &
  CheckDeps &
  EvidenceDeps &
  SweepDeps &
  RechargeDeps &
  ReconcileDeps &
  RefundActionDeps &
  FollowDeps & { settings: Settings }

/** What an operation may throw because something outside of it broke. */
export const isExpected = (error: unknown): boolean =>
  error instanceof Error && ['NoAnswer', 'NotNow', 'Contended', 'PartsFailed', ...UNANSWERED].includes(error.name)

const noAnswer: Broken = () => {
  throw new NoAnswer('no answer')
}

const queueBroke: Broken = () => undefined

/** SYSTEM_ERROR, FREQUENCY_LIMITED or a time-out: it may have been executed all the same. */
const channelBroke: Broken = () => ({ kind: 'unavailable', code: 'SYSTEM_ERROR' })

const simulatedQueue = (world: World): Queue => ({
  calls: () => 0,
  async wake(pointers) {
    world.messages.push(...pointers)
  },
})

/** A notification says rightly that the channel paid what had been paid by hand. */
const isToldOfTwice = (world: World, what: unknown, number: unknown): boolean =>
  what === 'refund_paid_by_hand_succeeded' &&
  paidByHand(world).some((refund) => numberOf(refund) === number && isPaidTwice(world, refund))

/** A channel's API, watched: no order may get back more than it must, at any moment. */
const watchedProvider = (world: World, channel: PaymentChannel): PaymentProvider => {
  const provider = channelProvider(world.channel, channel)
  return {
    ...provider,
    async queryRefund(asked) {
      timePasses(world, world.time.now + world.channel.moods.thinksMs)
      return provider.queryRefund(asked)
    },
    async refund(request) {
      world.sent.set(request.outRefundNo, sentOf(world, request.outRefundNo) + 1)
      const state = await provider.refund(request)
      world.violations.push(...overpayments(world))
      return state
    },
  }
}

/** One vendor was asked twice, and had said the first time that it never can tell. */
const saidNever = (world: World, orderId: string): boolean => {
  const calls = world.vendors.calls.filter((call) => call.orderId === orderId)
  const last = calls.at(-1)
  return calls.slice(0, -1).some(({ vendor, result }) => vendor === last?.vendor && 'notLookedUp' in result)
}

const callFaults = (world: World, orderId: string, evidence: Elements): string[] => {
  if (lookOf(world, orderId)) return lookCallFaults(world, orderId, evidence)
  const order = orderItemOf(world, orderId)
  const payment = world.channel.orders.get(String(order?.outTradeNo))?.payment
  const isPaid = payment !== undefined && payment.transactionId === order?.transactionId
  const calls = world.vendors.calls.filter((call) => call.orderId === orderId).filter(possiblyExecuted)
  const person = world.submitted.get(orderId)
  const isTheirs =
    person?.name === evidence.name && person.idNumber === evidence.idNumber && person.phone === evidence.phone
  return [
    ...(isPaid && payment.paidFen === order?.amountFen ? [] : ['the vendor was called for an unpaid order']),
    ...(world.paidWhileBanned.has(String(order?.outTradeNo)) ? ['the vendor was called for a banned account'] : []),
    ...(calls.length > 1 ? ['vendors were possibly called twice for one order'] : []),
    ...(saidNever(world, orderId) ? ['a vendor that does not know such data was asked again'] : []),
    ...(isTheirs ? [] : ['the vendor was asked about somebody else']),
  ]
}

/** A vendor for the check of one order, watched at every call. */
const watchedChecker = (world: World, process: Process, orderId: string, name: string): IdentityChecker => {
  const watched = (evidence: Elements) =>
    world.violations.push(...callFaults(world, orderId, evidence), ...callReadFaults(world, orderId))
  const vendor = checkerFor(world.vendors, name, orderId)
  const checker: IdentityChecker = {
    ...vendor,
    async check(...asked) {
      const result = await vendor.check(...asked)
      watched(elementsOf(asked[0]))
      world.violations.push(...callRecordFaults(world, orderId, vendor.vendor, result))
      return result
    },
  }
  const called = effectful(process, world.schedule, 'checker', checker, (_effect, executed) => {
    const look = lookOf(world, orderId)
    const person = look ? { name: '', idNumber: '', phone: '' } : world.submitted.get(orderId)
    if (!person) throw new Error('a check of an order nobody submitted')
    const result = lostCall(world.vendors, { orderId, vendor: name, evidence: person }, executed)
    watched(person)
    world.violations.push(...callRecordFaults(world, orderId, vendor.vendor, result))
    return result
  })
  return {
    ...vendor,
    async check(...asked) {
      const heard = await called.check(...asked)
      followAnswer(world, process, { orderId, vendor: name }, heard)
      return heard
    },
  }
}

/** What a secret opens; reading it is an await of its own. */
const opened = <T>(world: World, process: Process, port: string, open: () => T): Promise<T> =>
  effectful(process, world.schedule, port, { read: async () => open() }, noAnswer).read()

/** The deps of one process: the real ports of the simulation, every call an effect; a mutant sits between. */
export const depsFor = (world: World, process: Process, orderId: string): Deps => {
  const { mutant } = world
  const over = <T extends object>(port: string, target: T, broken: Broken): T =>
    effectful(process, world.schedule, port, target, broken)
  const waited = async (ms: Millis): Promise<void> => timePasses(world, world.time.now + ms)
  const called = over('table', world.database, databaseBroke(world))
  const table = patientTable(mutant.database?.(called, world) ?? called, {
    token: world.token,
    pause: (tries) => waited(20 * 2 ** tries),
  })
  const queue = over('queue', simulatedQueue(world), queueBroke)
  // A function knows the versions of the release it is of, however long it lives.
  const { versions } = world.index
  const vendors = world.vendors.names.map((name) => vendorNamed(name))
  const provider = (channel: PaymentChannel): PaymentProvider => {
    const called = over('provider', watchedProvider(world, channel), channelBroke)
    return mutant.provider?.(overheard(world, process, called), world) ?? overheard(world, process, called)
  }
  const bills = (channel: PaymentChannel): BillSource => {
    const called = over('bills', billSource(world.channel, channel), channelBroke)
    return mutant.bills?.(called, world) ?? called
  }
  const desk = (channel: PaymentChannel): ComplaintDesk => {
    const watched = watchedDesk(world, process, complaintDesk(world.channel, channel))
    const called = overheardDesk(world, process, over('desk', watched, channelBroke))
    return mutant.desk?.(called, world) ?? called
  }
  const means = {
    table: mutant.table?.(table, world) ?? table,
    queue: mutant.queue?.(queue, world) ?? queue,
    clock: { now: () => world.time.now },
  }
  const deps: Omit<Deps, 'endOrder'> = {
    ...means,
    vault: over(
      'vault',
      plainVault(() => versions),
      noAnswer,
    ),
    keyRing: () => opened(world, process, 'key ring', () => ring),
    // Whoever takes notifications asks for none; here they are read in the same way.
    provider: (channel: PaymentChannel = 'wechat_pay') =>
      opened(world, process, 'provider secret', () => provider(channel)),
    bills: (channel) => opened(world, process, 'bill secret', () => bills(channel)),
    desk: (channel) => opened(world, process, 'desk secret', () => desk(channel)),
    checker: (name) => {
      const checker = watchedChecker(world, process, orderId, name)
      return opened(world, process, 'checker secret', () => mutant.checker?.(checker, world) ?? checker)
    },
    vendors,
    recheckers: vendors,
    owedEffect,
    told: notices(world.ids, world.settings.keeping),
    ids: world.ids,
    settings: world.settings,
    goods,
    notifyUrl: (channel: PaymentChannel) => `https://shiming.example/webhooks/${channel}`,
    publicUrl: 'https://shiming.example',
    notice: async () => noticeInForce(world.settings),
    tellEnforcement: () => count(world, 'told of enforcement'),
    count: (event) => count(world, `counted: ${event}`),
    alarm: (event, fields) => {
      const { outRefundNo, what, number } = fields
      count(world, `alarm: ${event}`)
      complaintRings(world, event, fields)
      if (event === 'refund_needs_operator') world.rung.add(String(outRefundNo))
      if (event === 'notification_contradicts_books' && !isToldOfTwice(world, what, number))
        world.violations.push(`a notification contradicted the books: ${what}`)
    },
    note: (event) => {
      count(world, `note: ${event}`)
      if (event === 'person_index_version_unused') world.index.unusedAt = world.time.now
    },
    findObjection: (order) => findObjection({ ...means, settings: world.settings, vendors }, order),
    hearComplaint: (channel, complaintId) => hearComplaint(means, channel, complaintId),
    puzzled: (what) => world.violations.push(`a notification was not understood: ${what}`),
    fault: (error) => {
      if (!isExpected(error)) world.violations.push(`${process.name} met ${error}`)
    },
    remainingMs: () => process.deadline - world.time.now,
    pause: () => {
      count(world, 'verdict insisted on')
      return waited(300)
    },
    pointerTo,
  }
  return { ...deps, endOrder: (orderId) => closeOrderById(deps, orderId, 'expired') }
}

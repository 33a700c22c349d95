import { createHash } from 'node:crypto'
import * as z from 'zod/mini'
import { bansIn } from '../functions/account/bans/ban.ts'
import { banRecordOf, bansLifted, platformBanned } from '../functions/account/bans/ban-store.ts'
import { accountKeys } from '../functions/account/keys.ts'
import { authenticate } from '../functions/account/sessions/authenticate.ts'
import type { SignedIn } from '../functions/account/sessions/session-store.ts'
import { suspendsOf } from '../functions/certificates/ending/plan-suspending.ts'
import { handCertificate } from '../functions/certificates/handing/plan-handover.ts'
import { hearComplaint } from '../functions/complaints/following/hear-complaint.ts'
import { noticeInForce } from '../functions/consent/notice.ts'
import type { EnforcementNotice } from '../functions/gate/enforcement.ts'
import { goods } from '../functions/goods.ts'
import { pointerTo } from '../functions/keys.ts'
import { notices } from '../functions/messaging/sending/notice-store.ts'
import { owedEffect } from '../functions/owed-effects.ts'
import type { Offer, Sold } from '../functions/payment/good.ts'
import { paymentKeys } from '../functions/payment/keys.ts'
import { cancelOrder } from '../functions/payment/orders/cancel-order.ts'
import { closeOrderById } from '../functions/payment/orders/close.ts'
import { followOrder } from '../functions/payment/orders/follow-order.ts'
import type { Order } from '../functions/payment/orders/order.ts'
import { pay } from '../functions/payment/paying/pay.ts'
import type {
  PaymentChannel,
  PaymentFact,
  PaymentMethod,
  PaymentProvider,
} from '../functions/payment/paying/provider.ts'
import { recordPayment } from '../functions/payment/paying/record-payment.ts'
import { giveBack } from '../functions/payment/refunds/give-back.ts'
import { problems } from '../functions/problems.ts'
import { type Person, type PersonOutcome, people } from '../functions/sandbox/people.ts'
import { settingsOf } from '../functions/settings.ts'
import { runCheck } from '../functions/verification/check/run-check.ts'
import { verificationKeys } from '../functions/verification/keys.ts'
import { findStepUpPerson } from '../functions/verification/reading/find-step-up-person.ts'
import { findObjection } from '../functions/verification/submission/find-objection.ts'
import type { Submission } from '../functions/verification/submission/index-submission.ts'
import { submit } from '../functions/verification/submission/submit.ts'
import type { Verification } from '../functions/verification/verification.ts'
import { relay } from '../functions/webhooks/relaying/relay.ts'
import { type Millis, SECOND } from '../shared/kernel/time.ts'
import { memoryQueue } from '../shared/queue/memory.ts'
import type { Job } from '../shared/queue/worker.ts'
import type { Pointer } from '../shared/table/work.ts'
import { type Item, type Key, nameOf, put, update } from '../shared/table/write.ts'
import { world as accountWorld, askCode, claimOf, lastCode, signedInAs } from './account/fixture.ts'
import { valueIn } from './kit.ts'
import { scriptedChannel } from './payment/scripted-channel.ts'
import { scriptedChecker } from './verification/check/scripted-checker.ts'

/** Codes are not what these tests are about. */
const UNLIMITED = { spacingMs: 0, perHour: 1000, perDay: 1000 }

/**
 * Everything the money path needs, in memory, at a time that stands still until it is moved: deps of every operation, the
 * channel and the vendor behind them, and what operations reported. `overrides`: settings, as an operator would write them.
 */
export const world = (overrides: Record<string, unknown> = {}) => {
  const accounts = accountWorld(settingsOf('sandbox', JSON.stringify({ sms: UNLIMITED, ...overrides })))
  const channel = scriptedChannel(accounts.clock)
  const bureau = scriptedChecker()
  const platformKey = `smk_${accounts.ids.secret(32)}`
  const puzzles: string[] = []
  const faults: unknown[] = []
  const alarms: { event: string; fields: Record<string, string | number> }[] = []
  const notes: typeof alarms = []
  const warnings: EnforcementNotice[] = []
  const counted: { event: string; fields: Record<string, string | number> }[] = []
  const queue = memoryQueue()
  const deps = {
    ...accounts,
    goods,
    queue,
    provider: async (_channel?: PaymentChannel): Promise<PaymentProvider> => channel.provider,
    checker: bureau.open,
    personOf: (accountId: string) => findStepUpPerson(accounts, accountId),
    vendors: bureau.vendors,
    recheckers: bureau.recheckers,
    owedEffect,
    handCertificate,
    endOperating: suspendsOf(accounts),
    told: notices(accounts.ids, accounts.settings.keeping),
    platformKeys: async () => [{ id: 'backend', sha256: createHash('sha256').update(platformKey).digest('hex') }],
    publicUrl: 'https://shiming.test',
    notifyUrl: (channel: PaymentChannel) => `https://shiming.test/webhooks/${channel}`,
    findObjection: (order: Sold) => findObjection({ ...accounts, vendors: bureau.vendors }, order),
    hearComplaint: (channel: PaymentChannel, id: string) => hearComplaint({ ...accounts, queue }, channel, id),
    puzzled: (what: string) => void puzzles.push(what),
    alarm: (event: string, fields: Record<string, string | number>) => void alarms.push({ event, fields }),
    note: (event: string, fields: Record<string, string | number>) => void notes.push({ event, fields }),
    remainingMs: () => 50 * SECOND,
    fault: (error: unknown) => void faults.push(error),
    pause: async () => {
      accounts.time.now += 300
    },
    tellEnforcement: (notice: EnforcementNotice) => void warnings.push(notice),
    count: (event: string, fields: Record<string, string | number>) => void counted.push({ event, fields }),
    // Of the settings as they are by then.
    notice: async () => noticeInForce(accounts.settings),
    pointerTo,
    problems: async () => problems,
  }
  const closeUnpaid = (orderId: string) => closeOrderById(deps, orderId, 'cancelled_by_user')
  const cancelled = (accountId: string, orderId: string) => cancelOrder(deps, accountId, orderId)
  const endOrder = (orderId: string) => closeOrderById(deps, orderId, 'expired')
  return {
    ...deps,
    closeUnpaid,
    cancelOrder: cancelled,
    endOrder,
    channel,
    bureau,
    platformKey,
    puzzles,
    alarms,
    notes,
    faults,
    warnings,
    counted,
  }
}

export type World = ReturnType<typeof world>

export type User = { token: string; accountId: string; caller: SignedIn }

/** A person signs in with a number nobody else has; 199 is not a prefix of the catalogue. */
export const enter = async (at: World): Promise<User> => {
  const { token, accountId } = await signedInAs(at, `199${String(at.texts.length).padStart(8, '0')}`)
  return { token, accountId, caller: valueIn(await authenticate(at, token)) }
}

/** The `nth` person of the catalogue with that outcome. */
export const person = (outcome: PersonOutcome, nth = 0): Person => {
  const found = people.filter((one) => one.outcome === outcome)[nth]
  if (!found) throw new Error('the catalogue has no such person')
  return found
}

export type Submitting = {
  user?: User
  who?: Person
  offer?: Offer
  key?: string
  /** Fields as typed, where they differ from the person's. */
  typed?: Partial<Submission['body']>
}

/** What a user sends: a code was sent to the person's number just now, in the user's session. */
export const submission = async (at: World, user: User, of: Submitting = {}): Promise<Submission> => {
  const { name, idNumber, phone } = of.who ?? person('match')
  valueIn(await askCode(at, { phone, token: user.token }))
  const consent = { notice: (await at.notice()).version }
  const body = { name, idNumber, phone, smsCode: lastCode(at, phone), offer: of.offer ?? 'fee', consent, ...of.typed }
  return { caller: claimOf(user.token), idempotencyKey: of.key ?? at.ids.id(), language: 'zh', body }
}

export type Begun = { user: User; verification: Verification; order: Order }

/** A verification that waits for its payment. */
export const begun = async (at: World, of: Submitting = {}): Promise<Begun> => {
  const user = of.user ?? (await enter(at))
  return { user, ...valueIn(await submit(at, await submission(at, user, of))) }
}

/** Where payers are, unless they say something else. */
export const PAYER_IP = '203.0.113.7'

/** A click on "pay": answers the number the channel knows the payment by. */
export const offered = async (at: World, { user, order }: { user: User; order: Order }, method?: PaymentMethod) => {
  const payable = valueIn(
    await pay(at, user.caller, { orderId: order.id, method: method ?? 'wechat_native', payerIp: PAYER_IP }),
  )
  return payable.outTradeNo
}

export type Bought = Begun & { fact: PaymentFact; checkId: string }

/** A verification that is paid for and owes its check; nobody has run it yet. */
export const bought = async (at: World, of: Submitting = {}): Promise<Bought> => {
  const open = await begun(at, of)
  const fact = at.channel.payerPays(await offered(at, open))
  await recordPayment(at, fact)
  return { ...open, fact, checkId: `${open.user.accountId}.${open.verification.id}` }
}

/** A job that has all the time it needs. */
export const job = (id: string, remainingMs: Millis = 30 * SECOND): Job => ({ id, remainingMs: () => remainingMs })

/** A job of a function that lives for 30 seconds. */
export const mortalJob = (at: World, id: string): Job => {
  const until = at.time.now + 30 * SECOND
  return { id, remainingMs: () => until - at.time.now }
}

/** Does one pointer's work, as the worker of its kind would. */
const work = (at: World, { kind, id }: Pointer): Promise<string> => {
  if (kind === 'order') return followOrder(at, id)
  if (kind === 'outbox') return relay(at, id, job(id).remainingMs)
  return kind === 'check' ? runCheck(at, job(id)) : giveBack(at, id)
}

/** Does all work the queue was told of, also what that leads to; answers how each ended. */
export const drained = async (at: World): Promise<string[]> => {
  const ended: string[] = []
  for (let next = at.queue.sent.shift(); next; next = at.queue.sent.shift()) ended.push(await work(at, next))
  return ended
}

/** A verification whose check has run; refunds are owed but not asked for yet. */
export const decided = async (at: World, of: Submitting = {}): Promise<Bought> => {
  const ready = await bought(at, of)
  at.queue.sent.length = 0
  await runCheck(at, job(ready.checkId))
  return ready
}

/** P12: the account is banned from now on. */
export const ban = (at: World, { accountId }: Pick<User, 'accountId'>) =>
  at.table.commit([update(accountKeys.profile(accountId), { set: { bannedAt: at.clock.now() } })])

/** The same by the platform. */
export const banByPlatform = (at: World, { accountId }: Pick<User, 'accountId'>) =>
  at.table.commit([platformBanned(accountId, '刷单', at.clock.now())])

/** Whatever bans stand are lifted, as an operator does it. */
export const unban = (at: World, { accountId }: Pick<User, 'accountId'>) => {
  const record = banRecordOf(itemAt(at, accountKeys.profile(accountId)))
  return at.table.commit([bansLifted(accountId, record, bansIn(record))])
}

/** The item as stored, without a call to the table. */
export const itemAt = (at: World, key: Key): Item | undefined =>
  at.table.items().find((item) => nameOf(item) === nameOf(key))

/** The order has so many bookings that it and everything else of it stand behind them, on later pages of a read. */
export const crowded = async (at: World, orderId: string, bookings = 250): Promise<void> => {
  const booking = { orderId, at: at.time.now, unit: 'fen', entries: [] }
  for (let nth = 0; nth < bookings; nth += 1)
    await at.table.commit([put(paymentKeys.ledger(orderId, `crowd:${nth}`), { id: `crowd:${nth}`, ...booking })])
}

/** Status of a verification and its order, as stored. */
export const statusOf = (at: World, { user, verification, order }: Begun) => ({
  verification: itemAt(at, verificationKeys.verification(user.accountId, verification.id))?.status,
  order: itemAt(at, paymentKeys.order(order.id))?.status,
})

/** What a step called: table, KMS, queue, and what else was asked. */
export const cost = async <T>(at: World, step: () => Promise<T>) => {
  const count = () => [at.table.calls(), at.vault.calls(), at.queue.calls(), at.bureau.asked.length]
  const before = count()
  const value = await step()
  const [table, kms, queue, vendor] = count().map((now, index) => now - (before[index] ?? 0))
  return { value, calls: { table, kms, queue, vendor } }
}

const ledgerEntries = z.array(z.object({ account: z.string(), fen: z.int() }))

/** Sums of the ledger by account, over everything booked. */
export const balances = (at: World): Record<string, number> => {
  const sums: Record<string, number> = {}
  for (const { sk, entries } of at.table.items()) {
    if (!sk.startsWith('LEDGER#')) continue
    for (const { account, fen } of z.parse(ledgerEntries, entries)) sums[account] = (sums[account] ?? 0) + fen
  }
  return sums
}

import { reconcile } from '../../../functions/bookkeeping/reconciliation/reconcile.ts'
import { rerun } from '../../../functions/bookkeeping/reconciliation/rerun.ts'
import { followComplaint } from '../../../functions/complaints/following/follow-complaint.ts'
import { noticeInForce } from '../../../functions/consent/notice.ts'
import { works } from '../../../functions/keys.ts'
import { buyMembership } from '../../../functions/membership/buy.ts'
import { paymentKeys } from '../../../functions/payment/keys.ts'
import { cancelOrder } from '../../../functions/payment/orders/cancel-order.ts'
import { followOrder } from '../../../functions/payment/orders/follow-order.ts'
import { orderIdFor } from '../../../functions/payment/orders/order-opening.ts'
import { pay } from '../../../functions/payment/paying/pay.ts'
import type { PaymentMethod } from '../../../functions/payment/paying/provider.ts'
import { takeNotification } from '../../../functions/payment/paying/take-notification.ts'
import { giveBack } from '../../../functions/payment/refunds/give-back.ts'
import { followClash } from '../../../functions/proofing/clashes/follow-clash.ts'
import { minuteParts } from '../../../functions/upkeep/run-minute.ts'
import { followEvidence } from '../../../functions/verification/ageing/follow-evidence.ts'
import { cancel } from '../../../functions/verification/cancel.ts'
import { runCheck } from '../../../functions/verification/check/run-check.ts'
import { gatherPeople } from '../../../functions/verification/submission/gather-people.ts'
import { submit } from '../../../functions/verification/submission/submit.ts'
import { recharge } from '../../../functions/wallet/recharge.ts'
import type { Refusal } from '../../../shared/kernel/outcome.ts'
import { MINUTE, type Millis, SECOND } from '../../../shared/kernel/time.ts'
import { scheduled } from '../../../shared/queue/scheduled.ts'
import type { Pointer } from '../../../shared/table/work.ts'
import type { Item } from '../../../shared/table/write.ts'
import { bannedThroughout } from '../bans/ban-rules.ts'
import { isOpen, type Notice, noticeWait } from '../channel/channel.ts'
import { answeredFaults } from '../orders/open-order-rules.ts'
import { outTradeNoIn } from '../orders/owed.ts'
import { mayPay, type Phone, phones } from '../orders/payers.ts'
import { type Account, codeSent, type Person } from '../persons/people.ts'
import { type Deps, depsFor, isExpected } from './deps.ts'
import { type Process, started } from './process.ts'
import { newSweeper } from './sweeper.ts'
import { count, itemAt, type World } from './world.ts'

/** As functions/jobs.ts and infra set them. */
export const WORKER: Millis = 30 * SECOND
const RECONCILER: Millis = 5 * MINUTE
const SWEEP: Millis = 50 * SECOND
const GATHERER: Millis = 60 * SECOND

/** Starts an operation as its handler would, with deps of its own. What it throws by mistake is a violation. */
export const start = (
  world: World,
  name: string,
  life: Millis,
  run: (deps: Deps) => Promise<unknown>,
  orderId = '',
): Process => {
  const process = started(name, world.time.now + life, (self) => run(depsFor(world, self, orderId)))
  world.running.push(process)
  process.over = process.over.then(() => {
    world.running = world.running.filter((one) => one !== process)
    const { error } = process
    if (process.state === 'failed' && !isExpected(error)) world.violations.push(`${name} threw ${error}`)
  })
  return process
}

/** A round of bringing people to the version of the key that is written. */
export const gathers = (world: World): Process => start(world, 'gather', GATHERER, gatherPeople)

/** An order that was opened, as its account knows it. */
export type Opened = { account: Account; orderId: string; verificationId?: string }

/** What the user asks for. The same key again is the same request. */
export type Wish =
  | { kind: 'verification'; account: Account; person: Person; offer: 'fee' | 'membership'; key: string }
  | { kind: 'membership'; account: Account; key: string }
  | { kind: 'points'; account: Account; key: string; points: number }

/** The order a wish opens. */
export const orderIdOfWish = ({ account, key }: Wish): string => orderIdFor(account.id, key)

/** Nobody is told to wait for something that was over when they asked. */
const answerFaults = (answer: unknown, askedAt: Millis): string[] => {
  const { refusal } = (answer ?? {}) as { refusal?: Refusal }
  if (refusal?.code !== 'verification_open' || refusal.extra?.verificationStatus !== 'awaiting_payment') return []
  return (refusal.retryAt ?? 0) > askedAt ? [] : ['a submission was refused for an order whose time is over']
}

const submits = async (world: World, wish: Wish & { kind: 'verification' }): Promise<Process> => {
  const { account, person, offer, key } = wish
  const smsCode = await codeSent(world.table, world.ids, account, person.phone, world.time.now)
  const body = { ...person, smsCode, offer, consent: { notice: noticeInForce(world.settings).version } }
  const process = start(world, 'submit', WORKER, (deps) =>
    submit(deps, { caller: account.claim, idempotencyKey: key, language: 'zh', body }),
  )
  world.submitting.set(process, person)
  const { now } = world.time
  process.over = process.over.then(() => void world.violations.push(...answerFaults(process.answer, now)))
  return process
}

/** Opens an order. */
export const opens = async (world: World, wish: Wish): Promise<Process> => {
  const process = await asks(world, wish)
  process.over = process.over.then(() => {
    world.violations.push(...answeredFaults(world, `${wish.account.id} ${wish.key}`, process.answer))
  })
  return process
}

const asks = async (world: World, wish: Wish): Promise<Process> => {
  const { account, key: idempotencyKey } = wish
  if (wish.kind === 'verification') return submits(world, wish)
  return start(world, wish.kind, WORKER, (deps) =>
    wish.kind === 'points'
      ? recharge(deps, account.id, { idempotencyKey, points: wish.points })
      : buyMembership(deps, account.id, { idempotencyKey }),
  )
}

/** A payer gets a code they can pay. While it can be paid, somebody here must ask about it. */
const shows = (world: World, outTradeNo: string, phone: Phone, deadBefore: ReadonlySet<string>): void => {
  const order = world.channel.orders.get(outTradeNo)
  const isFollowed = [...world.items.values()].some(
    ({ sk, status, request }) =>
      sk.startsWith('PAYMENT#') && status !== 'closed' && outTradeNoIn(request) === outTradeNo,
  )
  if (order && isOpen(world.channel, order) && !isFollowed)
    world.violations.push(`${outTradeNo} is shown after it was closed here`)
  if (deadBefore.has(outTradeNo))
    world.violations.push(`${outTradeNo} is shown although it had been closed at the channel`)
  if (order && !mayPay(order, phone)) world.violations.push(`${outTradeNo} is shown to somebody it was not made for`)
  world.shown.set(outTradeNo, phone)
}

/** Asks for a code to pay with; the payer sees it on their phone when the answer arrives. */
export const pays = (
  world: World,
  { account, orderId }: Opened,
  method: PaymentMethod,
  phone: Phone = phones[0],
): Process => {
  const isBanned = bannedThroughout(world, account.id)
  const deadBefore = new Set(
    [...world.channel.orders].filter(([, { closedAt }]) => closedAt !== undefined).map(([number]) => number),
  )
  const process = start(world, 'pay', WORKER, (deps) => pay(deps, account.caller, { orderId, method, ...phone }))
  world.asking.set(process, phone)
  process.over = process.over.then(() => {
    const { answer } = process
    if (typeof answer !== 'object' || answer === null) return
    if ('refusal' in answer && Object(answer.refusal).code === 'banned')
      count(world, 'code refused to a banned account')
    if (!('value' in answer)) return
    const { value } = answer
    if (typeof value !== 'object' || value === null || !('outTradeNo' in value)) return
    if (isBanned()) world.violations.push('a code was handed to a banned account')
    shows(world, String(value.outTradeNo), phone, deadBefore)
  })
  return process
}

/** Gives up what waits for its payment: a verification with its order, or the order of anything else. */
export const cancels = (world: World, { account, orderId, verificationId }: Opened): Process =>
  start(world, 'cancel', WORKER, (deps) => {
    if (verificationId === undefined) return cancelOrder(deps, account.id, orderId)
    return cancel({ ...deps, cancelOrder: (...of) => cancelOrder(deps, ...of) }, account.id, verificationId)
  })

/** Delivers a notification; what is not acknowledged comes again. */
export const notifies = (world: World, notice: Notice): Process => {
  notice.tries += 1
  notice.at = world.time.now + noticeWait(notice.tries)
  const process = start(world, 'notification', WORKER, (deps) => takeNotification(deps, {}, notice.body))
  process.over = process.over.then(() => {
    if (process.state === 'ended') notice.isTaken = true
  })
  return process
}

/** Whoever follows an order of an account that is banned all the time leaves no code of it out. */
const closesForABan = (world: World, process: Process, orderId: string): Process => {
  const order = (): Item | undefined => itemAt(world, paymentKeys.order(orderId))
  const isBanned = bannedThroughout(world, String(order()?.accountId))
  process.over = process.over.then(() => {
    if (process.answer === 'waiting' && order()?.status === 'created' && isBanned())
      world.violations.push('an order of a banned account is left open')
  })
  return process
}

/** Delivers a message to the worker of its kind. */
export const workerGets = (world: World, pointer: Pointer): Process => {
  const { kind, id } = pointer
  const key = works.find((work) => work.kind === kind)?.keyOf(id)
  const item = key && itemAt(world, key)
  // A look of the platform goes by its own number.
  const orderId = String(item?.look ?? item?.orderId)
  const runs: Record<string, (deps: Deps) => Promise<string>> = {
    order: (deps) => followOrder(deps, id),
    refund: (deps) => giveBack(deps, id),
    check: (deps) => runCheck(deps, { id, remainingMs: deps.remainingMs }),
    reconciliation: (deps) => reconcile(deps, id),
    complaint: (deps) => followComplaint(deps, id),
    evidence: (deps) => followEvidence(deps, id),
    clash: (deps) => followClash(deps, id),
    message: async () => 'no money in it',
  }
  const run = runs[kind]
  if (!run) throw new Error(`no worker for ${kind}`)
  const process = start(world, kind, kind === 'reconciliation' ? RECONCILER : WORKER, run, orderId)
  return kind === 'order' ? closesForABan(world, process, id) : process
}

const thrown = (error: unknown): never => {
  throw error
}

/** The minute's work, as its function does it: whatever is due is sent again, whatever day is to be reconciled is opened. */
export const sweeps = (world: World): Process => {
  const sweeper = world.sweepers.pop() ?? newSweeper(world.settings.reconciliation.channels)
  const process = start(world, 'sweep', SWEEP, async (deps) => {
    const openRuns = (fault: Deps['fault']) => sweeper.opensRuns({ ...deps, fault })
    if (world.mutant.opensRunsUnguarded) await openRuns(thrown)
    const observer = { now: deps.clock.now, job: () => undefined, fault: (error: unknown) => deps.fault(error, '') }
    const context = { awsRequestId: 'simulated', getRemainingTimeInMillis: deps.remainingMs }
    await scheduled(observer, minuteParts({ ...deps, openRuns }))({}, context)
  })
  process.over = process.over.then(() => {
    if (process.state !== 'died') world.sweepers.push(sweeper)
  })
  return process
}

/** An operator has a day held against the ledger once more. */
export const reruns = (world: World, channel: string, day: string): Process =>
  start(world, 'rerun', WORKER, (deps) =>
    rerun(deps, { operatorId: 'operator' }, { channel, day, reason: 'the check is over' }),
  )

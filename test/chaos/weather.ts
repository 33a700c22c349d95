import { faultsRoute } from '../../functions/sandbox/control.route.ts'
import type { FaultTarget } from '../../functions/sandbox/faults.ts'
import { faultModes } from '../../functions/sandbox/faults.ts'
import type { Engine } from '../../local/engine.ts'
import type { FaultRule } from '../../local/faults.ts'
import { MINUTE } from '../../shared/kernel/time.ts'
import type { Chance } from '../simulation/runs/chance.ts'
import { count, type Stage } from './stage.ts'

/** Every function that money or a verdict goes through. The stand-ins are not killed: a channel does not die, it misbehaves. */
const FUNCTIONS = [
  'account-sign-in',
  'messaging-send',
  'payment-alipay-notification',
  'membership-buy',
  'payment-order',
  'payment-pay',
  'wallet-recharge',
  'bookkeeping-reconcile',
  'payment-refund',
  'payment-wechat-pay-notification',
  'upkeep-sweep',
  'verification-cancel',
  'verification-check',
  'verification-submit',
  'webhooks-deliver',
  'webhooks-relay',
]
/** Where money or a verdict is already paid when the table is written. */
const PAID = [
  'payment-alipay-notification',
  'payment-wechat-pay-notification',
  'payment-order',
  'payment-refund',
  'verification-check',
]
const QUEUES = ['orders', 'checks', 'refunds', 'reconciliations', 'outboxes', 'webhooks']
const ROUTES = ['/webhooks/wechat-pay', '/webhooks/alipay', '/v1/verifications', '/v1/orders', '/v1/memberships']

/** More calls than any run of these functions makes would be a fault that never strikes. */
const MOST_CALLS = 5

const among = <T>(chance: Chance, all: readonly T[]): T => {
  const one = all[chance.pick(all.length)]
  if (one === undefined) throw new Error('nothing to choose from')
  return one
}

type QueueRule = Extract<FaultRule, { target: 'queue' }>
type Drawn = (chance: Chance) => FaultRule

const ofFunction =
  (actions: readonly Extract<FaultRule, { target: 'function' }>['action'][]): Drawn =>
  (chance) => ({
    target: 'function',
    fn: among(chance, FUNCTIONS),
    action: among(chance, actions),
    nth: 1 + chance.pick(MOST_CALLS),
    times: 1 + chance.pick(2),
    ms: 50 + chance.pick(1000),
  })

/** A second delivery comes `ms` later by real time, a delayed one by the instance's clock. */
const queueFaults: readonly (readonly [number, (chance: Chance) => Pick<QueueRule, 'action' | 'ms'>])[] = [
  [2, (chance) => ({ action: 'duplicate', ms: chance.pick(500) })],
  [1, (chance) => ({ action: 'delay', ms: chance.pick(2 * MINUTE) })],
  [1, () => ({ action: 'drop', ms: 0 })],
]

/** A read that is throttled was not done by half. */
const throttled = [
  { operation: 'TransactWriteItems', action: 'throttle' },
  { operation: 'TransactWriteItems', action: 'throttle_after' },
  { operation: 'UpdateItem', action: 'throttle_after' },
  { operation: 'BatchGetItem', action: 'throttle' },
] as const

/** Whatever writes a payment, a verdict or a refund is throttled, sometimes for longer than one commit is tried. */
const ofTable: Drawn = (chance) => ({
  target: 'function',
  fn: among(chance, PAID),
  ...among(chance, throttled),
  nth: 1 + chance.pick(2),
  times: 1 + chance.pick(7),
  ms: 0,
})

const ofQueue: Drawn = (chance) => ({
  target: 'queue',
  queue: among(chance, QUEUES),
  times: 1 + chance.pick(3),
  action: 'drop',
  ms: 0,
  ...chance.of(queueFaults)?.(chance),
})

const ofRoute: Drawn = (chance) => ({
  target: 'route',
  path: among(chance, ROUTES),
  action: among(chance, ['break_before', 'break_after'] as const),
  times: 1 + chance.pick(2),
})

/** What this machine does to the service. */
const kinds: readonly (readonly [number, Drawn])[] = [
  [6, ofFunction(['kill_before', 'kill_after'])],
  [2, ofFunction(['conflict', 'throttle', 'delay'])],
  [3, ofTable],
  [3, ofQueue],
  [2, ofRoute],
]

/**
 * Faults of the stand-ins that would make the channel tell a lie for good: a bill of nothing, or of something else. What follows
 * from those is for a person to find out, and tested elsewhere. A vendor that says it did nothing is cast among the people, and one that
 * refuses us has a deed of its own.
 */
const isLie = (target: string, mode: string): boolean =>
  target.endsWith('_bill_row') ||
  (target.includes('_bill') && mode === 'not_exists') ||
  target === 'tencent_sms' ||
  (['tencent_faceid', 'alibaba_cloudauth'].includes(target) &&
    ['vendor_busy', 'request_limit', 'arrears'].includes(mode)) ||
  target.includes('complaint')

const standIns: readonly { target: FaultTarget; mode: string }[] = Object.entries(faultModes).flatMap(
  ([target, modes]) =>
    Object.keys(modes)
      .filter((mode) => !isLie(target, mode))
      .map((mode) => ({ target: target as FaultTarget, mode })),
)

const nameOf = (rule: FaultRule): string =>
  rule.target === 'function' ? `function ${rule.action}` : `${rule.target} ${rule.action}`

const misbehaves = async (stage: Stage): Promise<void> => {
  const { target, mode } = among(stage.chance, standIns)
  await stage.platform.must(faultsRoute, { body: { target, mode, times: 1 + stage.chance.pick(2) } })
  count(stage, `fault: ${target.replace(/_(?!pay).*/, '')} misbehaves`)
}

/** The next refund that WeChat Pay takes stays in processing for ever: rare among so many modes, and worth meeting in every storm. */
const neverEnds = async (stage: Stage): Promise<void> => {
  await stage.platform.must(faultsRoute, { body: { target: 'wechat_pay_refund', mode: 'never_ends', times: 1 } })
  count(stage, 'fault: a refund never ends')
}

/** The identity vendor refuses us for so many calls, each of which pauses it longer than the one before. */
const refusesUs = async (stage: Stage): Promise<void> => {
  const times = 1 + stage.chance.pick(4)
  await stage.platform.must(faultsRoute, { body: { target: 'tencent_faceid', mode: 'arrears', times } })
  count(stage, 'fault: the identity vendor refuses us')
}

const FEW = 12

/** A spell of bad weather: what will go wrong with the next calls. Old faults that found nobody are taken away. */
export const worsens = async (stage: Stage, engine: Engine): Promise<void> => {
  const { chance } = stage
  if (engine.faults.pending().length > FEW) engine.faults.clear()
  for (let drawn = chance.pick(4); drawn > 0; drawn -= 1) {
    const rule = chance.of(kinds)?.(chance)
    if (!rule) continue
    engine.faults.add(rule)
    count(stage, `fault: ${nameOf(rule)}`)
  }
  if (chance.once(2)) await misbehaves(stage)
  if (chance.once(8)) await neverEnds(stage)
  if (chance.once(6)) await refusesUs(stage)
}

/** Strikes in the middle of whatever goes on. */
export const strikes = async (stage: Stage, engine: Engine): Promise<void> => {
  if (stage.chance.once(15)) {
    count(stage, 'fault: table restarted')
    await engine.restartTable()
  }
  if (stage.chance.once(40)) {
    count(stage, 'fault: everything restarted, queues lost')
    await engine.restart()
  }
}

/** More bills than are ever asked for. */
const EVERY_BILL = 1000

/** Fair weather: nothing that was still to go wrong does. Other tills on the same merchant accounts go on. */
export const clears = async (stage: Stage, engine: Engine): Promise<void> => {
  engine.faults.clear()
  const armed = [...standIns, { target: 'tencent_faceid' as const, mode: 'arrears' }]
  for (const { target, mode } of armed) await stage.platform.must(faultsRoute, { body: { target, mode, times: 0 } })
  for (const target of ['wechat_pay_bill', 'alipay_bill'] as const)
    await stage.platform.must(faultsRoute, { body: { target, mode: 'other_tills', times: EVERY_BILL } })
}

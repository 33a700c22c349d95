import { outTradeNo } from '../../functions/payment/order.ts'
import type { CheckResult } from '../../functions/verification/checkers/checker.ts'
import { MINUTE, SECOND } from '../../shared/kernel/time.ts'
import { keys } from '../../shared/table/keys.ts'
import { payerPays, type RefundEnd } from './channel.ts'
import { cancels, type Opened, opens, orderIdOf, pays, type Wish } from './operations.ts'
import type { Account } from './people.ts'
import { type Person, people } from './people.ts'
import type { Process } from './process.ts'
import { untilDelivered } from './quiet.ts'
import { verdict } from './vendor.ts'
import { itemAt, timePasses, type World } from './world.ts'

/** What happens from outside; the rest follows by itself. */
export type Scenario = {
  name: string
  accounts: number
  /** Its way to the payment is not that of another scenario. */
  isWhole?: true
  play: (world: World) => Promise<void>
  /** How it ends when nothing goes wrong: the status of the last order's verification or of the order, and fen given back. */
  ends: { status: string; backFen: number }
}

const TRIES = 4

/** A user who gets no answer tries again. */
const insisted = async (act: () => Process | Promise<Process>): Promise<unknown> => {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const process = await act()
    await process.over
    if (process.state === 'ended') return process.answer
  }
  return undefined
}

const verificationIdOf = (world: World, orderId: string): string | undefined => {
  const id = itemAt(world, keys.order(orderId))?.verificationId
  return typeof id === 'string' ? id : undefined
}

/** Opens an order and answers what its account knows of it. */
const opened = async (world: World, wish: Wish): Promise<Opened> => {
  await insisted(() => opens(world, wish))
  const orderId = orderIdOf(wish)
  return { account: wish.account, orderId, verificationId: verificationIdOf(world, orderId) }
}

type Offer = 'fee' | 'membership'

const account = (world: World, at: number): Account => {
  const found = world.accounts[at]
  if (!found) throw new Error('no such account')
  return found
}

const verification = (world: World, offer: Offer, at = 0, person: Person = people[0]): Wish => ({
  kind: 'verification',
  account: account(world, at),
  person,
  offer,
  key: `v${at}`,
})

const shownCode = async (world: World, order: Opened, method: 'wechat_native' | 'wechat_h5' = 'wechat_native') => {
  await insisted(() => pays(world, order, method))
}

/** Opens an order, has a code shown and pays it. */
const paidFor = async (world: World, wish: Wish, amountFen?: number): Promise<Opened> => {
  const order = await opened(world, wish)
  await shownCode(world, order)
  payerPays(world.channel, order.orderId, { amountFen })
  return order
}

const answering = (world: World, ...results: CheckResult[]): void => {
  const left = [...results]
  world.vendor.answer = () => (left.length > 1 ? left.shift() : left[0]) ?? verdict('match')
}

const notExecuted: CheckResult = { kind: 'not_executed', vendorCode: 'ECONNREFUSED' }

const backFen = { fee: 100, membership: 1000 }

const byVerdict = (offer: Offer): Scenario[] => {
  const all = backFen[offer]
  const rows: [string, string, number, CheckResult[]][] = [
    ['match', 'verified', 0, [verdict('match')]],
    ['mismatch', 'mismatch', offer === 'fee' ? 0 : 900, [verdict('mismatch')]],
    ['no record', 'no_record', all, [verdict('no_record')]],
    ['unknown', 'undetermined', all, [{ kind: 'unknown', vendorCode: 'ETIMEDOUT' }]],
    ['vendor down', 'undetermined', all, [notExecuted]],
    ['vendor back', 'verified', 0, [notExecuted, verdict('match')]],
    ['refused', 'undetermined', all, [{ kind: 'refused', because: 'vendor_refused', billed: 'no', vendorCode: 'x' }]],
  ]
  return rows.map(([name, status, back, results]) => ({
    name: `${offer}, ${name}`,
    accounts: 1,
    ends: { status, backFen: back },
    async play(world) {
      answering(world, ...results)
      await paidFor(world, verification(world, offer))
    },
  }))
}

const identityInUse = (offer: Offer): Scenario => ({
  name: `${offer}, identity in use`,
  accounts: 2,
  ends: { status: 'identity_in_use', backFen: backFen[offer] },
  async play(world) {
    const first = await opened(world, verification(world, 'fee', 0))
    const second = await opened(world, verification(world, offer, 1))
    for (const order of [first, second]) {
      await shownCode(world, order)
      payerPays(world.channel, order.orderId)
      await untilDelivered(world)
    }
  },
})

/** Payments that buy nothing. */
const unwanted: Scenario[] = [
  {
    name: 'late payment after cancelling',
    accounts: 1,
    isWhole: true,
    ends: { status: 'cancelled', backFen: 100 },
    async play(world) {
      const order = await opened(world, verification(world, 'fee'))
      await shownCode(world, order)
      await insisted(() => cancels(world, order))
      payerPays(world.channel, order.orderId, { late: true })
    },
  },
  {
    name: 'wrong amount',
    accounts: 1,
    ends: { status: 'cancelled', backFen: 60 },
    play: async (world) => void (await paidFor(world, verification(world, 'fee'), 60)),
  },
  {
    name: 'second payment by another attempt',
    accounts: 1,
    isWhole: true,
    ends: { status: 'verified', backFen: 100 },
    async play(world) {
      const order = await opened(world, verification(world, 'fee'))
      await shownCode(world, order)
      await shownCode(world, order, 'wechat_h5')
      payerPays(world.channel, outTradeNo(order.orderId, 2))
      payerPays(world.channel, order.orderId, { late: true })
    },
  },
]

/** Orders nobody pays, and payments nobody is told of. */
const unattended: Scenario[] = [
  {
    name: 'cancelled',
    accounts: 1,
    isWhole: true,
    ends: { status: 'cancelled', backFen: 0 },
    async play(world) {
      const order = await opened(world, verification(world, 'fee'))
      await shownCode(world, order)
      await insisted(() => cancels(world, order))
    },
  },
  {
    name: 'expired',
    accounts: 1,
    isWhole: true,
    ends: { status: 'expired', backFen: 0 },
    async play(world) {
      await shownCode(world, await opened(world, verification(world, 'fee')))
    },
  },
  {
    name: 'all notifications lost',
    accounts: 1,
    isWhole: true,
    ends: { status: 'mismatch', backFen: 900 },
    async play(world) {
      world.channel.moods.losesNotice = () => true
      answering(world, verdict('mismatch'))
      await paidFor(world, verification(world, 'membership'))
    },
  },
  {
    name: 'paid in the last second, notification lost',
    accounts: 1,
    ends: { status: 'no_record', backFen: 100 },
    async play(world) {
      world.channel.moods.losesNotice = () => true
      answering(world, verdict('no_record'))
      const order = await opened(world, verification(world, 'fee'))
      await shownCode(world, order)
      timePasses(world, world.time.now + 30 * MINUTE - SECOND)
      payerPays(world.channel, order.orderId)
    },
  },
]

const refundEnding = (name: string, ends: (RefundEnd | 'refused')[], backFen: number): Scenario => ({
  name: `refund ${name}`,
  accounts: 1,
  ends: { status: 'mismatch', backFen },
  async play(world) {
    const left = [...ends]
    world.channel.moods.refund = () => ({ ends: left.shift() ?? 'SUCCESS', afterMs: 30 * SECOND })
    answering(world, verdict('mismatch'))
    await paidFor(world, verification(world, 'membership'))
  },
})

const refundRepaired: Scenario = {
  name: 'refund abnormal, then repaired',
  accounts: 1,
  ends: { status: 'no_record', backFen: 1000 },
  async play(world) {
    world.channel.moods.refund = () => ({ ends: 'ABNORMAL', afterMs: 30 * SECOND, repairMs: 90 * MINUTE })
    answering(world, verdict('no_record'))
    await paidFor(world, verification(world, 'membership'))
  },
}

const purchases: Scenario[] = [
  {
    name: 'points',
    accounts: 1,
    ends: { status: 'settled', backFen: 0 },
    play: async (world) =>
      void (await paidFor(world, { kind: 'points', account: account(world, 0), key: 'p', points: 500 })),
  },
  {
    name: 'points, wrong amount',
    accounts: 1,
    ends: { status: 'refunded', backFen: 499 },
    play: async (world) =>
      void (await paidFor(world, { kind: 'points', account: account(world, 0), key: 'p', points: 500 }, 499)),
  },
  {
    name: 'membership bought',
    accounts: 1,
    ends: { status: 'settled', backFen: 0 },
    play: async (world) => void (await paidFor(world, { kind: 'membership', account: account(world, 0), key: 'm' })),
  },
  {
    name: 'membership bought and by a match',
    accounts: 1,
    ends: { status: 'verified', backFen: 0 },
    async play(world) {
      await paidFor(world, { kind: 'membership', account: account(world, 0), key: 'm' })
      await paidFor(world, verification(world, 'membership'))
    },
  },
]

/** Every journey money can take, each without trouble; trouble is added from outside. */
export const scenarios: readonly Scenario[] = [
  ...byVerdict('fee'),
  ...byVerdict('membership'),
  identityInUse('fee'),
  identityInUse('membership'),
  ...unwanted,
  ...unattended,
  refundEnding('closed, then renewed', ['CLOSED'], 900),
  refundEnding('closed twice', ['CLOSED', 'CLOSED'], 900),
  refundEnding('abnormal', ['ABNORMAL'], 0),
  refundEnding('refused for good', ['refused'], 0),
  refundRepaired,
  ...purchases,
]

import { outTradeNo } from '../../../functions/payment/orders/order.ts'
import { MINUTE, SECOND } from '../../../shared/kernel/time.ts'
import { payerPays } from '../channel/channel-life.ts'
import { verdict } from '../vendor/vendor.ts'
import { cancels, type Wish } from '../world/operations.ts'
import {
  accountAt,
  answering,
  insisted,
  membership,
  opened,
  paidFor,
  type Scenario,
  shownCode,
  verification,
} from '../world/script.ts'
import { timePasses, type World } from '../world/world.ts'

/** Payments that buy nothing. */
const unwanted: readonly Scenario[] = [
  {
    name: 'late payment after cancelling',
    accounts: 1,
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

/** Codes of Alipay, which knows of no trade before somebody scans one. */
const unscanned: readonly Scenario[] = [
  {
    name: 'alipay',
    accounts: 1,
    isAlipay: true,
    ends: { status: 'mismatch', backFen: 900 },
    async play(world) {
      answering(world, verdict('mismatch'))
      const order = await opened(world, verification(world, 'membership'))
      await shownCode(world, order, 'alipay_qr')
      payerPays(world.channel, order.orderId)
    },
  },
  {
    name: 'alipay, never scanned',
    accounts: 1,
    isAlipay: true,
    ends: { status: 'expired', backFen: 0 },
    async play(world) {
      await shownCode(world, await opened(world, verification(world, 'fee')), 'alipay_qr')
    },
  },
  {
    name: 'alipay, cancelled and scanned after all, notification lost',
    accounts: 1,
    isAlipay: true,
    ends: { status: 'cancelled', backFen: 100 },
    async play(world) {
      world.channel.moods.losesNotice = () => true
      const order = await opened(world, verification(world, 'fee'))
      await shownCode(world, order, 'alipay_qr')
      await insisted(() => cancels(world, order))
      payerPays(world.channel, order.orderId)
    },
  },
  {
    name: 'alipay given up for WeChat Pay, and both paid',
    accounts: 1,
    isAlipay: true,
    ends: { status: 'verified', backFen: 100 },
    async play(world) {
      const order = await opened(world, verification(world, 'fee'))
      await shownCode(world, order, 'alipay_qr')
      await shownCode(world, order)
      payerPays(world.channel, outTradeNo(order.orderId, 2))
      payerPays(world.channel, order.orderId)
    },
  },
]

/** Orders nobody pays, and payments nobody is told of. */
const unattended: readonly Scenario[] = [
  {
    name: 'cancelled',
    accounts: 1,
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
    ends: { status: 'expired', backFen: 0 },
    async play(world) {
      await shownCode(world, await opened(world, verification(world, 'fee')))
    },
  },
  {
    name: 'all notifications lost',
    accounts: 1,
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

const points = (world: World): Wish => ({ kind: 'points', account: accountAt(world, 0), key: 'p', points: 500 })

/** Orders that are delivered when they are paid. */
const purchases: readonly Scenario[] = [
  {
    name: 'points',
    accounts: 1,
    ends: { status: 'settled', backFen: 0 },
    play: async (world) => void (await paidFor(world, points(world))),
  },
  {
    name: 'points, wrong amount',
    accounts: 1,
    ends: { status: 'refunded', backFen: 499 },
    play: async (world) => void (await paidFor(world, points(world), 499)),
  },
  {
    name: 'membership bought',
    accounts: 1,
    ends: { status: 'settled', backFen: 0 },
    play: async (world) => void (await paidFor(world, membership(world, 'm'))),
  },
  {
    name: 'membership bought and by a match',
    accounts: 1,
    ends: { status: 'verified', backFen: 0 },
    async play(world) {
      await paidFor(world, membership(world, 'm'))
      await paidFor(world, verification(world, 'membership'))
    },
  },
]

/** Everything a payment can be, and its absence. */
export const scenariosOfPayments: readonly Scenario[] = [...unwanted, ...unscanned, ...unattended, ...purchases]

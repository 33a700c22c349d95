import { outTradeNo } from '../../../functions/payment/orders/order.ts'
import { beijingDay, beijingDayStart, DAY, HOUR, MINUTE } from '../../../shared/kernel/time.ts'
import { givesBackUnasked, payerPays } from '../channel/channel-life.ts'
import { verdict } from '../vendor/vendor.ts'
import { cancels, type Opened, reruns, type Wish } from '../world/operations.ts'
import { untilDelivered, untilQuiet } from '../world/quiet.ts'
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

/** Payments nobody is told of and nobody asks about: only the daily bill has them. */
const unheard: readonly Scenario[] = [
  {
    name: 'late payment after cancelling, notification lost',
    accounts: 1,
    ends: { status: 'cancelled', backFen: 100 },
    async play(world) {
      world.channel.moods.losesNotice = () => true
      const order = await opened(world, verification(world, 'fee'))
      await shownCode(world, order)
      await insisted(() => cancels(world, order))
      payerPays(world.channel, order.orderId, { late: true })
    },
  },
  {
    name: 'second payment by another attempt, notification lost',
    accounts: 1,
    ends: { status: 'verified', backFen: 100 },
    async play(world) {
      const order = await opened(world, verification(world, 'fee'))
      await shownCode(world, order)
      await shownCode(world, order, 'wechat_h5')
      payerPays(world.channel, outTradeNo(order.orderId, 2))
      world.channel.moods.losesNotice = () => true
      payerPays(world.channel, order.orderId, { late: true })
    },
  },
  {
    name: 'paid before midnight, in the bill of the next day',
    accounts: 1,
    ends: { status: 'no_record', backFen: 100 },
    async play(world) {
      world.channel.moods.cutMs = -10 * MINUTE
      timePasses(world, beijingDayStart(beijingDay(world.time.now)) + DAY - 5 * MINUTE)
      answering(world, verdict('no_record'))
      await paidFor(world, verification(world, 'fee'))
    },
  },
  {
    name: 'paid after midnight, in the bill of the day before',
    accounts: 1,
    ends: { status: 'mismatch', backFen: 0 },
    async play(world) {
      world.channel.moods.cutMs = 10 * MINUTE
      timePasses(world, beijingDayStart(beijingDay(world.time.now)) + DAY + 5 * MINUTE)
      answering(world, verdict('mismatch'))
      await paidFor(world, verification(world, 'fee'))
    },
  },
]

/** What the channel gives back by itself, once everything is delivered. */
const givenBack = (
  name: string,
  wish: (world: World) => Wish,
  more: {
    ends: Scenario['ends']
    fen?: number
    complains?: true
    before?: (world: World) => void
  },
): Scenario => ({
  name: `given back by the channel: ${name}`,
  accounts: 1,
  ends: more.ends,
  async play(world) {
    more.before?.(world)
    const { orderId }: Opened = await paidFor(world, wish(world))
    await untilDelivered(world)
    givesBackUnasked(world.channel, orderId, more)
  },
})

const member = (world: World): Wish => verification(world, 'membership')

/** Our refund does not reach the channel before it gives back by itself. */
const unaccepted = (world: World): void => {
  answering(world, verdict('mismatch'))
  world.channel.moods.isShort = () => true
}

const refused = (world: World): void => {
  answering(world, verdict('mismatch'))
  world.channel.moods.refund = () => ({ ends: 'refused', afterMs: 0 })
}

const unasked: readonly Scenario[] = [
  givenBack('a fee that was kept', (world) => verification(world, 'fee'), {
    ends: { status: 'verified', backFen: 100 },
  }),
  givenBack('a membership by a match, after a complaint', member, {
    ends: { status: 'verified', backFen: 1000 },
    complains: true,
  }),
  givenBack('part of a membership by a match', member, { ends: { status: 'verified', backFen: 300 }, fen: 300 }),
  givenBack('a membership bought', (world) => membership(world, 'm'), { ends: { status: 'settled', backFen: 1000 } }),
  givenBack('points', (world) => ({ kind: 'points', account: accountAt(world, 0), key: 'p', points: 500 }), {
    ends: { status: 'settled', backFen: 500 },
  }),
  givenBack('all, while our refund is on its way', member, {
    ends: { status: 'mismatch', backFen: 1000 },
    before: unaccepted,
  }),
  givenBack('what our refund could not', member, {
    ends: { status: 'mismatch', backFen: 900 },
    fen: 900,
    before: refused,
  }),
  givenBack('what was kept after our refund', member, {
    ends: { status: 'mismatch', backFen: 1000 },
    before: (world) => answering(world, verdict('mismatch')),
  }),
]

const inTheWrongOrder: Scenario = {
  name: 'given back before the bill of its payment comes',
  accounts: 1,
  ends: { status: 'cancelled', backFen: 100 },
  async play(world) {
    const today = beijingDay(world.time.now)
    world.channel.moods.losesNotice = () => true
    const bothBills = beijingDayStart(today) + 2 * DAY + 10 * HOUR
    world.channel.moods.bill = (day) =>
      day === today && world.time.now < bothBills + 40 * MINUTE ? 'not_ready' : 'there'
    const order = await opened(world, verification(world, 'fee'))
    await shownCode(world, order)
    await insisted(() => cancels(world, order))
    payerPays(world.channel, order.orderId, { late: true })
    timePasses(world, world.time.now + DAY)
    givesBackUnasked(world.channel, order.orderId)
    timePasses(world, bothBills)
  },
}

const onceMore: Scenario = {
  name: 'held against its bill once more',
  accounts: 1,
  ends: { status: 'no_record', backFen: 100 },
  async play(world) {
    const today = beijingDay(world.time.now)
    answering(world, verdict('no_record'))
    await paidFor(world, verification(world, 'fee'))
    await untilQuiet(world)
    await insisted(() => reruns(world, 'wechat_pay', today))
  },
}

/** What only the daily bill knows, and what the channel does unasked. */
export const scenariosOfBills: readonly Scenario[] = [...unheard, ...unasked, inTheWrongOrder, onceMore]

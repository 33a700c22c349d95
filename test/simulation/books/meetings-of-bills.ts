import { beijingDay, beijingDayStart, DAY, HOUR } from '../../../shared/kernel/time.ts'
import { givesBackUnasked, payerPays } from '../channel/channel-life.ts'
import { verdict } from '../vendor/vendor.ts'
import { type Begin, fee, type Meeting, message, notice, untilMessage } from '../world/meeting.ts'
import { sweeps, workerGets } from '../world/operations.ts'
import { untilDelivered } from '../world/quiet.ts'
import { answering, membership, paidFor, shownCode, verification } from '../world/script.ts'
import { timePasses, type World } from '../world/world.ts'

/** It is the next morning, and the bill of the day is to be looked at. */
const billed = async (world: World): Promise<Begin> => {
  const day = beijingDay(world.time.now)
  timePasses(world, beijingDayStart(day) + DAY + 11 * HOUR)
  await sweeps(world).over
  return () => workerGets(world, { kind: 'reconciliation', id: `wechat_pay#${day}` })
}

/** The daily bill, and whoever is after the same money. */
export const meetingsOfBills: readonly Meeting[] = [
  {
    name: 'a day by two workers',
    async prepare(world) {
      const order = await fee(world)
      await shownCode(world, order)
      payerPays(world.channel, order.orderId)
      const begin = await billed(world)
      return [begin, begin]
    },
  },
  {
    name: 'a payment in the bill, and its notification',
    async prepare(world) {
      const order = await fee(world)
      await shownCode(world, order)
      payerPays(world.channel, order.orderId)
      return [await billed(world), notice(world)]
    },
  },
  {
    name: 'a forced refund in the bill, and our own',
    async prepare(world) {
      answering(world, verdict('mismatch'))
      const { orderId } = await paidFor(world, verification(world, 'membership'))
      await untilMessage(world, 'refund')
      const ours = message(world)
      givesBackUnasked(world.channel, orderId)
      return [await billed(world), ours]
    },
  },
  {
    name: 'part of what is owed forced, and our own refund',
    async prepare(world) {
      answering(world, verdict('mismatch'))
      const { orderId } = await paidFor(world, verification(world, 'membership'))
      await untilMessage(world, 'refund')
      const ours = message(world)
      givesBackUnasked(world.channel, orderId, { fen: 400 })
      return [await billed(world), ours]
    },
  },
  {
    name: 'a forced refund in the bill and in a complaint',
    async prepare(world) {
      const { orderId } = await paidFor(world, verification(world, 'membership'))
      await untilDelivered(world)
      givesBackUnasked(world.channel, orderId, { complains: true })
      await untilMessage(world, 'complaint')
      const told = message(world)
      return [await billed(world), told]
    },
  },
  {
    name: 'a month taken back and a month bought',
    async prepare(world) {
      const { orderId } = await paidFor(world, membership(world, 'm1'))
      await untilDelivered(world)
      givesBackUnasked(world.channel, orderId)
      const begin = await billed(world)
      await paidFor(world, membership(world, 'm2'))
      return [begin, notice(world)]
    },
  },
]

import { MINUTE } from '../../../shared/kernel/time.ts'
import type { RefundEnd } from '../channel/channel.ts'
import { payerPays } from '../channel/channel-life.ts'
import { fee, type Meeting, message, notice, untilMessage } from '../world/meeting.ts'
import { workerGets } from '../world/operations.ts'
import { membership, paidFor, shownCode, verification } from '../world/script.ts'
import { timePasses } from '../world/world.ts'

/** Workers, and what is told of their work. */
export const meetingsOfWork: readonly Meeting[] = [
  {
    name: 'two months of membership',
    async prepare(world) {
      await paidFor(world, membership(world, 'm1'))
      // Too late for the first order to be given again.
      timePasses(world, world.time.now + 21 * MINUTE)
      await paidFor(world, membership(world, 'm2'))
      return [notice(world), notice(world, 1)]
    },
  },
  {
    name: 'a month by a match and a month bought',
    async prepare(world) {
      await paidFor(world, verification(world, 'membership'))
      await untilMessage(world, 'check')
      await paidFor(world, membership(world, 'm1'))
      return [message(world), notice(world)]
    },
  },
  {
    name: 'a check by two workers',
    async prepare(world) {
      await paidFor(world, verification(world, 'fee'))
      await untilMessage(world, 'check')
      const begin = message(world)
      return [begin, begin]
    },
  },
  {
    name: 'one person on two accounts',
    accounts: 2,
    async prepare(world) {
      const [one, other] = [await fee(world, 0), await fee(world, 1)]
      for (const order of [one, other]) {
        await shownCode(world, order)
        payerPays(world.channel, order.orderId)
        await (await notice(world)())?.over
      }
      return [message(world), message(world)]
    },
  },
  {
    name: 'a refund by two workers',
    async prepare(world) {
      await paidFor(world, verification(world, 'fee'), 70)
      await untilMessage(world, 'refund')
      const begin = message(world)
      return [begin, begin]
    },
  },
  {
    name: 'a closed refund told of and asked for',
    async prepare(world) {
      const ends: RefundEnd[] = ['CLOSED']
      world.channel.moods.refund = () => ({ ends: ends.pop() ?? 'SUCCESS', afterMs: MINUTE })
      await paidFor(world, verification(world, 'fee'), 70)
      await untilMessage(world, 'refund')
      const pointer = world.messages[0]
      await (await message(world)())?.over
      timePasses(world, world.time.now + 2 * MINUTE)
      return [notice(world), () => workerGets(world, pointer ?? { kind: 'refund', id: '' })]
    },
  },
]

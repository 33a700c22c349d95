import { MINUTE, SECOND } from '../../../shared/kernel/time.ts'
import { payerPays } from '../channel/channel-life.ts'
import { fee, follow, type Meeting, notice } from '../world/meeting.ts'
import { type Opened, opens, pays } from '../world/operations.ts'
import { shownCode, verification } from '../world/script.ts'
import { timePasses, type World } from '../world/world.ts'

const overdue = async (world: World): Promise<Opened> => {
  const order = await fee(world)
  await shownCode(world, order)
  timePasses(world, world.time.now + 30 * MINUTE + SECOND)
  return order
}

const anew = (world: World, key = 'again') => opens(world, { ...verification(world, 'fee'), key })

/** An order whose time is over, and who would begin anew. */
export const meetingsOfEndings: readonly Meeting[] = [
  {
    name: 'submitting anew, and a payment in the last minute',
    async prepare(world) {
      const order = await overdue(world)
      payerPays(world.channel, order.orderId)
      return [() => anew(world), notice(world)]
    },
  },
  {
    name: 'submitting anew, and the order is followed',
    async prepare(world) {
      const order = await overdue(world)
      timePasses(world, world.time.now + MINUTE)
      return [() => anew(world), follow(world, order)]
    },
  },
  {
    name: 'submitting anew twice',
    async prepare(world) {
      await overdue(world)
      return [() => anew(world), () => anew(world, 'once more')]
    },
  },
  {
    name: 'submitting anew, and paying the order whose time is over',
    async prepare(world) {
      const order = await overdue(world)
      return [() => anew(world), () => pays(world, order, 'wechat_h5')]
    },
  },
]

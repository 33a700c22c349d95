import { fee, type Meeting } from '../world/meeting.ts'
import { cancels, pays } from '../world/operations.ts'
import { shownCode } from '../world/script.ts'
import { phones } from './payers.ts'

const [home, away, theirs] = phones

/** One order, and more than one who would pay it. */
export const meetingsOfPayers: readonly Meeting[] = [
  {
    name: 'two networks to pay from',
    async prepare(world) {
      const order = await fee(world)
      return [() => pays(world, order, 'wechat_h5', home), () => pays(world, order, 'wechat_h5', away)]
    },
  },
  {
    name: 'another network to pay from, and the first one again',
    async prepare(world) {
      const order = await fee(world)
      await shownCode(world, order, 'wechat_h5', home)
      return [() => pays(world, order, 'wechat_h5', home), () => pays(world, order, 'wechat_h5', away)]
    },
  },
  {
    name: 'somebody else pays inside WeChat while it is cancelled',
    async prepare(world) {
      const order = await fee(world)
      await shownCode(world, order, 'wechat_jsapi', home)
      return [() => pays(world, order, 'wechat_jsapi', theirs), () => cancels(world, order)]
    },
  },
]

import { MINUTE, SECOND } from '../../../shared/kernel/time.ts'
import { payerPays } from '../channel/channel-life.ts'
import { opened, paidFor, type Scenario, shownCode, verification } from '../world/script.ts'
import { timePasses, type World } from '../world/world.ts'

/** The user was told that the time is over, and nobody has ended anything yet. */
const timeIsOver = (world: World): void => timePasses(world, world.time.now + 30 * MINUTE + SECOND)

const again = (world: World) => ({ ...verification(world, 'fee'), key: 'again' })

/** Whoever comes back after their time was over begins anew, whatever was left behind. */
export const scenariosOfEndings: readonly Scenario[] = [
  {
    name: 'submitted anew when the time is over',
    accounts: 1,
    ends: { status: 'verified', backFen: 0 },
    async play(world) {
      await shownCode(world, await opened(world, verification(world, 'fee')))
      timeIsOver(world)
      await paidFor(world, again(world))
    },
  },
  {
    name: 'submitted anew, and the code of Alipay is scanned after all',
    accounts: 1,
    isAlipay: true,
    ends: { status: 'verified', backFen: 100 },
    async play(world) {
      const first = await opened(world, verification(world, 'fee'))
      await shownCode(world, first, 'alipay_qr')
      timeIsOver(world)
      await paidFor(world, again(world))
      payerPays(world.channel, first.orderId)
    },
  },
]

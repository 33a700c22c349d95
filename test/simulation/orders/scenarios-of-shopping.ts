import { payerPays } from '../channel/channel-life.ts'
import { untilDelivered } from '../world/quiet.ts'
import { accountAt, membership, opened, type Scenario, shownCode } from '../world/script.ts'

/** Purchases by one account that clicks more often than it pays. */
export const scenariosOfShopping: readonly Scenario[] = [
  {
    name: 'the same month wanted twice, and asked for again when it is paid',
    accounts: 1,
    ends: { status: 'settled', backFen: 0 },
    async play(world) {
      await opened(world, membership(world, 'm1'))
      const again = await opened(world, membership(world, 'm2'))
      await shownCode(world, again)
      payerPays(world.channel, again.orderId)
      await untilDelivered(world)
      await opened(world, membership(world, 'm2'))
    },
  },
  {
    name: 'a cart beyond what may be open, and one of it paid',
    accounts: 1,
    ends: { status: 'settled', backFen: 0 },
    async play(world) {
      const points = (amount: number) => ({
        kind: 'points' as const,
        account: accountAt(world, 0),
        key: `p${amount}`,
        points: amount,
      })
      for (const amount of [200, 300, 400, 500]) await opened(world, points(amount))
      const first = await opened(world, points(200))
      await shownCode(world, first)
      payerPays(world.channel, first.orderId)
      await untilDelivered(world)
      const last = await opened(world, points(500))
      await shownCode(world, last)
      payerPays(world.channel, last.orderId)
    },
  },
]

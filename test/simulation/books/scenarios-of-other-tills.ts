import type { PaymentMethod } from '../../../functions/payment/paying/provider.ts'
import { beijingDay } from '../../../shared/kernel/time.ts'
import type { Moods } from '../channel/channel.ts'
import { payerPays } from '../channel/channel-life.ts'
import { EVERY_ROW } from '../channel/other-tills.ts'
import { cancels } from '../world/operations.ts'
import { insisted, opened, type Scenario, shownCode, verification } from '../world/script.ts'
import type { World } from '../world/world.ts'

/** The first bill of the day that is asked for has a fault, and those after it have none. */
const faultyOnce = (world: World, fault: 'cut' | 'garbled'): Moods['bill'] => {
  const today = beijingDay(world.time.now)
  let isServed = false
  return (day) => {
    if (day !== today || isServed) return 'there'
    isServed = true
    return fault
  }
}

const late = (name: string, before: (world: World) => void, method?: PaymentMethod): Scenario => ({
  name,
  accounts: 1,
  ...(method === 'alipay_qr' && { isAlipay: true }),
  ends: { status: 'cancelled', backFen: 100 },
  async play(world) {
    before(world)
    world.channel.moods.others = EVERY_ROW
    world.channel.moods.losesNotice = () => true
    const order = await opened(world, verification(world, 'fee'))
    await shownCode(world, order, method)
    await insisted(() => cancels(world, order))
    payerPays(world.channel, order.orderId, { late: true })
  },
})

const isShared = (world: World): void => {
  world.channel.moods.isShared = true
  const { channels } = world.settings.reconciliation
  world.settings = { ...world.settings, reconciliation: { channels, shared: channels } }
}

/** A payment only the bill knows of, among rows of other tills on the same merchant account. */
export const scenariosOfOtherTills: readonly Scenario[] = [
  late('late payment in a bill with rows of other tills', () => undefined),
  late('late payment in a bill of an account whose money others withdraw, too', isShared),
  late('late payment in a bill of Alipay with rows of other tills', () => undefined, 'alipay_qr'),
  late('late payment whose row cannot be read at first', (world) => {
    world.channel.moods.bill = faultyOnce(world, 'garbled')
  }),
  late('late payment whose row is missing at first', (world) => {
    world.channel.moods.bill = faultyOnce(world, 'cut')
  }),
]

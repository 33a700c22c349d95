import { notifies, type Opened, pays, workerGets } from './operations.ts'
import type { Process } from './process.ts'
import { opened, verification } from './script.ts'
import type { World } from './world.ts'

/** Two operations at the same time. */
export type Meeting = { name: string; accounts?: number; prepare: (world: World) => Promise<readonly [Begin, Begin]> }

/** Nothing where what should be met by has not happened. */
export type Begin = () => Process | Promise<Process> | undefined

/** A notification that was not taken yet arrives. */
export const notice =
  (world: World, at = 0): Begin =>
  () => {
    const found = world.channel.notices.filter((one) => !one.isTaken)[at]
    return found && notifies(world, found)
  }

/** The next message arrives, or did. */
export const message = (world: World): Begin => {
  const found = world.messages.shift()
  return () => found && workerGets(world, found)
}

/** The order is followed. */
export const follow =
  (world: World, { orderId }: Opened): Begin =>
  () =>
    workerGets(world, { kind: 'order', id: orderId })

/** An order for a check alone. */
export const fee = (world: World, at = 0) => opened(world, verification(world, 'fee', at))

/** A way to pay that was begun, and of which the channel has not heard yet. */
export const abandoned = async (world: World, order: Opened): Promise<void> => {
  const { schedule } = world
  world.schedule = (effect) => (effect.name === 'provider.create' ? 'dies_before' : schedule(effect))
  await pays(world, order, 'wechat_native').over
  world.schedule = schedule
}

/** More than any meeting takes to come about. */
const MOST_ROUNDS = 10

/** Until the message for the worker of that kind is there. */
export const untilMessage = async (world: World, kind: string): Promise<void> => {
  for (let rounds = 0; rounds < MOST_ROUNDS && world.messages[0]?.kind !== kind; rounds += 1) {
    const next = world.messages.length > 0 ? message(world) : notice(world)
    await (await next())?.over
  }
}

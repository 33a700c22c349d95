import { payerPays } from '../channel/channel-life.ts'
import { gathers } from '../world/operations.ts'
import { untilDelivered } from '../world/quiet.ts'
import { allBackFen, insisted, type Offer, opened, type Scenario, shownCode, verification } from '../world/script.ts'
import type { World } from '../world/world.ts'
import { releases } from './releases.ts'

/** Two accounts of one person who have their codes before either is verified. */
const both = async (world: World, offer: Offer) => {
  const orders = [
    await opened(world, verification(world, 'fee', 0)),
    await opened(world, verification(world, offer, 1)),
  ] as const
  for (const order of orders) await shownCode(world, order)
  return orders
}

const paid = async (world: World, { orderId }: { orderId: string }): Promise<void> => {
  payerPays(world.channel, orderId)
  await untilDelivered(world)
}

const replaced = (offer: Offer): Scenario => ({
  name: `${offer}, the key of the index is replaced between two of one person`,
  accounts: 2,
  ends: { status: 'identity_in_use', backFen: allBackFen[offer] },
  async play(world) {
    const [first, second] = await both(world, offer)
    await paid(world, first)
    releases(world, 'v2', 'v1')
    await paid(world, second)
  },
})

/** Functions of two releases at once, each of which writes what the other only reads. */
const side: Scenario = {
  name: 'two releases write different versions of the key',
  accounts: 2,
  ends: { status: 'identity_in_use', backFen: allBackFen.fee },
  async play(world) {
    const [first, second] = await both(world, 'fee')
    releases(world, 'v2', 'v1')
    await paid(world, first)
    releases(world, 'v1', 'v2')
    await paid(world, second)
  },
}

/** Everybody is moved while somebody else of the same person is checked. */
const moved: Scenario = {
  name: 'people are moved to another version of the key while one of them is checked',
  accounts: 2,
  ends: { status: 'identity_in_use', backFen: allBackFen.fee },
  async play(world) {
    const [first, second] = await both(world, 'fee')
    await paid(world, first)
    releases(world, 'v2', 'v1')
    payerPays(world.channel, second.orderId)
    const round = gathers(world)
    await untilDelivered(world)
    await round.over
    await insisted(() => gathers(world))
    releases(world, 'v2')
  },
}

/** The key of the person index is replaced in the middle of what people do. */
export const scenariosOfVersions: readonly Scenario[] = [replaced('fee'), replaced('membership'), side, moved]

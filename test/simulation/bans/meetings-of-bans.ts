import { fee, follow, type Meeting, message, notice, untilMessage } from '../world/meeting.ts'
import { pays } from '../world/operations.ts'
import { accountAt, membership, paidFor, shownCode, verification } from '../world/script.ts'
import type { World } from '../world/world.ts'
import { bans, platformBans, platformUnbans, unbans } from './bans.ts'
import { isBannedByPlatform, isBannedFrom } from './scenarios-of-bans.ts'

const ban = (world: World) => () => bans(world, accountAt(world, 0))
const unban = (world: World) => () => unbans(world, accountAt(world, 0))
const platformBan = (world: World) => () => platformBans(world, accountAt(world, 0))
const platformUnban = (world: World) => () => platformUnbans(world, accountAt(world, 0))

/** Operators and the platform, who ban an account, or lift its ban, while it buys. P12. */
export const meetingsOfBans: readonly Meeting[] = [
  {
    name: 'a ban and a payment that buys a check',
    async prepare(world) {
      await paidFor(world, verification(world, 'fee'))
      return [ban(world), notice(world)]
    },
  },
  {
    name: 'a ban and a payment that is delivered at once',
    async prepare(world) {
      await paidFor(world, membership(world, 'm'))
      return [ban(world), notice(world)]
    },
  },
  {
    name: 'a ban that is lifted, and a payment',
    async prepare(world) {
      await paidFor(world, verification(world, 'fee'))
      await isBannedFrom(world)
      return [unban(world), notice(world)]
    },
  },
  {
    name: 'a payment of a banned account told of and asked for',
    async prepare(world) {
      const order = await paidFor(world, verification(world, 'fee'))
      await isBannedFrom(world)
      return [notice(world), follow(world, order)]
    },
  },
  {
    name: 'a ban and a click to pay',
    async prepare(world) {
      const order = await fee(world)
      return [ban(world), () => pays(world, order, 'wechat_native')]
    },
  },
  {
    name: 'a ban and a change of the way to pay',
    async prepare(world) {
      const order = await fee(world)
      await shownCode(world, order)
      return [ban(world), () => pays(world, order, 'wechat_h5')]
    },
  },
  {
    name: 'an order closed for a ban, and its payment',
    async prepare(world) {
      const order = await paidFor(world, verification(world, 'fee'))
      await isBannedFrom(world)
      return [follow(world, order), notice(world)]
    },
  },
  {
    name: 'an order closed for a ban that is lifted',
    async prepare(world) {
      const order = await fee(world)
      await shownCode(world, order)
      await isBannedFrom(world)
      return [unban(world), follow(world, order)]
    },
  },
  {
    name: 'a ban of the platform and a payment',
    async prepare(world) {
      await paidFor(world, verification(world, 'fee'))
      return [platformBan(world), notice(world)]
    },
  },
  {
    name: 'a ban of the platform that is lifted, and a payment',
    async prepare(world) {
      await paidFor(world, membership(world, 'm'))
      await isBannedByPlatform(world)
      return [platformUnban(world), notice(world)]
    },
  },
  {
    name: 'the platform lifts its ban while complaints ban',
    async prepare(world) {
      await paidFor(world, verification(world, 'fee'))
      await isBannedByPlatform(world)
      return [platformUnban(world), ban(world)]
    },
  },
  {
    name: 'an operator lifts a ban while the platform bans',
    async prepare(world) {
      await paidFor(world, verification(world, 'fee'))
      await isBannedFrom(world)
      return [unban(world), platformBan(world)]
    },
  },
  {
    name: 'a ban and the check that was paid before',
    async prepare(world) {
      await paidFor(world, verification(world, 'membership'))
      await untilMessage(world, 'check')
      return [ban(world), message(world)]
    },
  },
]

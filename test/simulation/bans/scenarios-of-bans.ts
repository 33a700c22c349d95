import type { PaymentMethod } from '../../../functions/payment/paying/provider.ts'
import { payerPays } from '../channel/channel-life.ts'
import { untilMessage } from '../world/meeting.ts'
import { type Opened, type Wish, workerGets } from '../world/operations.ts'
import {
  accountAt,
  insisted,
  membership,
  opened,
  paidFor,
  type Scenario,
  shownCode,
  verification,
} from '../world/script.ts'
import type { World } from '../world/world.ts'
import { bans, platformBans, platformUnbans, unbans } from './bans.ts'

export const isBannedFrom = (world: World): Promise<void> => insisted(() => bans(world, accountAt(world, 0)))

export const isBannedByPlatform = (world: World): Promise<void> =>
  insisted(() => platformBans(world, accountAt(world, 0)))

const isLetInByPlatform = (world: World): Promise<void> => insisted(() => platformUnbans(world, accountAt(world, 0)))

const isLetInAgain = (world: World): Promise<void> => insisted(() => unbans(world, accountAt(world, 0)))

type Sale = { name: string; wish: (world: World) => Wish; priceFen: number; status: string }

const sales: readonly Sale[] = [
  { name: 'a check', wish: (world) => verification(world, 'fee'), priceFen: 100, status: 'cancelled' },
  { name: 'a month', wish: (world) => membership(world, 'm'), priceFen: 1000, status: 'refunded' },
  {
    name: 'points',
    wish: (world) => ({ kind: 'points', account: accountAt(world, 0), key: 'p', points: 500 }),
    priceFen: 500,
    status: 'refunded',
  },
]

/** An order whose code is out when its account is banned. */
const shownAndBanned = async (world: World, wish: Wish, method: PaymentMethod = 'wechat_native'): Promise<Opened> => {
  const order = await opened(world, wish)
  await shownCode(world, order, method)
  await isBannedFrom(world)
  return order
}

/** Every good by both channels: paid when its account is banned already. */
const paidByTheBanned: readonly Scenario[] = sales.flatMap(({ name, wish, priceFen, status }) =>
  (['wechat_native', 'alipay_qr'] as const).map((method) => ({
    name: `${name} paid by a banned account, ${method}`,
    accounts: 1,
    ...(method === 'alipay_qr' && { isAlipay: true as const }),
    ends: { status, backFen: priceFen },
    async play(world: World) {
      const order = await shownAndBanned(world, wish(world), method)
      payerPays(world.channel, order.orderId)
    },
  })),
)

/** Bans at other moments. */
const others: readonly Scenario[] = [
  {
    name: 'paid by a banned account, notification lost',
    accounts: 1,
    ends: { status: 'cancelled', backFen: 1000 },
    async play(world) {
      world.channel.moods.losesNotice = () => true
      const order = await shownAndBanned(world, verification(world, 'membership'))
      payerPays(world.channel, order.orderId)
    },
  },
  {
    name: 'banned and let in again before paying',
    accounts: 1,
    ends: { status: 'verified', backFen: 0 },
    async play(world) {
      const order = await shownAndBanned(world, verification(world, 'fee'))
      await isLetInAgain(world)
      payerPays(world.channel, order.orderId)
    },
  },
  {
    name: 'banned after paying',
    accounts: 1,
    ends: { status: 'verified', backFen: 0 },
    async play(world) {
      await paidFor(world, verification(world, 'membership'))
      await untilMessage(world, 'check')
      await isBannedFrom(world)
    },
  },
  {
    name: 'banned, and asks for the code once more',
    accounts: 1,
    ends: { status: 'cancelled', backFen: 0 },
    async play(world) {
      const order = await shownAndBanned(world, verification(world, 'fee'))
      await shownCode(world, order)
    },
  },
  {
    name: 'banned over a code of Alipay that is scanned in the end',
    accounts: 1,
    isAlipay: true,
    ends: { status: 'cancelled', backFen: 100 },
    async play(world) {
      const order = await shownAndBanned(world, verification(world, 'fee'), 'alipay_qr')
      await workerGets(world, { kind: 'order', id: order.orderId }).over
      payerPays(world.channel, order.orderId)
    },
  },
]

/** The platform bans, which is no other ban for whoever pays. */
const byPlatform: readonly Scenario[] = [
  ...sales.map(({ name, wish, priceFen, status }) => ({
    name: `${name} paid by somebody the platform banned`,
    accounts: 1,
    ends: { status, backFen: priceFen },
    async play(world: World) {
      const order = await opened(world, wish(world))
      await shownCode(world, order)
      await isBannedByPlatform(world)
      payerPays(world.channel, order.orderId)
    },
  })),
  {
    name: 'banned by the platform and let in again before paying',
    accounts: 1,
    ends: { status: 'verified', backFen: 0 },
    async play(world) {
      const order = await opened(world, verification(world, 'fee'))
      await shownCode(world, order)
      await isBannedByPlatform(world)
      await isLetInByPlatform(world)
      payerPays(world.channel, order.orderId)
    },
  },
  {
    name: 'banned for complaints too, and let in by the platform alone',
    accounts: 1,
    ends: { status: 'cancelled', backFen: 100 },
    async play(world) {
      const order = await shownAndBanned(world, verification(world, 'fee'))
      await isBannedByPlatform(world)
      await isLetInByPlatform(world)
      payerPays(world.channel, order.orderId)
    },
  },
  {
    name: 'banned twice over, and let in by an operator',
    accounts: 1,
    ends: { status: 'verified', backFen: 0 },
    async play(world) {
      const order = await shownAndBanned(world, verification(world, 'fee'))
      await isBannedByPlatform(world)
      await isLetInAgain(world)
      payerPays(world.channel, order.orderId)
    },
  },
]

/** Money that comes around a ban. P12. */
export const scenariosOfBans: readonly Scenario[] = [...paidByTheBanned, ...byPlatform, ...others]

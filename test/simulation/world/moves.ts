import type { PaymentMethod } from '../../../functions/payment/paying/provider.ts'
import { DAY, HOUR, MINUTE, type Millis, SECOND } from '../../../shared/kernel/time.ts'
import type { Item } from '../../../shared/table/write.ts'
import { isBannedNow } from '../bans/ban-rules.ts'
import { bans, platformBans, platformUnbans, unbans } from '../bans/bans.ts'
import { type ChannelOrder, isOpen } from '../channel/channel.ts'
import { givesBackUnasked, leftFen, payerPays } from '../channel/channel-life.ts'
import { somebodySees, workFor } from '../clerks/moves-of-clerks.ts'
import { disputesFor, payerDisputes, somebodyAnswers } from '../complaints/moves-of-complaints.ts'
import { type Phone, phones } from '../orders/payers.ts'
import { people } from '../persons/people.ts'
import { mayRelease, releasesOn } from '../persons/releases.ts'
import { type Chance, oneOf } from '../runs/chance.ts'
import { cancels, gathers, notifies, type Opened, opens, pays, sweeps, type Wish, workerGets } from './operations.ts'
import type { Weather } from './weather.ts'
import { count, timePasses, type World } from './world.ts'

/** More operations at once than this only make a history longer. */
const MOST_RUNNING = 8

const STEPS: readonly (readonly [number, Millis])[] = [
  [3, 2 * SECOND],
  [2, 12 * SECOND],
]

/** Longer than an operation may live: whatever runs is killed. */
const JUMPS: readonly (readonly [number, Millis])[] = [
  [3, 31 * SECOND],
  [8, 65 * SECOND],
  [6, 125 * SECOND],
  [3, 6 * MINUTE],
  [2, 29 * MINUTE],
  [2, 30 * MINUTE + 15 * SECOND],
  [1, 31 * MINUTE],
  [2, 2 * HOUR],
  [2, DAY + HOUR],
]

const wishes = (world: World, chance: Chance, { isShop, isCrowded }: Weather): Wish | undefined => {
  const account = isShop ? world.accounts[0] : oneOf(chance, world.accounts)
  const person = people[!isCrowded && chance.once(3) ? 1 : 0]
  if (!account || !person) return undefined
  const key = `k${chance.once(5) ? chance.pick(1 + world.counts.size) : world.ids.id()}`
  const offer = chance.once(2) ? 'membership' : 'fee'
  return chance.of<Wish>([
    [isShop ? 2 : 8, { kind: 'verification', account, person, offer, key }],
    [isShop ? 5 : 1, { kind: 'membership', account, key }],
    [isShop ? 2 : 1, { kind: 'points', account, key, points: 200 + 100 * chance.pick(isShop ? 4 : 1) }],
  ])
}

const orders = (world: World): Item[] => [...world.items.values()].filter((item) => item.sk === 'ORDER')

/** An order, mostly one that still can be paid, as its account knows it. */
const someOrder = (world: World, chance: Chance): Opened | undefined => {
  const all = orders(world)
  const open = all.filter((item) => item.status === 'created')
  const fresh = open.filter((item) => !world.shown.has(String(item.id)))
  const order = oneOf(chance, [fresh, open, all].find((some) => some.length > 0 && !chance.once(5)) ?? all)
  const account = world.accounts.find(({ id }) => id === order?.accountId)
  if (!order || !account) return undefined
  const { verificationId } = order
  return { account, orderId: String(order.id), ...(typeof verificationId === 'string' && { verificationId }) }
}

/** What could be paid by somebody who has the code, were it not too late for some. */
const unpaid = (world: World): ChannelOrder[] =>
  [...world.shown.keys()].flatMap((outTradeNo) => {
    const order = world.channel.orders.get(outTradeNo)
    return order && !order.payment ? [order] : []
  })

const somebodyPays = (world: World, chance: Chance, { isHesitant }: Weather): void => {
  const all = unpaid(world)
  const open = all.filter((one) => isOpen(world.channel, one))
  const outTradeNo = oneOf(chance, open.length > 0 && !chance.once(isHesitant ? 2 : 6) ? open : all)?.request.outTradeNo
  if (!outTradeNo) return
  const amountFen = chance.once(12) ? 1 + chance.pick(1500) : undefined
  const by = world.shown.get(outTradeNo)
  payerPays(world.channel, outTradeNo, { amountFen, late: chance.once(isHesitant ? 2 : 4), by })
}

const ANY_METHOD: readonly (readonly [number, PaymentMethod])[] = [
  [2, 'wechat_native'],
  [2, 'wechat_h5'],
  [3, 'alipay_qr'],
]

const USUAL_METHOD: typeof ANY_METHOD = [
  [4, 'wechat_native'],
  [2, 'alipay_qr'],
]

/** How somebody would pay, and on which phone: it matters only to methods that know their payer. */
const someWay = (chance: Chance, { isHesitant, isRoaming }: Weather): [PaymentMethod, Phone?] => {
  if (!isRoaming || chance.once(3)) return [chance.of(isHesitant ? ANY_METHOD : USUAL_METHOD) ?? 'wechat_native']
  return [chance.once(2) ? 'wechat_h5' : 'wechat_jsapi', oneOf(chance, phones)]
}

/** Somebody scans a code and thinks it over. */
const somebodyScans = (world: World, chance: Chance): void => {
  const order = oneOf(
    chance,
    unpaid(world).filter((one) => isOpen(world.channel, one)),
  )
  if (order) order.isScanned = true
}

const userActs = async (world: World, chance: Chance, weather: Weather): Promise<void> => {
  const open = orders(world).filter((item) => item.status === 'created').length
  const act = chance.of([
    [open < (weather.isCrowded ? 3 : 2) ? 6 : 1, 'open'],
    [open > 0 ? 8 : 1, 'pay'],
    [weather.isHesitant ? 3 : 1, 'cancel'],
    [unpaid(world).length > 0 ? 10 : 0, 'payer'],
    [unpaid(world).length > 0 ? 2 : 0, 'scan'],
  ] as const)
  if (act === 'payer') return somebodyPays(world, chance, weather)
  if (act === 'scan') return somebodyScans(world, chance)
  if (act === 'open') {
    const wish = wishes(world, chance, weather)
    if (wish) await opens(world, wish)
    return
  }
  const order = someOrder(world, chance)
  if (!order) return
  // Two clicks at once are how different answers meet each other.
  for (let clicks = (weather.isHesitant || weather.isRoaming) && chance.once(2) ? 2 : 1; clicks > 0; clicks -= 1) {
    if (act === 'cancel' && (clicks === 1 || chance.once(2))) cancels(world, order)
    else pays(world, order, ...someWay(chance, weather))
  }
}

/** A message arrives: in any order, perhaps twice, perhaps never; once more if its worker did not end well. */
const messageArrives = (world: World, chance: Chance, { duplicates }: Weather): void => {
  const [message] = world.messages.splice(chance.pick(world.messages.length), 1)
  if (!message || chance.once(12)) return
  if (chance.once(duplicates)) chance.once(3) ? world.messages.push(message) : workerGets(world, message)
  const process = workerGets(world, message)
  const comesAgain = chance.once(2)
  process.over = process.over.then(() => {
    if (process.state !== 'ended' && comesAgain) world.messages.push(message)
  })
}

const noticeArrives = (world: World, chance: Chance): void => {
  const notice = oneOf(
    chance,
    world.channel.notices.filter((one) => !one.lost && (!one.isTaken || one.tries < 3)),
  )
  if (!notice) return
  if (notice.isTaken) count(world, 'notification after it was taken')
  notifies(world, notice)
  if (chance.once(3)) noticeArrives(world, chance)
}

/** What the channel could give back of by itself. */
const returnable = (world: World): ChannelOrder[] =>
  [...world.channel.orders.values()].filter((one) => leftFen(one) > 0)

/** A payer complained, or somebody pressed a button on the channel's own site. */
const channelGivesBack = (world: World, chance: Chance): void => {
  const order = oneOf(chance, returnable(world))
  if (!order) return
  const fen = chance.once(3) ? 1 + chance.pick(leftFen(order)) : undefined
  givesBackUnasked(world.channel, order.request.outTradeNo, { fen, complains: !chance.once(3) })
}

/** An operator or the platform bans an account, most likely one that is about to pay, or lifts a ban. */
const somebodyBans = (world: World, chance: Chance): void => {
  const isPlatform = chance.once(3)
  const banned = world.accounts.filter(({ id }) => isBannedNow(world, id))
  const forgiven = chance.once(4) ? undefined : oneOf(chance, banned)
  if (forgiven) return void (isPlatform ? platformUnbans : unbans)(world, forgiven)
  const paying = orders(world).filter(({ status, attempts }) => status === 'created' && Number(attempts) > 0)
  const chosen = chance.once(3) ? undefined : oneOf(chance, paying)?.accountId
  const account = world.accounts.find(({ id }) => id === chosen) ?? oneOf(chance, world.accounts)
  if (account) (isPlatform ? platformBans : bans)(world, account)
}

const isSomebodyVerified = ({ items }: World): boolean => [...items.values()].some(({ sk }) => sk === 'PERSON')

/** Something happens outside of any operation, or one begins. */
export const moved = async (world: World, chance: Chance, weather: Weather): Promise<void> => {
  const isFull = world.running.length >= MOST_RUNNING
  const disputes = weather.isDisputed ? disputesFor(world) : { payer: 0, operator: 0 }
  const move = chance.of([
    [isFull ? 0 : 5, 'user'],
    [isFull ? 0 : 2 * Math.min(world.messages.length, 4), 'message'],
    [isFull || world.channel.notices.length === 0 ? 0 : 3, 'notice'],
    [isFull ? 0 : 2, 'sweep'],
    [world.running.length > 0 ? 2 : 4, 'time'],
    [weather.isLitigious && returnable(world).length > 0 ? 1 : 0, 'forced'],
    [weather.isStrict && !isFull ? 2 : 0, 'ban'],
    [weather.isStaffed && !isFull ? workFor(world) : 0, 'operator'],
    [disputes.payer, 'dispute'],
    [isFull ? 0 : disputes.operator, 'answer'],
    // Where several accounts are one person, it matters by which key that person is known.
    [weather.isCrowded && isSomebodyVerified(world) && mayRelease(world) ? 12 : 0, 'release'],
    [weather.isCrowded && !isFull && world.index.versions.length > 1 ? 2 : 0, 'gather'],
  ] as const)
  if (move === 'user') await userActs(world, chance, weather)
  if (move === 'message') messageArrives(world, chance, weather)
  if (move === 'notice') noticeArrives(world, chance)
  if (move === 'ban') somebodyBans(world, chance)
  if (move === 'operator') somebodySees(world, chance)
  if (move === 'dispute') payerDisputes(world, chance)
  if (move === 'answer') somebodyAnswers(world, chance)
  if (move === 'forced') channelGivesBack(world, chance)
  if (move === 'release') releasesOn(world)
  if (move === 'gather') gathers(world)
  if (move === 'sweep' && !world.mutant.neverSweeps) sweeps(world)
  const isShort = move === 'time' && world.running.length > 0 && !chance.once(6)
  if (move === 'time') timePasses(world, world.time.now + (chance.of(isShort ? STEPS : JUMPS) ?? 0))
}

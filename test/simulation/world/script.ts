import { paymentKeys } from '../../../functions/payment/keys.ts'
import type { PaymentMethod } from '../../../functions/payment/paying/provider.ts'
import type { CheckResult } from '../../../functions/verification/check/checker.ts'
import { payerPays } from '../channel/channel-life.ts'
import { answeredOrder } from '../orders/open-order-rules.ts'
import type { Phone } from '../orders/payers.ts'
import { type Account, type Person, people } from '../persons/people.ts'
import { verdict } from '../vendor/vendor.ts'
import { type Opened, opens, orderIdOfWish, pays, type Wish } from './operations.ts'
import type { Process } from './process.ts'
import { itemAt, type World } from './world.ts'

/** What happens from outside, in one journey; the rest follows by itself. */
export type Scenario = {
  name: string
  accounts: number
  /** It has bills of Alipay as well. */
  isAlipay?: true
  play: (world: World) => Promise<void>
  /** How it ends without a mishap: the status of the last order's verification, or of the order, and fen given back, by whichever way. */
  ends: { status: string; backFen: number }
}

export type Offer = 'fee' | 'membership'

/** What goes back of an offer when everything does. */
export const allBackFen = { fee: 100, membership: 1000 } as const

/** More often than there are mishaps. */
const TRIES = 4

/** A user who gets no answer tries again. */
export const insisted = async (act: () => Process | Promise<Process>): Promise<void> => {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const process = await act()
    await process.over
    if (process.state === 'ended') return
  }
}

export const accountAt = (world: World, at: number): Account => {
  const found = world.accounts[at]
  if (!found) throw new Error('no such account')
  return found
}

/** An account wants to be verified. */
export const verification = (world: World, offer: Offer, at = 0, person: Person = people[0]): Wish => ({
  kind: 'verification',
  account: accountAt(world, at),
  person,
  offer,
  key: `v${at}`,
})

/** The first account wants a month of membership. */
export const membership = (world: World, key: string): Wish => ({
  kind: 'membership',
  account: accountAt(world, 0),
  key,
})

const verificationIdOf = (world: World, orderId: string): string | undefined => {
  const id = itemAt(world, paymentKeys.order(orderId))?.verificationId
  return typeof id === 'string' ? id : undefined
}

/** Opens an order; what its account knows of it. */
export const opened = async (world: World, wish: Wish): Promise<Opened> => {
  let orderId = orderIdOfWish(wish)
  await insisted(async () => {
    const process = await opens(world, wish)
    process.over = process.over.then(() => {
      orderId = answeredOrder(process.answer)?.id ?? orderId
    })
    return process
  })
  return { account: wish.account, orderId, verificationId: verificationIdOf(world, orderId) }
}

/** Has a code shown. */
export const shownCode = (
  world: World,
  order: Opened,
  method: PaymentMethod = 'wechat_native',
  phone?: Phone,
): Promise<void> => insisted(() => pays(world, order, method, phone))

/** Opens an order, has a code shown and pays it. */
export const paidFor = async (world: World, wish: Wish, amountFen?: number): Promise<Opened> => {
  const order = await opened(world, wish)
  await shownCode(world, order)
  payerPays(world.channel, order.orderId, { amountFen })
  return order
}

/** The vendor's next answers; the last one stays. */
export const answering = (world: World, ...results: CheckResult[]): void => {
  const left = [...results]
  world.vendors.answer = () => (left.length > 1 ? left.shift() : left[0]) ?? verdict('match')
}

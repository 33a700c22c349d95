import { paymentKeys } from '../../../functions/payment/keys.ts'
import { bookingsAmong } from '../../../functions/payment/ledger/ledger-store.ts'
import { type MoneyBack, moneyBackOf } from '../../../functions/payment/money-back/money-back.ts'
import { ordersWithMoneyBack } from '../../../functions/payment/money-back/money-back-store.ts'
import { orderOf } from '../../../functions/payment/orders/order-store.ts'
import { type OrderStatusTold, orderStatusTold } from '../../../functions/payment/orders/told-status.ts'
import { refundsAmong } from '../../../functions/payment/refunds/refund-store.ts'
import type { Fen } from '../../../shared/kernel/money.ts'
import type { Item } from '../../../shared/table/write.ts'
import { givenBackFen } from '../channel/channel.ts'
import { handFen, twiceFen } from '../clerks/by-hand.ts'
import { orderItemOf } from '../orders/owed.ts'
import type { Change } from '../world/record.ts'
import { itemAt, type World } from '../world/world.ts'

/** What every answer says of an order's money. */
export type Told = { status: OrderStatusTold; refunds: readonly MoneyBack[] }

const tellingOf = (world: World, order: Item): Told => {
  const items = [...world.items.values()].filter(({ pk }) => pk === order.pk)
  const refunds = refundsAmong(items)
  const right = {
    status: orderStatusTold(orderOf(order), refunds),
    refunds: moneyBackOf(refunds, bookingsAmong(items)),
  }
  return world.mutant.told?.(right, order) ?? right
}

const sumOf = (refunds: readonly MoneyBack[], outTradeNo: string, isBack: boolean): Fen =>
  refunds
    .filter((one) => one.outTradeNo === outTradeNo && (one.status === 'back') === isBack)
    .reduce((sum, { amountFen }) => sum + amountFen, 0)

/** Of one order: at no moment is more told to be back than the channel gave, nor the order to be refunded while money is missing. */
const lies = (world: World, order: Item): string[] => {
  const { status, refunds } = tellingOf(world, order)
  const numbers = new Set(refunds.map(({ outTradeNo }) => outTradeNo))
  const tooMuch = [...numbers].filter((number) => {
    const there = world.channel.orders.get(number)
    return sumOf(refunds, number, true) > (there ? givenBackFen(there) + handFen(world, there) : 0)
  })
  const isMissing = refunds.some((one) => one.status !== 'back')
  return [
    ...tooMuch.map((number) => `${number}: more is told to be back than was given`),
    ...(status === 'refunded' && isMissing ? [`${order.id} is told to be refunded while money is missing`] : []),
  ]
}

const ordersOf = (world: World, changes: readonly Change[]): Item[] => {
  const partitions = new Set(changes.map(({ key }) => key.pk).filter((pk) => pk.startsWith('ORDER#')))
  return [...world.items.values()].filter(({ pk, sk }) => sk === 'ORDER' && partitions.has(pk))
}

/** No answer lies about money, after every commit. */
export const toldFaults = (world: World, changes: readonly Change[]): string[] =>
  ordersOf(world, changes).flatMap((order) => lies(world, order))

const MANY = 1000

const pageOf = (world: World, { accountId }: Item): Item | undefined =>
  itemAt(world, paymentKeys.moneyBack(String(accountId)))

/** What is told to be back is what went back, once where it did twice under one number, and what is told to be coming is what the refunds owe. */
export const finalToldFaults = (world: World): string[] =>
  [...world.channel.orders.values()].flatMap((there) => {
    const { outTradeNo } = there.request
    const owed = [...world.items.values()].filter(
      ({ sk, outTradeNo: of, status }) => sk.startsWith('REFUND#') && of === outTradeNo && status === 'operator',
    )
    const order = orderItemOf(world, outTradeNo)
    const owedFen = owed.reduce((sum, { refundFen }) => sum + Number(refundFen), 0)
    const told = order ? tellingOf(world, order).refunds : []
    const isOnPage = order !== undefined && ordersWithMoneyBack(pageOf(world, order), MANY).includes(String(order.id))
    const [backFen, comingFen] = [sumOf(told, outTradeNo, true), sumOf(told, outTradeNo, false)]
    const givenFen = givenBackFen(there) + handFen(world, there) - twiceFen(world, there)
    return [
      ...(backFen === givenFen && comingFen === owedFen
        ? []
        : [`${outTradeNo}: ${backFen} fen are told to be back and ${comingFen} to be coming`]),
      ...(told.length === 0 || isOnPage ? [] : [`the account page does not know what goes back of ${outTradeNo}`]),
    ]
  })

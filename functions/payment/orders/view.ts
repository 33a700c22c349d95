import * as z from 'zod/mini'
import type { Language } from '../../../shared/kernel/language.ts'
import { moneyBackShown, showMoneyBack } from '../money-back/money-back-view.ts'
import { refundsAmong } from '../refunds/refund-store.ts'
import type { FoundOrder } from './find-order.ts'
import { orderShown, showOrderAs } from './order-view.ts'
import { orderStatusTold } from './told-status.ts'

type Read = Pick<FoundOrder, 'order' | 'items'>

/** An order that was read whole: its state is told as `refunding` until what goes back is back. */
export const showOrder = ({ order, items }: Read): z.infer<typeof orderShown> =>
  showOrderAs(order, orderStatusTold(order, refundsAmong(items)))

/** An order with all money of it that went back or has to. */
export const orderWithRefundsShown = z.strictObject({ ...orderShown.shape, refunds: z.array(moneyBackShown) })

export const showOrderWithRefunds = (found: Read, language: Language): z.infer<typeof orderWithRefundsShown> => ({
  ...showOrder(found),
  refunds: showMoneyBack(found.items, language),
})

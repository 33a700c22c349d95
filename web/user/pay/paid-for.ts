import { mine } from '../../shared/service.ts'
import type { Order } from '../money/named.ts'
import { pagesOf } from './phase.ts'

/** Where one goes on once an order is paid: of a certification to its application, which may be one of several. */
export const pagePaidFor = async (order: Pick<Order, 'id' | 'kind'>): Promise<string> => {
  const { paid } = pagesOf(order)
  if (order.kind !== 'certification') return paid
  try {
    const { items } = await mine().applications.list().page()
    const application = items.find(({ fee }) => fee.order === order.id)
    return application ? `/developer/applications/${application.id}` : paid
  } catch {
    return paid
  }
}

import { outTradeNo } from '../../../functions/payment/orders/order.ts'
import { payerPays } from '../channel/channel-life.ts'
import { opened, type Scenario, shownCode, verification } from '../world/script.ts'
import { phones } from './payers.ts'

/** Payers who are not where, or not who, they were when the order was first asked for. */
export const scenariosOfPayers: readonly Scenario[] = [
  {
    name: 'the phone changes its network',
    accounts: 1,
    ends: { status: 'verified', backFen: 0 },
    async play(world) {
      const order = await opened(world, verification(world, 'fee'))
      await shownCode(world, order, 'wechat_h5')
      await shownCode(world, order, 'wechat_h5', phones[1])
      payerPays(world.channel, outTradeNo(order.orderId, 2), { by: phones[1] })
    },
  },
  {
    name: 'somebody else pays inside WeChat, and the first one all the same',
    accounts: 1,
    ends: { status: 'verified', backFen: 100 },
    async play(world) {
      const order = await opened(world, verification(world, 'fee'))
      await shownCode(world, order, 'wechat_jsapi')
      await shownCode(world, order, 'wechat_jsapi', phones[2])
      payerPays(world.channel, outTradeNo(order.orderId, 2), { by: phones[2] })
      payerPays(world.channel, order.orderId, { by: phones[0], late: true })
    },
  },
]

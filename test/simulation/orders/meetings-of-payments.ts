import { outTradeNo } from '../../../functions/payment/orders/order.ts'
import { MINUTE } from '../../../shared/kernel/time.ts'
import { payerPays } from '../channel/channel-life.ts'
import { abandoned, fee, follow, type Meeting, notice } from '../world/meeting.ts'
import { cancels, opens, pays } from '../world/operations.ts'
import { paidFor, shownCode, verification } from '../world/script.ts'
import { timePasses } from '../world/world.ts'

/** People and what is told of their payments. */
export const meetingsOfPayments: readonly Meeting[] = [
  {
    name: 'the same request twice',
    async prepare(world) {
      const begin = () => opens(world, verification(world, 'fee'))
      return [begin, begin]
    },
  },
  {
    name: 'a double click to pay',
    async prepare(world) {
      const order = await fee(world)
      return [() => pays(world, order, 'wechat_native'), () => pays(world, order, 'wechat_native')]
    },
  },
  {
    name: 'two ways to pay',
    async prepare(world) {
      const order = await fee(world)
      return [() => pays(world, order, 'wechat_native'), () => pays(world, order, 'wechat_h5')]
    },
  },
  {
    name: 'two channels to pay by',
    async prepare(world) {
      const order = await fee(world)
      return [() => pays(world, order, 'wechat_native'), () => pays(world, order, 'alipay_qr')]
    },
  },
  {
    name: 'back to a code nobody scanned, and cancelling',
    async prepare(world) {
      const order = await fee(world)
      await shownCode(world, order, 'alipay_qr')
      await shownCode(world, order)
      return [() => pays(world, order, 'alipay_qr'), () => cancels(world, order)]
    },
  },
  {
    name: 'another way to pay while the first is begun',
    async prepare(world) {
      const order = await fee(world)
      await abandoned(world, order)
      return [() => pays(world, order, 'wechat_native'), () => pays(world, order, 'wechat_h5')]
    },
  },
  {
    name: 'paying and cancelling',
    async prepare(world) {
      const order = await fee(world)
      return [() => pays(world, order, 'wechat_native'), () => cancels(world, order)]
    },
  },
  {
    name: 'cancelling while the way to pay is begun',
    async prepare(world) {
      const order = await fee(world)
      await abandoned(world, order)
      return [() => pays(world, order, 'wechat_native'), () => cancels(world, order)]
    },
  },
  {
    name: 'cancelling and a payment',
    async prepare(world) {
      const order = await paidFor(world, verification(world, 'fee'))
      return [() => cancels(world, order), notice(world)]
    },
  },
  {
    name: 'a payment told of twice',
    async prepare(world) {
      await paidFor(world, verification(world, 'fee'))
      return [notice(world), notice(world)]
    },
  },
  {
    name: 'a payment told of and asked for',
    async prepare(world) {
      const order = await paidFor(world, verification(world, 'fee'))
      return [notice(world), follow(world, order)]
    },
  },
  {
    name: 'an expired order followed twice',
    async prepare(world) {
      const order = await fee(world)
      await shownCode(world, order)
      timePasses(world, world.time.now + 31 * MINUTE)
      return [follow(world, order), follow(world, order)]
    },
  },
  {
    name: 'two payments of one order',
    async prepare(world) {
      const order = await fee(world)
      await shownCode(world, order)
      await shownCode(world, order, 'wechat_h5')
      payerPays(world.channel, outTradeNo(order.orderId, 2))
      payerPays(world.channel, order.orderId, { late: true })
      return [notice(world), notice(world, 1)]
    },
  },
]

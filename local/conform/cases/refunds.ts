import { both } from '../../../shared/command/told.ts'
import { newId } from '../stage/world.ts'
import type { Case } from './case.ts'
import { refundData } from './samples.ts'

const taken = both('订单与退款事件应答复 2xx', 'events of orders and refunds are answered 2xx')

export const refunds: Case = {
  id: 'refunds',
  title: both('退款事件', 'Refund events'),
  async play({ stage: { world }, take, believe }) {
    const user = world.newUser('verified')
    const orderId = newId()
    const [first, second] = [refundData(orderId, 100), refundData(orderId, 200)]
    await take(taken, world.happens(user, 'order.paid', { orderId, kind: 'membership', amountFen: 1000 }, orderId))
    await take(taken, world.happens(user, 'refund.submitted', first, orderId))
    await believe(
      both(
        'refund.submitted 只表示已发起：钱还没有退回，refundedFen 为 0',
        'refund.submitted says that it was asked for: nothing has come back, refundedFen is 0',
      ),
      user,
      { refundedFen: 0 },
    )
    await take(taken, world.happens(user, 'refund.succeeded', first, orderId))
    await believe(both('refund.succeeded：退回 100 分', 'refund.succeeded: 100 fen came back'), user, {
      refundedFen: 100,
    })
    await take(taken, world.happens(user, 'refund.needs_attention', second, orderId))
    await take(taken, world.happens(user, 'refund.succeeded', second, orderId))
    await take(
      taken,
      world.happens(
        user,
        'order.closed',
        { orderId, kind: 'membership', amountFen: 1000, because: 'wrong_amount_paid' },
        orderId,
      ),
    )
    await believe(
      both(
        '同一订单可以有多笔退款（outRefundNo 不同）：共退回 300 分',
        'an order may have several refunds (by their outRefundNo): 300 fen came back altogether',
      ),
      user,
      { refundedFen: 300 },
    )
    await take(taken, world.happens(user, 'refund.reopened', second, orderId))
    await believe(
      both(
        'refund.reopened：此前告知已退回的 200 分实际没有退回，共退回 100 分',
        'refund.reopened: 200 fen that were told to have come back never did, so that 100 fen have',
      ),
      user,
      { refundedFen: 100 },
    )
  },
}

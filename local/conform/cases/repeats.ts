import { both } from '../../../shared/command/told.ts'
import { newId } from '../stage/world.ts'
import type { Case } from './case.ts'
import { refundData } from './samples.ts'

/** Whatever a delivery does twice shows in the sum of what came back. */
const once = both('只处理一次：退款 100 分只记一笔', 'it is done once: of a refund of 100 fen one is noted')

export const replay: Case = {
  id: 'replay',
  title: both('重复的投递答复 2xx，且只处理一次', 'The same delivery again is answered 2xx and done once'),
  async play({ stage: { world }, need, take, believe }) {
    const user = world.newUser('verified')
    const orderId = newId()
    const refund = world.happens(user, 'refund.succeeded', refundData(orderId, 100), orderId)
    await need(refund)
    const right = both(
      '同一事件再次投递（webhook-id 相同）应答复 2xx，否则会一直重试',
      'the same event again (by its webhook-id) is answered 2xx, or it is tried for days',
    )
    // As the next attempt is made, later, and as somebody would replay it who listened.
    await take(right, refund, { at: Date.now() + 1000 })
    await take(right, refund)
    await believe(once, user, { refundedFen: 100 })
  },
}

const TIMES = 5

export const atOnce: Case = {
  id: 'at-once',
  title: both('同时到达的重复投递只处理一次', 'Duplicates at the same time are done once'),
  async play({ stage: { world }, takeAtOnce, believe }) {
    const user = world.newUser('verified')
    const orderId = newId()
    const refund = world.happens(user, 'refund.succeeded', refundData(orderId, 100), orderId)
    await takeAtOnce(
      both(
        `同一事件同时投递 ${TIMES} 次，至少一次答复 2xx`,
        `of ${TIMES} deliveries of one event at the same time one at least is answered 2xx`,
      ),
      refund,
      TIMES,
    )
    await believe(once, user, { refundedFen: 100 })
  },
}

import { maliciousRoute } from '../../../functions/complaints/operator.route.ts'
import { forcedRefundRoute } from '../../../functions/sandbox/control-channels.route.ts'
import { scan } from '../../../local/demo/user.ts'
import { beijingDay } from '../../../shared/kernel/time.ts'
import type { Instance } from '../../flows/instance.ts'
import { begunWay } from '../../flows/way.ts'
import { complaintOf, customer } from './cases.ts'
import { stuckRefund } from './stuck-refund.ts'

const more = { service: '服务已交付，仍要求退款' }

/**
 * What a bad night leaves behind for the morning: the function of checks died again and again, so that its work is among the dead
 * letters, and money that the channel gave back meanwhile could not be booked; a payment of which the bill says another amount; a refund the channel cannot end; and somebody who complains a
 * second time about what they got. `instance` reconciles WeChat Pay.
 */
export const badNight = async (instance: Instance) => {
  const { platform, engine, operatorKey: token } = instance
  const day = beijingDay(engine.now())
  const somebody = await customer(instance)
  const params = { channel: 'wechat_pay', id: await complaintOf(instance, somebody, '退钱') }
  await platform.must(maliciousRoute, { token, params, body: { reason: more.service } })
  engine.faults.add({ target: 'function', fn: 'verification-check', action: 'kill_before', times: 100_000 })
  const misbilled = await begunWay(instance, 'match', 'fee')
  const subject = misbilled.outTradeNo
  await platform.sandbox.fault({ target: 'wechat_pay_bill_row', mode: 'amount_differs', times: 20, subject })
  await scan(platform, misbilled.codeUrl)
  const unchecked = await begunWay(instance, 'match', 'membership')
  await scan(platform, unchecked.codeUrl)
  // As long as it takes to fail five times.
  for (let tries = 0; tries < 12; tries += 1) await platform.pass('4m')
  await platform.must(forcedRefundRoute, { body: { outTradeNo: unchecked.outTradeNo } })
  await platform.pass('36h')
  await platform.pass('5m')
  engine.faults.clear()
  const orderId = await stuckRefund(instance)
  await complaintOf(instance, somebody, '再不退钱就去曝光')
  return { day, somebody, orderId }
}

import { codeToScan, scan } from '../../../local/demo/user.ts'
import type { Instance } from '../../flows/instance.ts'
import { settle } from '../../flows/settle.ts'
import { submitted } from '../../flows/way.ts'

/** A refund of 9 yuan that the channel cannot end: its order. Sent again, it goes through. */
export const stuckRefund = async (instance: Instance): Promise<string> => {
  const { platform, engine } = instance
  const { user, orderId } = await submitted(instance, 'mismatch', 'membership')
  const { codeUrl, outTradeNo } = await codeToScan(platform, user, orderId)
  const fault = { target: 'wechat_pay_refund', mode: 'user_account_abnormal', times: 1, subject: outTradeNo } as const
  await platform.sandbox.fault(fault)
  await scan(platform, codeUrl)
  await settle(engine)
  return orderId
}

import { HOUR, MINUTE, type Millis, SECOND } from '../../../shared/kernel/time.ts'
import type { Courier } from '../delivery/courier.ts'
import { eventOf, notificationBody } from './notification.ts'
import { probeSigned, signedHeaders } from './signature.ts'

/** Waits between attempts: 15 repeats in 24 h 4 min, then the channel gives up. */
export const LADDER: readonly Millis[] = [
  ...[15, 15, 30].map((seconds) => seconds * SECOND),
  ...[3, 10, 20, 30, 30, 30, 60].map((minutes) => minutes * MINUTE),
  ...[3, 3, 3, 6, 6].map((hours) => hours * HOUR),
]

/** Notifications of WeChat Pay: sealed JSON with the channel's signature in the headers, ended by 200 or 204. */
export const wechatPayCourier: Courier = {
  ladder: LADDER,
  async letter(sandbox, task) {
    const event = await eventOf(sandbox, task)
    if (!event) return undefined
    const now = sandbox.clock.now()
    const body = notificationBody(task, event, sandbox.wechatPay.apiV3Key, sandbox.ids.secret(9), now)
    const sign = task.probe ? probeSigned : signedHeaders
    const headers = {
      'Content-Type': 'application/json',
      Accept: '*/*',
      'User-Agent': 'Mozilla/4.0',
      'Request-ID': sandbox.ids.id(),
      ...sign(body, sandbox.wechatPay, sandbox.ids.secret(24), now),
    }
    return { method: 'POST', url: event.url, headers, body }
  },
  accepts: ({ status }) => status === 200 || status === 204,
}

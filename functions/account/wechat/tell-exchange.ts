import type { Alarm, Tell } from '../../../shared/kernel/alarm.ts'
import type { WeChatExchange } from './wechat-oauth.ts'

const codesOf = ({ code, rid }: { code: string; rid?: string }) => ({ code, ...(rid !== undefined && { rid }) })

/** What a person should see of an exchange that named nobody. */
export const tellExchange = ({ alarm, note }: { alarm: Alarm; note: Tell }, exchange: WeChatExchange): void => {
  if (exchange.kind === 'known' || exchange.kind === 'snapshot') return
  if (exchange.kind === 'unavailable' && exchange.needsRepair) alarm('wechat_vendor_needs_repair', codesOf(exchange))
  else note('wechat_code_not_exchanged', codesOf(exchange))
}

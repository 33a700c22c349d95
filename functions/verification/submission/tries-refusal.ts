import type { Refusal } from '../../../shared/kernel/outcome.ts'
import { type Millis, nextBeijingDay } from '../../../shared/kernel/time.ts'
import type { Item } from '../../../shared/table/write.ts'
import type { TryLimits } from './checks-left.ts'
import { tryCountsIn } from './tries-store.ts'

/** Why no try could be opened, from the item as it was. */
export const triesRefusal = (item: Item | undefined, limits: TryLimits, now: Millis): Refusal => {
  if (typeof item?.open === 'string') return { code: 'verification_open', extra: { verificationId: item.open } }
  const { paidEver, paidToday } = tryCountsIn(item, now)
  if (paidEver >= limits.ever) return { code: 'too_many_checks' }
  const code = paidToday >= limits.perDay ? 'too_many_checks_today' : 'too_many_refusals'
  return { code, retryAt: nextBeijingDay(now) }
}

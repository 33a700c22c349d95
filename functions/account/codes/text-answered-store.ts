import type { Millis } from '../../../shared/kernel/time.ts'
import { ttlAt } from '../../../shared/table/keys.ts'
import { type Update, update } from '../../../shared/table/write.ts'
import { accountKeys } from '../keys.ts'
import { TEXTS_KEPT } from './counted-text.ts'
import type { PhoneHandedOn } from './sms-sender.ts'

/**
 * The code of a text was typed in, of those that vendors were given one after the other the last. Demands nothing, so that no count is in
 * anybody's way; `ttl` is for a text from before texts were counted.
 */
export const textAnswered = (handedOn: readonly PhoneHandedOn[], now: Millis): Update[] => {
  const last = handedOn.at(-1)
  if (!last || last.id === '' || last.outcome !== undefined) return []
  return [update(accountKeys.text(last.id), { set: { isAnswered: true, ttl: ttlAt(now + TEXTS_KEPT) } })]
}

import { DAY, HOUR, MINUTE, type Millis, nextBeijingDay } from '../../shared/kernel/time.ts'
import type { RefusedBecause } from './check/checker.ts'

/**
 * What helps whose check was not decided: the same once more, at once or later; or other data: another mobile number, or name and
 * number typed otherwise.
 */
export const retries = ['now', 'later', 'other_number', 'other_data'] as const
export type Retry = (typeof retries)[number]

/** Why a check ended without a verdict. */
export type UndecidedBecause =
  | RefusedBecause
  | 'data_just_checked'
  | 'vendor_unavailable'
  | 'result_unknown'
  | 'service_fault'
  | 'identity_changed'
  | 'document_expired'

/** How long: a duration, until the next day in Beijing, or as long as what a vendor cannot check is remembered. */
type Wait = Millis | 'next_day' | 'unsupported'

/** `blocks`: the same data cannot get another answer before, so it is not taken and not paid for either. */
type Advice = { retry: Retry; wait?: Wait; blocks?: true }

/** What to do about each reason. */
export const adviceOn: Record<UndecidedBecause, Advice> = {
  result_unknown: { retry: 'now' },
  // Until when is known to whoever found it so.
  data_just_checked: { retry: 'later' },
  vendor_unavailable: { retry: 'later', wait: 10 * MINUTE },
  service_fault: { retry: 'later', wait: HOUR },
  // Of what only adds to who is verified: the account is nobody, or somebody else, by now.
  identity_changed: { retry: 'other_data' },
  // What was handed in was over before anybody was asked, or had answered.
  document_expired: { retry: 'other_data' },
  vendor_daily_limit: { retry: 'later', wait: 'next_day', blocks: true },
  vendor_refused: { retry: 'later', wait: DAY, blocks: true },
  number_segment_unsupported: { retry: 'other_number', wait: 'unsupported' },
  data_unsupported: { retry: 'other_data', wait: 'unsupported', blocks: true },
}

/** When the advice may be followed with the same data; undefined for at once. Epoch ms. */
export const adviceAt = (because: UndecidedBecause, unsupportedMs: Millis, now: Millis): Millis | undefined => {
  const { wait } = adviceOn[because]
  if (wait === 'next_day') return nextBeijingDay(now)
  // Vendors learn: tried once more at the end of a Beijing day.
  return wait === 'unsupported' ? nextBeijingDay(now + unsupportedMs) : wait && now + wait
}

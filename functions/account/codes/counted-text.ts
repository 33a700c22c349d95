import { DAY, type Millis } from '../../../shared/kernel/time.ts'
import type { SmsPurpose } from './sms-limit.ts'
import type { carrierReports, NotTakenBecause, notSent, UndeliveredBecause } from './sms-sender.ts'

/** For as long as anybody counts them. */
export const TEXTS_KEPT: Millis = 30 * DAY

/**
 * A text with a code as it is counted, at one vendor: what for, and what became known of it. `ms`: from when the vendor was given it to
 * when it was on the phone. `isAnswered`: its code was typed in, so that it arrived whatever anybody said. To whom it went is not kept.
 */
export type CountedText = {
  vendor: string
  purpose: SmsPurpose
  result?: (typeof notSent)[number] | undefined
  because?: NotTakenBecause | undefined
  report?: (typeof carrierReports)[number] | undefined
  undelivered?: UndeliveredBecause | undefined
  ms?: Millis | undefined
  isAnswered?: true | undefined
}

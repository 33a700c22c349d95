import type { Millis } from '../../../shared/kernel/time.ts'
import type { CallAnswer, CardRefusedBecause } from '../../verification/check/checker.ts'
import type { Passes } from '../../verification/vendors/choice.ts'
import type { CheckStatus } from '../../verification/verification.ts'
import type { Tally } from '../counts/counts.ts'

/** Which vendors a check asked, as far as that is counted. */
type AskedVendors = {
  status: CheckStatus
  look?: string | undefined
  vendor?: string | undefined
  answer?: CallAnswer | undefined
  because?: CardRefusedBecause | undefined
  ms?: Millis | undefined
  passes?: Passes | undefined
}

/** Where nobody knows it. */
const OTHER = 'vendor_refused'

/** The calls of a check that has its end, or of its part that has; nothing is said of a call that is being made. */
export const countCalls = (tally: Tally, check: AskedVendors): void => {
  const { status, look, vendor, answer = 'unknown', because = OTHER, ms, passes = {} } = check
  if (status === 'calling') return
  const purpose = look === undefined ? 'order' : 'look'
  for (const [passed, { undone = 0, refused, because: why = OTHER }] of Object.entries(passes)) {
    if (undone > 0) tally.add('calls', [passed, purpose, 'not_executed'], undone)
    if (!refused) continue
    tally.add('calls', [passed, purpose, 'refused'])
    tally.add('calls_refused', [passed, why])
  }
  if (vendor === undefined) return
  tally.add('calls', [vendor, purpose, answer])
  if (answer === 'refused') tally.add('calls_refused', [vendor, because])
  if (ms !== undefined) tally.took('call_ms', [vendor], ms)
}

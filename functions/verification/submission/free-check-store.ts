import type { Millis } from '../../../shared/kernel/time.ts'
import type { Guard } from '../../../shared/table/write.ts'
import type { FreeCheck, OpenMethod } from '../methods.ts'
import type { VerificationSettings } from '../settings.ts'
import type { Verification } from '../verification.ts'
import { cooledDown, personFree, segmentSupported } from './person-store.ts'

/** What is known of the data of a verification, and by which it is found. */
type Known = Pick<Verification, 'accountId' | 'personIndex' | 'resubmissionIndex' | 'segmentIndex'>

/** `vendors`: of whom one has to know the number; `settings`: how many accounts a person may have. */
type Bounds = { vendors: readonly { name: string }[]; settings: Pick<VerificationSettings, 'checks'> }

const guards: Record<FreeCheck, (of: Known, bounds: Bounds, now: Millis) => Guard> = {
  cooled_down: ({ resubmissionIndex }, _bounds, now) => cooledDown(resubmissionIndex, now),
  segment_supported: ({ segmentIndex }, { vendors }, now) => segmentSupported(segmentIndex, vendors, now),
  person_free: ({ accountId, personIndex }, { settings }) =>
    personFree(personIndex, accountId, settings.checks.accountsPerPerson),
}

/** What a method refuses for free, as conditions: of the submission, and again of the claim before anything is handed on. */
export const freeChecks = (
  { freeChecks: names }: Pick<OpenMethod, 'freeChecks'>,
  of: Known,
  bounds: Bounds,
  now: Millis,
): Guard[] => names.map((name) => guards[name](of, bounds, now))

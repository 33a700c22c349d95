import type { Millis } from '../../../shared/kernel/time.ts'
import type { Guard } from '../../../shared/table/write.ts'
import type { Asking, FreeCheck } from '../methods.ts'
import type { VerificationSettings } from '../settings.ts'
import { type Indexed, peopleOf, resubmissionsOf } from '../verification.ts'
import { cooledDown, personFree, segmentSupported } from './person-store.ts'

/** What is known of the data of a verification, and by which it is found. */
type Known = Indexed & { accountId: string; segmentIndex?: string }

/** `vendors`: of whom one has to know the number; `settings`: how many accounts a person may have. */
type Bounds = { vendors: readonly { name: string }[]; settings: Pick<VerificationSettings, 'checks'> }

const guards: Record<FreeCheck, (of: Known, bounds: Bounds, now: Millis) => Guard[]> = {
  cooled_down: (of, _bounds, now) => cooledDown(resubmissionsOf(of), now),
  segment_supported: ({ segmentIndex }, { vendors }, now) =>
    segmentIndex === undefined ? [] : [segmentSupported(segmentIndex, vendors, now)],
  person_free: (of, { settings }) => personFree(peopleOf(of), of.accountId, settings.checks.accountsPerPerson),
}

/** What a method refuses for free, as conditions: of the submission, and again of the claim before anything is handed on. */
export const freeChecks = (
  { freeChecks: names }: Pick<Asking, 'freeChecks'>,
  of: Known,
  bounds: Bounds,
  now: Millis,
): Guard[] => names.flatMap((name) => guards[name](of, bounds, now))

import { DAY, type Millis } from '../../../shared/kernel/time.ts'
import type { Announcement } from '../../../shared/outbox/announced.ts'
import type { Write } from '../../../shared/table/write.ts'
import { announcedAll } from '../applications/announced-store.ts'
import type { Application } from '../applications/application.ts'
import type { Result } from './news.ts'
import { numberLet } from './number-store.ts'
import { resultTextOwed } from './result-text-store.ts'

/** What an event of an application is told as in a text; undefined of what its administrator just did, or need not do anything about. */
const resultIn = ({ type, data }: Announcement): Result | undefined => {
  if (type === 'certification.returned') return 'returned'
  if (type === 'certification.refused') return 'refused'
  if (type === 'certification.certified') return 'namingReason' in data ? 'certified_old_name' : 'certified'
  if (type === 'certification.fee_returned') return 'fee_returned'
  if (type !== 'certification.ended' || data.because === 'withdrawn') return undefined
  return data.because === 'payment_reversed' ? 'payment_reversed' : 'expired'
}

/**
 * W5 what came of an application: the platform is told, and its administrator is texted where a number is kept for that. One text for one commit, of what
 * comes first in `events`, as the letter says the rest. Belongs in that commit.
 */
export const resultTold = (of: Application, events: readonly Announcement[], now: Millis): Write[] => {
  const result = events.map(resultIn).find((one) => one !== undefined)
  const { id: application, accountId, correctUntil } = of
  const until = result === 'returned' ? correctUntil : undefined
  return [
    ...(events.length > 0 ? [announcedAll(of, events, now)] : []),
    ...(of.hasNumber === true && result !== undefined
      ? [
          resultTextOwed({
            // As many as the application has writes: of each there is one.
            ...{
              id: `${application}-${of.changes}`,
              accountId,
              application,
              result,
              status: 'waiting',
              createdAt: now,
            },
            ...{ tries: 0, ...(until !== undefined && { until }) },
          }),
        ]
      : []),
  ]
}

/** Until a text of the end is certainly sent or given up. */
export const LAST_TEXT: Millis = 2 * DAY

/** Its application is over at `now`, or its certificate is: the number is kept for the last text, or for `appealableMs`, as long as it may be appealed against. */
export const numberReleased = (
  { hasNumber, accountId, id }: Application,
  now: Millis,
  appealableMs: Millis = 0,
): Write[] => (hasNumber === true ? [numberLet(accountId, id, now + Math.max(LAST_TEXT, appealableMs))] : [])

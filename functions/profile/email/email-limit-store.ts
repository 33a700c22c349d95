import type { Millis } from '../../../shared/kernel/time.ts'
import type { Update } from '../../../shared/table/write.ts'
import { addressGroup } from '../../account/codes/sms-limit.ts'
import { type Counter, counted, spaced } from '../../account/limits/limit-store.ts'
import { dayOf, hourOf } from '../../account/limits/window.ts'
import type { ProfileSettings } from '../settings.ts'

type Limits = ProfileSettings['mail']

/** Every request of a stage touches this counter, so it stays out of transactions. */
export const mailsOfDeployment = (now: Millis, limits: Limits): Counter => ({
  subject: 'MAIL#DEPLOYMENT',
  window: dayOf(now),
  limit: limits.codesPerDay,
})

/** Who asks for a code, for which mailbox (blind index), and from where. */
export type MailAsked = { accountId: string; mailbox: string; sourceIp: string }

/** One code more: of the account, of the mailbox on whichever account, and of where it is asked from. */
export const mailCounted = ({ accountId, mailbox, sourceIp }: MailAsked, now: Millis, limits: Limits): Update[] => {
  const account = `MAIL#ACCOUNT#${accountId}`
  return [
    // Whoever has mistyped an address need not wait with the right one.
    spaced(`${account}#${mailbox}`, now, limits.spacingMs),
    counted({ subject: `${account}#${mailbox}#DAY`, window: dayOf(now), limit: limits.perDayFromAccount }),
    counted({ subject: account, window: hourOf(now), limit: limits.perHour }),
    counted({ subject: account, window: dayOf(now), limit: limits.perDay }),
    counted({ subject: `MAIL#TO#${mailbox}`, window: dayOf(now), limit: limits.perDayToAddress }),
    counted({
      subject: `MAIL#FROM#${addressGroup(sourceIp)}`,
      window: hourOf(now),
      limit: limits.perHourFromNetwork,
    }),
  ]
}

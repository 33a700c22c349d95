import type { Clock } from '../../../shared/kernel/time.ts'
import type { Queue } from '../../../shared/queue/queue.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { Told } from '../../../shared/table/told.ts'
import type { MaterialSettings } from '../../material/settings.ts'
import { caseEnded, keyOf as caseKey, caseOf } from '../../review/case/case-store.ts'
import { inTime } from '../../review/case/claim-store.ts'
import { afterWithdrawal as caseWithdrawn } from '../../review/case/moves.ts'
import { eventOf } from '../applications/announced-store.ts'
import type { Application } from '../applications/application.ts'
import { applicationKept, applicationMoved, applicationOf } from '../applications/application-store.ts'
import { type Expiry, expiredBy, isOverdue, isReversed } from '../applications/clock.ts'
import { applicationEnded, feeEvents } from '../applications/end-store.ts'
import { feeDecided, feeReturned } from '../applications/fee-store.ts'
import { expiredLetter, lateLetter, reversedLetter, vainLetter } from '../applications/letters.ts'
import { afterDelay, afterExpiry, afterGivingBack, afterReversal } from '../applications/moves.ts'
import { applicationWork } from '../keys.ts'
import { planReminder } from '../papers/plan-reminder.ts'
import { resultTold } from '../texting/told-store.ts'

export type FollowDeps = {
  table: Pick<Table, 'get' | 'commit'>
  queue: Pick<Queue, 'wake'>
  clock: Clock
  told: Told
  publicUrl: string
  settings: MaterialSettings
}

type Written = { writes: Parameters<Table['commit']>[0]; wake?: Parameters<Queue['wake']>[0][number] }

/** What was paid when there was nothing to pay goes back, one payment after the other. */
const giveVainBack = (deps: FollowDeps, of: Application, now: number): Written | undefined => {
  const [paid] = of.vain
  if (!paid) return undefined
  const { writes, wake } = feeReturned(of.accountId, paid, 'certification_over', now)
  const told = eventOf(of, 'certification.fee_returned', { because: 'certification_over' })
  return {
    ...(wake && { wake }),
    writes: [
      applicationKept(of, afterGivingBack(of, paid.orderId)),
      ...writes,
      ...resultTold(of, [told], now),
      deps.told(of.accountId, vainLetter(of, deps.publicUrl), now),
    ],
  }
}

const because = { abandoned: undefined, not_confirmed: 'confirmation_expired', not_paid: 'payment_expired' } as const

const endByClock = (deps: FollowDeps, of: Application, on: Exclude<Expiry, 'not_corrected'>, now: number): Written => {
  const after = afterExpiry(of, on, now)
  const why = because[on]
  const events = why === undefined ? [] : [eventOf(after, 'certification.ended', { because: why })]
  const { writes, ...rest } = applicationEnded(of, after, { on, events, settings: deps.settings, now })
  return { ...rest, writes: [...writes, deps.told(of.accountId, expiredLetter(after, on, deps.publicUrl), now)] }
}

const giveLateBack = (deps: FollowDeps, of: Application, now: number): Written => {
  const after = afterDelay(of, now)
  const { writes, wake } = feeDecided(of, after, 'overdue', now)
  return {
    ...(wake && { wake }),
    writes: [
      applicationMoved(of, 'overdue', after, now),
      ...writes,
      ...resultTold(after, feeEvents(of, after, 'certification_late'), now),
      deps.told(of.accountId, lateLetter(after, deps.publicUrl), now),
    ],
  }
}

/** Its fee is gone, so that nobody looks any further: its case ends with it, whoever has it in hand. */
const planReversed = async (deps: FollowDeps, of: Application, now: number): Promise<Written> => {
  const item =
    of.caseId === undefined ? undefined : await deps.table.get(caseKey({ accountId: of.accountId, id: of.caseId }))
  const found = item && caseOf(item)
  const after = afterReversal(of, now)
  const events = [eventOf(after, 'certification.ended', { because: 'payment_reversed' })]
  const { writes, ...rest } = applicationEnded(of, after, { on: 'reversed', events, settings: deps.settings, now })
  return {
    ...rest,
    writes: [
      ...writes,
      ...(found ? caseEnded(found, 'withdrawn', caseWithdrawn(found, now), inTime(now)) : []),
      deps.told(of.accountId, reversedLetter(after, deps.publicUrl), now),
    ],
  }
}

const plan = async (
  deps: FollowDeps,
  of: Application,
  now: number,
): Promise<(Written & { word: string }) | undefined> => {
  const vain = giveVainBack(deps, of, now)
  if (vain) return { ...vain, word: 'given_back' }
  const expired = expiredBy(of, now)
  // The clock of its case ends one that is returned.
  if (expired && expired.on !== 'not_corrected') return { ...endByClock(deps, of, expired.on, now), word: expired.on }
  if (!expired && isReversed(of)) return { ...(await planReversed(deps, of, now)), word: 'reversed' }
  return isOverdue(of, now) ? { ...giveLateBack(deps, of, now), word: 'overdue' } : undefined
}

/** As many as one could owe at a time: a payment in vain, the end of a time, and some more. */
const STEPS = 5

/**
 * W5 W6 does what the clock and stray payments owe about an application: to everybody it had ended when its time was over; this writes it, gives back what
 * nobody was to pay, and what was paid for people who are late, ends what is not paid for any more, and says that papers of a certified app run out. Answers in a word what it
 * did last. Two calls for each step.
 */
export const followApplication = async (deps: FollowDeps, id: string): Promise<string> => {
  const key = applicationWork.keyOf(id)
  let word = 'nothing_owed'
  for (let steps = 0; key && steps < STEPS; steps += 1) {
    const item = await deps.table.get(key)
    if (!item) return 'no_such_application'
    const [of, now] = [applicationOf(item), deps.clock.now()]
    const planned: (Written & { word: string }) | undefined =
      (await plan(deps, of, now)) ?? (await planReminder(deps, of, now))
    if (!planned) return word
    const committed = await deps.table.commit(planned.writes)
    if (committed.kind === 'conflict') return 'moved_by_another'
    if (planned.wake) await deps.queue.wake([planned.wake])
    word = planned.word
  }
  return word
}

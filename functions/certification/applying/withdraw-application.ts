import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Clock } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { MaterialSettings } from '../../material/settings.ts'
import { eventOf } from '../applications/announced-store.ts'
import type { Application } from '../applications/application.ts'
import { isEnded } from '../applications/application-states.ts'
import { applicationEnded } from '../applications/end-store.ts'
import { afterWithdrawal } from '../applications/moves.ts'
import { findApplication } from './find-application.ts'

export type WithdrawApplicationDeps = {
  table: Pick<Table, 'get' | 'commit'>
  clock: Clock
  settings: MaterialSettings
  /** Takes the case of an application back, with what that means for it. */
  withdrawCase: (accountId: string, caseId: string) => Promise<Outcome<unknown>>
}

/**
 * The administrator takes an application back: not while a person is at work on it. What was paid goes back whole where nobody has looked at it yet. A second
 * click changes nothing. Refuses with `not_found`, `application_over`, `review_being_decided` and `contended`. Two calls, and those of its case.
 */
export const withdrawApplication = async (
  deps: WithdrawApplicationDeps,
  accountId: string,
  id: string,
): Promise<Outcome<Application>> => {
  const found = await findApplication(deps, accountId, id)
  if (!found.ok) return found
  const { of, kept } = found.value
  if (of.status === 'withdrawn') return ok(of)
  if (isEnded(of)) return refused('application_over', { extra: { ended: of.status } })
  if (of.caseId !== undefined) {
    const withdrawn = await deps.withdrawCase(accountId, of.caseId)
    if (!withdrawn.ok) return withdrawn
    const after = await findApplication(deps, accountId, id)
    return after.ok ? ok(after.value.of) : after
  }
  const now = deps.clock.now()
  const after = afterWithdrawal(of, now)
  // Of one that nobody sent in nobody was told.
  const events = of.status === 'draft' ? [] : [eventOf(after, 'certification.ended', { because: 'withdrawn' })]
  const ended = applicationEnded(kept, after, { on: 'withdrawn', events, settings: deps.settings, now })
  const committed = await deps.table.commit(ended.writes)
  return committed.kind === 'committed' ? ok({ ...after, changes: kept.changes + 1 }) : refused('contended')
}

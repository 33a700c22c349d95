import { isId } from '../../../shared/kernel/ids.ts'
import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Clock } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { Applicant } from '../applicants/applicant.ts'
import { applicantOf } from '../applicants/applicant-store.ts'
import type { Application } from '../applications/application.ts'
import { isEnded } from '../applications/application-states.ts'
import { applicationOf } from '../applications/application-store.ts'
import { standing } from '../applications/clock.ts'
import { applicationKeys } from '../keys.ts'

type FindDeps = { table: Pick<Table, 'get'>; clock: Clock }

/** An application of the account as it was kept, and as it stands now. */
export type Found = { kept: Application; of: Application }

/** An application of the account. Refuses with `not_found`. One call. */
export const findApplication = async (
  { table, clock }: FindDeps,
  accountId: string,
  id: string,
): Promise<Outcome<Found>> => {
  const item = isId(id) ? await table.get(applicationKeys.application(accountId, id)) : undefined
  if (!item) return refused('not_found')
  const kept = applicationOf(item)
  return ok({ kept, of: standing(kept, clock.now()) })
}

/** An applicant that the account keeps. Refuses with `not_found`. One call. */
export const findApplicant = async (
  { table }: Pick<FindDeps, 'table'>,
  accountId: string,
  id: string,
): Promise<Outcome<Applicant>> => {
  const item = isId(id) ? await table.get(applicationKeys.applicant(accountId, id)) : undefined
  return item ? ok(applicantOf(item)) : refused('not_found')
}

/** Why a step cannot be taken: it is over, or waits for something else. */
export const notAwaited = (of: Application): Outcome<never> =>
  isEnded(of)
    ? refused('application_over', { extra: { ended: of.status } })
    : refused('application_not_awaited', { extra: { standing: of.status } })

import { type Outcome, ok, type Refusal, refused } from '../../../shared/kernel/outcome.ts'
import type { Conflict, Table } from '../../../shared/table/table.ts'
import { notBanned } from '../../account/bans/ban-store.ts'
import { refuseBan } from '../../account/bans/refuse-ban.ts'
import { counted, endOf, LIMITED } from '../../account/limits/limit-store.ts'
import { monthOf } from '../../account/limits/window.ts'
import { announcedOf } from '../applications/announced-store.ts'
import type { Application } from '../applications/application.ts'
import { applicationMoved } from '../applications/application-store.ts'
import { feeOf } from '../applications/fee.ts'
import { afterSubmission } from '../applications/moves.ts'
import { APP_MOVED } from '../apps/app-store.ts'
import { appAppliedStill } from '../apps/certified-store.ts'
import { findOwnApp } from '../apps/find-app.ts'
import { findFaults, type JudgingDeps } from '../judging/find-faults.ts'
import { NAME_TAKEN, nameReserved } from '../naming/name-store.ts'
import { findApplicant, findApplication, notAwaited } from './find-application.ts'

export type SubmitApplicationDeps = JudgingDeps & { table: Pick<Table, 'get' | 'getMany' | 'commit'> }

const refusalOf = (conflicts: readonly Conflict[]): Refusal => {
  const because = new Map(conflicts.map((one) => [one.because, one.item]))
  if (because.has('banned')) return { code: 'banned' }
  if (because.has(APP_MOVED)) return { code: 'certification_app_changed' }
  if (because.has(LIMITED)) return { code: 'too_often', retryAt: endOf([because.get(LIMITED)]) }
  const isTaken = because.has(NAME_TAKEN)
  return isTaken
    ? refused('app_name_taken', { fields: [{ pointer: '/certifiedName', code: 'app_name_taken' }] }).refusal
    : { code: 'contended' }
}

/**
 * W2 W3 an application is sent in: everything that can be known to be wrong is told at once and for nothing, or the name that it asks for is kept for it, and
 * its administrator has to confirm exactly that change of name. A second click changes nothing. Refuses with `not_found`, `application_over`,
 * `application_not_awaited`, `application_incomplete` with each field, `certification_app_changed`, `too_often`, `banned` and `contended`. Eight calls.
 */
export const submitApplication = async (
  deps: SubmitApplicationDeps,
  accountId: string,
  id: string,
): Promise<Outcome<Application>> => {
  const allowed = await refuseBan(deps, accountId)
  if (!allowed.ok) return allowed
  const found = await findApplication(deps, accountId, id)
  if (!found.ok) return found
  const { of, kept } = found.value
  if (of.status === 'awaiting_confirmation') return ok(of)
  if (of.status !== 'draft') return notAwaited(of)
  const app = await findOwnApp(deps.table, accountId, of.appId)
  if (app?.openApplication !== id || app.name !== of.names.from) return refused('certification_app_changed')
  const applicant = await findApplicant(deps, accountId, of.applicantId)
  if (!applicant.ok) return applicant
  const said = {
    app,
    applicant: applicant.value,
    certifiedName: of.names.to,
    materials: of.materials.map(({ kind }) => kind),
    papers: of.papers ?? [],
  }
  const { faults, skeleton, banned } = await findFaults(deps, accountId, said)
  if (banned) return refused('banned')
  if (faults.length > 0)
    return refused('application_incomplete', { fields: faults.map(({ retryAt: _at, ...fault }) => fault) })
  const now = deps.clock.now()
  const { certification } = deps.settings
  const isOther = skeleton !== app.skeleton
  const after = afterSubmission(
    of,
    {
      feeFen: feeOf(of.kind, certification),
      confirmUntil: now + certification.confirmMs,
      heldName: isOther ? skeleton : undefined,
    },
    now,
  )
  const committed = await deps.table.commit([
    notBanned(accountId),
    counted({ subject: `APPLICATIONS#${accountId}`, window: monthOf(now), limit: certification.perMonth }),
    applicationMoved(kept, 'submitted', after, now),
    appAppliedStill(app, id),
    ...(isOther ? [nameReserved({ skeleton, name: of.names.to, app: app.id }, now)] : []),
    announcedOf(after, 'certification.submitted', now),
  ])
  return committed.kind === 'committed'
    ? ok({ ...after, changes: kept.changes + 1 })
    : { ok: false, refusal: refusalOf(committed.conflicts) }
}

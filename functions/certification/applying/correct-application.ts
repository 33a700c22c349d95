import type { Language } from '../../../shared/kernel/language.ts'
import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import { isBecause, type Table } from '../../../shared/table/table.ts'
import type { Write } from '../../../shared/table/write.ts'
import { refuseBan } from '../../account/bans/refuse-ban.ts'
import type { StepUpDeps } from '../../account/numbers/answer-step-up.ts'
import type { SessionClaim } from '../../account/sessions/session-store.ts'
import { type Application, areSame } from '../applications/application.ts'
import { applicationMoved } from '../applications/application-store.ts'
import { afterReadying } from '../applications/moves.ts'
import { pairToken } from '../applications/pair.ts'
import { findOwnApp } from '../apps/find-app.ts'
import { findFaults, type JudgingDeps } from '../judging/find-faults.ts'
import { NAME_TAKEN, nameLet, nameReserved } from '../naming/name-store.ts'
import type { Proof } from '../steps/read-presence.ts'
import type { TextingSettings } from '../texting/templates.ts'
import { namesChanged } from './confirm-application.ts'
import { findApplicant, findApplication, notAwaited } from './find-application.ts'
import { keepNumber } from './keep-number.ts'
import { proofRefusal, readProof } from './read-proof.ts'

export type CorrectApplicationDeps = JudgingDeps &
  StepUpDeps & {
    settings: TextingSettings
    table: Pick<Table, 'get' | 'getMany' | 'update' | 'commit'>
    /** Answers the case of an application in the words of its administrator, by its own writes. */
    answer: (accountId: string, caseId: string, text: string) => Promise<Outcome<unknown>>
  }

export type Correcting = { id: string; token: string; proof?: Proof | undefined }

const sentAgain: Readonly<Record<Language, string>> = {
  zh: '已按要求补正，重新提交。',
  en: 'Corrected as asked, and sent again.',
}

/** The name that is kept for it is another from now on: the one before is free again. */
const nameWrites = (of: Application, heldName: string | undefined, now: number): Write[] => {
  if (heldName === of.heldName) return []
  const app = of.appId
  return [
    ...(heldName === undefined ? [] : [nameReserved({ skeleton: heldName, name: of.names.to, app }, now)]),
    ...(of.heldName === undefined ? [] : [nameLet({ skeleton: of.heldName, app }, now)]),
  ]
}

/** Its application is as it was judged and confirmed, and may go before people again. */
const makeReady = async (
  deps: CorrectApplicationDeps,
  caller: SessionClaim,
  { of, kept }: { of: Application; kept: Application },
  { token, proof }: Correcting,
): Promise<Outcome<undefined>> => {
  const app = await findOwnApp(deps.table, of.accountId, of.appId)
  if (app?.openApplication !== of.id || app.name !== of.names.from) return refused('certification_app_changed')
  const applicant = await findApplicant(deps, of.accountId, of.applicantId)
  if (!applicant.ok) return applicant
  const materials = of.materials.flatMap(({ kind }) => (kind === 'holder' ? [] : kind))
  const said = { app, applicant: applicant.value, certifiedName: of.names.to, materials, papers: of.papers ?? [] }
  const { faults, skeleton, banned } = await findFaults(deps, of.accountId, said)
  if (banned) return refused('banned')
  if (faults.length > 0)
    return refused('application_incomplete', { fields: faults.map(({ retryAt: _at, ...fault }) => fault) })
  const isConfirmed = of.confirmedNames !== undefined && areSame(of.confirmedNames, of.names)
  if (!isConfirmed && !proof) return refused('confirmation_needed')
  const shown =
    isConfirmed || !proof ? undefined : await readProof(deps, caller, { route: 'correctApplication', of, token }, proof)
  if (shown && !shown.ok) return shown
  const number = shown && proof ? await keepNumber(deps, of, proof.phone) : []
  const now = deps.clock.now()
  const heldName = skeleton === app.skeleton ? undefined : skeleton
  const picture = shown?.value.picture
  const after = afterReadying(
    { ...of, materials: picture ? [...of.materials, picture] : of.materials },
    heldName,
    number.length > 0,
  )
  const committed = await deps.table.commit([
    applicationMoved(kept, 'amended', after, now),
    ...nameWrites(of, heldName, now),
    ...(shown?.value.writes ?? []),
    ...number,
  ])
  if (committed.kind === 'committed') return ok(undefined)
  const unfit = proofRefusal(committed.conflicts)
  if (unfit) return { ok: false, refusal: unfit }
  return isBecause(committed.conflicts, NAME_TAKEN)
    ? refused('app_name_taken', { fields: [{ pointer: '/certifiedName', code: 'app_name_taken' }] })
    : refused('contended')
}

/**
 * W5 the administrator sends an application again that was returned to be corrected, free of charge: it is judged as before it was sent in, and another change
 * of name is confirmed as the first was. Interrupted, it is simply done again; a second click changes nothing. Refuses with `not_found`, `application_over`,
 * `application_not_awaited`, `names_changed`, `application_incomplete`, `confirmation_needed`, as `readProof` does, `certification_app_changed`, `banned` and
 * `contended`.
 */
export const correctApplication = async (
  deps: CorrectApplicationDeps,
  caller: SessionClaim,
  correcting: Correcting,
): Promise<Outcome<Application>> => {
  const accountId = caller.claimedId
  const allowed = await refuseBan(deps, accountId)
  if (!allowed.ok) return allowed
  const found = await findApplication(deps, accountId, correcting.id)
  if (!found.ok) return found
  const { of } = found.value
  if (of.status === 'in_review' && of.returns.length > 0) return ok(of)
  if (of.status !== 'returned') return notAwaited(of)
  if (correcting.token !== pairToken(of.id, of.names)) return namesChanged(of)
  if (of.readied !== true) {
    const ready = await makeReady(deps, caller, found.value, correcting)
    if (!ready.ok) return ready
  }
  const answered = await deps.answer(accountId, of.caseId ?? '', of.said ?? sentAgain[of.language])
  if (!answered.ok) return answered
  const after = await findApplication(deps, accountId, of.id)
  return after.ok ? ok(after.value.of) : after
}

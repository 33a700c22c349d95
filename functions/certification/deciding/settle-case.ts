import { type Outcome, ok, refused, refusedField } from '../../../shared/kernel/outcome.ts'
import { type Millis, rfc3339 } from '../../../shared/kernel/time.ts'
import type { Write } from '../../../shared/table/write.ts'
import { heldIdentity } from '../../gate/identity-store.ts'
import { gateKeys } from '../../gate/keys.ts'
import { materialKeys } from '../../material/keys.ts'
import { statusAt } from '../../material/material.ts'
import { materialOf, materialUsed } from '../../material/material-store.ts'
import type { MaterialSettings } from '../../material/settings.ts'
import type { Asked, Decision, ReviewCase } from '../../review/case/case.ts'
import type { Effect, EffectDeps } from '../../review/kind.ts'
import { announcedOf, eventOf } from '../applications/announced-store.ts'
import type { Application, ApplicationMaterial } from '../applications/application.ts'
import { applicationMoved, applicationOf } from '../applications/application-store.ts'
import { applicationEnded } from '../applications/end-store.ts'
import * as moves from '../applications/moves.ts'
import type { ApplicationSettings } from '../applications/settings.ts'
import { appOf } from '../apps/app-store.ts'
import { appApplied } from '../apps/certified-store.ts'
import { applicationKeys, certificationKeys, textingKeys } from '../keys.ts'
import { skeletonOf } from '../naming/name-skeleton.ts'
import { nameReserved, reservationIn } from '../naming/name-store.ts'
import { isOver as isPaperOver, papersOf } from '../papers/paper.ts'
import type { CertificationSettings } from '../settings.ts'
import { openStep } from '../steps/step.ts'
import { keptNumberIn, numberHeld } from '../texting/number-store.ts'
import { resultTold } from '../texting/told-store.ts'
import type { PlanCertificate } from './certificate-effect.ts'
import { changedFields, fieldsOf } from './correctable.ts'
import { resultLetter } from './result-letters.ts'
import { planCertificate } from './settle-certificate.ts'
import type { NamingReason, qualificationReasons } from './words.ts'

export type CertificationKindSettings = ApplicationSettings & CertificationSettings & MaterialSettings

/** The application a case is about, if it still is its case. */
const readApplication = async (
  { table }: Pick<EffectDeps, 'table'>,
  of: ReviewCase,
): Promise<Application | undefined> => {
  const item = await table.get(applicationKeys.application(of.accountId, of.subject))
  const found = item && applicationOf(item)
  return found?.caseId === of.id ? found : undefined
}

const letterOn = (
  { told, publicUrl, now }: EffectDeps,
  of: ReviewCase,
  decision: Decision,
  certificate?: string,
): Write => told(of.accountId, resultLetter(of, decision, publicUrl, certificate), now)

/** Its pictures that are still there: whoever appeals late finds some forgotten. */
const findPictures = async ({ table, now }: EffectDeps, { materials }: Application): Promise<ApplicationMaterial[]> => {
  const items = await table.getMany(materials.map(({ id }) => materialKeys.material(id)))
  return materials.filter((_one, at) => {
    const item = items[at]
    return item !== undefined && statusAt(materialOf(item), now) === 'stored'
  })
}

/** Whether the app and the name are still there for it, so that other people can look at it once more. */
const planAppealOf = async (
  deps: EffectDeps,
  of: Application,
  appeal: ReviewCase,
): Promise<Outcome<{ writes: Write[] }>> => {
  const { table, now } = deps
  const skeleton = skeletonOf(of.names.to)
  const [item, held, number] = await table.getMany([
    certificationKeys.app(of.appId),
    certificationKeys.name(skeleton),
    textingKeys.number(of.accountId, of.id),
  ])
  const app = item && appOf(item)
  // Whoever took the app on since applies for it themselves.
  const isTheirs = app?.administrator === of.accountId
  if (!app || !isTheirs || app.openApplication !== undefined || app.name !== of.names.from)
    return refused('certification_app_changed')
  const step = openStep(app, now)
  if (step) return refused('app_step_open', { retryAt: step.until })
  const holder = reservationIn(held)
  const isTaken = holder !== undefined && holder.app !== app.id && (holder.until ?? Number.POSITIVE_INFINITY) > now
  if (isTaken) return refused('app_name_taken')
  const materials = await findPictures(deps, of)
  const hasNumber = keptNumberIn(number, now) !== undefined
  const after = moves.afterAppeal(of, { caseId: appeal.id, materials, hasNumber }, now)
  return ok({
    writes: [
      applicationMoved(of, 'appealed', after, now),
      appApplied(app, of.id, now),
      ...(skeleton === app.skeleton ? [] : [nameReserved({ skeleton, name: of.names.to, app: app.id }, now)]),
      ...materials.map(({ id }) => materialUsed({ id, accountId: of.accountId }, of.id, now)),
      ...(hasNumber ? [numberHeld(of.accountId, of.id)] : []),
      announcedOf(after, 'certification.in_review', now),
    ],
  })
}

/** It was decided by people: certified with all that follows, or refused. Refuses as `planCertificate` does. */
export const planDecision = async (
  deps: EffectDeps,
  of: ReviewCase,
  decision: Decision,
  settings: CertificationKindSettings & { issue: PlanCertificate },
): Promise<Outcome<Effect>> => {
  const found = await readApplication(deps, of)
  if (found?.status !== 'in_review') return refused('not_found')
  if (decision.verdict === 'approved') {
    const certified = await planCertificate(deps, found, decision.reason as NamingReason | undefined, settings)
    if (!certified.ok) return certified
    const { certificate, ...effect } = certified.value
    return ok({ ...effect, writes: [...effect.writes, letterOn(deps, of, decision, certificate)] })
  }
  const reason = (decision.reason ?? '') as keyof typeof qualificationReasons
  const after = moves.afterRefusal(found, reason, deps.now)
  const events = [eventOf(after, 'certification.refused', { reason })]
  const ended = applicationEnded(found, after, { on: 'refused', events, settings, now: deps.now })
  return ok({ ...ended, writes: [...ended.writes, letterOn(deps, of, decision)] })
}

/** Whether it is returned for nothing but papers that have run out, which is the clock's doing: that takes none of its corrections. */
const isForPapers = async ({ table, now }: EffectDeps, of: Application, what: readonly string[]): Promise<boolean> => {
  const held = heldIdentity(await table.get(gateKeys.identity(of.accountId)))
  const over = papersOf(of, held?.proofs ?? []).filter((paper) => isPaperOver(paper, now))
  return what.length > 0 && what.every((one) => over.some(({ kind }) => kind === one))
}

/** It is returned to be corrected: fields that its kind of applicant has, as often as it may be. */
export const planReturn = async (
  deps: EffectDeps,
  of: ReviewCase,
  asked: Asked,
  settings: CertificationKindSettings,
): Promise<Outcome<{ effect: Effect; until: Millis }>> => {
  const found = await readApplication(deps, of)
  if (found?.status !== 'in_review') return refused('not_found')
  const fields = fieldsOf(found.kind)
  if (asked.what.some((one) => !fields.some((field) => field === one)))
    return refusedField('/what', 'review_ask_unknown', { enum: fields })
  const { returns, correctMs, leastCorrectMs } = settings.certification
  const ranOut = await isForPapers(deps, found, asked.what)
  if (!ranOut && found.returns.filter((one) => !one.ranOut).length >= returns)
    return refused('certification_returned_enough')
  const window = { windowMs: correctMs, leastMs: leastCorrectMs }
  const after = moves.afterReturn(found, { fields: asked.what, words: asked.words, ranOut }, window, deps.now)
  const until = after.correctUntil ?? asked.until
  const told = eventOf(after, 'certification.returned', { fields: [...asked.what], until: rfc3339(until) })
  return ok({
    until,
    effect: {
      writes: [applicationMoved(found, 'returned', after, deps.now), ...resultTold(after, [told], deps.now)],
    },
  })
}

/** It is sent again as it was judged. */
export const planCorrection = async (deps: EffectDeps, of: ReviewCase): Promise<Outcome<Effect>> => {
  const found = await readApplication(deps, of)
  if (found?.status !== 'returned') return refused('not_found')
  // Fields are corrected where they are; this only sends what was judged.
  if (found.readied !== true) return refused('certification_correct_there')
  const was = found.returns.at(-1)?.was
  const is = {
    to: found.names.to,
    materials: found.materials,
    papers: found.papers ?? [],
    ...(found.said !== undefined && { said: found.said }),
  }
  const after = moves.afterCorrection(found, was ? changedFields(was, is) : [], deps.now)
  return ok({
    writes: [
      applicationMoved(found, 'corrected', after, deps.now),
      announcedOf(after, 'certification.in_review', deps.now),
    ],
  })
}

/** Other people look at what was refused. */
export const planSecondLook = async (
  deps: EffectDeps,
  of: ReviewCase,
  appeal: ReviewCase,
): Promise<Outcome<Effect>> => {
  const found = await readApplication(deps, of)
  return found?.status === 'refused' ? planAppealOf(deps, found, appeal) : refused('not_found')
}

/** Its administrator took it back. */
export const planGivingUp = async (
  deps: EffectDeps,
  of: ReviewCase,
  settings: CertificationKindSettings,
): Promise<Effect> => {
  const found = await readApplication(deps, of)
  if (!found) return { writes: [] }
  const after = moves.afterWithdrawal(found, deps.now)
  const events = [eventOf(after, 'certification.ended', { because: 'withdrawn' })]
  return applicationEnded(found, after, { on: 'withdrawn', events, settings, now: deps.now })
}

/** It was not corrected in time. */
export const planEnd = async (
  deps: EffectDeps,
  of: ReviewCase,
  decision: Decision,
  settings: CertificationKindSettings,
): Promise<Effect> => {
  const letter = letterOn(deps, of, decision)
  const found = await readApplication(deps, of)
  if (found?.status !== 'returned') return { writes: [letter] }
  const after = moves.afterExpiry(found, 'not_corrected', deps.now)
  const events = [eventOf(after, 'certification.ended', { because: 'correction_expired' })]
  const ended = applicationEnded(found, after, { on: 'not_corrected', events, settings, now: deps.now })
  return { ...ended, writes: [...ended.writes, letter] }
}

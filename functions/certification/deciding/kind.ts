import { type Outcome, ok, refused, refusedField } from '../../../shared/kernel/outcome.ts'
import { rfc3339 } from '../../../shared/kernel/time.ts'
import type { Write } from '../../../shared/table/write.ts'
import { materialKeys } from '../../material/keys.ts'
import { statusAt } from '../../material/material.ts'
import { materialOf, materialUsed } from '../../material/material-store.ts'
import type { MaterialSettings } from '../../material/settings.ts'
import type { Decision, ReviewCase } from '../../review/case/case.ts'
import { decidedLetter } from '../../review/case/letter.ts'
import { type EffectDeps, endsOf, type ReviewKind } from '../../review/kind.ts'
import { announcedAll, announcedOf, eventOf } from '../applications/announced-store.ts'
import type { Application, ApplicationMaterial } from '../applications/application.ts'
import { applicationMoved, applicationOf } from '../applications/application-store.ts'
import { applicationEnded } from '../applications/end-store.ts'
import * as moves from '../applications/moves.ts'
import type { ApplicationSettings } from '../applications/settings.ts'
import { appOf } from '../apps/app-store.ts'
import { appApplied } from '../apps/certified-store.ts'
import { applicationKeys, certificationKeys } from '../keys.ts'
import { skeletonOf } from '../naming/name-skeleton.ts'
import { nameReserved, reservationIn } from '../naming/name-store.ts'
import type { CertificationSettings } from '../settings.ts'
import { CERTIFICATION } from './case-kind.ts'
import { changedFields, correctable, fieldsOf } from './correctable.ts'
import { planCertificate } from './settle-certificate.ts'
import { ABOUT_NAME, certificationWords, type NamingReason, namingReasons, qualificationReasons } from './words.ts'

type Settings = ApplicationSettings & CertificationSettings & MaterialSettings

/** The application a case is about, if it still is its case. */
const readApplication = async (
  { table }: Pick<EffectDeps, 'table'>,
  of: ReviewCase,
): Promise<Application | undefined> => {
  const item = await table.get(applicationKeys.application(of.accountId, of.subject))
  const found = item && applicationOf(item)
  return found?.caseId === of.id ? found : undefined
}

const letterOn = ({ told, publicUrl, now }: EffectDeps, of: ReviewCase, decision: Decision): Write =>
  told(
    of.accountId,
    decidedLetter(
      certificationWords,
      of,
      decision,
      endsOf({ reasons: qualificationReasons }, decision.reason),
      publicUrl,
    ),
    now,
  )

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
  const [item, held] = await table.getMany([certificationKeys.app(of.appId), certificationKeys.name(skeleton)])
  const app = item && appOf(item)
  // Whoever took the app on since applies for it themselves.
  const isTheirs = app?.administrator === of.accountId
  if (!app || !isTheirs || app.openApplication !== undefined || app.name !== of.names.from)
    return refused('certification_app_changed')
  const holder = reservationIn(held)
  const isTaken = holder !== undefined && holder.app !== app.id && (holder.until ?? Number.POSITIVE_INFINITY) > now
  if (isTaken) return refused('app_name_taken')
  const materials = await findPictures(deps, of)
  const after = moves.afterAppeal(of, { caseId: appeal.id, materials }, now)
  return ok({
    writes: [
      applicationMoved(of, 'appealed', after, now),
      appApplied(app, of.id),
      ...(skeleton === app.skeleton ? [] : [nameReserved({ skeleton, name: of.names.to, app: app.id }, now)]),
      ...materials.map(({ id }) => materialUsed({ id, accountId: of.accountId }, of.id, now)),
      announcedOf(after, 'certification.in_review', now),
    ],
  })
}

/** W5 the certification of an app, which people decide: who it is of, and what it may be called, are two verdicts. */
export const certificationKind = (settings: Settings): ReviewKind => ({
  kind: CERTIFICATION,
  right: 'review_cases',
  verdicts: ['approved', 'refused'],
  answerMs: settings.certification.decideMs,
  askMs: settings.certification.correctMs,
  checklist: Object.keys(certificationWords.checklist),
  reasons: qualificationReasons,
  reservations: Object.fromEntries(Object.keys(namingReasons).map((reason) => [reason, [ABOUT_NAME]])),
  keptWhileHeld: true,
  asks: Object.keys(correctable),
  appealable: true,
  // What it is about is gone then.
  appealMs: settings.materials.decidedMs,
  words: certificationWords,
  async effect(deps, of, decision) {
    const found = await readApplication(deps, of)
    if (found?.status !== 'in_review') return refused('not_found')
    if (decision.verdict === 'approved') {
      const certified = await planCertificate(deps, found, decision.reason as NamingReason | undefined, settings)
      if (!certified.ok) return certified
      return ok({ ...certified.value, writes: [...certified.value.writes, letterOn(deps, of, decision)] })
    }
    const reason = (decision.reason ?? '') as keyof typeof qualificationReasons
    const after = moves.afterRefusal(found, reason, deps.now)
    const events = [eventOf(after, 'certification.refused', { reason })]
    const ended = applicationEnded(found, after, { on: 'refused', events, settings, now: deps.now })
    return ok({ ...ended, writes: [...ended.writes, letterOn(deps, of, decision)] })
  },
  async planAsk(deps, of, asked) {
    const found = await readApplication(deps, of)
    if (found?.status !== 'in_review') return refused('not_found')
    const fields = fieldsOf(found.kind)
    if (asked.what.some((one) => !fields.some((field) => field === one)))
      return refusedField('/what', 'review_ask_unknown', { enum: fields })
    const { returns, correctMs, leastCorrectMs } = settings.certification
    if (found.returns.length >= returns) return refused('certification_returned_enough')
    const window = { windowMs: correctMs, leastMs: leastCorrectMs }
    const after = moves.afterReturn(found, { fields: asked.what, words: asked.words }, window, deps.now)
    const until = after.correctUntil ?? asked.until
    const told = eventOf(after, 'certification.returned', { fields: [...asked.what], until: rfc3339(until) })
    return ok({
      until,
      effect: { writes: [applicationMoved(found, 'returned', after, deps.now), announcedAll(after, [told], deps.now)] },
    })
  },
  async planAnswer(deps, of) {
    const found = await readApplication(deps, of)
    if (found?.status !== 'returned') return refused('not_found')
    // Fields are corrected where they are; this only sends what was judged.
    if (found.readied !== true) return refused('certification_correct_there')
    const was = found.returns.at(-1)?.was
    const is = { to: found.names.to, materials: found.materials, ...(found.said !== undefined && { said: found.said }) }
    const after = moves.afterCorrection(found, was ? changedFields(was, is) : [], deps.now)
    return ok({
      writes: [
        applicationMoved(found, 'corrected', after, deps.now),
        announcedOf(after, 'certification.in_review', deps.now),
      ],
    })
  },
  async planAppeal(deps, of, appeal) {
    const found = await readApplication(deps, of)
    return found?.status === 'refused' ? planAppealOf(deps, found, appeal) : refused('not_found')
  },
  async planWithdrawal(deps, of) {
    const found = await readApplication(deps, of)
    if (!found) return { writes: [] }
    const after = moves.afterWithdrawal(found, deps.now)
    const events = [eventOf(after, 'certification.ended', { because: 'withdrawn' })]
    return applicationEnded(found, after, { on: 'withdrawn', events, settings, now: deps.now })
  },
  async planExpiry(deps, of, decision) {
    const letter = letterOn(deps, of, decision)
    const found = await readApplication(deps, of)
    if (found?.status !== 'returned') return { writes: [letter] }
    const after = moves.afterExpiry(found, 'not_corrected', deps.now)
    const events = [eventOf(after, 'certification.ended', { because: 'correction_expired' })]
    const ended = applicationEnded(found, after, { on: 'not_corrected', events, settings, now: deps.now })
    return { ...ended, writes: [...ended.writes, letter] }
  },
})

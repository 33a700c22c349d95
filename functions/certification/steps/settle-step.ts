import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Write } from '../../../shared/table/write.ts'
import { isBanned, notBanned } from '../../account/bans/ban-store.ts'
import { accountKeys } from '../../account/keys.ts'
import { levelOf } from '../../evidence/level.ts'
import { heldIdentity, identityHeldSince } from '../../gate/identity-store.ts'
import { gateKeys } from '../../gate/keys.ts'
import type { MaterialSettings } from '../../material/settings.ts'
import type { Decision, ReviewCase } from '../../review/case/case.ts'
import { decidedLetter } from '../../review/case/letter.ts'
import { type Effect, type EffectDeps, endsOf, NO_EFFECT } from '../../review/kind.ts'
import { appAnnounced } from '../announced-store.ts'
import type { ApplicationSettings } from '../applications/settings.ts'
import type { App } from '../apps/app.ts'
import { appOf } from '../apps/app-store.ts'
import { findMostApps } from '../apps/find-most-apps.ts'
import { renamedWrites } from '../apps/renamed-store.ts'
import type { HandCertificate } from '../deciding/certificate-effect.ts'
import { handoverMade, takenOver } from '../handing/moved-store.ts'
import { certificationKeys } from '../keys.ts'
import { skeletonOf } from '../naming/name-skeleton.ts'
import { reservationIn } from '../naming/name-store.ts'
import type { CertificationSettings } from '../settings.ts'
import { stepEndedLetter, stepLapsedLetter } from './letters.ts'
import { openStep, type Step, type StepEvent } from './step.ts'
import { appLet, stepEnded, stepOf } from './step-store.ts'
import { stepReasons, stepWords } from './words.ts'

type Settings = ApplicationSettings & CertificationSettings & MaterialSettings

/** A step with the app that it is about, both as they are now. */
type Found = { of: Step; app: App | undefined }

const readStep = async ({ table }: EffectDeps, { accountId, subject }: ReviewCase): Promise<Found | undefined> => {
  const item = await table.get(certificationKeys.step(accountId, subject))
  const of = item && stepOf(item)
  if (of?.status !== 'waiting') return undefined
  const app = await table.get(certificationKeys.app(of.appId))
  return { of, app: app && appOf(app) }
}

/** It is over, and nothing came of it: the app is free for another change, and so is the name that was kept for it alone. */
const planEnd = (
  { now }: EffectDeps,
  { of, app }: Found,
  on: Exclude<StepEvent, 'shown'>,
  { materials }: Settings,
): Write[] => [
  ...stepEnded(of, on, { now, keptUntil: now + materials.decidedMs }),
  ...appLet(app, of, now),
  appAnnounced(of.accountId, { type: 'app.change_ended', data: { app: of.appId, change: of.kind, how: on } }, now),
]

/** What people say of an app and its accounts now; undefined where there is nothing left to do. */
const planDoing = async (
  deps: EffectDeps,
  { of, app }: Found,
  settings: Settings & { hand: HandCertificate },
): Promise<Write[] | undefined> => {
  const { table, now } = deps
  if (!app || openStep(app, now)?.id !== of.id) return undefined
  const accounts = [...new Set([of.accountId, app.administrator])]
  const skeleton = skeletonOf(of.to ?? app.name)
  const [identity, name, count, ...profiles] = await table.getMany([
    ...[gateKeys.identity(of.accountId), certificationKeys.name(skeleton), certificationKeys.appCount(of.accountId)],
    ...accounts.map((one) => accountKeys.profile(one)),
  ])
  const held = heldIdentity(identity)
  if (held?.verifiedAt !== of.heldSince || profiles.some(isBanned)) return undefined
  const still = [identityHeldSince(of.accountId, of.heldSince), ...accounts.map(notBanned)]
  const { told, publicUrl } = deps
  const doing = { told, publicUrl, now, settings, step: of.id }
  if (of.kind === 'rename') {
    const holder = reservationIn(name)
    const isTaken = holder !== undefined && holder.app !== app.id && (holder.until ?? Number.POSITIVE_INFINITY) > now
    if (app.administrator !== of.accountId || isTaken) return undefined
    return [...still, ...renamedWrites(doing, app, { name: of.to ?? app.name, skeleton }).writes]
  }
  if (of.handover === undefined) return undefined
  if (of.kind === 'handover') {
    if (app.administrator !== of.accountId) return undefined
    return [...still, ...handoverMade(doing, app, of.handover).writes]
  }
  const most = await findMostApps({ table, settings }, of.accountId)
  const isFull = Number(count?.count ?? 0) >= most
  const isLow =
    app.certifiedName !== undefined && levelOf(held.proofs, now).level < settings.certification.operatorLevel
  if (app.handoverHash !== of.handover || isFull || isLow) return undefined
  const certificate = await settings.hand({ table, now }, app, of.accountId)
  return [...still, ...takenOver(doing, app, { hash: of.handover, to: of.accountId, most }), ...certificate]
}

const letterOn = ({ told, publicUrl, now }: EffectDeps, of: ReviewCase, decision: Decision): Write =>
  told(
    of.accountId,
    decidedLetter(stepWords, of, decision, endsOf({ reasons: stepReasons }, decision.reason), publicUrl),
    now,
  )

/**
 * W8 a person has looked at the picture of a step: it is taken now, in this commit, where they found its holder and everything still is as it was; else all
 * stays as it is, and whoever asked is told why. One that the clock has ended has ended, whatever people find.
 */
export const planStep = async (
  deps: EffectDeps,
  of: ReviewCase,
  decision: Decision,
  settings: Settings & { hand: HandCertificate },
): Promise<Outcome<Effect>> => {
  const found = await readStep(deps, of)
  if (!found) return refused('not_found')
  const { told, publicUrl, now } = deps
  const nothing = (on: 'expired' | 'voided'): Outcome<Effect> =>
    ok({
      writes: [
        ...planEnd(deps, found, on, settings),
        told(of.accountId, stepEndedLetter(found.of, on, publicUrl), now),
      ],
    })
  if (now >= found.of.until) return nothing('expired')
  if (decision.verdict !== 'approved')
    return ok({ writes: [...planEnd(deps, found, 'refused', settings), letterOn(deps, of, decision)] })
  const doing = await planDoing(deps, found, settings)
  if (!doing) return nothing('voided')
  const keptUntil = now + settings.materials.decidedMs
  return ok({
    writes: [...stepEnded(found.of, 'shown', { now, keptUntil }), ...doing, letterOn(deps, of, decision)],
  })
}

/** Nobody has decided in time: nothing changes, and whoever asked is told. */
export const planStepLapse = async (deps: EffectDeps, of: ReviewCase, settings: Settings): Promise<Effect> => {
  const found = await readStep(deps, of)
  if (!found) return NO_EFFECT
  const { told, publicUrl, now } = deps
  const letter = told(of.accountId, stepLapsedLetter(found.of, publicUrl), now)
  return { writes: [...planEnd(deps, found, 'expired', settings), letter] }
}

/** Whoever asked takes it back. */
export const planStepBack = async (deps: EffectDeps, of: ReviewCase, settings: Settings): Promise<Effect> => {
  const found = await readStep(deps, of)
  return found
    ? { writes: planEnd(deps, found, deps.now < found.of.until ? 'withdrawn' : 'expired', settings) }
    : NO_EFFECT
}

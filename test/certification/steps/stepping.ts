import { handCertificate } from '../../../functions/certificates/handing/plan-handover.ts'
import type { App } from '../../../functions/certification/apps/app.ts'
import { appOf } from '../../../functions/certification/apps/app-store.ts'
import { askHandover } from '../../../functions/certification/handing/ask-handover.ts'
import { takeApp } from '../../../functions/certification/handing/take-app.ts'
import { certificationKeys } from '../../../functions/certification/keys.ts'
import { findStepTerms, type StepAsked } from '../../../functions/certification/steps/find-step-terms.ts'
import { stepKind } from '../../../functions/certification/steps/kind.ts'
import type { Step } from '../../../functions/certification/steps/step.ts'
import { stepOf } from '../../../functions/certification/steps/step-store.ts'
import { stepWords } from '../../../functions/certification/steps/words.ts'
import { withdrawCase } from '../../../functions/review/asking/withdraw-case.ts'
import { caseIdOf } from '../../../functions/review/case/case-id.ts'
import { decideCase } from '../../../functions/review/deciding/decide-case.ts'
import { takeClaim } from '../../../functions/review/deciding/take-claim.ts'
import { followCase } from '../../../functions/review/following/follow-case.ts'
import { settingsOf } from '../../../functions/settings.ts'
import { askCode, claimOf, lastCode } from '../../account/fixture.ts'
import { valueIn } from '../../kit.ts'
import { LIN, type ReviewWorld, reviewWorld } from '../../review/fixture.ts'
import { decided, itemAt, person, type World } from '../../world.ts'
import { appCreated, faceConfirmed, holderPicture, type Owner, owner, type Renamed, renameAsked } from '../fixture.ts'

/** Where people look at pictures of whoever changes an app, in memory. */
export const stepWorld = (overrides: Record<string, unknown> = {}): ReviewWorld => {
  const said = { sms: { spacingMs: 0, perHour: 1000, perDay: 1000 }, ...overrides }
  return reviewWorld(overrides, [stepKind(settingsOf('sandbox', JSON.stringify(said)), handCertificate)])
}

/** Somebody who is verified, with the last four of their number. */
export type Verified = Owner & { idLastFour: string }

export const verified = async (at: ReviewWorld, nth = 0): Promise<Verified> => {
  const user = await owner(at, nth)
  const who = person('match', nth)
  await decided(at, { user, who })
  at.queue.sent.length = 0
  return { ...user, idLastFour: who.idNumber.slice(-4) }
}

/** An app of somebody who is verified. */
export const verifiedApp = async (at: ReviewWorld, name = '晨光读书'): Promise<{ user: Verified; app: App }> => {
  const user = await verified(at)
  return { user, app: await appCreated(at, user, { name }) }
}

/** What a confirmation by face has to be about. */
export const actionOf = async (at: World, user: Owner, asked: StepAsked): Promise<string> =>
  valueIn(await findStepTerms(at, user.accountId, asked)).face?.action ?? ''

export const faceOf = async (at: World, user: Owner, asked: StepAsked): Promise<string> =>
  faceConfirmed(at, user, { action: await actionOf(at, user, asked) })

/** A code that was just sent, and the last four. */
export const proofOf = async (at: World, { phone, token, idLastFour }: Verified) => {
  valueIn(await askCode(at, { phone, token }))
  return { phone, smsCode: lastCode(at, phone), idLastFour, language: 'zh' } as const
}

/** The same with a picture for people. */
export const picturedOf = async (at: World, user: Verified) => ({
  ...(await proofOf(at, user)),
  picture: await holderPicture(at, user),
})

const waits = <T>(value: T): Step => {
  if (typeof value !== 'object' || value === null || !('step' in value)) throw new Error('it waits for nobody')
  return value.step as Step
}

/** A rename waits for people. */
export const renameWaits = async (at: World, user: Verified, app: App, to: string, of: Renamed = {}): Promise<Step> => {
  const { idLastFour } = user
  const proof = { idLastFour, picture: await holderPicture(at, user), ...of }
  return waits(valueIn(await renameAsked(at, user, app, to, proof)))
}

/** A link waits for people, and opens nothing yet. */
export const linkWaits = async (at: World, user: Verified, { id }: App): Promise<{ code: string; step: Step }> => {
  const asked = valueIn(await askHandover(at, claimOf(user.token), { id, ...(await picturedOf(at, user)) }))
  return { code: asked.code, step: waits(asked) }
}

/** A link, by face. */
export const linked = async (at: World, user: Verified, { id }: App): Promise<string> => {
  const face = await faceOf(at, user, { step: 'handover', app: id })
  return valueIn(await askHandover(at, claimOf(user.token), { id, ...(await proofOf(at, user)), face })).code
}

/** Taking an app on waits for people. */
export const takeWaits = async (at: World, user: Verified, code: string): Promise<Step> =>
  waits(valueIn(await takeApp(at, claimOf(user.token), { code, ...(await picturedOf(at, user)) })))

export const stepAt = (at: World, { accountId, id }: Pick<Step, 'accountId' | 'id'>): Step | undefined => {
  const item = itemAt(at, certificationKeys.step(accountId, id))
  return item && stepOf(item)
}

export const appAt = (at: World, { id }: Pick<App, 'id'>): App => {
  const item = itemAt(at, certificationKeys.app(id))
  if (!item) throw new Error('no such app')
  return appOf(item)
}

export const claims = (of: Step) => (at: ReviewWorld) => takeClaim({ ...at, settings: at.settings }, LIN, caseIdOf(of))

/** Whoever holds its case finds that it is them. */
export const approves = (of: Step) => (at: ReviewWorld) =>
  decideCase(at, LIN, {
    ...{ name: caseIdOf(of), verdict: 'approved', checked: Object.keys(stepWords.checklist), note: '是本人' },
  })

/** Whoever holds its case does not. */
export const refuses = (of: Step) => (at: ReviewWorld) =>
  decideCase(at, LIN, {
    name: caseIdOf(of),
    verdict: 'refused',
    reason: 'not_same_person',
    checked: [],
    note: '不是本人',
  })

export const withdraws = (of: Step) => (at: ReviewWorld) => withdrawCase(at, of.accountId, caseIdOf(of))

/** The clock does what it owes about its case. */
export const follows = (of: Step) => (at: ReviewWorld) => followCase(at, caseIdOf(of))

/** People look at it, and find that it is them. */
export const approved = async (at: ReviewWorld, of: Step): Promise<void> => {
  valueIn(await claims(of)(at))
  valueIn(await approves(of)(at))
}

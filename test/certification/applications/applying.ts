import { issuing } from '../../../functions/certificates/issuing/plan-issue.ts'
import { keepApplicant } from '../../../functions/certification/applicants/keep-applicant.ts'
import type { Application } from '../../../functions/certification/applications/application.ts'
import { applicationOf } from '../../../functions/certification/applications/application-store.ts'
import { pairToken } from '../../../functions/certification/applications/pair.ts'
import { confirmApplication } from '../../../functions/certification/applying/confirm-application.ts'
import { correctApplication } from '../../../functions/certification/applying/correct-application.ts'
import { type Begun, createApplication } from '../../../functions/certification/applying/create-application.ts'
import { openFeeOrder } from '../../../functions/certification/applying/open-fee-order.ts'
import { submitApplication } from '../../../functions/certification/applying/submit-application.ts'
import { withdrawApplication } from '../../../functions/certification/applying/withdraw-application.ts'
import { certificationKind } from '../../../functions/certification/deciding/kind.ts'
import { ABOUT_NAME, certificationWords } from '../../../functions/certification/deciding/words.ts'
import { endOver } from '../../../functions/certification/following/end-over.ts'
import { followApplication } from '../../../functions/certification/following/follow-application.ts'
import { applicationKeys, applicationWork } from '../../../functions/certification/keys.ts'
import { materialKeys } from '../../../functions/material/keys.ts'
import type { MaterialKind } from '../../../functions/material/material.ts'
import type { Order } from '../../../functions/payment/orders/order.ts'
import { recordPayment } from '../../../functions/payment/paying/record-payment.ts'
import { answerCase } from '../../../functions/review/asking/answer-case.ts'
import { withdrawCase } from '../../../functions/review/asking/withdraw-case.ts'
import { caseIdOf } from '../../../functions/review/case/case-id.ts'
import { askUser } from '../../../functions/review/deciding/ask-user.ts'
import { decideCase } from '../../../functions/review/deciding/decide-case.ts'
import { takeClaim } from '../../../functions/review/deciding/take-claim.ts'
import { endSilence } from '../../../functions/review/following/end-silence.ts'
import { settingsOf } from '../../../functions/settings.ts'
import { DAY } from '../../../shared/kernel/time.ts'
import { put } from '../../../shared/table/write.ts'
import { askCode, claimOf, lastCode } from '../../account/fixture.ts'
import { valueIn } from '../../kit.ts'
import { LIN, type ReviewWorld, reviewWorld } from '../../review/fixture.ts'
import { decided, itemAt, offered, person, type World } from '../../world.ts'
import { appCreated, type Owner, owner } from '../fixture.ts'

/** Where apps are certified, in memory: a person needs no more than their number for it here. */
export const certificationWorld = (overrides: Record<string, unknown> = {}): ReviewWorld => {
  const said = { gate: { certifyLevel: 1 }, ...overrides }
  const settings = settingsOf(
    'sandbox',
    JSON.stringify({ sms: { spacingMs: 0, perHour: 1000, perDay: 1000 }, ...said }),
  )
  return reviewWorld(said, [certificationKind(settings, issuing(settings))])
}

/** An administrator, their app, and what they have applied for. */
export type Applied = { user: Owner; idNumber: string; appId: string; id: string; applicant: string }

const ends = (at: World) => ({
  ...at,
  endOver: (over: Application) =>
    endOver({ ...at, endSilence: (kinds, name) => endSilence({ ...at, kinds }, name) }, over),
})

/** Somebody who is verified, with an app. */
export const administrator = async (at: ReviewWorld, name = '晨光读书', nth = 0) => {
  const user = await owner(at, nth)
  const who = person('match', nth)
  await decided(at, { user, who })
  at.queue.sent.length = 0
  const { id: appId } = await appCreated(at, user, { name })
  const { id: applicant } = valueIn(await keepApplicant(at, user.accountId, { kind: 'individual' }))
  return { user, idNumber: who.idNumber, appId, applicant }
}

/** Begins an application, or is refused. */
export const begins = (at: World, { user, appId, applicant }: Omit<Applied, 'id'>, more: Partial<Begun> = {}) =>
  createApplication(ends(at), user.accountId, { app: appId, applicant, language: 'zh', ...more })

/** A draft, for a new name. */
export const drafted = async (at: ReviewWorld, name?: string, to = '晨光读书会', nth = 0): Promise<Applied> => {
  const mine = await administrator(at, name, nth)
  const { id } = valueIn(await begins(at, mine, { certifiedName: to }))
  return { ...mine, id }
}

export const submits = (at: World, { user, id }: Applied) => submitApplication(at, user.accountId, id)

/** It was sent in, and waits for its administrator. */
export const submitted = async (at: ReviewWorld, name?: string, to?: string, nth?: number): Promise<Applied> => {
  const of = await drafted(at, name, to, nth)
  valueIn(await submits(at, of))
  return of
}

/** A picture of that kind, taken and part of nothing. */
export const pictured = async (at: World, { user }: Pick<Applied, 'user'>, kind: MaterialKind): Promise<string> => {
  const id = at.ids.id()
  const now = at.time.now
  const stored = { status: 'stored', createdAt: now, until: now, keptUntil: now + DAY, file: id, wrappedKey: 'k' }
  await at.table.commit([
    put(materialKeys.material(id), { id, accountId: user.accountId, kind, type: 'image/png', ...stored }),
  ])
  return id
}

/** As it is kept. */
export const applicationAt = (at: World, { user, id }: Pick<Applied, 'user' | 'id'>): Application => {
  const item = itemAt(at, applicationKeys.application(user.accountId, id))
  if (!item) throw new Error('no such application')
  return applicationOf(item)
}

/** What proves who confirms: a code that was just sent, the last four, and a picture. */
const proofOf = async (at: World, { user, idNumber }: Applied) => {
  valueIn(await askCode(at, { phone: user.phone, token: user.token }))
  const picture = await pictured(at, { user }, 'holder')
  return { phone: user.phone, smsCode: lastCode(at, user.phone), idLastFour: idNumber.slice(-4), picture }
}

/** Its administrator confirms it; what proves them is there before. */
export const confirming = async (at: World, of: Applied) => {
  const proof = await proofOf(at, of)
  const token = pairToken(of.id, applicationAt(at, of).names)
  return (its: World) => confirmApplication(its, claimOf(of.user.token), { id: of.id, token, proof })
}

/** It is confirmed, and waits for its fee. */
export const confirmed = async (at: ReviewWorld, name?: string): Promise<Applied> => {
  const of = await submitted(at, name)
  valueIn(await (await confirming(at, of))(at))
  return of
}

export const ordered = async (at: World, { user, id }: Applied, key = 'k'): Promise<Order> =>
  valueIn(await openFeeOrder(at, user.accountId, { id, idempotencyKey: key }))

/** What the channel says once the payer has paid an order. */
export const paying = async (at: World, of: Applied, order: Order) =>
  at.channel.payerPays(await offered(at, { user: of.user, order }))

/** People look at it. */
export const inReview = async (at: ReviewWorld, name?: string): Promise<Applied> => {
  const of = await confirmed(at, name)
  const fact = await paying(at, of, await ordered(at, of))
  await recordPayment(at, fact)
  at.queue.sent.length = 0
  return of
}

export const caseNameOf = ({ user, id }: Applied): string => caseIdOf({ accountId: user.accountId, id })

/** Whoever holds it certifies it; a reason is why its name is refused. */
export const certifies = (of: Applied, reason?: string) => (at: ReviewWorld) => {
  const checked = Object.keys(certificationWords.checklist).filter((one) => reason === undefined || one !== ABOUT_NAME)
  const deciding = { verdict: 'approved', checked, ...(reason !== undefined && { reason }) } as const
  return decideCase(at, LIN, { name: caseNameOf(of), ...deciding, note: '资料与登记一致' })
}

/** Whoever holds it refuses it. */
export const refuses = (of: Applied) => (at: ReviewWorld) =>
  decideCase(at, LIN, { name: caseNameOf(of), verdict: 'refused', reason: 'forged', checked: [], note: '材料经过修改' })

export const claims = (of: Applied) => (at: ReviewWorld) =>
  takeClaim({ ...at, settings: at.settings }, LIN, caseNameOf(of))

/** It was returned to be corrected. */
export const returned = async (at: ReviewWorld, what: readonly string[] = ['explanation']): Promise<Applied> => {
  const of = await inReview(at)
  valueIn(await claims(of)(at))
  valueIn(await askUser(at, LIN, { name: caseNameOf(of), what }))
  return of
}

/** It is sent again as it is. */
export const corrects = (of: Applied) => (at: ReviewWorld) => {
  const answer = (accountId: string, id: string, text: string) =>
    answerCase(at, accountId, { name: caseIdOf({ accountId, id }), text })
  const token = pairToken(of.id, applicationAt(at, of).names)
  return correctApplication({ ...at, answer }, claimOf(of.user.token), { id: of.id, token })
}

export const withdraws =
  ({ user, id }: Applied) =>
  (at: ReviewWorld) => {
    const take = (accountId: string, caseId: string) => withdrawCase(at, accountId, caseIdOf({ accountId, id: caseId }))
    return withdrawApplication({ ...at, withdrawCase: take }, user.accountId, id)
  }

/** Its clock's worker comes by. */
export const follows =
  ({ user, id }: Applied) =>
  (at: World) =>
    followApplication(at, applicationWork.pointerTo(applicationKeys.application(user.accountId, id)).id)

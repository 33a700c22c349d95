import {
  applicantTermsRoute,
  checkApplicantRoute,
  keepApplicantRoute,
} from '../../functions/certification/applicants.route.ts'
import {
  createApplicationRoute,
  getApplicationRoute,
  submitApplicationRoute,
} from '../../functions/certification/applications.route.ts'
import { createAppRoute } from '../../functions/certification/apps.route.ts'
import { confirmApplicationRoute } from '../../functions/certification/confirm.route.ts'
import { openFeeOrderRoute } from '../../functions/certification/fee.route.ts'
import { lookAtApplicationRoute } from '../../functions/certification/operator.route.ts'
import { decideReviewRoute, nextReviewRoute } from '../../functions/review/operator.route.ts'
import { confirmFace } from './app-steps.ts'
import type { OnConsole } from './operator.ts'
import { uploadPicture } from './papers.ts'
import { drawnPage } from './picture.ts'
import type { Platform } from './platform.ts'
import { codeFor, codeToScan, scan, type User } from './user.ts'

/** The day of a paper that runs out, as its administrator says it. */
type PaperSaid = { kind: 'business_licence' | 'authorisation_letter'; day: string }

/** Somebody with an app, and whom they apply for. */
export type Applying = { user: User; app: string; applicant: string }

/** An app of theirs, to be certified for the person they are verified as. */
export const appOfPerson = async (platform: Platform, user: User, name: string): Promise<Applying> => {
  const { token } = user
  const { id: app } = await platform.must(createAppRoute, { token, body: { kind: 'mini_program', name } })
  const { id: applicant } = await platform.must(keepApplicantRoute, { token, body: { kind: 'individual' } })
  return { user, app, applicant }
}

/** What confirms a change of name, but for how they show that it is them. */
export const codeAndFour = async (platform: Platform, { token, phone }: User, idNumber: string) => ({
  phone,
  smsCode: await codeFor(platform, phone, token),
  idLastFour: idNumber.slice(-4),
})

/** Begins an application and sends it in. */
export const sendIn = async (
  platform: Platform,
  { user: { token }, app, applicant }: Applying,
  more: { certifiedName?: string; materials?: string[]; papers?: PaperSaid[] } = {},
) => {
  const { id } = await platform.must(createApplicationRoute, { token, body: { app, applicant, ...more } })
  return platform.must(submitApplicationRoute, { token, params: { id } })
}

/** Confirms it, with a picture of them and their document for people to look at. */
export const confirmByPicture = async (platform: Platform, user: User, id: string, idNumber: string) => {
  const { token } = user
  const { pairToken } = await platform.must(getApplicationRoute, { token, params: { id } })
  const { id: picture } = await uploadPicture(platform, user, 'holder', drawnPage(5))
  const proof = { ...(await codeAndFour(platform, user, idNumber)), picture }
  return platform.must(confirmApplicationRoute, { token, params: { id }, body: { pairToken, proof } })
}

/** Opens the order for its fee, and pays it. */
export const payFee = async (platform: Platform, user: User, id: string, key = `fee-${id}`) => {
  const headers = { 'idempotency-key': key }
  const { order } = await platform.must(openFeeOrderRoute, { token: user.token, params: { id }, headers })
  const { codeUrl, outTradeNo } = await codeToScan(platform, user, order.id)
  await scan(platform, codeUrl)
  await platform.pass('2s')
  return { order, outTradeNo }
}

/** A reviewer takes the next certification, reads whom it is about, and confirms everything but what a reservation does without. */
export const certify = async (platform: Platform, reviewer: OnConsole, reason?: string) => {
  const { token } = reviewer
  const { review } = await platform.must(nextReviewRoute, { token, body: { kind: 'certification' } })
  if (!review) throw new Error('no certification waits for people')
  const params = { account: review.accountId, id: review.subject }
  await platform.must(lookAtApplicationRoute, { token, params, body: { reason: 'case_review' } })
  const without = review.choices.reservations.find(({ word }) => word === reason)?.without ?? []
  const checked = review.choices.checklist.map(({ word }) => word).filter((word) => !without.includes(word))
  const decision = {
    verdict: 'approved',
    checked,
    note: '资料与登记一致',
    ...(reason !== undefined && { reason }),
  } as const
  return platform.must(decideReviewRoute, { token, params: { id: review.id }, body: decision })
}

/** A test company as somebody types it in. */
export type TypedCompany = {
  name: string
  creditCode: string
  legalRepresentative: string
  idNumber: string
}

/** Keeps a company to apply for, and has the register asked about it. */
export const askAboutCompany = async (
  platform: Platform,
  { token }: User,
  { name: companyName, creditCode, legalRepresentative, idNumber }: TypedCompany,
  kind: 'enterprise' | 'sole_trader' = 'enterprise',
) => {
  const representative = { name: legalRepresentative, idNumber }
  const body = { kind, creditCode, companyName, representative }
  const { id } = await platform.must(keepApplicantRoute, { token, body })
  const { consent } = await platform.must(applicantTermsRoute, {})
  return platform.must(checkApplicantRoute, {
    ...{ token, params: { id } },
    body: { consent: { notice: consent.version, agreed: true } },
  })
}

/** Confirms it by face, at the page of the vendor. */
export const confirmByFace = async (platform: Platform, user: User, id: string, idNumber: string) => {
  const { token } = user
  const { pairToken, faceAction } = await platform.must(getApplicationRoute, { token, params: { id } })
  const face = await confirmFace(platform, user, faceAction)
  const proof = { ...(await codeAndFour(platform, user, idNumber)), face }
  return platform.must(confirmApplicationRoute, { token, params: { id }, body: { pairToken, proof } })
}

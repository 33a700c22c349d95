import type { Body } from 'shiming-client'
import { decideReviewRoute, nextReviewRoute } from '../../functions/review/operator.route.ts'
import type { OnConsole } from './operator.ts'
import { uploadPicture } from './papers.ts'
import { drawnPage } from './picture.ts'
import type { Platform } from './platform.ts'
import { codeFor, type User } from './user.ts'

/** Confirms by face exactly that, at the page of the vendor; answers the confirmation's id. */
export const confirmFace = async (platform: Platform, { token }: User, action: string): Promise<string> => {
  const { faceChecks } = platform.shiming.withSession(token)
  const { consent } = await platform.shiming.faceTerms.get()
  const check = await faceChecks.open({ action, consent: { notice: consent.version, agreed: true } })
  await fetch(check.page?.url ?? '', {
    method: 'POST',
    body: new URLSearchParams({ deed: 'pass' }),
    redirect: 'manual',
  })
  await platform.pass('2s')
  await faceChecks.look(check.id)
  return check.id
}

/** W8 the confirmation by face that a change of an app takes. */
export const faceOfStep = async (
  platform: Platform,
  user: User,
  asked: Body<'POST /v1/app-steps/looks'>,
): Promise<string> => {
  const { face } = await platform.shiming.withSession(user.token).apps.stepTerms(asked)
  return confirmFace(platform, user, face?.action ?? '')
}

const nextStep = async (platform: Platform, { token }: OnConsole) => {
  const { review } = await platform.must(nextReviewRoute, { token, body: { kind: 'app_step' } })
  if (!review) throw new Error('no change of an app waits for people')
  return review
}

/** A reviewer takes the next change of an app, and finds that it is its holder. */
export const approveStep = async (platform: Platform, on: OnConsole) => {
  const { token } = on
  const review = await nextStep(platform, on)
  const checked = review.choices.checklist.map(({ word }) => word)
  const body = { verdict: 'approved', checked, note: '照片与实名信息一致' } as const
  return platform.must(decideReviewRoute, { token, params: { id: review.id }, body })
}

/** Somebody, signed in, and what their account is verified by; nobody where it is not. */
type Who = { user: User; idNumber?: string }

/** What shows that it is them: a code, and of whoever is verified the last four, and a picture with their document for people. */
const picturedProof = async (platform: Platform, { user, idNumber }: Who) => {
  await platform.pass('61s')
  const smsCode = await codeFor(platform, user.phone, user.token)
  const code = { phone: user.phone, smsCode }
  if (idNumber === undefined) return code
  const { id: picture } = await uploadPicture(platform, user, 'holder', drawnPage(5))
  return { ...code, idLastFour: idNumber.slice(-4), picture }
}

/**
 * W8 an app is handed over: its administrator makes a link with a picture, a reviewer looks at it, and only then the link opens; whoever opens it in their
 * own account takes the app on, and it opens nothing more. Answers whether it was so.
 */
export const handOver = async (
  platform: Platform,
  reviewer: OnConsole,
  { app, from, to }: { app: string; from: Who; to: Who },
): Promise<boolean> => {
  const [mine, theirs] = [from, to].map(({ user }) => platform.shiming.withSession(user.token).apps)
  if (!mine || !theirs) throw new Error('nobody to hand it over')
  const asked = await mine.handOver(app, await picturedProof(platform, from))
  const opens = async () => (await theirs.lookAtHandover(asked.code).catch(() => undefined)) !== undefined
  const before = await opens()
  await approveStep(platform, reviewer)
  const after = await opens()
  const taken = await theirs.take({ code: asked.code, ...(await picturedProof(platform, to)) })
  if ('review' in taken) await approveStep(platform, reviewer)
  const { apps } = await theirs.list()
  return asked.waits !== null && !before && after && apps.some(({ id }) => id === app) && !(await opens())
}

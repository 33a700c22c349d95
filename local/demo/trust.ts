import { decideReviewRoute, nextReviewRoute } from '../../functions/review/operator.route.ts'
import type { ConsoleStage } from './console.ts'
import { operatorAt } from './operator.ts'
import { uploadPicture } from './papers.ts'
import { drawnPage } from './picture.ts'
import { type Person, signIn, type User } from './user.ts'

const EMAIL = 'demo@example.com'

/** A person sees proof of the address, and takes it. */
const seeAddress = async (stage: ConsoleStage, user: User): Promise<void> => {
  const { platform, step } = stage
  const { further } = platform.shiming.withSession(user.token)
  const { consent } = await further.addressTerms()
  const { id: picture } = await uploadPicture(platform, user, 'address_proof', drawnPage(2))
  await further.submitAddress({ picture, consent: { notice: consent.version, agreed: true } })
  const { token, name } = await operatorAt(stage, 'wang', 'reviewer')
  const { review } = await platform.must(nextReviewRoute, { token, body: { kind: 'address_proof' } })
  if (!review) throw new Error('no address waits for a person')
  const checked = review.choices.checklist.map(({ word }) => word)
  const body = { verdict: 'approved', checked, note: '姓名、住址与日期可见' } as const
  await platform.must(decideReviewRoute, { token, params: { id: review.id }, body })
  step(`${name} sees a bill, confirms ${checked.length} points and approves`)
}

/** The code that comes by e-mail is typed. */
const proveEmail = async ({ platform, step }: ConsoleStage, { token }: User): Promise<void> => {
  const { further } = platform.shiming.withSession(token)
  const { status } = await further.sendEmailCode(EMAIL)
  const [mail] = await platform.sandbox.mailsFor(EMAIL)
  step(`a code by e-mail is ${status}: ${mail?.text}`)
  const { address } = await further.bindEmail({ email: EMAIL, code: mail?.code ?? '' })
  step(`its code is typed, and the address kept as ${address}`)
}

/**
 * X3 an address, an e-mail address and an occupation raise the trust score of somebody who is verified, each by its own, and the level stays what it is.
 * Answers whether it was so.
 */
export const trustHolds = async (
  stage: ConsoleStage,
  person: Person,
  say: (line: string) => void,
): Promise<boolean> => {
  say('\na trust score, apart from the level')
  // A code may be asked for again by then.
  await stage.platform.pass('61s')
  const user = await signIn(stage.platform, person.phone)
  const { account, further } = stage.platform.shiming.withSession(user.token)
  const scores: string[] = []
  const look = async (): Promise<void> => {
    const { level, trust } = await account.level()
    scores.push(`${trust.score}@${level}`)
    stage.step(`trust score ${trust.score} of 100, level ${level}`)
  }
  await look()
  await further.sayOccupation('clerk')
  await look()
  await proveEmail(stage, user)
  await look()
  await seeAddress(stage, user)
  await look()
  const held = scores.join() === '0@1,20@1,50@1,100@1'
  say(`a trust score, apart from the level: ${held ? 'ok' : 'WRONG'}`)
  return held
}

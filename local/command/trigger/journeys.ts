import type { TestPerson } from '../../../clients/typescript/src/sandbox.ts'
import { ForPeople } from '../../../shared/command/for-people.ts'
import { both } from '../../../shared/command/told.ts'
import { codeToScan, moneyAtChannel, type PaymentFaults, scan, verificationNow } from '../../demo/user.ts'
import { clearAccount } from './clear-account.ts'
import { type Scene, type Submitted, sessionOf, settle, submitAs, unusedPerson } from './scene.ts'

/** How it ended. Amounts in fen; without a verification nothing was submitted or paid. */
export type Ended = {
  /** The status of the verification, or of the account where there is none. */
  status: string
  verificationId?: string
  orderId?: string
  paidFen?: number
  refundedFen?: number
}

/** What goes wrong with the payment. */
type Plan = { faults?: PaymentFaults }

const readEnd = async ({ reached }: Scene, { user, verificationId, orderId }: Submitted): Promise<Ended> => {
  const { status } = await verificationNow(reached, user, verificationId)
  return { status, verificationId, orderId }
}

/** What the payer scans; the order number of the channel with it. */
type Code = Awaited<ReturnType<typeof codeToScan>>

const showCode = ({ reached }: Scene, { user, orderId }: Submitted): Promise<Code> => codeToScan(reached, user, orderId)

/** Pays by a code that was shown, and waits for all that follows. Throws ForPeople where that takes too long. */
const payAndSettle = async (
  scene: Scene,
  submitted: Submitted,
  { codeUrl, outTradeNo }: Code,
  { faults }: Plan = {},
): Promise<Ended> => {
  const { reached, step } = scene
  step(both('付款 …', 'pays …'))
  await scan(reached, codeUrl, faults)
  if (!(await settle(scene, submitted)))
    throw new ForPeople(both('结果还没有出来；用 --wait 等得更久', 'it is not over yet; wait for longer by --wait'))
  return { ...(await readEnd(scene, submitted)), ...(await moneyAtChannel(reached, outTradeNo)) }
}

/** Submits that person for a user, who pays and gets a result. */
const verify = async (scene: Scene, externalId: string, person: TestPerson, plan?: Plan): Promise<Ended> => {
  const submitted = await submitAs(scene, await sessionOf(scene, externalId), person)
  return payAndSettle(scene, submitted, await showCode(scene, submitted), plan)
}

type Prepare = (scene: Scene, person: TestPerson) => Promise<unknown>

/** Somebody of that outcome is submitted, pays and gets a result. */
export const verification =
  (outcome: string, plan: Plan = {}, prepare: Prepare = async () => undefined) =>
  async (scene: Scene, externalId: string): Promise<Ended> => {
    const person = await unusedPerson(scene, outcome)
    await prepare(scene, person)
    return verify(scene, externalId, person, plan)
  }

/** Whichever vendor is asked about the person, once. */
export const dailyLimit: Prepare = async ({ reached: { sandbox } }, { phone: subject }) => {
  for (const target of ['tencent_faceid', 'alibaba_cloudauth'] as const)
    await sandbox.fault({ target, mode: 'daily_limit', times: 1, subject })
}

/** Submitted and not paid: given up, or left until it expires. */
export const unpaid =
  (end: (scene: Scene, submitted: Submitted) => Promise<unknown>) =>
  async (scene: Scene, externalId: string): Promise<Ended> => {
    const user = await sessionOf(scene, externalId)
    const submitted = await submitAs(scene, user, await unusedPerson(scene, 'match'))
    await end(scene, submitted)
    return readEnd(scene, submitted)
  }

/** A number gets a code a minute. */
const CODE_PAUSE_MS = 61_000

/** Two users submit the same person; the other one is verified before this one pays by a code shown earlier. */
export const submitAfterAnother = async (scene: Scene, externalId: string): Promise<Ended> => {
  const person = await unusedPerson(scene, 'match')
  const submitted = await submitAs(scene, await sessionOf(scene, externalId), person)
  // Nobody is shown one any more for a person who is known elsewhere.
  const code = await showCode(scene, submitted)
  scene.step(both('另一用户用同一身份认证 …', 'another user is verified as the same person …'))
  await (scene.pass?.('61s') ?? new Promise((resume) => setTimeout(resume, CODE_PAUSE_MS)))
  await verify(scene, `${externalId}.holder`, person)
  return payAndSettle(scene, submitted, code)
}

/** The number of somebody verified is given to somebody else, which is found half a year later. */
export const verifyAndRecycle = async (scene: Scene, externalId: string): Promise<Ended> => {
  const { reached, pass, step } = scene
  const person = await unusedPerson(scene, 'match')
  const paid = await verify(scene, externalId, person)
  step(both('号码易主，时钟走过 181 天 …', 'the number changes hands, and 181 days pass …'))
  const { phone: subject } = person
  await reached.sandbox.fault({ target: 'alibaba_cloudauth', mode: 'number_recycled', times: 1, subject })
  await pass?.('181d')
  const { token } = await sessionOf(scene, externalId)
  const { verification: now } = await reached.shiming.withSession(token).account.get()
  return { ...paid, status: now.status }
}

export const ban = async ({ reached: { shiming } }: Scene, externalId: string): Promise<Ended> => {
  await shiming.users.ban({ externalId, reason: 'shiming trigger banned' })
  return { status: 'banned' }
}

export const banAndUnban = async (scene: Scene, externalId: string): Promise<Ended> => {
  const { shiming } = scene.reached
  await ban(scene, externalId)
  const { ban: left } = await shiming.users.unban({ externalId, reason: 'shiming trigger unbanned' })
  return { status: left ? 'banned' : 'unbanned' }
}

/** Verifies the user and has the account cleared because it was not them. */
export const verifyAndClear = async (scene: Scene, externalId: string): Promise<Ended> => {
  const paid = await verification('match')(scene, externalId)
  const { token } = await sessionOf(scene, externalId)
  return { ...paid, status: await clearAccount(scene, token) }
}

import { caseRoute } from '../../functions/cases/read.route.ts'
import { revealRoute } from '../../functions/cases/reveal.route.ts'
import { inviteOperatorRoute } from '../../functions/operators/manage.route.ts'
import { approveProposalRoute } from '../../functions/operators/proposals.route.ts'
import { wholeOrderRoute } from '../../functions/overview/operator.route.ts'
import { refundActionRoute, refundsRoute } from '../../functions/payment/operator-refunds.route.ts'
import { readLocal } from '../../infra/audit/read-local.ts'
import { verifyAudit } from '../../infra/audit/verify.ts'
import { SECOND } from '../../shared/kernel/time.ts'
import type { Stage } from './journeys.ts'
import { type At, type OnConsole, operatorAt, stepUp, takeLink } from './operator.ts'
import { codeToScan, type Person, scan, signIn, submit } from './user.ts'

type Cast = (outcome: string) => Promise<Person>

/** Codes of an authenticator app go by the clock of the instance. */
export type ConsoleStage = Stage & At

/** Where operators work, who they are, and whose cases they have. */
type Shift = { stage: ConsoleStage; admin: OnConsole; finance: OnConsole; cast: Cast }

/** Something operators do, and how it ends. */
type Duty = { name: string; does: (shift: Shift) => Promise<string>; ends: string }

const REASON = '用户换了收款方式'

/** The first admin is invited by the command line, and invites whoever else is needed; each enrols with a password and an authenticator app. */
const begin = async (stage: ConsoleStage): Promise<Pick<Shift, 'admin' | 'finance'>> => {
  const { platform, step } = stage
  const admin = await operatorAt(stage, 'chen')
  step('chen, invited by the command line, is in as admin')
  const body = { name: 'lin', role: 'finance', reason: '新同事' }
  const { link } = await platform.must(inviteOperatorRoute, { token: admin.token, body })
  const finance = await takeLink(stage, link)
  step(`lin, invited by chen, is in as ${finance.role}`)
  return { admin, finance }
}

type RefundAt = { orderId: string; name: string }

/** A refund that the channel does not end, so many times: it waits for a person. */
const leaveStuck = async (
  { stage: { platform, step }, cast, finance: { token } }: Shift,
  times: number,
): Promise<RefundAt> => {
  const person = await cast('mismatch')
  const user = await signIn(platform, person.phone)
  const { order } = await submit(platform, user, person, 'membership')
  const { codeUrl, outTradeNo: subject } = await codeToScan(platform, user, order.id)
  await platform.sandbox.fault({ target: 'wechat_pay_refund', mode: 'user_account_abnormal', times, subject })
  await scan(platform, codeUrl)
  await platform.pass('2m')
  const { refunds } = await platform.must(refundsRoute, { token, query: { which: 'operator' } })
  const found = refunds.find(({ orderId }) => orderId === order.id)
  if (!found) throw new Error('no refund waits for a person')
  step(`${found.amountFen} fen wait for a person: the channel said ${found.channelCode}`)
  return { orderId: order.id, name: found.name }
}

/** How a refund stands, and whether it was paid by hand. */
const readRefund = async (
  { stage: { platform }, finance: { token } }: Shift,
  { orderId, name }: RefundAt,
): Promise<string> => {
  const { refunds } = await platform.must(wholeOrderRoute, { token, params: { id: orderId } })
  const found = refunds.find((one) => one.name === name)
  return `${found?.status}${found?.paidByHand ? ' by hand' : ''}`
}

const retry = async (shift: Shift): Promise<string> => {
  const { platform, step } = shift.stage
  const params = await leaveStuck(shift, 1)
  const body = { action: 'retry', reason: REASON }
  await platform.must(refundActionRoute, { token: shift.finance.token, params, body })
  step('lin sent it again')
  await platform.pass('2m')
  return readRefund(shift, params)
}

const payByHand = async (shift: Shift): Promise<string> => {
  const {
    stage: { platform, step },
    finance,
    admin,
  } = shift
  const params = await leaveStuck(shift, 100)
  const body = { action: 'paid_by_hand', reason: '已通过银行转账退回' }
  const proposal = await platform.must(refundActionRoute, { token: finance.token, params, body })
  const id = 'id' in proposal ? proposal.id : ''
  const approving = { params: { id }, body: { reason: '已核对银行回单' } }
  const alone = await platform.call(approveProposalRoute, { token: finance.token, ...approving })
  step(`lin paid by hand and asks for it to be booked; approving it alone: ${alone.ok ? 'done' : alone.problem.code}`)
  const { status } = await platform.must(approveProposalRoute, { token: admin.token, ...approving })
  step(`chen looked at it too: ${status}`)
  return `${alone.ok ? 'alone' : 'by two'}, ${await readRefund(shift, params)}`
}

/** Somebody verified, of whom the catalogue still has one. Nothing of them is printed but what is masked. */
const lookAtCase = async ({ stage, admin, finance, cast }: Shift): Promise<string> => {
  const { platform, engine, step } = stage
  const person = await cast('alibaba_cloud_only')
  const user = await signIn(platform, person.phone)
  const { order } = await submit(platform, user, person, 'fee')
  await scan(platform, (await codeToScan(platform, user, order.id)).codeUrl)
  await platform.pass('0s')
  const params = { id: user.accountId }
  const { verification } = await platform.must(caseRoute, { token: admin.token, params })
  step(`chen sees the account: ${verification.status}, ${verification.idNumber}`)
  const barred = await platform.call(caseRoute, { token: finance.token, params })
  step(`lin does not: ${barred.ok ? 'let in' : barred.problem.code}`)
  const body = { field: 'id_number', reason: 'case_review', words: '核对证件' }
  // Longer than a code counts for deeds.
  await platform.pass('11m')
  const late = await platform.call(revealRoute, { token: admin.token, params, body })
  step(`chen asks for the number: ${late.ok ? 'shown' : late.problem.code}`)
  if (!late.ok) await stepUp(stage, admin)
  const { value, until } = await platform.must(revealRoute, { token: admin.token, params, body })
  const seconds = Math.round((Date.parse(until) - engine.now()) / SECOND)
  step(`chen showed another code, and saw the number for ${seconds} s, with a reason on record`)
  const [byWhom, asked] = [barred.ok ? 'seen by all' : 'seen by one', late.ok ? 'at once' : 'after a code']
  return `${byWhom}, ${asked}, ${value === person.idNumber.toUpperCase() ? 'the number' : 'something else'}`
}

const duties: readonly Duty[] = [
  { name: 'a refund that the channel could not end is sent again', does: retry, ends: 'succeeded' },
  { name: 'a refund is paid by hand', does: payByHand, ends: 'by two, succeeded by hand' },
  {
    name: 'an account is looked into, and a number is revealed',
    does: lookAtCase,
    ends: 'seen by one, after a code, the number',
  },
]

/** Operators enrol and do what waits for them, signed in as persons; answers whether all of it ended as it must. */
export const dutiesHold = async (stage: ConsoleStage, cast: Cast, say: (line: string) => void): Promise<boolean> => {
  say('\noperators enrol')
  const shift = { stage, cast, ...(await begin(stage)) }
  let held = true
  for (const { name, does, ends } of duties) {
    say(`\n${name}`)
    const ended = await does(shift)
    held &&= ended === ends
    say(`${name}: ${ended} ${ended === ends ? 'ok' : 'WRONG'}`)
  }
  return held
}

/** Whether everything that the audit has of the whole demo is whole, by what `npm run audit:verify` holds against each other. */
export const auditHolds = async ({ platform, step }: Stage, say: (line: string) => void): Promise<boolean> => {
  say('\nthe audit of all that is verified')
  const { findings, records, subjects, roots } = verifyAudit(await readLocal(platform.url, undefined))
  for (const { fault, where, words } of findings) step(`${fault}: ${where}: ${words}`)
  const held = findings.length === 0 && records > 0 && roots > 0
  say(
    `${records} records of ${subjects} subjects under ${roots} signed days: ${held ? 'nothing was changed ok' : 'WRONG'}`,
  )
  return held
}

import { signInRoute } from '../../functions/account/sign-in.route.ts'
import { membershipRoute } from '../../functions/membership/buy.route.ts'
import { sendRoute } from '../../functions/messaging/send.route.ts'
import { submitRoute } from '../../functions/verification/submit.route.ts'
import { rechargeRoute } from '../../functions/wallet/recharge.route.ts'
import { codeFor, formOf, type Offer, type Person, vendorCalls, verificationNow } from '../../local/demo/user.ts'
import { freshKey } from '../fresh-key.ts'
import { paysBanned } from './banning.ts'
import { forced, over, pays, type Way } from './paying.ts'
import { type Customer, count, type Purchase, type Stage, tell, type Wanted } from './stage.ts'

const OPEN = ['awaiting_payment', 'queued', 'checking']
const NOT_VERIFIED = 905

/** Somebody comes from the platform for the first time. */
const arrives = async (stage: Stage, person: Person): Promise<Customer> => {
  count(stage, 'customer')
  const externalId = `chaos-${stage.counts.get('customer')}`
  const call = { body: { externalId }, token: stage.platformKey }
  const { token = '', account } = await stage.platform.must(signInRoute, call)
  const customer = { externalId, accountId: account.id, token, person }
  stage.customers.push(customer)
  return customer
}

const bought = (
  stage: Stage,
  customer: Customer,
  wanted: Wanted,
  of: Pick<Purchase, 'orderId'> & Partial<Purchase>,
) => {
  const purchase: Purchase = { customer, wanted, points: 0, story: [], ...of }
  stage.purchases.push(purchase)
  tell(stage, purchase, `ordered ${wanted}`)
  return purchase
}

/** How often the vendor was asked about a person, charged or not, but for when it turned us away. */
const asked = async ({ platform }: Stage, { phone }: Person): Promise<number> => {
  const { billed, unbilled, turnedAway } = await vendorCalls(platform, phone)
  return billed + unbilled - turnedAway
}

/** A vendor that says it is busy has done nothing, so it may be asked again: once and three more times. */
const mostCalls = ({ outcome }: Person): number => (outcome === 'vendor_busy' ? 4 : 1)

const submits = async (stage: Stage, customer: Customer): Promise<Purchase | undefined> => {
  const { person, token } = customer
  const offer: Offer = stage.chance.once(2) ? 'membership' : 'fee'
  const code = await codeFor(stage.platform, person.phone, token)
  const call = { body: formOf(person, offer, code), token, headers: freshKey() }
  const reply = await stage.platform.call(submitRoute, call)
  if (!reply.ok) count(stage, `not submitted: ${reply.problem.code}`)
  if (!reply.ok) return undefined
  return bought(stage, customer, offer, { orderId: reply.body.order.id, verificationId: reply.body.id })
}

/** Asks for a verification, pays, and waits for the result. P6: nobody else asks about this person meanwhile. */
async function* verifies(stage: Stage, customer: Customer): AsyncGenerator<void, boolean> {
  const before = await asked(stage, customer.person)
  const purchase = await submits(stage, customer)
  yield
  if (!purchase) return false
  yield* pays(stage, purchase)
  if (stage.chance.once(15)) await forced(stage, purchase)
  const statusNow = async () => (await verificationNow(stage.platform, customer, purchase.verificationId ?? '')).status
  let status = await statusNow()
  for (; OPEN.includes(status); status = await statusNow()) yield
  tell(stage, purchase, `ended ${status}`)
  const calls = (await asked(stage, customer.person)) - before
  if (calls > mostCalls(customer.person))
    stage.violations.push(`${purchase.orderId}: the vendor was asked ${calls} times`)
  if (stage.chance.once(8)) await forced(stage, purchase)
  return status === 'verified'
}

const orders = async (stage: Stage, customer: Customer, wanted: 'month' | 'points'): Promise<Purchase | undefined> => {
  const { platform, chance } = stage
  const points = wanted === 'points' ? 100 + chance.pick(900) : 0
  const { token } = customer
  const reply =
    wanted === 'points'
      ? await platform.call(rechargeRoute, { body: { points }, token, headers: freshKey() })
      : await platform.call(membershipRoute, { body: { months: 1 }, token, headers: freshKey() })
  if (!reply.ok) stage.violations.push(`${customer.externalId}: no order for ${wanted}: ${reply.problem.code}`)
  return reply.ok ? bought(stage, customer, wanted, { orderId: reply.body.order.id, points }) : undefined
}

async function* buys(stage: Stage, customer: Customer, wanted: 'month' | 'points'): Way {
  const purchase = await orders(stage, customer, wanted)
  yield
  if (!purchase) return
  yield* pays(stage, purchase)
  tell(stage, purchase, `ended ${yield* over(stage, purchase)}`)
  if (stage.chance.once(8)) await forced(stage, purchase)
}

/** P1: who is verified may send, and nobody else. */
const sends = async (stage: Stage, customer: Customer, isVerified: boolean): Promise<void> => {
  const body = { content: `${customer.externalId} ${stage.chance.pick(1_000_000)}`, template: 'txt' as const }
  const reply = await stage.platform.call(sendRoute, { body, token: customer.token })
  const isRefused = !reply.ok && reply.problem.legacyCode === NOT_VERIFIED
  count(stage, reply.ok ? 'message sent' : 'message refused')
  if (reply.ok === isVerified && isRefused !== isVerified) return
  const answer = reply.ok ? 'may send' : `is answered ${reply.problem.code}`
  stage.violations.push(`${customer.externalId} ${answer}, ${isVerified ? 'verified' : 'not verified'}`)
}

/** Everything one customer does. */
async function* visit(stage: Stage, person: Person): Way {
  const customer = await arrives(stage, person)
  yield
  await sends(stage, customer, false)
  const isVerified = yield* verifies(stage, customer)
  await sends(stage, customer, isVerified)
  yield
  if (isVerified && stage.chance.once(2)) yield* buys(stage, customer, 'points')
  if (stage.chance.once(3)) yield* buys(stage, customer, 'month')
  if (stage.chance.once(4)) yield* paysBanned(stage, () => orders(stage, customer, 'month'))
}

/** Somebody on their way. */
export type Visit = { person: Person; way: Way }

export const visitOf = (stage: Stage, person: Person): Visit => ({ person, way: visit(stage, person) })

/** Takes the next step; false when there is none. */
export const stepped = async (stage: Stage, { way }: Visit): Promise<boolean> => {
  try {
    return !(await way.next()).done
  } catch (error) {
    stage.violations.push(error instanceof Error ? error.message : String(error))
    return false
  }
}

import { gateRoute } from '../../functions/gate/ask.route.ts'
import { wholeOrderRoute } from '../../functions/overview/operator.route.ts'
import { accountRoute } from '../../functions/overview/read.route.ts'
import { verificationNow } from '../../local/demo/user.ts'
import type { Customer, Purchase, Stage } from './stage.ts'

/** What a purchase left an account with. */
type Gained = { verified: boolean; month: boolean; points: number }

const gainedBy = async ({ platform, operatorKey }: Stage, purchase: Purchase): Promise<Gained> => {
  const { customer, wanted, verificationId, orderId: id, points } = purchase
  const { order } = await platform.must(wholeOrderRoute, { params: { id }, token: operatorKey })
  const kept = order.status === 'settled' && order.takenBackAt === null
  const verified = verificationId
    ? (await verificationNow(platform, customer, verificationId)).status === 'verified'
    : false
  return {
    verified,
    month: kept && (wanted === 'month' || (wanted === 'membership' && verified)),
    points: kept && wanted === 'points' ? points : 0,
  }
}

/** Whatever an account has that it did not earn, or lacks. P1 P12 P14 P15. */
export const accountFaults = async (stage: Stage, customer: Customer): Promise<string[]> => {
  const { platform, platformKey } = stage
  const { externalId, token, isBanned } = customer
  const gained: Gained[] = []
  for (const purchase of stage.purchases.filter((one) => one.customer === customer))
    gained.push(await gainedBy(stage, purchase))
  const account = await platform.must(accountRoute, { token })
  const gate = await platform.call(gateRoute, {
    params: { feature: 'send_message' },
    query: { externalId },
    token: platformKey,
  })
  const isVerified = gained.some(({ verified }) => verified)
  const maySend = isVerified && !isBanned
  const points = gained.reduce((sum, one) => sum + one.points, 0)
  const isMember = gained.some(({ month }) => month)
  return [
    ...((account.verification.status === 'verified') === isVerified
      ? []
      : [`${externalId}: verified and its order differ`]),
    ...(gate.ok === maySend ? [] : [`${externalId}: the gate is ${gate.ok ? 'open' : 'shut'}`]),
    ...((account.membership?.active ?? false) === isMember
      ? []
      : [`${externalId}: membership and what earns it differ`]),
    ...(account.points === points ? [] : [`${externalId}: has ${account.points} points, and bought ${points}`]),
  ]
}

import type * as z from 'zod/mini'
import { wholeOrderRoute } from '../../functions/overview/operator.route.ts'
import { paymentsRoute } from '../../functions/sandbox/control.route.ts'
import { verificationNow } from '../../local/demo/user.ts'
import type { AtChannel } from './audit-books.ts'
import { count, type Purchase, type Stage, type Wanted } from './stage.ts'

type Whole = z.infer<(typeof wholeOrderRoute)['answers'][200]>
type Payments = z.infer<(typeof paymentsRoute)['answers'][200]>

/** P7 once more, in fen: what goes back of an order that was bought, by how its verification ended. */
const givenBack: Record<'fee' | 'membership', Record<string, number>> = {
  fee: { verified: 0, mismatch: 0, no_record: 100, undetermined: 100, identity_in_use: 100 },
  membership: { verified: 0, mismatch: 900, no_record: 1000, undetermined: 1000, identity_in_use: 1000 },
}

/** How a verification may end, by what the vendor says of the person; undetermined is always allowed. */
const verdicts: Record<string, string> = { match: 'verified', mismatch: 'mismatch', no_record: 'no_record' }

/** Numbers that are ours; those of refunds nobody asked for are not. */
const isOurs = (outRefundNo: string): boolean => /[vd]\d+$/.test(outRefundNo) && !outRefundNo.startsWith('HZ')

const owedOf = (wanted: Wanted, status: string): number =>
  wanted === 'month' || wanted === 'points' ? 0 : (givenBack[wanted][status] ?? 0)

/** What its payer is told of a payment. */
const toldFen = ({ told }: Whole, outTradeNo: string, status: string): number =>
  told
    .filter((one) => one.outTradeNo === outTradeNo && one.status === status)
    .reduce((sum, { amountFen }) => sum + amountFen, 0)

/** Money of one payment, as the channel has it. */
const paymentFaults = (whole: Whole, at: Payments, wanted: Wanted, status: string, money: AtChannel): string[] => {
  const { outTradeNo, paidFen, refunds } = at
  const done = refunds.filter(({ state }) => state === 'SUCCESS')
  const refundedFen = done.reduce((sum, { refundFen }) => sum + refundFen, 0)
  const byHandFen = whole.refunds
    .filter((refund) => refund.outTradeNo === outTradeNo && refund.paidByHand)
    .reduce((sum, { amountFen }) => sum + amountFen, 0)
  money.paidFen += paidFen
  money.refundedFen += refundedFen
  money.byHandFen += byHandFen
  const coming = refunds.filter(({ state }) => state === 'PROCESSING')
  const comingFen = coming.reduce((sum, { refundFen }) => sum + refundFen, 0)
  for (const { outRefundNo } of coming) money.endless.add(outRefundNo)
  const isForced = done.some(({ outRefundNo }) => !isOurs(outRefundNo))
  const isBought = whole.order.transactionId !== null && whole.order.outTradeNo === outTradeNo
  const owedFen = isForced || !isBought ? paidFen : owedOf(wanted, status)
  const backFen = refundedFen + byHandFen
  return [
    ...(backFen + comingFen === owedFen
      ? []
      : [`${outTradeNo}: ${paidFen} fen were paid, ${owedFen} are owed and ${backFen} went back`]),
    ...(toldFen(whole, outTradeNo, 'back') === backFen && toldFen(whole, outTradeNo, 'needs_person') === comingFen
      ? []
      : [`${outTradeNo}: another amount is told to be back than is`]),
    ...(paidFen > 0 === whole.ledger.some(({ id }) => id === `pay:${outTradeNo}`)
      ? []
      : [`${outTradeNo}: the ledger does not know what was paid`]),
  ]
}

const ENDED = ['settled', 'refunded', 'closed']

const isEndless = ({ outRefundNo }: { outRefundNo: string }, { endless }: AtChannel): boolean =>
  endless.has(outRefundNo)

/** What the ledger says of an order adds up, owes nobody anything, and is what the channel holds. */
const ledgerFaults = ({ order, ledger, refunds }: Whole, heldFen: number, money: AtChannel): string[] => {
  const sums = new Map<string, number>()
  for (const { entries } of ledger.filter(({ unit }) => unit === 'fen'))
    for (const { account, amount } of entries) sums.set(account, (sums.get(account) ?? 0) + amount)
  const total = [...sums.values()].reduce((sum, amount) => sum + amount, 0)
  for (const refund of refunds.filter((one) => isEndless(one, money))) {
    const account = `refund-payable:${refund.outTradeNo}`
    sums.set(account, (sums.get(account) ?? 0) + refund.amountFen)
  }
  const open = [...sums].filter(([account, amount]) => /^(deposit|refund-payable):/.test(account) && amount !== 0)
  const held = [...sums].reduce((sum, [account, amount]) => sum + (/^(clearing:|bank$)/.test(account) ? amount : 0), 0)
  return [
    ...(total === 0 ? [] : [`${order.id}: its ledger sums to ${total}`]),
    ...open.map(([account, amount]) => `${order.id}: ${account} is left at ${amount}`),
    ...(held === heldFen ? [] : [`${order.id}: the ledger holds ${held} fen, the channel ${heldFen}`]),
  ]
}

const verdictFaults = ({ orderId, customer }: Purchase, status: string): string[] => {
  const said = ['verified', 'mismatch', 'no_record'].includes(status)
  return said && verdicts[customer.person.outcome] !== status
    ? [`${orderId}: ${status} for somebody of whom the vendor says ${customer.person.outcome}`]
    : []
}

/** Whatever is wrong with an order; adds its money to `money`. P6 P7 P12 P16. */
export const orderFaults = async (stage: Stage, purchase: Purchase, money: AtChannel): Promise<string[]> => {
  const { platform, operatorKey: token } = stage
  const { orderId: id, verificationId, customer, wanted } = purchase
  const whole = await platform.must(wholeOrderRoute, { params: { id }, token })
  const status = verificationId
    ? (await verificationNow(platform, customer, verificationId)).status
    : whole.order.status
  const faults: string[] = [...verdictFaults(purchase, status)]
  const before = { ...money }
  for (const { outTradeNo } of whole.payments) {
    const at = await platform.call(paymentsRoute, { query: { outTradeNo } })
    if (at.ok) faults.push(...paymentFaults(whole, at.body, wanted, status, money))
  }
  const heldFen =
    money.paidFen - before.paidFen - (money.refundedFen - before.refundedFen) - (money.byHandFen - before.byHandFen)
  faults.push(...ledgerFaults(whole, heldFen, money))
  if (purchase.isBanned && whole.order.transactionId !== null) faults.push(`${id} was bought by a banned account`)
  const left = whole.refunds.filter((refund) => !['succeeded', 'superseded'].includes(refund.status))
  const waits = left.some((refund) => isEndless(refund, money))
  if (!ENDED.includes(whole.order.status) && !(waits && whole.order.status === 'refunding'))
    faults.push(`${id} stays ${whole.order.status}`)
  if (['awaiting_payment', 'queued', 'checking'].includes(status))
    faults.push(`the verification of ${id} stays ${status}`)
  if (whole.order.frozenAt) faults.push(`${id} is frozen: the bill does not know its payment`)
  for (const refund of left) {
    if (isEndless(refund, money) && refund.status === 'operator') count(stage, 'refund that never ends')
    else faults.push(`${refund.outRefundNo} stays ${refund.status}`)
  }
  count(stage, `order ${whole.order.status}`)
  return faults.length ? [...faults, ...purchase.story.map((line) => `    ${line}`)] : []
}

import type { Operator } from '../functions/audit/deed.ts'
import { performSettling } from '../functions/bookkeeping/settling/perform-settling.ts'
import { operatorKeys } from '../functions/operators/keys.ts'
import { approveProposal } from '../functions/operators/proposals/decide-proposal.ts'
import type { PersonRole } from '../functions/operators/rights.ts'
import { paymentKeys } from '../functions/payment/keys.ts'
import type { RefundState } from '../functions/payment/paying/provider.ts'
import { giveBack } from '../functions/payment/refunds/give-back.ts'
import { payByHand, proposeByHand, withdrawByHand } from '../functions/payment/refunds/pay-by-hand.ts'
import { DAY } from '../shared/kernel/time.ts'
import { type Item, put } from '../shared/table/write.ts'
import { type Bought, decided, itemAt, person, type Submitting, type World } from './world.ts'

export const OPERATOR = { operatorId: 'wang' }

/** A person, who approves what another asked for. */
export const SECOND = { operatorId: 'lin', isPerson: true } as const

/** A refund with the names it goes by: in our table, in a pointer, and at the channel in its first round. */
export type Owed = Bought & { name: string; id: string; number: string }

/** Money is owed back after a verdict, and nobody has asked the channel yet. */
export const owed = async (at: World, of: Submitting = {}): Promise<Owed> => {
  const over = await decided(at, { who: person('no_record'), ...of })
  const name = `${over.order.id}v`
  return { ...over, name, id: `${over.order.id}.${name}`, number: `${name}1` }
}

export const refundAt = (at: World, { order, name }: Pick<Owed, 'order' | 'name'>): Item | undefined =>
  itemAt(at, paymentKeys.refund(order.id, name))

/** How a refund ends up with an operator: refused, and so unknown to the channel; or abnormal there. */
export type Stuck = 'rejected' | 'abnormal'

/** A refund only a person can end. */
export const stuck = async (at: World, how: Stuck = 'rejected', of: Submitting = {}): Promise<Owed> => {
  await staffed(at)
  const refund = await owed(at, of)
  if (how === 'rejected') at.channel.script.refund.push(() => ({ kind: 'rejected', code: 'USER_ACCOUNT_ABNORMAL' }))
  await giveBack(at, refund.id)
  if (how === 'abnormal') {
    const abnormal: RefundState = { kind: 'abnormal' }
    at.channel.finishes(refund.number, abnormal)
    at.time.now = Number(refundAt(at, refund)?.dueAt)
    await giveBack(at, refund.id)
  }
  return refund
}

/** Lets the refund become due and does its next step. */
export const nextStep = (at: World, of: Owed): Promise<string> => {
  at.time.now = Number(refundAt(at, of)?.dueAt)
  return giveBack(at, of.id)
}

/** Somebody has been in, in that role, for as long as anything asks for. */
export const stands = async (at: World, name: string, role: PersonRole = 'finance'): Promise<void> => {
  const since = at.time.now - 30 * DAY
  const times = { createdAt: since, statusAt: since, enrolledAt: since, epochAt: since }
  const password = { n: 16, r: 1, p: 1, salt: '', hash: '' }
  const person = { name, role, status: 'active', epoch: 2, password, ...times }
  await at.table.commit([put(operatorKeys.person(name), person)])
}

/** Who decides here about what others ask for. */
export const staffed = async (at: World): Promise<void> => {
  for (const name of ['lin', 'boss', 'zhao']) {
    const isThere = itemAt(at, operatorKeys.person(name)) !== undefined
    if (!isThere) await stands(at, name)
  }
}

/** Somebody says that a refund was paid another way. */
export const proposed = (at: World, { order, name }: Pick<Owed, 'order' | 'name'>, by: Operator = OPERATOR) =>
  proposeByHand(at, by, { orderId: order.id, name, reason: '已转账' })

/** Deps of those who decide about what others asked for. */
export const deciding = (at: World) => ({
  ...at,
  perform: { refund_paid_by_hand: payByHand(at), difference_settled: performSettling(at) },
  withdraw: { refund_paid_by_hand: withdrawByHand },
})

/** Somebody approves it. */
export const approved = (at: World, id: string, by: Operator = SECOND) =>
  approveProposal(deciding(at), by, { id, reason: '凭证已核对' })

/** Two people have it paid by hand: one asks, the other approves. */
export const paidByHand = async (at: World, refund: Pick<Owed, 'order' | 'name'>) => {
  await staffed(at)
  const asked = await proposed(at, refund)
  return asked.ok ? approved(at, asked.value.id) : asked
}

/** What operators did, as it is kept. */
export const audits = (at: World): Item[] =>
  at.table.items().filter(({ pk, action }) => pk.startsWith('AUDIT#') && action !== 'identity_read')

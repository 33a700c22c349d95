import type { PaymentProvider } from '../../../functions/payment/paying/provider.ts'
import { MINUTE, type Millis } from '../../../shared/kernel/time.ts'
import type { Item } from '../../../shared/table/write.ts'
import type { Process } from '../world/process.ts'
import type { Change } from '../world/record.ts'
import { count, type World } from '../world/world.ts'
import { atChannel, numberOf } from './by-hand.ts'
import { twoPeopleFaults } from './staff.ts'

/** No deed of an operator takes longer. */
const LIFE: Millis = MINUTE / 2

/** How often a refund was asked for under its number. */
export const sentOf = ({ sent }: World, number: string): number => sent.get(number) ?? 0

/** Answers after which the money did not and will not go out by itself. */
const UNPAID: readonly (string | undefined)[] = ['absent', 'closed', 'abnormal', 'rejected']

/** A channel's API, whose answers about refunds are kept as one operation hears them. */
export const overheard = (world: World, process: Process, provider: PaymentProvider): PaymentProvider => ({
  ...provider,
  async queryRefund(asked) {
    if (process.name === 'recheck' && !world.recorded.has(process))
      world.violations.push('an operator has the channel asked, and no record says so')
    const state = await provider.queryRefund(asked)
    const heard = world.heard.get(process) ?? new Map<string, { kind: string; sent: number }>()
    const { outRefundNo } = asked
    world.heard.set(process, heard.set(outRefundNo, { kind: state.kind, sent: sentOf(world, outRefundNo) }))
    return state
  },
})

/** What the operation that acts now was told last of a refund by its number. */
const heardOf = ({ acting, heard }: World, number: string) => acting && heard.get(acting)?.get(number)

const isNewlyByHand = ({ kind, before, after }: Change): boolean =>
  kind === 'REFUND' && after?.paidByHand === true && before?.paidByHand !== true

const shownIn = (proposal: Item | undefined) => Object(proposal?.shown) as { outRefundNo?: string; amountFen?: number }

const idIn = (doer: unknown): string => String(Object(doer).id)

/** The channel, asked in this very deed, did not pay and will not; what it truly knows may have changed only by a repair since. */
const askedFaults = (world: World, refund: Item): string[] => {
  const number = numberOf(refund)
  const heard = heardOf(world, number)
  const there = atChannel(world, number)
  const mayPay = there?.state === 'PROCESSING' || there?.state === 'HELD'
  const hasPaid = there?.state === 'SUCCESS' && !(Number(there.repairedAt) > world.time.now - LIFE)
  return [
    ...(UNPAID.includes(heard?.kind) ? [] : [`paid by hand, where the channel said ${heard?.kind ?? 'nothing'}`]),
    ...(heard?.sent === sentOf(world, number)
      ? []
      : ['paid by hand, and asked for since the channel was asked about it']),
    ...(mayPay || hasPaid ? [`paid by hand, where the channel has it ${there.state}`] : []),
  ]
}

/** Money goes back by hand once two have said so of exactly that refund, in one commit with their word and the booking. */
const byHandFaults = (world: World, { before, after }: Change, changes: readonly Change[]): string[] => {
  if (!before || !after) return ['a refund begins as paid by hand']
  const number = numberOf(after)
  const approved = changes.filter(({ kind, after: to }) => kind === 'PROPOSAL' && to?.status === 'approved')
  const [proposal] = approved.map((one) => one.after)
  const shown = shownIn(proposal)
  const isBooked = changes.some(({ key, before: old }) => !old && key.sk === `LEDGER#refund:${number}`)
  count(world, 'refund paid by hand')
  return [
    ...(before.status === 'operator' ? [] : [`paid by hand from ${before.status}`]),
    ...(approved.length === 1 && shown.outRefundNo === number ? [] : ['paid by hand on one person’s word']),
    ...(shown.amountFen === after.refundFen ? [] : ['paid by hand is another amount than was approved']),
    ...(after.paidBy === idIn(proposal?.by) ? [] : ['paid by hand, and it is not written down by whom']),
    ...(isBooked ? [] : ['paid by hand is not booked']),
    ...(after.listName === undefined && after.dueAt === undefined ? [] : ['paid by hand is still on a list, or due']),
    ...askedFaults(world, before),
  ]
}

/** Time passes between reading the clock and the commit, but not more than a deed takes. */
const isInTime = (world: World, { expiresAt, decidedAt }: Item): boolean =>
  Number(decidedAt) < Number(expiresAt) && world.time.now < Number(expiresAt) + LIFE

const decisionFaults = (world: World, proposal: Item, changes: readonly Change[]): string[] => {
  const [by, decider] = [Object(proposal.by), Object(proposal.decidedBy)]
  const doing = world.acting && world.doing.get(world.acting)
  const isDone = changes.some(isNewlyByHand)
  count(world, `proposal ${proposal.status}`)
  return [
    ...(by.id === decider.id ? [`${decider.id} decided about what they had asked for`] : []),
    ...(doing?.isPerson ? [] : ['a machine decided about a proposal']),
    ...twoPeopleFaults(world, proposal),
    ...(isInTime(world, proposal) ? [] : ['a proposal was decided after its time']),
    ...((proposal.status === 'approved') === isDone ? [] : ['what was approved and what is done are not the same']),
  ]
}

/** What is open about the same thing, and not over. */
const rivals = (world: World, proposal: Item): Item[] =>
  [...world.items.values()].filter(
    ({ sk, id, kind, thing, status, expiresAt }) =>
      sk === 'PROPOSAL' &&
      id !== proposal.id &&
      kind === proposal.kind &&
      thing === proposal.thing &&
      status === 'open' &&
      Number(expiresAt) > Number(proposal.at),
  )

/** The word of somebody that a refund was paid by hand, about which nobody has decided in time. */
const wordsAbout = (world: World, { orderId, sk }: Item): Item[] =>
  [...world.items.values()].filter(
    ({ sk: kind, thing, status, expiresAt }) =>
      kind === 'PROPOSAL' &&
      thing === `${orderId}.${sk.slice('REFUND#'.length)}` &&
      status === 'open' &&
      Number(expiresAt) > world.time.now,
  )

/** Nothing is sent while somebody's word that it is paid is open: neither was it on its way when that was said, nor is it due again since. */
const openWordFaults = (world: World, { before, after }: Change): string[] => {
  const goesOut = after?.status === 'due' || after?.status === 'submitted'
  if (!after || !goesOut || wordsAbout(world, after).length === 0) return []
  return [`a refund goes out from ${before?.status}, of which somebody says that it was paid by hand`]
}

/** What a proposal says was paid by hand is with a person, and nowhere on its way. */
const goesOutFaults = (world: World, proposal: Item): string[] => {
  const refund = [...world.items.values()].find(
    ({ sk, orderId }) => sk.startsWith('REFUND#') && proposal.thing === `${orderId}.${sk.slice('REFUND#'.length)}`,
  )
  const { amountFen, outRefundNo } = shownIn(proposal)
  const isSame = refund && refund.refundFen === amountFen && numberOf(refund) === outRefundNo
  return [
    ...(refund?.status === 'operator' ? [] : [`paid by hand is asked for, and the refund is ${refund?.status}`]),
    ...(isSame ? [] : ['paid by hand is asked for, of another amount or number than is owed']),
  ]
}

const openingFaults = (world: World, proposal: Item): string[] => {
  const { proposalMs } = world.settings.operators
  const number = String(shownIn(proposal).outRefundNo)
  count(world, 'proposal opened')
  return [
    ...(rivals(world, proposal).length > 0 ? ['two proposals about one refund are open'] : []),
    ...(Number(proposal.expiresAt) === Number(proposal.at) + proposalMs ? [] : ['a proposal has another time to live']),
    ...goesOutFaults(world, proposal),
    ...(UNPAID.includes(heardOf(world, number)?.kind)
      ? []
      : ['paid by hand is asked for, where the channel was not asked']),
    ...(heardOf(world, number)?.sent === sentOf(world, number)
      ? []
      : ['paid by hand is asked for, and the channel was asked to pay since it was asked about it']),
  ]
}

const proposalChangeFaults = (world: World, { before, after }: Change, changes: readonly Change[]): string[] => {
  if (!after) return ['a proposal is gone']
  if (!before) return openingFaults(world, after)
  return before.status === 'open' ? decisionFaults(world, after, changes) : ['a proposal was decided twice']
}

/** The word of the deed that a change is, and who did it; undefined where it is none of two people's. */
type Deed = { action: string; by: string }

const proposalDeed = ({ before, after }: Change): Deed[] => {
  if (!before) return [{ action: 'refund_propose_by_hand', by: idIn(after?.by) }]
  const action = after?.status === 'approved' ? 'refund_paid_by_hand' : 'proposal_refuse'
  return [{ action, by: idIn(after?.decidedBy) }]
}

const deedsIn = (world: World, changes: readonly Change[]): Deed[] =>
  changes.flatMap((change) => {
    if (change.kind === 'PROPOSAL') return proposalDeed(change)
    const doing = world.acting && world.doing.get(world.acting)
    return isRetry(world, change) ? [{ action: 'refund_retry', by: String(doing?.operatorId) }] : []
  })

/** Sent again is what the channel does not know or refused, under its number, and what it closed, under the next one. */
const sentAgainFaults = (world: World, { before, after }: Change): string[] => {
  if (!before || after?.status !== 'due') return []
  const heard = heardOf(world, numberOf(before))?.kind
  const fits = after.round === before.round ? ['absent', 'rejected'] : ['closed']
  count(world, 'refund sent again by an operator')
  return fits.includes(String(heard)) ? [] : [`a refund is sent again, where the channel said ${heard ?? 'nothing'}`]
}

const isRetry = (world: World, { kind, before }: Change): boolean =>
  world.acting?.name === 'retry' && kind === 'REFUND' && before?.status === 'operator'

const OF_REFUNDS = ['refund_propose_by_hand', 'refund_paid_by_hand', 'proposal_refuse', 'refund_retry']

/** Each deed has exactly one record, in its own commit and in the name of whoever did it; and no record is of nothing. */
const recordFaults = (world: World, changes: readonly Change[]): string[] => {
  const doing = world.acting && world.doing.get(world.acting)
  const records = changes.filter(({ key, before }) => !before && key.pk.startsWith('AUDIT#'))
  if (world.acting && records.length > 0) world.recorded.add(world.acting)
  const told = records
    .filter(({ after }) => OF_REFUNDS.includes(String(after?.action)))
    .map(({ after }) => `${after?.action} by ${idIn(after?.by)}`)
  const done = deedsIn(world, changes).map(({ action, by }) => `${action} by ${by}`)
  const isTheirs = records.every(({ after }) => !doing || idIn(after?.by) === doing.operatorId)
  return [
    ...(told.sort().join() === done.sort().join() ? [] : [`done is ${done.join() || 'nothing'}, on record ${told}`]),
    ...(isTheirs ? [] : ['a deed is on record in another’s name']),
  ]
}

/** What must hold at every commit of operators' deeds about refunds. P7, M7. */
export const proposalFaults = (world: World, changes: readonly Change[]): string[] => [
  ...changes.flatMap((change) => [
    ...(change.kind === 'PROPOSAL' ? proposalChangeFaults(world, change, changes) : []),
    ...(isRetry(world, change) ? sentAgainFaults(world, change) : []),
    ...(change.kind === 'REFUND' ? openWordFaults(world, change) : []),
    ...(isNewlyByHand(change) ? byHandFaults(world, change, changes) : []),
  ]),
  ...recordFaults(world, changes),
]

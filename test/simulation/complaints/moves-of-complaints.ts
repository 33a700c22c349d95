import type { TheirComplaint } from '../channel/channel.ts'
import {
  isAnsweredThere,
  isEndedThere,
  payerComplains,
  payerWithdraws,
  payerWritesAgain,
} from '../channel/channel-complaints.ts'
import { clerks } from '../clerks/operators.ts'
import { type Chance, oneOf } from '../runs/chance.ts'
import type { World } from '../world/world.ts'
import { completes, marks, reads, replies, watches } from './complaint-clerks.ts'

const desks = [clerks.lin, clerks.wang, clerks.zhao, clerks.backend]

/** More complaints than this only make a history longer. */
const MOST = 3

/** What could be complained of: paid by WeChat, as complaints of no other channel are heard of. */
const complainable = (world: World): string[] => {
  const { orders, complaints } = world.channel
  const about = new Set([...complaints.values()].map(({ outTradeNo }) => outTradeNo))
  const paid = [...orders].filter(
    ([number, { payment, request }]) => payment && request.method !== 'alipay_qr' && !about.has(number),
  )
  return complaints.size < MOST ? paid.map(([number]) => number) : []
}

/** One that goes on, mostly. */
const someComplaint = (world: World, chance: Chance): TheirComplaint | undefined => {
  const all = [...world.channel.complaints.values()]
  const open = all.filter(({ state }) => state !== 'processed')
  return oneOf(chance, open.length > 0 && !chance.once(4) ? open : all)
}

/** A payer complains, writes again or thinks better of it, or somebody sees to it on the channel's own site. */
export const payerDisputes = (world: World, chance: Chance): void => {
  const number = oneOf(chance, complainable(world))
  const complaint = someComplaint(world, chance)
  if (number !== undefined && (!complaint || chance.once(3))) return void payerComplains(world.channel, number)
  if (!complaint) return
  const happens = chance.of([
    [6, payerWritesAgain],
    [1, payerWithdraws],
    [2, isAnsweredThere],
    [1, isEndedThere],
  ] as const)
  happens?.(world.channel, complaint.complaintId)
}

const WORDS = ['您好，结果已交付。', '请查收退款。'] as const

/** Which talk somebody has read, if they say so: the last that was read, or one before. */
const seenBy = (world: World, chance: Chance, id: string): { seen?: string } => {
  const read = world.complaints.read.get(id) ?? []
  const seen = chance.once(4) ? oneOf(chance, read) : read.at(-1)
  return seen === undefined || chance.once(4) ? {} : { seen }
}

/** An operator opens a complaint or does something about it; now and then two do at once. */
export const somebodyAnswers = (world: World, chance: Chance): void => {
  const id = someComplaint(world, chance)?.complaintId
  if (id === undefined) return
  const act = chance.of([
    [3, 'read'],
    [6, 'reply'],
    [3, 'complete'],
    [2, 'mark'],
    [1, 'watch'],
  ] as const)
  if (act === 'watch') return void watches(world)
  for (let clicks = chance.once(3) ? 2 : 1; clicks > 0; clicks -= 1) {
    const by = oneOf(chance, desks) ?? clerks.lin
    const seen = seenBy(world, chance, id)
    const text = chance.once(3) ? undefined : oneOf(chance, WORDS)
    if (act === 'read') reads(world, by, id)
    if (act === 'mark') marks(world, by, id)
    if (act === 'complete') completes(world, by, id, seen)
    if (act === 'reply') replies(world, by, id, { ...seen, ...(text !== undefined && { text }) })
  }
}

/** How likely a payer is to dispute something, and an operator to see to it. */
export const disputesFor = (world: World): { payer: number; operator: number } => {
  const isSome = world.channel.complaints.size > 0
  return { payer: isSome || complainable(world).length > 0 ? 2 : 0, operator: isSome ? 4 : 0 }
}

import { type Counts, cellsOf, together } from '../../../functions/analytics/counts/counts.ts'
import type { MeasureName } from '../../../functions/analytics/counts/measures.ts'
import { numbersOf } from '../../../functions/analytics/days/day.ts'
import { dayCounted, dayOf } from '../../../functions/analytics/days/day-store.ts'
import { gatherDays } from '../../../functions/analytics/days/gather-days.ts'
import { analyticsLists } from '../../../functions/analytics/keys.ts'
import { channelOf } from '../../../functions/payment/paying/methods.ts'
import { paymentChannels } from '../../../functions/payment/paying/provider.ts'
import { callAnswers } from '../../../functions/verification/check/checker.ts'
import { beijingDay, DAY } from '../../../shared/kernel/time.ts'
import { memoryTable } from '../../../shared/table/memory.ts'
import { queryAll } from '../../../shared/table/query-all.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { Item } from '../../../shared/table/write.ts'
import { quietWatch } from '../../analytics/stage.ts'
import { givenBackFen } from '../channel/channel.ts'
import { paidByHand, twiceFen } from '../clerks/by-hand.ts'
import { verificationOfOrder } from '../orders/owed.ts'
import type { World } from '../world/world.ts'
import { entriesOf } from './ledger-book.ts'

/** Whatever is listed by a time and not by the number of a day. */
const A_TIME = 1e12

const itemsOf = (world: World, prefix: string): Item[] =>
  [...world.items.values()].filter((item) => item.sk.startsWith(prefix))

/** The table of a world with the numbers of its days beside it, where nothing of the world is changed by counting. */
const beside = (world: World, numbers: Table): Table => ({
  ...world.table,
  query: (of) => (of.pk === analyticsLists.days.pk ? numbers.query(of) : world.table.query(of)),
  commit: (writes) => numbers.commit(writes),
})

/** Counts every day of a world, as the function does it; twice, which must come to the same. */
const counted = async (world: World): Promise<{ days: Map<string, Counts>; faults: string[] }> => {
  const times = [...world.items.values()].map(({ listAt }) => Number(listAt)).filter((at) => at > A_TIME)
  const numbers = memoryTable()
  const before = beijingDay(Math.min(world.time.now, ...times) - DAY)
  await numbers.commit([dayCounted({ day: before, revision: 0, counts: {}, countedAt: 0, isFinal: true }, 0)])
  const faults: string[] = []
  const deps = {
    table: beside(world, numbers),
    vendors: { identity: world.vendors.names, desks: [], companies: [] },
    settings: world.settings,
    // CloudWatch is no part of this world.
    watch: quietWatch,
    remainingMs: () => DAY,
    fault: (error: unknown) => faults.push(`a day cannot be counted: ${error}`),
  }
  const count = async (now: number) => {
    await gatherDays({ ...deps, clock: { now: () => now } })
    const days = (await queryAll(numbers, analyticsLists.days)).map(dayOf)
    return new Map(days.map((day) => [day.day, numbersOf(day)]))
  }
  const now = Math.max(world.time.now, ...times)
  const days = await count(now)
  const again = await count(now + 2 * DAY)
  for (const [day, once] of days)
    if (JSON.stringify(again.get(day)) !== JSON.stringify(once)) faults.push(`${day} counted twice has other numbers`)
  return { days, faults }
}

const sumOf = (counts: Counts, measure: MeasureName, at?: string): number =>
  cellsOf(counts).reduce(
    (sum, cell) => (cell.measure === measure && (at === undefined || cell.of.includes(at)) ? sum + cell.value : sum),
    0,
  )

const differs = (what: string, is: number, should: number): string[] =>
  is === should ? [] : [`numbers: ${what} is ${is} and should be ${should}`]

/** On each day what the ledger booked on it, whatever the lists say. */
const dayFaults = (world: World, days: ReadonlyMap<string, Counts>): string[] => {
  const onClearing = new Map<string, number>()
  for (const item of itemsOf(world, 'LEDGER#')) {
    if (!/#(pay|refund|forced-refund):/.test(item.sk)) continue
    const day = beijingDay(Number(item.at))
    for (const { account, fen } of entriesOf(item))
      if (account.startsWith('clearing:')) onClearing.set(day, (onClearing.get(day) ?? 0) + fen)
  }
  return [...new Set([...days.keys(), ...onClearing.keys()])].flatMap((day) => {
    const numbers = days.get(day) ?? {}
    return differs(`money of ${day}`, sumOf(numbers, 'paid_in') - sumOf(numbers, 'paid_back'), onClearing.get(day) ?? 0)
  })
}

/** In all, what the channel itself took and gave back. */
const channelFaults = (world: World, total: Counts): string[] =>
  paymentChannels.flatMap((channel) => {
    const orders = [...world.channel.orders.values()].filter(({ request }) => channelOf(request.method) === channel)
    return [
      ...differs(
        `what came in by ${channel}`,
        sumOf(total, 'paid_in', channel),
        orders.reduce((sum, { payment }) => sum + (payment?.paidFen ?? 0), 0),
      ),
      ...differs(
        `what went back by ${channel}`,
        sumOf(total, 'paid_back', channel),
        // What it paid that had been paid by hand is in suspense until somebody finds out.
        orders.reduce((sum, order) => sum + givenBackFen(order) - twiceFen(world, order), 0),
      ),
    ]
  })

/** Every order once, and every verdict. */
const funnelFaults = (world: World, total: Counts): string[] => {
  const orders = itemsOf(world, 'ORDER').filter(({ sk }) => sk === 'ORDER')
  const verdicts = orders.map((order) => String(verificationOfOrder(world, order)?.status))
  const ofVerdict = (outcome: string, status: string): string[] =>
    differs(outcome, sumOf(total, 'orders_ended', outcome), verdicts.filter((one) => one === status).length)
  const words = ['mismatch', 'no_record', 'identity_in_use', 'undetermined'] as const
  return [
    ...differs('orders opened', sumOf(total, 'orders_opened'), orders.length),
    ...differs('orders paid', sumOf(total, 'orders_paid'), orders.filter((one) => one.transactionId).length),
    ...ofVerdict('match', 'verified'),
    ...words.flatMap((word) => ofVerdict(word, word)),
  ]
}

/**
 * Every call that reached a vendor is counted. One of which nobody heard the end is unknown; one that died before it was made is, too, as
 * nobody can know.
 */
const callFaults = (world: World, total: Counts): string[] => {
  const wordOf = ({ result }: World['vendors']['calls'][number]): string =>
    result.kind === 'verdict' ? result.verdict : result.kind
  const made = world.vendors.calls.length
  const unknown = sumOf(total, 'calls', 'unknown')
  const inAll = sumOf(total, 'calls')
  const known = callAnswers.filter((word) => word !== 'unknown')
  const unheard = itemsOf(world, 'CHECK#').filter((check) => check.status === 'unknown' && check.vendor !== undefined)
  return [
    ...differs('calls of unknown end', unknown, unheard.length),
    ...(inAll >= made ? [] : [`numbers: ${inAll} calls of ${made}`]),
    ...(inAll - unknown <= made ? [] : [`numbers: ${inAll - unknown} answers to ${made} calls`]),
    ...known.flatMap((word) => {
      const there = world.vendors.calls.filter((call) => wordOf(call) === word).length
      const here = sumOf(total, 'calls', word)
      return here <= there && here >= there - unknown ? [] : [`numbers: ${here} calls were ${word}, and ${there} are`]
    }),
  ]
}

const refundFaults = (world: World, total: Counts): string[] => {
  const paid = itemsOf(world, 'REFUND#').filter(({ status }) => status === 'succeeded').length
  return [
    ...differs('refunds paid by hand', sumOf(total, 'refunds_paid', 'by_hand'), paidByHand(world).length),
    ...differs('refunds owed', sumOf(total, 'refunds_owed'), itemsOf(world, 'REFUND#').length),
    ...differs('refunds paid', sumOf(total, 'refunds_paid'), paid),
    ...differs('what moved', sumOf(total, 'moved'), 0),
  ]
}

/** Every text once, and as answered those whose code let a submission in. */
const textFaults = (world: World, total: Counts): string[] => {
  const submitted = itemsOf(world, 'VERIFICATION#').filter(({ method }) => method === 'carrier_three_element')
  return [
    ...differs('texts', sumOf(total, 'texts'), itemsOf(world, 'TEXT').length),
    ...differs('texts whose code was typed in', sumOf(total, 'texts', 'answered'), submitted.length),
  ]
}

/** The numbers of its days are what ledger, channel, vendors and orders say. M8. Asked where nothing is left to do and all else holds. */
export const analyticsFaults = async (world: World): Promise<string[]> => {
  const { days, faults } = await counted(world)
  const total = together([...days.values()])
  return [
    ...faults,
    ...dayFaults(world, days),
    ...channelFaults(world, total),
    ...funnelFaults(world, total),
    ...callFaults(world, total),
    ...refundFaults(world, total),
    ...textFaults(world, total),
    ...differs('items that cannot be read', sumOf(total, 'unreadable'), 0),
  ]
}

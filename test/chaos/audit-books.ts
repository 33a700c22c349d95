import { balancesRoute } from '../../functions/bookkeeping/read.route.ts'
import { beijingDay, DAY, type Millis } from '../../shared/kernel/time.ts'
import { CHANNELS, refundsWith, runsOf } from './operator.ts'
import type { Stage } from './stage.ts'

/** What moved at both channels together, and what an operator gave back another way. */
export type AtChannel = {
  paidFen: number
  refundedFen: number
  byHandFen: number
  /** Refunds that the channel says it still works on, by their numbers: before a person, who can only wait, too. */
  endless: Set<string>
}

const DAYS = 30

/** The whole balance sheet: everything sums to zero, nobody is owed anything, and what we hold is what the channels say. */
const balanceFaults = async ({ platform, operatorKey }: Stage, now: Millis, money: AtChannel): Promise<string[]> => {
  const query = { from: beijingDay(now - DAYS * DAY), until: beijingDay(now), unit: 'fen' }
  const { lines, total } = await platform.must(balancesRoute, { query, token: operatorKey })
  const sum = (of: RegExp): number =>
    lines.reduce((all, { account, amount }) => all + (of.test(account) ? amount : 0), 0)
  const held = sum(/^(clearing:|bank$|expense:channel$)/)
  const there = money.paidFen - money.refundedFen - money.byHandFen
  return [
    ...(total === 0 ? [] : [`the ledger sums to ${total}`]),
    ...(held === there ? [] : [`the ledger holds ${held} fen, the channels ${there}`]),
    ...(sum(/^suspense:/) === 0 ? [] : [`${sum(/^suspense:/)} fen are in suspense`]),
    ...lines
      .filter(({ account, open }) => open && !(account.startsWith('refund-payable') && open === money.endless.size))
      .map(({ account, open }) => `${open} accounts ${account} are not at zero`),
  ]
}

/** Every day was held against its bill, and every difference explained. */
const runFaults = async (stage: Stage, channel: string): Promise<string[]> => {
  const runs = await runsOf(stage, channel)
  return [
    ...(runs.length > 0 ? [] : [`no day of ${channel} was reconciled`]),
    ...(runs.some(({ setAside }) => setAside.length > 0) ? [] : [`no bill of ${channel} had rows of other tills`]),
    ...runs.flatMap(({ day, status, differences }) => [
      ...(status === 'done' ? [] : [`${channel} ${day} is ${status}`]),
      ...differences
        .filter((one) => one.status !== 'explained')
        .map(
          (one) =>
            `${channel} ${day}: ${one.kind} ${one.outTradeNo || one.outRefundNo} is ${one.status} (${one.outcome})`,
        ),
    ]),
  ]
}

/** Before an operator stands what the channel never ends, every one of it and nothing else. */
const leftFaults = (
  left: readonly { outRefundNo: string; channelCode: string | null }[],
  { endless }: AtChannel,
): string[] => {
  const waited = left.filter(({ channelCode }) => channelCode === 'processing_too_long')
  const listed = new Set(waited.map(({ outRefundNo }) => outRefundNo))
  return [
    ...left.flatMap(({ outRefundNo }) => (endless.has(outRefundNo) ? [] : [`${outRefundNo} is left to the operator`])),
    ...[...endless].flatMap((number) => (listed.has(number) ? [] : [`no operator is told that ${number} never ends`])),
  ]
}

/** Whatever is wrong with the books as a whole. */
export const bookFaults = async (stage: Stage, now: Millis, money: AtChannel): Promise<string[]> => [
  ...(await balanceFaults(stage, now, money)),
  ...(await Promise.all(CHANNELS.map((channel) => runFaults(stage, channel)))).flat(),
  ...leftFaults(await refundsWith(stage, 'operator'), money),
  ...(await refundsWith(stage, 'overdue')).map(({ outRefundNo }) => `${outRefundNo} is overdue`),
]

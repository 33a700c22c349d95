import { isDay } from '../../../shared/kernel/days.ts'
import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Table } from '../../../shared/table/table.ts'
import { isPaymentChannel } from '../../payment/paying/provider.ts'
import { bookkeepingKeys } from '../keys.ts'
import { differenceOf, type StoredDifference } from '../reconciliation/difference-store.ts'
import { areOpposite, type SettlingWay, waysOf } from './ways.ts'

/** Which difference people settle, how, and which other it is matched with. */
export type Settling = {
  channel: string
  day: string
  difference: string
  way: string
  with?: { day: string; difference: string } | undefined
}

/** What is settled, as it stands: the difference first, then the one that it is matched with. */
export type FoundSettling = { way: SettlingWay; differences: [StoredDifference, ...StoredDifference[]] }

const find = async (
  table: Table,
  channel: string,
  { day, difference }: { day: string; difference: string },
): Promise<StoredDifference | undefined> => {
  const isNamed = isPaymentChannel(channel) && isDay(day) && difference.length <= 200
  const item = isNamed ? await table.get(bookkeepingKeys.difference(channel, day, difference)) : undefined
  return item && differenceOf(item)
}

const misfits = (
  pointer: string,
  code: 'settling_way_not_open' | 'no_counterpart',
  besides: { extra?: Record<string, string> } = {},
) => refused(code, { fields: [{ pointer, code }], ...besides })

/**
 * The differences that a settling is about, if it may happen as they stand. Refuses with `not_found`, `difference_not_open`,
 * `settling_way_not_open`, and `no_counterpart` where the other one does not cancel it or none is named. At most two calls.
 */
export const findSettling = async (table: Table, of: Settling): Promise<Outcome<FoundSettling>> => {
  const difference = await find(table, of.channel, of)
  if (!difference) return refused('not_found')
  const ways = waysOf(difference)
  if (ways.length === 0) return refused('difference_not_open')
  const way = ways.find((one) => one === of.way)
  if (!way) return misfits('/way', 'settling_way_not_open', { extra: { ways: ways.join(' ') } })
  if (way !== 'matched') return of.with ? misfits('/with', 'no_counterpart') : ok({ way, differences: [difference] })
  const other = of.with && (await find(table, of.channel, of.with))
  return other && areOpposite(difference, other)
    ? ok({ way, differences: [difference, other] })
    : misfits('/with', 'no_counterpart')
}

import { bookkeepingKeys } from '../../../functions/bookkeeping/keys.ts'
import type { PaymentChannel } from '../../../functions/payment/paying/provider.ts'
import { beijingDay, beijingDayStart, DAY, HOUR, MINUTE, type Millis } from '../../../shared/kernel/time.ts'
import type { Item } from '../../../shared/table/write.ts'
import { itemAt, type World } from '../world/world.ts'
import { billedRows } from './channel-bill.ts'

/** Half past ten in Beijing, the morning after. */
const BILL_HOUR: Millis = DAY + 10 * HOUR + 30 * MINUTE

/** Differences that are stored, in this state. */
export const differencesIn = (world: World, status: 'open' | 'waiting'): Item[] =>
  [...world.items.values()].filter((item) => item.sk.startsWith('DIFFERENCE#') && item.status === status)

/** Days of a channel on which money moved there, and those on which something is waited for. */
const movedOn = (world: World, channel: PaymentChannel): Set<string> => {
  const days = new Set(billedRows(world.channel, channel).map(({ day }) => day))
  for (const { channel: of, day } of differencesIn(world, 'waiting'))
    if (of === channel) days.add(beijingDay(beijingDayStart(String(day)) + DAY))
  return days
}

/** When the next bill must be looked at so that all money that moved has been held against one; undefined if it has. */
export const billDueAt = (world: World): Millis | undefined => {
  const times = world.settings.reconciliation.channels.flatMap((channel) =>
    [...movedOn(world, channel)]
      .filter((day) => !itemAt(world, bookkeepingKeys.reconciliation(channel, day)))
      .map((day) => beijingDayStart(day) + BILL_HOUR),
  )
  return times.length > 0 ? Math.min(...times) : undefined
}

/** A day of which a forced refund could not be booked, because its check still ran then. */
export const undecidedDay = (world: World): { channel: string; day: string } | undefined => {
  const left = differencesIn(world, 'open').find(({ outcome }) => outcome === 'undecided')
  return left && { channel: String(left.channel), day: String(left.day) }
}

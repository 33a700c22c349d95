import { useMay } from '../session/use-session.ts'
import type { Leads } from './series.ts'
import { isOneDay } from './shown.ts'

/** Where the days of plots lead: the list of what was counted, of that day, as whoever looks may see it. */
export type Lists = {
  ledger: Leads
  calls: (vendor: string | undefined) => Leads
  complaints: Leads
  alarms: Leads
  vendors: Leads
  /** What has no list, because it is kept of nobody: the numbers of the day itself. */
  numbers: Leads
}

/** A period of several days leads to its days, and a single day to what it was counted from. */
const leadsTo =
  (list: (day: string) => string): Leads =>
  (period) =>
    isOneDay(period) ? list(period.from) : `/console/numbers?from=${period.from}&to=${period.to}`

/** The lists that plots of days lead to; whoever does not keep the books goes where the same is dealt with. */
export const useLists = (): Lists => {
  const keepsBooks = useMay()('keep_books')
  const statements = (day: string, vendor: string | undefined): string =>
    `/console/statements?day=${day}${vendor === undefined ? '' : `&vendor=${vendor}`}`
  return {
    ledger: leadsTo((day) => (keepsBooks ? `/console/ledger?day=${day}` : '/console/refunds')),
    calls: (vendor) => leadsTo((day) => (keepsBooks ? statements(day, vendor) : '/console/vendors')),
    complaints: leadsTo(() => '/console/complaints'),
    alarms: leadsTo(() => '/console/alarms'),
    vendors: leadsTo(() => '/console/vendors'),
    numbers: leadsTo((day) => `/console/numbers?from=${day}&to=${day}`),
  }
}

import type { Breaker } from '../check/breaker.ts'
import { type DeskDeps, pauseDesk, pauseForToday, reopenDesk, type SeenDesk } from './pause-desk.ts'

/** What records, and tells, how it stands with the desks of one kind. */
export type DeskRecords = {
  /** The vendor refuses us, whoever is asked about, or what calling it takes cannot be read: nobody asks it for a while, and people hear. */
  recordRefusal: (deps: DeskDeps, seen: SeenDesk, code: string) => Promise<Breaker>
  /** The vendor has cost as much as it may today: it is asked again tomorrow, and whoever sees it first rings. */
  recordDailySpend: (deps: DeskDeps, seen: SeenDesk) => Promise<Breaker>
  /** The vendor let a probe in. */
  recordRecovery: (deps: DeskDeps, seen: SeenDesk) => Promise<void>
}

/** What becomes of the desks where faces, companies or whatever else is looked up: `of` begins the name of each event (`face_vendor_spent`). */
export const deskRecords = (of: string): DeskRecords => ({
  async recordRefusal(deps, seen, code) {
    deps.alarm(`${of}_vendor_needs_repair`, { vendor: seen.desk.vendor, code })
    return pauseDesk(deps, seen, code)
  },
  async recordDailySpend(deps, seen) {
    const { next, isFirst } = await pauseForToday(deps, seen)
    if (isFirst) deps.alarm(`${of}_vendor_spent`, { vendor: seen.desk.vendor })
    return next
  },
  async recordRecovery(deps, seen) {
    const refusals = await reopenDesk(deps, seen)
    if (refusals !== undefined) deps.note(`${of}_vendor_recovered`, { vendor: seen.desk.vendor, refusals })
  },
})

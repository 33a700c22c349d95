import type { Breaker } from '../../verification/check/breaker.ts'
import {
  type DeskDeps,
  pauseDesk,
  pauseForToday,
  reopenDesk,
  type SeenDesk,
} from '../../verification/vendors/pause-desk.ts'

/** The vendor refuses us, whoever is to be confirmed, or what calling it takes cannot be read: nobody asks it for a while, and people hear. */
export const recordRefusal = (deps: DeskDeps, seen: SeenDesk, code: string): Promise<Breaker> => {
  deps.alarm('face_vendor_needs_repair', { vendor: seen.desk.vendor, code })
  return pauseDesk(deps, seen, code)
}

/** The vendor has cost as much as it may today: it is asked again tomorrow, and whoever sees it first rings. */
export const recordDailySpend = async (deps: DeskDeps, seen: SeenDesk): Promise<Breaker> => {
  const { next, isFirst } = await pauseForToday(deps, seen)
  if (isFirst) deps.alarm('face_vendor_spent', { vendor: seen.desk.vendor })
  return next
}

/** The vendor let a probe in. */
export const recordRecovery = async (deps: DeskDeps, seen: SeenDesk): Promise<void> => {
  const refusals = await reopenDesk(deps, seen)
  if (refusals !== undefined) deps.note('face_vendor_recovered', { vendor: seen.desk.vendor, refusals })
}

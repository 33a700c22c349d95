import {
  type DeskDeps,
  pauseDesk,
  pauseForToday,
  reopenDesk,
  type SeenDesk,
} from '../../verification/vendors/pause-desk.ts'

/** Whoever transfers refuses us, whosever account it is: nobody asks there for a while, and people hear. */
export const recordRefusal = async (deps: DeskDeps, seen: SeenDesk, code: string): Promise<void> => {
  deps.alarm('account_prover_needs_repair', { vendor: seen.desk.vendor, code })
  await pauseDesk(deps, seen, code)
}

/** Transfers have cost as much as they may today: there are more tomorrow, and whoever sees it first rings. */
export const recordDailySpend = async (deps: DeskDeps, seen: SeenDesk): Promise<void> => {
  if ((await pauseForToday(deps, seen)).isFirst) deps.alarm('account_prover_spent', { vendor: seen.desk.vendor })
}

/** The vendor let a probe in. */
export const recordRecovery = async (deps: DeskDeps, seen: SeenDesk): Promise<void> => {
  const refusals = await reopenDesk(deps, seen)
  if (refusals !== undefined) deps.note('account_prover_recovered', { vendor: seen.desk.vendor, refusals })
}

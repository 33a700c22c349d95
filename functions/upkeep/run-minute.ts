import type { Parts, Round } from '../../shared/queue/scheduled.ts'
import { type SweepDeps, sweep } from './sweep.ts'

export type MinuteDeps = Omit<SweepDeps, keyof Round> & {
  /** Opens what days are to be reconciled. */
  openRuns: (fault: Round['fault']) => Promise<void>
}

/**
 * What every minute does. Sweeping comes first and alone: it is what guarantees that work is done, and depends on nothing that can
 * be wrong about a day of bookkeeping.
 */
export const minuteParts = ({ openRuns, ...deps }: MinuteDeps): Parts => ({
  sweep: async (round) => `sent_${await sweep({ ...deps, ...round })}`,
  open_runs: async ({ fault }) => {
    await openRuns(fault)
    return 'done'
  },
})

import { bookkeepingKeys } from '../../../functions/bookkeeping/keys.ts'
import { runOpener } from '../../../functions/bookkeeping/reconciliation/open-runs.ts'
import type { PaymentChannel } from '../../../functions/payment/paying/provider.ts'
import type { Clock } from '../../../shared/kernel/time.ts'
import type { Queue } from '../../../shared/queue/queue.ts'
import type { Round } from '../../../shared/queue/scheduled.ts'
import { DUE } from '../../../shared/table/keys.ts'
import type { Table } from '../../../shared/table/table.ts'
import { exists, update } from '../../../shared/table/write.ts'
import type { World } from './world.ts'

type OpenerDeps = { table: Table; queue: Queue; clock: Clock }

/** A function instance of the sweep. It serves one event at a time, and remembers what it opened until it dies. */
export type Sweeper = { opensRuns: (deps: OpenerDeps & Pick<Round, 'fault'>) => Promise<void> }

export const newSweeper = (channels: readonly PaymentChannel[]): Sweeper => {
  let now: OpenerDeps | undefined
  const present = (): OpenerDeps => {
    if (!now) throw new Error('a sweep without an event')
    return now
  }
  const open = runOpener({
    channels,
    get table() {
      return present().table
    },
    get queue() {
      return present().queue
    },
    get clock() {
      return present().clock
    },
  })
  return {
    opensRuns(deps) {
      now = deps
      return open(deps.fault)
    },
  }
}

/** Bills come once a day: the days before are over, and a sweeper that has been at it knows so. */
export const served = async ({ table, items, settings, time }: World): Promise<Sweeper> => {
  const sweeper = newSweeper(settings.reconciliation.channels)
  const queue: Queue = { calls: () => 0, wake: async () => undefined }
  const fault = (error: unknown): never => {
    throw error
  }
  await sweeper.opensRuns({ table, queue, clock: { now: () => time.now }, fault })
  const runs = [...items.values()].filter(({ sk }) => sk === bookkeepingKeys.reconciliation('', '').sk)
  for (const { pk, sk } of runs)
    await table.update(update({ pk, sk }, { set: { status: 'done' }, remove: [...DUE] }, exists('pk')))
  return sweeper
}

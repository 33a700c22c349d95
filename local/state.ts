import { rfc3339 } from '../shared/kernel/time.ts'
import type { FaultRule } from './faults.ts'
import type { Lasting } from './lasting.ts'
import type { Parts } from './parts.ts'
import type { Counts } from './proxy/calls.ts'

/** What can be seen from outside of a running engine. */
export type State = {
  now: string
  /** How far the clock is ahead of real time, in ms. */
  clockOffsetMs: number
  /** Events running or waiting, by function. */
  inFlight: Record<string, number>
  queues: Record<string, { visible: number; delayed: number; received: number }>
  /** Calls to AWS services since the start of the process, by function. */
  calls: Record<string, Counts>
  /** Where everything of it is kept; who may read the files there has its keys. */
  dataFolder: string
  /** Where its tables are, for commands on this machine. */
  database: { endpoint: string; region: string; accessKeyId: string; tables: { main: string; audit: string } }
  /** Faults that are still to strike. */
  faults: FaultRule[]
}

const found = (texts: readonly (string | undefined)[]): string => texts.find((text) => text !== undefined) ?? ''

/** The service's own tables, as its functions are told their names. */
const tablesOf = ({ functions }: Parts['system']): { main: string; audit: string } => ({
  main: found(functions.map(({ env }) => env.TABLE)),
  audit: found(functions.map(({ env }) => /AUDIT=(\S+)/.exec(env.TABLES_APART ?? '')?.[1])),
})

export const stateOf = async (
  { system, database, queues, functions }: Parts,
  { clock, calls, data, faults }: Lasting,
): Promise<State> => {
  const depths = system.queues.map(async ({ name, nameOnAws }) => {
    const { visible, delayed, received } = await queues.depth(nameOnAws)
    return [name, { visible, delayed, received: received.length }] as const
  })
  return {
    now: rfc3339(clock.now()),
    clockOffsetMs: clock.offset(),
    inFlight: functions.inFlight(),
    queues: Object.fromEntries(await Promise.all(depths)),
    calls: calls.counts(),
    dataFolder: data.folder,
    database: { ...database.where(), tables: tablesOf(system) },
    faults: faults.pending(),
  }
}

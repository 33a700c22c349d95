import type { Millis } from '../shared/kernel/time.ts'
import type { Heard } from './alarms/heard.ts'
import { type Faults, type Names, unknownName } from './faults.ts'
import type { Lasting } from './lasting.ts'
import type { Exclusively } from './one-at-a-time.ts'
import type { Parts } from './parts.ts'
import { advance, drain } from './quiet.ts'
import { readAudit } from './read-audit.ts'
import { type State, stateOf } from './state.ts'

/** What can be done with an engine while it runs. */
export type Operations = {
  /** Resolves when nothing is under way. Throws NotQuiet after six minutes. */
  drain(): Promise<void>
  /** Drains, moves the clock, runs the schedule until it finds nothing more; answers the new time. */
  advance(by: Millis): Promise<Millis>
  /** Stops the table and starts it again on the same file. */
  restartTable(): Promise<void>
  /** Drains, then empties tables, queues and buckets. Functions stay warm; time, keys, secrets and logs stay as they are. */
  clear(): Promise<void>
  /** Puts a message into a queue by hand, a dead-letter queue too, as whoever holds the account at AWS can. */
  send(queue: string, body: string): Promise<void>
  now(): Millis
  state(): Promise<State>
  /** Everything that the audit consists of, for who verifies it. */
  audit(): Promise<object>
  names(): Promise<Names>
  /** Every line the functions have written, with the alarms of the templates that ring at it. */
  heard(): Promise<Heard[]>
  dumps: {
    /** Every item of every table, by table. */
    tables(): Promise<Record<string, unknown[]>>
    /** Every file of every bucket, by bucket and name. */
    files(): Promise<Record<string, Record<string, Buffer>>>
    /** Every message body that is or was in a queue. */
    queues(): { queue: string; body: string }[]
  }
}

/** The operations over whatever parts run at the moment. */
export const operationsOn = (lasting: Lasting, parts: () => Promise<Parts>, exclusively: Exclusively): Operations => ({
  drain: () => exclusively(async () => drain(await parts())),
  advance: (by) =>
    exclusively(async () => {
      await advance(await parts(), lasting, by)
      return lasting.clock.now()
    }),
  restartTable: async () => (await parts()).database.restart(),
  clear: () =>
    exclusively(async () => {
      const running = await parts()
      await drain(running)
      await Promise.all([running.database.clear(), running.queues.clear(), running.objects.clear()])
    }),
  send: async (name, body) => {
    const { system, queues } = await parts()
    const queue = system.queues.find((one) => one.name === name)
    if (!queue) throw new Error(`there is no queue ${name}`)
    await queues.send(queue.nameOnAws, body)
  },
  now: lasting.clock.now,
  state: async () => stateOf(await parts(), lasting),
  audit: async () => readAudit(await parts(), lasting.clock.now()),
  names: async () => {
    const { functions, queues } = (await parts()).system
    return { functions: functions.map(({ name }) => name), queues: queues.map(({ name }) => name) }
  },
  heard: async () => (await parts()).heard(),
  dumps: {
    tables: async () => {
      const { system, database } = await parts()
      const dumped = system.tables.map(async ({ name, nameOnAws }) => [name, await database.scan(nameOnAws)] as const)
      return Object.fromEntries(await Promise.all(dumped))
    },
    files: async () => {
      const { system, objects } = await parts()
      const dumped = system.buckets.map(async ({ name, nameOnAws }) => [name, await objects.files(nameOnAws)] as const)
      return Object.fromEntries(await Promise.all(dumped))
    },
    queues: lasting.calls.messages,
  },
})

/** Faults that cannot be made for a function or queue that does not exist, since such a rule would never strike. */
export const namedFaults = (faults: Faults, names: Names): Faults => ({
  ...faults,
  add: (rule) => {
    const unknown = unknownName(rule, names)
    if (unknown) throw new Error(`there is no such ${unknown}: ${JSON.stringify(rule)}`)
    faults.add(rule)
  },
})

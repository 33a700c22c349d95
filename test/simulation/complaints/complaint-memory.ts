import type { DeedKind } from '../../../functions/complaints/complaint.ts'
import type { Process } from '../world/process.ts'

/** What an operator wants of a complaint. `seen`: the version of the talk that they have read; `text`: their own words. */
export type Wanted = { kind: DeedKind | 'malicious'; id: string; text?: string; seen?: string }

/** What an operation heard of a complaint last. `lines`: how long the talk is, undefined while the channel could not be asked. */
export type Heard = {
  told?: 'waits' | 'answered' | 'over'
  isTalkAsked: boolean
  lines?: number
}

/** What is seen of complaints beside the items and what the channel has. */
export type ComplaintMemory = {
  wanted: WeakMap<Process, Wanted>
  /** By operation, and the complaint's id. */
  heard: WeakMap<Process, Map<string, Heard>>
  /** Versions of the talk that operators have read, the newest last. */
  read: Map<string, string[]>
  /** How often the channel has done what was asked for last about a complaint. */
  done: Map<string, number>
  /** Who looks at it, or did last. */
  holders: Map<string, Process>
  /** Alarms that rang, as `<event> <id> <until when, or the code>`. */
  rung: Set<string>
}

export const newComplaintMemory = (): ComplaintMemory => ({
  wanted: new WeakMap(),
  heard: new WeakMap(),
  read: new Map(),
  done: new Map(),
  holders: new Map(),
  rung: new Set(),
})

const NOTHING: Heard = { isTalkAsked: false }

/** What an operation has heard of a complaint. */
export const heardOf = ({ heard }: ComplaintMemory, process: Process | undefined, id: string): Heard =>
  (process && heard.get(process)?.get(id)) ?? NOTHING

/** An operation hears something more. */
export const hears = (memory: ComplaintMemory, process: Process, id: string, news: Partial<Heard>): void => {
  const before = memory.heard.get(process) ?? new Map<string, Heard>()
  memory.heard.set(process, before.set(id, { ...heardOf(memory, process, id), ...news }))
}

import * as z from 'zod/mini'
import { loadClock, type ShiftedClock } from './clock.ts'
import type { DataFolder } from './data-folder.ts'
import type { EngineOptions } from './engine-options.ts'
import { type Faults, faultRules } from './faults.ts'
import { leaveWhole, refuseUseless } from './kept-together.ts'
import { type Uses, usesOf } from './permissions/uses.ts'
import { type Calls, callLog } from './proxy/calls.ts'
import { type QueueEmulator, startQueueEmulator } from './queues/emulator.ts'
import type { Overrides } from './template/functions.ts'

/** What outlives a restart of an engine's parts. */
export type Lasting = {
  assembly: string
  overrides: Overrides
  data: DataFolder
  clock: ShiftedClock
  faults: Faults
  calls: Calls
  uses: Uses
  /** Plain text by name. */
  secrets: Record<string, string>
  queueEmulator: QueueEmulator
  logFolder: string
  /** Threads per function: at most, and kept while nothing runs. */
  threads: { limit: number; idleLimit: number }
  schedulesByRealTime: boolean
  /** Where the TypeScript of a function is, when that is to run. */
  sources: ((fn: string) => string) | undefined
  /** Told about faults of the engine's own. */
  fault: (error: unknown) => void
  /** Gives everything free. */
  release: () => Promise<void>
}

/** Enough for what runs on one machine, and few enough to fit it. */
const THREADS = { limit: 8, idleLimit: 2 }

const members = z.record(z.string(), z.unknown())

/** What a secret holds by name; nothing where it is one value. */
const membersOf = (secret: string): Record<string, unknown> => {
  try {
    return members.parse(JSON.parse(secret))
  } catch {
    return {}
  }
}

/** A secret as it was kept, and the members that it did not hold then. */
const grown = (given: string, kept: string): string => {
  const held = membersOf(kept)
  const fresh = Object.entries(membersOf(given)).filter(([name]) => !(name in held))
  const hasMembers = Object.keys(held).length > 0
  return hasMembers && fresh.length > 0 ? JSON.stringify({ ...held, ...Object.fromEntries(fresh) }) : kept
}

/** Those of the first start with this folder count. */
const keptSecrets = (data: DataFolder, given: Record<string, string>): Record<string, string> => {
  const kept = data.load('secrets', z.record(z.string(), z.string())) ?? {}
  const secrets = { ...given, ...kept }
  for (const [name, secret] of Object.entries(kept)) secrets[name] = grown(given[name] ?? secret, secret)
  data.save('secrets', secrets)
  return secrets
}

/** Prepares what lasts, in a data folder that is open. Throws DataFolderError if what is kept there does not go together. */
export const lastingOf = (options: EngineOptions, data: DataFolder): Lasting => {
  refuseUseless(data)
  const fault = (error: unknown): void =>
    options.log?.(error instanceof Error ? (error.stack ?? error.message) : String(error))
  const clock = loadClock(data, options.begins)
  const queueEmulator = startQueueEmulator({ clock, objects: data.objects }, fault)
  return {
    assembly: options.assembly,
    overrides: { SETTINGS: options.settings, SANDBOX_SETTINGS: options.sandboxSettings },
    data,
    clock,
    faults: faultRules(),
    calls: callLog(),
    uses: usesOf(options.useFile, (refusal) => options.log?.(refusal)),
    secrets: keptSecrets(data, options.secrets),
    queueEmulator,
    logFolder: options.logFolder ?? data.logs,
    threads: { ...THREADS, ...options.threads },
    schedulesByRealTime: options.schedulesByRealTime ?? true,
    sources: options.sources,
    fault,
    release: async () => {
      await queueEmulator.stop()
      leaveWhole(data)
      data.release()
    },
  }
}

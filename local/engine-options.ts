import type { Millis } from '../shared/kernel/time.ts'
import type { DataFolder } from './data-folder.ts'

/** What an instance is made of, and how it differs from the usual one. */
export type EngineOptions = {
  /** Folder of the synthesized cloud assembly. */
  assembly: string
  /** 0, the default, takes a free one. */
  port?: number
  /** Where data lasts, open; without it everything is in a temporary folder and gone after `stop`. */
  data?: DataFolder
  /** Plain text by name. Of each secret the value of the first start with this data folder counts. */
  secrets: Record<string, string>
  /** Laid over SETTINGS in the environment of every function that has it, object by object. */
  settings?: Record<string, unknown>
  /** The same for SANDBOX_SETTINGS. */
  sandboxSettings?: Record<string, unknown>
  /** Where the functions' log files go; default: `logs` in the data folder. */
  logFolder?: string
  /** Where it is written down which permissions are used and what is refused; nowhere if left out. */
  useFile?: string
  /** Where the clock of a fresh data folder begins; default real time. */
  begins?: Millis
  /** Whether schedules also run by real time; default true. */
  schedulesByRealTime?: boolean
  /** Worker threads per function: at most, and kept while nothing runs. */
  threads?: { limit?: number; idleLimit?: number }
  /** Where the TypeScript of a function is: it runs in place of the bundle, and nothing is ended for taking long. */
  sources?: (fn: string) => string
  /** Gets a line for each fault of the engine's own. */
  log?: (line: string) => void
}

import type { Config } from './config.ts'
import type { Plan } from './plan.ts'

/** What every stack is made from. */
export type Site = {
  config: Config
  plan: Plan
  /** The name on AWS of a part of this stage. */
  name(part: string): string
  /** Folder with the bundle of a function. */
  folderOf(fn: string): string
}

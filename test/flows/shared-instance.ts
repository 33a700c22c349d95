import { leaks } from './canaries.ts'
import { type Instance, startInstance } from './instance.ts'

let shared: Instance | undefined

/**
 * An instance with the usual settings that files use one after the other, because starting its functions is most of what a
 * file would cost. Each file finds it empty: no account, nothing owed, no fault, all test people unused; only its time has
 * gone on. `end` looks through all that was left behind, and leaves the instance to the next file; it ends with the run.
 */
export const sharedInstance = async (): Promise<Instance> => {
  shared ??= await startInstance()
  const { engine } = shared
  await shared.clear()
  const before = engine.refusals().length
  return { ...shared, end: async () => [...(await leaks(engine)), ...engine.refusals().slice(before)] }
}

import { type Instance, startInstance } from './instance.ts'
import { leftBehind } from './left-behind.ts'
import { toMorning } from './morning.ts'

let shared: Instance | undefined

/** Each is told once, to the file in which it happened. */
const told = new Set<string>()

/**
 * An instance with the usual settings that files use one after the other, because starting its functions is most of what a
 * file would cost. Each file finds it empty, in the morning: no account, nothing owed, no fault, all test people unused; only its
 * time has gone on. `end` looks through all that was left behind, and leaves the instance to the next file; it ends with the run.
 */
export const sharedInstance = async (): Promise<Instance> => {
  // What has just been started stands at such a morning, and is empty.
  if (shared) {
    await toMorning(shared.engine)
    await shared.clear()
  }
  shared ??= await startInstance()
  const { engine } = shared
  const end = async (): Promise<string[]> => {
    const found = (await leftBehind(engine)).filter((one) => !told.has(one))
    for (const one of found) told.add(one)
    return found
  }
  return { ...shared, end }
}

import { type Instance, startInstance } from './instance.ts'
import { leftBehind } from './left-behind.ts'
import { morningFrom } from './morning.ts'

let shared: Instance | undefined

/** Each is told once, to the file in which it happened. */
const told = new Set<string>()

/**
 * An instance with the usual settings that files use one after the other, because starting its functions is most of what a
 * file would cost. Each file finds it empty, in the morning: no account, nothing owed, no fault, all test people unused; only its
 * time has gone on. `end` looks through all that was left behind, and leaves the instance to the next file; it ends with the run.
 */
export const sharedInstance = async (): Promise<Instance> => {
  shared ??= await startInstance()
  const { engine } = shared
  await engine.advance(morningFrom(engine.now()) - engine.now())
  await shared.clear()
  const end = async (): Promise<string[]> => {
    const found = (await leftBehind(engine)).filter((one) => !told.has(one))
    for (const one of found) told.add(one)
    return found
  }
  return { ...shared, end }
}

import { leaks } from './canaries.ts'
import { type Instance, startInstance } from './instance.ts'

/** How many test people of each outcome a file asks for. */
type Needs = Record<string, number>

let shared: Instance | undefined

/** Ends the shared instance if it has too few people left. */
const makeRoom = async (needs: Needs): Promise<void> => {
  const before = shared
  if (!before || Object.entries(needs).every(([outcome, count]) => before.left(outcome) >= count)) return
  shared = undefined
  await before.engine.stop()
}

/** What the files before have left: their faults, and orders, checks and refunds that are not over yet. */
const settle = async ({ engine, platform }: Instance): Promise<void> => {
  engine.faults.clear()
  await platform.pass('2h')
}

/**
 * An instance with the usual settings that files use one after the other, because starting its functions is most of what a
 * file would cost. No two files get the same person, and none gets more than it says here, so that they do not depend on
 * their order; when too few are left, a fresh instance takes over. `end` looks through all that was left behind until then,
 * by the files before, too; the instance itself ends with the run.
 */
export const sharedInstance = async (needs: Needs): Promise<Instance> => {
  await makeRoom(needs)
  if (shared) await settle(shared)
  shared ??= await startInstance()
  const { person, ...instance } = shared
  const mine = new Map(Object.entries(needs))
  return {
    ...instance,
    async person(outcome) {
      const left = mine.get(outcome) ?? 0
      if (left === 0) throw new Error(`this file did not say that it needs so many of ${outcome}`)
      mine.set(outcome, left - 1)
      return person(outcome)
    },
    left: (outcome) => mine.get(outcome) ?? 0,
    end: () => leaks(instance.engine),
  }
}

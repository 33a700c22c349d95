import type { Effect, Fate, Schedule } from './process.ts'
import type { World } from './world.ts'

/** An effect that waits for its turn. */
export type Parked = { effect: Effect; go: (fate: Fate) => void }

/** Writes down what happens, in order. */
export const noted = (world: World, effect: Effect, fate: Fate): Fate => {
  world.acting = effect.process
  world.trace.push({ at: world.time.now, effect, fate })
  return fate
}

/** Every effect happens as it comes, without trouble. */
export const calm =
  (world: World): Schedule =>
  (effect) =>
    noted(world, effect, 'done')

/** Lets everything go on that can without another effect. */
export const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** Makes every effect wait until it is chosen. */
export const parking = (world: World) => {
  let parked: Parked[] = []
  world.schedule = (effect) => new Promise((go) => void parked.push({ effect, go }))
  return {
    /** Those that wait; the effects of dead processes wait for nothing. */
    waiting(): readonly Parked[] {
      parked = parked.filter(({ effect }) => effect.process.state === 'running')
      return parked
    },
    /** One effect happens, and its operation goes on to the next one. */
    async happens(one: Parked, fate: Fate): Promise<void> {
      parked = parked.filter((other) => other !== one)
      one.go(noted(world, one.effect, fate))
      await turn()
    },
  }
}

import { meetings } from '../meetings.ts'
import { scenarios } from '../scenarios.ts'
import type { Mutant, Way } from '../world/mutant.ts'
import { tapeOf } from './chance.ts'
import { everyPlacement } from './crashes.ts'
import { lived } from './histories.ts'
import { everyMeeting } from './interleaving.ts'

/** Numbers in the tape of one history. */
export const TAPE_LENGTH = 600

/** What was seen to be wrong in one run. */
type Trial = readonly string[]

/** Takes one from each in turn, until all are used up. */
async function* inTurn<T>(sources: readonly AsyncGenerator<T>[]): AsyncGenerator<T> {
  let open = [...sources]
  while (open.length > 0) {
    for (const source of [...open]) {
      const next = await source.next()
      if (next.done) open = open.filter((one) => one !== source)
      else yield next.value
    }
  }
}

async function* crashes(mutant: Mutant, only?: string): AsyncGenerator<Trial> {
  const tried = scenarios.filter(({ name }) => only === undefined || name === only)
  const runs = inTurn(tried.map((scenario) => everyPlacement(scenario, 1, 'distinct', mutant)))
  for await (const { run } of runs) yield run.violations
}

async function* met(mutant: Mutant, only?: string): AsyncGenerator<Trial> {
  const tried = meetings.filter(({ name }) => only === undefined || name === only)
  const runs = inTurn(tried.map((meeting) => everyMeeting(meeting, mutant)))
  for await (const { run } of runs) yield run.violations
}

async function* histories(mutant: Mutant, seed: number, most: number): AsyncGenerator<Trial> {
  for (let run = 0; run < most; run += 1) {
    yield (await lived(tapeOf(seed + run, TAPE_LENGTH), mutant)).violations
  }
}

/** How a mutant was found out, and in which run. */
export type Found = { run: number; because: string }

/** Tries a mutant out in one way, or in one scenario or meeting, until something is seen to be wrong; undefined when nothing is. */
export const foundOut = async (
  mutant: Mutant,
  way: Way,
  seed: number,
  most: number,
  only?: string,
): Promise<Found | undefined> => {
  const sources = {
    crashes: (one: Mutant) => crashes(one, only),
    meetings: (one: Mutant) => met(one, only),
    histories: (one: Mutant) => histories(one, seed, most),
  }
  let run = 0
  for await (const violations of sources[way](mutant)) {
    run += 1
    const [because] = violations
    if (because !== undefined) return { run, because }
  }
  return undefined
}

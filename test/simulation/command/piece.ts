import { meetings } from '../meetings.ts'
import { mutants } from '../mutants.ts'
import { tapeOf } from '../runs/chance.ts'
import { everyPlacement, type Mishap } from '../runs/crashes.ts'
import { explained } from '../runs/explaining.ts'
import { lived } from '../runs/histories.ts'
import { everyMeeting } from '../runs/interleaving.ts'
import { lostByPruning } from '../runs/pruning.ts'
import { told } from '../runs/telling.ts'
import { foundOut, TAPE_LENGTH } from '../runs/trials.ts'
import { scenarios } from '../scenarios.ts'
import type { Mutant, Way } from '../world/mutant.ts'
import type { World } from '../world/world.ts'

/** A piece of the work, for whichever thread is free. */
export type Piece =
  | { kind: 'histories'; from: number; until: number }
  | { kind: 'scenario'; name: string }
  | { kind: 'pruning'; name: string }
  | { kind: 'meeting'; name: string }
  | { kind: 'mutant'; name: string; way: Way; seed: number }

/** What is heard of a piece while it is worked on. `story`: a violation told at length, after it was reported. */
export type News =
  | { kind: 'seen'; runs: number; effects: number; counts: ReadonlyMap<string, number> }
  | { kind: 'killed'; mutant: string; way: Way; run: number; because: string }
  | { kind: 'violation'; where: string; violations: readonly string[]; replay: string }
  | { kind: 'story'; text: string }

/** Runs between two reports. */
const BATCH = 50

/** At most so many for one mutant, which is over as soon as it is found out. */
const MUTANT_HISTORIES = 1000

type Run = { world: World; violations: readonly string[] }

const seen = (runs: readonly Run[]): News => {
  const counts = new Map<string, number>()
  for (const { world } of runs)
    for (const [what, times] of world.counts) counts.set(what, (counts.get(what) ?? 0) + times)
  return {
    kind: 'seen',
    runs: runs.length,
    effects: runs.reduce((sum, { world }) => sum + world.trace.length, 0),
    counts,
  }
}

const replayOfCrashes = (name: string): string => `npm run simulate -- --crashes --only '${name}'`

const replayOf = (seed: number): string => `npm run simulate -- --histories 1 --seed ${seed}`

async function* histories({ from, until }: Piece & { kind: 'histories' }, mutant?: Mutant): AsyncGenerator<News> {
  for (let seed = from; seed < until; seed += 1) {
    const history = await lived(tapeOf(seed, TAPE_LENGTH), mutant)
    yield seen([history])
    if (history.violations.length === 0) continue
    const { violations } = history
    yield { kind: 'violation', where: `the history of seed ${seed}`, violations, replay: replayOf(seed) }
    yield { kind: 'story', text: (await explained(seed, mutant)).text }
    return
  }
}

/** Runs, each with what happened in it, until one of them breaks a rule. */
async function* judged(runs: AsyncIterable<{ where: string; run: Run }>, replay: string): AsyncGenerator<News> {
  let batch: Run[] = []
  for await (const { where, run } of runs) {
    batch.push(run)
    const { violations } = run
    if (batch.length < BATCH && violations.length === 0) continue
    yield seen(batch)
    batch = []
    if (violations.length === 0) continue
    yield { kind: 'violation', where, violations, replay }
    yield { kind: 'story', text: told(run.world) }
    return
  }
  yield seen(batch)
}

const named = (mishaps: readonly Mishap[]): string =>
  mishaps.map(({ at, fate }) => `effect ${at} ${fate}`).join(', ') || 'no mishap'

/** Every single mishap of a scenario, then every pair of crashes. */
async function* placements(name: string, mutant?: Mutant) {
  for (const scenario of scenarios.filter((one) => one.name === name)) {
    for (const [most, places] of [
      [1, 'every'],
      [2, 'distinct'],
    ] as const) {
      for await (const { mishaps, run } of everyPlacement(scenario, most, places, mutant))
        yield { where: `${name}: ${named(mishaps)}`, run }
    }
  }
}

async function* orders(name: string, mutant?: Mutant) {
  for (const meeting of meetings.filter((one) => one.name === name))
    for await (const { order, run } of everyMeeting(meeting, mutant))
      yield {
        where: `${name}: ${order.swapped ? 'the second' : 'the first'} goes ${order.first} effects, then the other ${order.second}`,
        run,
      }
}

/** That the pairs which are left out lead nowhere else. */
async function* pruned(name: string): AsyncGenerator<News> {
  for (const scenario of scenarios.filter((one) => one.name === name)) {
    const lost = await lostByPruning(scenario)
    if (lost.length === 0) continue
    const violations = lost.map((place) => `${place} has a future that no kept run has`)
    yield { kind: 'violation', where: name, violations, replay: replayOfCrashes(name) }
  }
}

async function* tried({ name, way, seed }: Piece & { kind: 'mutant' }): AsyncGenerator<News> {
  for (const [, suspects] of mutants)
    for (const suspect of suspects.filter((one) => one.name === name)) {
      const found = await foundOut(suspect, way, seed, MUTANT_HISTORIES)
      if (found) yield { kind: 'killed', mutant: name, way, ...found }
    }
}

/** Works a piece off. With a mutant it does so with a wrong implementation. */
export const performed = (piece: Piece, mutant?: Mutant): AsyncGenerator<News> => {
  if (piece.kind === 'histories') return histories(piece, mutant)
  if (piece.kind === 'mutant') return tried(piece)
  if (piece.kind === 'pruning') return pruned(piece.name)
  const runs = piece.kind === 'scenario' ? placements(piece.name, mutant) : orders(piece.name, mutant)
  return judged(runs, replayOfCrashes(piece.name))
}

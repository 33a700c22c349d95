import { HOUR, MINUTE } from '../../../shared/kernel/time.ts'
import {
  begins,
  type FaceMutant,
  type FaceRun,
  type Fate,
  finalFaults,
  looks,
  newRun,
  passes,
  shows,
  sweeps,
  untilQuiet,
} from './face-run.ts'
import type { Trouble } from './face-vendors.ts'

export type Scenario = {
  name: string
  play: (run: FaceRun) => Promise<unknown>
  trouble?: FaceRun['houses']['trouble']
}

const onlyFirst = (trouble: Trouble) => (vendor: string, call: string) =>
  vendor === 'first' && call === 'begin' ? trouble : undefined

/** What happens from outside, in one journey; the rest follows by itself. */
export const scenarios: readonly Scenario[] = [
  {
    name: 'passes and comes back',
    play: async (run) => {
      await begins(run, 0)
      shows(run, 0, true)
      await looks(run, 0)
    },
  },
  {
    name: 'passes and never comes back',
    play: async (run) => {
      await begins(run, 0)
      shows(run, 0, true)
    },
  },
  {
    name: 'fails, is charged each time, and passes in the end',
    play: async (run) => {
      await begins(run, 0)
      shows(run, 0, false)
      await looks(run, 0)
      shows(run, 0, false)
      shows(run, 0, false, false)
      await looks(run, 0)
      shows(run, 0, true)
    },
  },
  {
    name: 'leaves, and begins anew when that is over',
    play: async (run) => {
      await begins(run, 0)
      passes(run, 2 * HOUR + 6 * MINUTE)
      await begins(run, 0)
      shows(run, 0, true)
    },
  },
  {
    name: 'clicks again and again, and fails at the last moment',
    play: async (run) => {
      await begins(run, 0)
      await begins(run, 0)
      passes(run, 2 * HOUR - 1)
      shows(run, 0, false)
      await looks(run, 0)
      await begins(run, 0)
    },
  },
  ...(['refuses_us', 'busy', 'no_photo', 'garbage'] as const).map((trouble) => ({
    name: `the first vendor: ${trouble}`,
    trouble: onlyFirst(trouble),
    play: async (run: FaceRun) => {
      await begins(run, 0)
      shows(run, 0, true)
      await looks(run, 0)
    },
  })),
  {
    name: 'a vendor confirms somebody else',
    trouble: (_vendor, call) => (call === 'look' ? 'other_person' : undefined),
    play: async (run) => {
      await begins(run, 0)
      await looks(run, 0)
    },
  },
]

const ended = async (run: FaceRun): Promise<string[]> => {
  await untilQuiet(run)
  return [...run.violations, ...finalFaults(run)]
}

type Mishap = { at: number; fate: Fate }

/** Plays a scenario with these mishaps, and lets the sweep complete it. */
const played = async (scenario: Scenario, mishaps: readonly Mishap[], mutant: FaceMutant = { name: '' }) => {
  const run = await newRun(1, mutant)
  if (scenario.trouble) run.houses.trouble = scenario.trouble
  run.fate = () => mishaps.find(({ at }) => at === run.effects.length)?.fate ?? 'done'
  await scenario.play(run)
  const effects = run.effects.length
  return { run, effects, violations: await ended(run) }
}

const FATES: readonly Fate[] = ['dies_before', 'dies_after', 'fails_before', 'fails_after']

/** Every placement of up to `most` mishaps; answers the first that breaks a rule, and how many runs it took. */
export const everyMishap = async (scenario: Scenario, most: number, mutant?: FaceMutant) => {
  const open: Mishap[][] = [[]]
  let runs = 0
  for (let mishaps = open.shift(); mishaps; mishaps = open.shift()) {
    const { effects, violations } = await played(scenario, mishaps, mutant)
    runs += 1
    if (violations.length > 0) return { runs, mishaps, violations }
    if (mishaps.length === most) continue
    const from = (mishaps.at(-1)?.at ?? -1) + 1
    for (let at = from; at < effects; at += 1) for (const fate of FATES) open.push([...mishaps, { at, fate }])
  }
  return { runs, violations: [] }
}

/** A generator of numbers from 0 to 1 that is the same for the same seed (mulberry32). */
const chanceOf = (seed: number) => {
  let state = seed >>> 0
  return (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const TROUBLES: readonly Trouble[] = ['refuses_us', 'busy', 'no_photo', 'garbage', 'other_person']

/** Operations wait here before each effect; whoever is let on is drawn. */
const turnstile = (chance: () => number) => {
  const waiting: (() => void)[] = []
  const next = (): Promise<void> => new Promise((resolve) => void waiting.push(resolve))
  const letOn = (): boolean => {
    const at = Math.floor(chance() * waiting.length)
    const [one] = waiting.splice(at, 1)
    one?.()
    return one !== undefined
  }
  return { next, letOn }
}

/** Lets those that were begun go on together until all are over. */
const together = async (acts: readonly Promise<unknown>[], letOn: () => boolean): Promise<void> => {
  let over = 0
  for (const act of acts)
    void act.then(() => {
      over += 1
    })
  while (over < acts.length) {
    letOn()
    await new Promise((resolve) => setImmediate(resolve))
  }
}

/** A random history: people begin, try, come back or do not, while vendors fail and whoever asks them dies. */
export const history = async (seed: number, mutant: FaceMutant = { name: '' }) => {
  const chance = chanceOf(seed)
  const run = await newRun(2, mutant)
  const { next, letOn } = turnstile(chance)
  run.next = next
  run.fate = () => (chance() < 0.08 ? (FATES[Math.floor(chance() * FATES.length)] ?? 'done') : 'done')
  run.houses.trouble = () => (chance() < 0.15 ? TROUBLES[Math.floor(chance() * TROUBLES.length)] : undefined)
  for (let steps = 0; steps < 12; steps += 1) {
    const acts: Promise<unknown>[] = []
    for (let many = 0; many < 1 + Math.floor(chance() * 3); many += 1) {
      const nth = Math.floor(chance() * 2)
      const what = chance()
      if (what < 0.35) acts.push(begins(run, nth))
      else if (what < 0.6) acts.push(looks(run, nth))
      else if (what < 0.75) acts.push(sweeps(run))
      else shows(run, nth, chance() < 0.4, chance() < 0.5)
    }
    await together(acts, letOn)
    passes(run, Math.floor(chance() ** 3 * 3 * HOUR))
  }
  return { run, violations: await ended(run) }
}

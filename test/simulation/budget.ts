/**
 * How much is tried. By itself the suite stays within seconds; SIMULATION_RUNS asks for that many histories, and then for every
 * pair of mishaps of every scenario and every mutant by every way. SIMULATION_SEED is the seed of the first history; one
 * history is replayed by its own seed and SIMULATION_RUNS=1.
 */
const asked = process.env.SIMULATION_RUNS

export const SEED = Number(process.env.SIMULATION_SEED ?? 1)

const USUAL_HISTORIES = 250

export const HISTORIES = Number(asked ?? USUAL_HISTORIES)

/** At most so many for one mutant, which is over as soon as it is found out. */
export const MUTANT_HISTORIES = Math.max(HISTORIES, 1000)

/** A long run, started by hand or at night. */
export const IS_LONG = HISTORIES > USUAL_HISTORIES

const MINUTE = 60_000

/** Of one test: other suites may share the machine. */
export const TIMEOUT = IS_LONG ? 120 * MINUTE : MINUTE

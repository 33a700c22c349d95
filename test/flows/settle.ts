import type { Engine } from '../../local/engine.ts'
import { MINUTE, type Millis } from '../../shared/kernel/time.ts'

/** Work that is due later than this waits for something to happen, an order for its payment, say. */
const SOON: Millis = 10 * MINUTE
const MOST_STEPS = 30

/** When the items of the service that owe work are due; those of the stand-ins do not count, nor what is looked at in half a year. */
export const dueTimes = async (engine: Engine): Promise<Millis[]> => {
  const tables = Object.entries(await engine.dumps.tables()).filter(([name]) => !name.startsWith('sandbox-'))
  return tables
    .flatMap(([, items]) => items as { sk?: { S: string }; dueAt?: { N: string } }[])
    .filter(({ sk }) => !sk?.S.startsWith('EVIDENCE#'))
    .flatMap(({ dueAt }) => (dueAt ? Number(dueAt.N) : []))
}

/**
 * Lets time pass, a minute at least, from one piece of work that is owed to the next until none is due soon; then a minute for
 * what the stand-ins say twice. Throws when there is no end to it.
 */
export const settle = async (engine: Engine): Promise<void> => {
  await engine.advance(0)
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const next = Math.min(...(await dueTimes(engine)))
    if (next > engine.now() + SOON) return void (await engine.advance(MINUTE))
    await engine.advance(Math.max(MINUTE, next - engine.now()))
  }
  throw new Error(`something is still owed after ${MOST_STEPS} pieces of work`)
}

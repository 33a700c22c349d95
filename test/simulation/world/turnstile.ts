import type { Table } from '../../../shared/table/table.ts'

const METHODS = ['get', 'getMany', 'query', 'list', 'update', 'commit'] as const

class Died extends Error {
  override name = 'Died'
}

/** Whether that is how somebody ended who died at an effect. */
export const isDied = (error: unknown): boolean => error instanceof Error && error.name === 'Died'

/** Where an operation dies: before a call to the table, or after it. */
export type Dying = 'before' | 'after'

/** Lets one operation go on by so many effects. */
export const turnstile = () => {
  let left = 0
  let dying: Dying | undefined
  // An operation may ask for several things at a time.
  let waiting: (() => void)[] = []
  const pass = async (): Promise<void> => {
    while (left <= 0 && dying === undefined) await new Promise<void>((resolve) => waiting.push(resolve))
    left -= 1
  }
  const goOn = (effects: number): void => {
    left = effects
    const woken = waiting
    waiting = []
    for (const wake of woken) wake()
  }
  return { pass, goOn, dies: (how: Dying) => (dying = how), isDying: () => (left < 0 ? dying : undefined) }
}

export type Gate = ReturnType<typeof turnstile>

/** A table of which every call is an effect of its own, and at which its user can die. */
export const gatedBy = (table: Table, gate: Gate): Table => {
  const gated = { ...table }
  for (const method of METHODS) {
    const call = table[method].bind(table) as (of: never) => Promise<unknown>
    const effect = async (of: never): Promise<unknown> => {
      await gate.pass()
      if (gate.isDying() === 'before') throw new Died(method)
      const answer = await call(of)
      if (gate.isDying() === 'after') throw new Died(method)
      return answer
    }
    Object.assign(gated, { [method]: effect })
  }
  return gated
}

/** Until nothing happens any more without being let. */
export const settle = async (): Promise<void> => {
  for (let turns = 0; turns < 3; turns += 1) await new Promise((resolve) => setImmediate(resolve))
}

/** More effects than any operation has. */
export const ALL = 10_000

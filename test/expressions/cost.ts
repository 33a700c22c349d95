import { createContext, Script } from 'node:vm'
import { type Pump, pumped, pumpsFor } from './hostile-texts.ts'

/** Characters: about as long as an address or a header may be. */
const LONG = 10_000
/** The cost of what is passed through once is 8 times as high for it, of what grows as the square 64 times. */
const LONGER = 8 * LONG
const TOO_STEEP = 24

/** CPU time, ms: less than this, even of 80,000 characters, says nothing. */
const NOTHING = 5
/** CPU time, ms, of 10,000 characters, beyond any doubt: passing through them takes one. */
const TOO_MUCH = 50

/** Ends what would take for ever; ms. */
const PATIENCE = 20_000

const work = createContext({ work: () => undefined })
const start = new Script('work()')

/** Whether it ended; a regular expression can be stopped only from outside its thread. */
const ends = (run: () => void): boolean => {
  Object.assign(work, { work: run })
  try {
    start.runInContext(work, { timeout: PATIENCE })
    return true
  } catch (error) {
    if (Object(error).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return false
    throw error
  }
}

/** As the sources use it: all finds, all finds in a row, or one. */
const use = (expression: RegExp, text: string): void => {
  const isRepeated = expression.global || expression.sticky
  let from = -1
  expression.lastIndex = 0
  while (expression.test(text) && isRepeated && expression.lastIndex > from) from = expression.lastIndex
}

/** CPU time of this thread, ms; other programs do not count. */
const cpu = (): number => {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

const costOf = (expression: RegExp, text: string): number => {
  const before = cpu()
  use(expression, text)
  return cpu() - before
}

/** What else a process does is not the expression's: the least of three, unless one is beyond doubt. */
const leastOf = (expression: RegExp, text: string, doubt: number): number => {
  const cost = costOf(expression, text)
  return cost > doubt ? cost : Math.min(cost, costOf(expression, text), costOf(expression, text))
}

const isSteep = (expression: RegExp, pump: Pump): boolean => {
  const cost = leastOf(expression, pumped(pump, LONG), TOO_MUCH)
  if (cost > TOO_MUCH) return true
  const more = leastOf(expression, pumped(pump, LONGER), 8 * TOO_MUCH)
  return more > NOTHING && more > TOO_STEEP * cost
}

/** How many of the costliest texts are looked at again, whatever they cost. */
const WORST = 3

/**
 * The text, of all that are tried, for which an expression costs more than in proportion to its length; undefined when there is
 * none.
 */
export const costliest = (written: { source: string; flags: string }): Pump | undefined => {
  const expression = new RegExp(written.source, written.flags)
  const tried: { pump: Pump; cost: number }[] = []
  let begun: Pump | undefined
  let found: Pump | undefined
  const isEnded = ends(() => {
    for (const pump of pumpsFor(written)) {
      begun = pump
      const cost = costOf(expression, pumped(pump, LONG))
      tried.push({ pump, cost })
      if (cost > NOTHING && isSteep(expression, pump)) {
        found = pump
        return
      }
    }
    const worst = tried.toSorted((one, other) => other.cost - one.cost).slice(0, WORST)
    found = worst.find(({ pump }) => isSteep(expression, pump))?.pump
  })
  return isEnded ? found : begun
}

import { createContext, Script } from 'node:vm'
import { type Pump, pumped } from './pumps.ts'

/** Characters: about as long as an address or a header may be. */
const LONG = 10_000
const LONGER = [4 * LONG, 12 * LONG]

/** As the power of a length: between passing through a text once and passing through it at every place. */
const TOO_STEEP = 1.5

/** So many times what is usual is beyond any doubt. */
const TOO_MUCH = 100

/** What is tried with a text. `usualMs`: CPU time for each 10,000 characters that says nothing, however it grows. */
export type Reader = { read: (text: string) => unknown; usualMs: number }

/** Ends what would take for ever; ms. */
const PATIENCE = 60_000

const work = createContext({ work: () => undefined })
const start = new Script('work()')

/** Whether it ended. */
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

/** CPU time of this thread, ms; other programs do not count. */
const cpu = (): number => {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

const costOf = ({ read }: Reader, text: string): number => {
  const before = cpu()
  read(text)
  return cpu() - before
}

/** What else a process does is not the reader's: the least of three, unless one is beyond doubt. */
const leastOf = (reader: Reader, text: string, doubt: number): number => {
  const cost = costOf(reader, text)
  return cost > doubt ? cost : Math.min(cost, costOf(reader, text), costOf(reader, text))
}

/** What a longer text costs, again and again: two steps that are too steep are no accident. */
const isSteep = (reader: Reader, pump: Pump): boolean => {
  const tooMuch = TOO_MUCH * reader.usualMs
  const measure = (length: number) => leastOf(reader, pumped(pump, length), (length / LONG) * tooMuch)
  let [before, cost] = [LONG, measure(LONG)]
  if (cost > tooMuch) return true
  for (const length of LONGER) {
    const more = measure(length)
    if (more > (length / LONG) * tooMuch) return true
    if (more <= (length / LONG) * reader.usualMs || more <= (length / before) ** TOO_STEEP * cost) return false
    before = length
    cost = more
  }
  return true
}

/** How many of the first that cost anything, and of the costliest whatever they cost, are looked at again. */
const WORST = 3

/** The text, of all that are tried, whose reading costs more than in proportion to its length; undefined when there is none. */
export const costliest = (reader: Reader, pumps: readonly Pump[]): Pump | undefined => {
  const tried: { pump: Pump; cost: number }[] = []
  let begun: Pump | undefined
  let suspects = 0
  const isFound = (pump: Pump): boolean => {
    begun = pump
    return isSteep(reader, pump)
  }
  const findSteep = (): Pump | undefined => {
    for (const pump of pumps) {
      begun = pump
      const cost = costOf(reader, pumped(pump, LONG))
      tried.push({ pump, cost })
      if (cost > reader.usualMs) suspects += 1
      if (cost > reader.usualMs && suspects <= WORST && isSteep(reader, pump)) return pump
    }
    const worst = tried.toSorted((one, other) => other.cost - one.cost).slice(0, WORST)
    return worst.map(({ pump }) => pump).find(isFound)
  }
  let found: Pump | undefined
  const isEnded = ends(() => {
    found = findSteep()
  })
  return isEnded ? found : begun
}

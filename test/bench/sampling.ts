/** Enough that one run disturbed by a neighbour moves neither median nor p90. */
export const RUNS = 21

/** The sample below which the share `p` of all lies. */
const quantile = (samples: readonly number[], p: number): number => {
  const found = samples.toSorted((a, b) => a - b)[Math.round((samples.length - 1) * p)]
  if (found === undefined) throw new Error('nothing was measured')
  return found
}

export const median = (samples: readonly number[]): number => quantile(samples, 0.5)
export const p90 = (samples: readonly number[]): number => quantile(samples, 0.9)

/**
 * Measures every subject once, always in the same order, and that `runs` times: what disturbs the machine for a while disturbs
 * all of them alike. The first `discarded` rounds only warm up.
 */
export const interleaved = async <T>(
  subjects: ReadonlyMap<string, () => T | Promise<T>>,
  runs = RUNS,
  discarded = 1,
): Promise<(subject: string) => T[]> => {
  const samples = new Map<string, T[]>([...subjects.keys()].map((name) => [name, []]))
  for (let run = 0; run < discarded + runs; run += 1)
    for (const [name, measure] of subjects) {
      const sample = await measure()
      if (run >= discarded) samples.get(name)?.push(sample)
    }
  return (subject) => samples.get(subject) ?? []
}

/** Ratios of samples taken in the same round. */
export const ratios = (samples: readonly number[], others: readonly number[]): number[] =>
  samples.map((sample, round) => sample / (others[round] ?? Number.NaN))

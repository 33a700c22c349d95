import type { Mutation } from './mutations.ts'

/** A mutation that no test can notice, because the service does the same with it. `was` and `becomes`: the lines as they are told. */
export type Argued = { file: string; was: string; becomes: string; reason: string }

/** What became of one mutation. `noticedBy`: the first test that fails with it, or what else ended it; none: it survives. */
export type Outcome = { mutation: Mutation; noticedBy?: string }

/** The figures of some files. `left`: survivors nobody has argued. */
export type Figures = { mutations: number; noticed: number; argued: number; left: number }

/** What was tried of one source. `stale`: arguments for what no longer survives, or can no longer be written. */
export type Report = { file: string; figures: Figures; left: Mutation[]; stale: Argued[] }

const isAbout =
  ({ was, becomes }: Mutation) =>
  (one: Argued): boolean =>
    one.was === was && one.becomes === becomes

/** Holds what survived in a source against what is argued of it. */
export const reportOn = (file: string, outcomes: readonly Outcome[], argued: readonly Argued[]): Report => {
  const here = argued.filter((one) => one.file === file)
  const survivors = outcomes.filter(({ noticedBy }) => noticedBy === undefined).map(({ mutation }) => mutation)
  const left = survivors.filter((one) => !here.some(isAbout(one)))
  const figures = {
    mutations: outcomes.length,
    noticed: outcomes.length - survivors.length,
    argued: survivors.length - left.length,
    left: left.length,
  }
  return { file, figures, left, stale: here.filter((one) => !survivors.some((survivor) => isAbout(survivor)(one))) }
}

/** The figures of all files together. */
export const sumOf = (reports: readonly Report[]): Figures => {
  const sum = (of: keyof Figures): number => reports.reduce((total, { figures }) => total + figures[of], 0)
  return { mutations: sum('mutations'), noticed: sum('noticed'), argued: sum('argued'), left: sum('left') }
}

/** The capability a source belongs to; the kernel is one of its own. */
export const capabilityOf = (file: string): string => file.split('/')[1] ?? file

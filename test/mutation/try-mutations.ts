import { textOf } from '../docs/repository.ts'
import { neededBy, stateOf } from './imports.ts'
import { type Known, keepKnown, keyOf, readKnown } from './known.ts'
import { mutationsOf } from './mutations.ts'
import type { Outcome } from './report.ts'
import { renewedFor, testsOf } from './tests-of.ts'
import { trialsOf } from './trials.ts'

const SECOND = 1000
/** Compiling and loading everything for the first time takes long on a busy machine. */
const FIRST_PATIENCE = 300 * SECOND
const PATIENCE = 20 * SECOND

/** What decides besides a source and its tests: how they are run, and by which packages. */
const TOOL = ['test/mutation/trial.ts', 'package-lock.json']

/** States of what decides whether a mutation is noticed: by one test, or by none. */
const statesFor = (file: string, tests: readonly string[]) => {
  const besides = (some: readonly string[]): string[] => [...new Set(some.flatMap((test) => [...neededBy(test)]))]
  const state = (some: readonly string[]): string => stateOf([...TOOL, ...besides(some).filter((one) => one !== file)])
  const all = state(tests)
  const single = new Map(tests.map((test) => [test, state([test])]))
  return (noticedBy: string | undefined): string => single.get(noticedBy ?? '') ?? all
}

/**
 * Tries every mutation of a source. What an earlier run found out is taken from there, as long as neither the source nor the test
 * that noticed (where none did, any of its tests) nor anything it needs has changed. Throws if a test fails without any mutation.
 */
export const tryMutations = async (file: string): Promise<Outcome[]> => {
  const mutations = mutationsOf(textOf(file))
  if (mutations.length === 0) return []
  const tests = testsOf(file)
  const stateBy = statesFor(file, tests)
  const past = readKnown(file)
  const known: Record<string, Known> = {}
  const { tryText, stop } = trialsOf({ file, tests, renewed: renewedFor(file, tests) })
  let patience: number | undefined
  const found = async (text: string): Promise<Known> => {
    const before = past[keyOf(text)]
    if (before && before.state === stateBy(before.noticedBy)) return before
    if (patience === undefined) {
      const started = performance.now()
      const { noticedBy, title } = await tryText(textOf(file), FIRST_PATIENCE)
      if (noticedBy) throw new Error(`without any mutation of ${file}: ${noticedBy}: ${title}`)
      patience = PATIENCE + 10 * (performance.now() - started)
    }
    const { noticedBy } = await tryText(text, patience)
    return { state: stateBy(noticedBy), ...(noticedBy !== undefined && { noticedBy }) }
  }
  const outcomes: Outcome[] = []
  for (const mutation of mutations) {
    const one = await found(mutation.text)
    known[keyOf(mutation.text)] = one
    outcomes.push({ mutation, noticedBy: one.noticedBy })
  }
  await stop()
  keepKnown(file, known)
  return outcomes
}

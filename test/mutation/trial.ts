import { registerHooks } from 'node:module'
import { pathToFileURL } from 'node:url'
import { parentPort, workerData } from 'node:worker_threads'
import { type File, startTests, type Task, type VitestRunner } from '@vitest/runner'
import fc from 'fast-check'
import { pathOf } from '../docs/repository.ts'

/** A thread that runs the tests of one source, once for every text it is sent in place of that source. */
export type TrialOf = {
  file: string
  /** Tests, those first that should be tried first; none is run after one that fails. */
  tests: readonly string[]
  /** What has to be loaded anew: all files between the tests and the source, with both. */
  renewed: readonly string[]
}

/** Undefined: no test noticed anything. */
export type Tried = { noticedBy?: string; title?: string }

const { file, tests, renewed } = workerData as TrialOf

// vitest looks there for what its own threads are given.
const state = { config: { expect: {} }, filepath: file, rpc: {}, resolvingModules: new Set(), evaluatedModules: {} }
Object.defineProperty(globalThis, '__vitest_worker__', { value: state })

// The same examples each time, or a mutation is found out by one run and not by the next.
fc.configureGlobal({ seed: 1 })

let text = ''
let round = 0
const renewedUrls = new Set(renewed.map((one) => pathToFileURL(pathOf(one)).href))
const mutated = pathToFileURL(pathOf(file)).href

registerHooks({
  resolve: (name, context, next) => {
    const found = next(name, context)
    return renewedUrls.has(found.url) ? { ...found, url: `${found.url}?round=${round}` } : found
  },
  load: (url, context, next) =>
    url.startsWith(`${mutated}?`)
      ? { format: 'module-typescript', source: text, shortCircuit: true }
      : next(url, context),
})

const config = {
  root: pathOf('.'),
  setupFiles: [],
  name: undefined,
  passWithNoTests: false,
  testNamePattern: undefined,
  allowOnly: true,
  sequence: { shuffle: false, concurrent: false, seed: 1, hooks: 'stack', setupFiles: 'list' },
  chaiConfig: undefined,
  maxConcurrency: 1,
  testTimeout: 120_000,
  hookTimeout: 120_000,
  retry: 0,
  includeTaskLocation: false,
  tags: [],
  tagsFilter: undefined,
  strictTags: false,
} as const

const failedIn = (tasks: readonly Task[]): Task | undefined => {
  for (const task of tasks) {
    const inside = task.type === 'suite' ? failedIn(task.tasks) : undefined
    if (inside) return inside
    if (task.result?.state === 'fail') return task
  }
  return undefined
}

const runTest = async (test: string): Promise<File[]> => {
  let hasFailed = false
  const runner: VitestRunner = {
    config: config as unknown as VitestRunner['config'],
    importFile: (path) => import(pathToFileURL(path).href),
    onBeforeRunTask: (task) => {
      if (hasFailed) task.mode = 'skip'
    },
    onAfterRunTask: (task) => {
      if (task.result?.state === 'fail') hasFailed = true
    },
  }
  return startTests([pathOf(test)], runner)
}

const tryText = async (): Promise<Tried> => {
  for (const test of tests) {
    const failed = failedIn(await runTest(test))
    if (failed) return { noticedBy: test, title: `${failed.name}: ${failed.result?.errors?.[0]?.message ?? ''}` }
  }
  return {}
}

parentPort?.on('message', async (sent: string) => {
  text = sent
  round += 1
  parentPort?.postMessage(await tryText())
})

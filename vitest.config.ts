import { defineConfig } from 'vitest/config'

const SECOND = 1000

/** In a browser, on the local engine. One journey is part of `npm test`, the sweeps of looks and sizes of `npm run test:deep`. */
const browser = ['test/browser/**/*.browser.test.ts']
const smoke = ['test/browser/**/*.smoke.browser.test.ts']
const sweeps = ['test/browser/**/*.browser.deep.test.ts']

/** These need the synthesized templates or the code of the functions, which take seconds to make. */
const synthesized = ['test/{flows,examples}/**/*.test.ts', 'test/infra/bundle.test.ts']
const assembly = { globalSetup: ['test/flows/assembly.setup.ts'] }

/**
 * Too long to wait for at every change: what is tried exhaustively, and the tests of the stage on which flows run.
 * `npm run test:deep` runs them, and CI.
 */
const deep = ['test/**/*.deep.test.ts', 'test/local/{*,!(conform)/**/*}.test.ts', 'test/sandbox/**/*.test.ts']

/** Runs of their own: the restart matrix takes minutes. */
const apart = ['test/restarts/**']

/**
 * No test changes a module, so modules are loaded once instead of once a file; it also lets flows share an instance, whose
 * functions have threads of their own.
 */
const project = (name: string, include: string[], exclude: string[], more = {}) => ({
  extends: true as const,
  test: { name, include, exclude: [...exclude, ...apart], isolate: false, ...more },
})

/** What is tried exhaustively takes minutes where three of these share two cores. */
const patient = { testTimeout: 300 * SECOND }

export default defineConfig({
  test: {
    // Worker threads start faster than processes. One for each project: two of them run side by side.
    pool: 'threads',
    maxWorkers: 1,
    // Ends what hangs, and nothing else: a busy machine must fail no test that only takes longer.
    testTimeout: 120 * SECOND,
    hookTimeout: 180 * SECOND,
    // Node runs TypeScript by itself; going through vite would only compile everything a second time.
    experimental: { viteModuleRunner: false },
    reporters: ['default'],
    expect: { requireAssertions: true },
    projects: [
      project('units', ['test/**/*.test.ts'], [...synthesized, ...deep, ...browser]),
      project('flows', [...synthesized, ...smoke], deep, assembly),
      project('deep units', deep, [...synthesized, ...sweeps], patient),
      project('deep flows', ['test/{flows,examples}/**/*.deep.test.ts'], [], { ...assembly, ...patient }),
      // After the others where both are asked for: those have one worker.
      project('sweeps', sweeps, [], { ...assembly, ...patient, maxWorkers: 2, sequence: { groupOrder: 1 } }),
      project('browser', browser, smoke, { ...assembly, maxWorkers: 2, sequence: { groupOrder: 1 } }),
    ],
  },
})

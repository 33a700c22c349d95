import { defineConfig } from 'vitest/config'

const SECOND = 1000

/** These need the synthesized templates or the code of the functions, which take seconds to make. */
const synthesized = ['test/flows/**/*.test.ts', 'test/infra/bundle.test.ts']

/** Runs of their own: browser tests need a browser, the restart matrix takes minutes. */
const apart = ['test/browser/**', 'test/restarts/**']

export default defineConfig({
  test: {
    // Worker threads start faster than processes. One for each project: the two run side by side, and two cores are budgeted for.
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
      {
        extends: true,
        test: {
          name: 'units',
          include: ['test/**/*.test.ts'],
          exclude: [...synthesized, ...apart],
          // No test changes a module; loading them once instead of once a file halves the time.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'flows',
          include: synthesized,
          exclude: apart,
          globalSetup: ['test/flows/assembly.setup.ts'],
          // One thread, so that files can share an instance, whose functions have threads of their own.
          isolate: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})

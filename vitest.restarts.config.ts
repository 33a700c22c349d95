import { defineConfig } from 'vitest/config'

/** The full restart matrix: minutes, so it has a command of its own. */
export default defineConfig({
  test: {
    include: ['test/restarts/**/*.test.ts'],
    globalSetup: ['test/flows/assembly.setup.ts'],
    pool: 'threads',
    maxWorkers: 2,
    experimental: { viteModuleRunner: false },
    hookTimeout: 30_000,
  },
})

import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { test as base, expect } from 'vitest'
import { builtFunctions } from './bundles.ts'
import { ownCpu } from './own-cpu.ts'
import { snapshotIn } from './snapshot.ts'
import { starting } from './start.ts'
import { weights } from './weights.ts'

// Nobody runs the bench at every change, and what it needs changes all the time. Whether the budgets are met is for the bench to
// say, on a quiet machine.

const BUILD = join(import.meta.dirname, '../../.build')

const test = base.extend<{ folder: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads from the pattern what a fixture needs.
  folder: async ({}, use) => {
    await mkdir(BUILD, { recursive: true })
    const folder = await mkdtemp(join(BUILD, 'bench-'))
    await use(folder)
    await rm(folder, { recursive: true, force: true })
  },
})

test('weighs every function of production against a bare bundle', async ({ folder }) => {
  const { rows } = weights(await builtFunctions(folder))
  expect(rows.map(({ cells }) => cells[0])).toContain('pages-serve')
})

test('measures the requests that are asked most', async () => {
  const [requests, sealing] = await ownCpu()
  expect([requests?.rows.length, sealing?.rows.length]).toEqual([5, 2])
})

test('synthesizes and starts a copy of the sources', async ({ folder }) => {
  const { rows } = await starting(await snapshotIn(folder), 1)
  expect(rows.length).toBe(3)
})

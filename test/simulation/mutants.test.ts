import { afterAll, describe, expect, it } from 'vitest'
import { IS_LONG, MUTANT_HISTORIES, SEED, TIMEOUT } from './budget.ts'
import type { Suspect, Way } from './mutant.ts'
import { mutantsOfChecks } from './mutants-of-checks.ts'
import { mutantsOfOrders } from './mutants-of-orders.ts'
import { mutantsOfPayments } from './mutants-of-payments.ts'
import { mutantsOfRefunds } from './mutants-of-refunds.ts'
import { foundOut } from './trials.ts'

const lines: string[] = []

afterAll(() => console.log(`simulation: mutants, and the run that found them out\n${lines.sort().join('\n')}`))

const NAME_WIDTH = 64

/** In a long run every way is tried, to know what each is good for. */
const waysFor = ({ seenBy }: Suspect): readonly Way[] =>
  IS_LONG ? (['crashes', 'meetings', 'histories'] as const) : [seenBy]

describe.each([
  ['P5 P6', mutantsOfChecks],
  ['P16', mutantsOfPayments],
  ['P4 P16', mutantsOfOrders],
  ['P7', mutantsOfRefunds],
] as const)('%s done wrong is seen', (_rules, mutants) => {
  it.each(mutants)('$name', { timeout: TIMEOUT }, async (mutant) => {
    const found: string[] = []
    for (const way of waysFor(mutant)) {
      const seen = await foundOut(mutant, way, SEED, MUTANT_HISTORIES)
      if (seen) found.push(`${way} ${seen.run}`)
    }
    lines.push(`  ${mutant.name.padEnd(NAME_WIDTH)} ${found.join(', ') || 'not found out'}`)
    expect(found).not.toEqual([])
  })
})

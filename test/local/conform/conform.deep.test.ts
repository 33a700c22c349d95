import { describe, expect, it } from 'vitest'
import { conforms } from '../../../local/conform/report.ts'
import type { Fault } from './receiver.ts'
import { idsOf, runAgainst } from './run.ts'

/** What else a case finds, beside the fault that `npm test` tries it by. */
const faults: Record<string, readonly Fault[]> = {
  'right-signature': ['takes an event for one of a user'],
  'wrong-signature': ['believes what it refuses', 'passes what is not signed', 'takes the id of the body'],
  replay: ['refuses repeats'],
  'old-timestamp': ['believes what is old'],
  'out-of-order': ['verifies for good', 'has one sequence for all', 'refuses what comes late'],
  gate: [
    'acts all the same',
    'acts when in trouble',
    'sends to verify when in trouble',
    'asks nobody',
    'lets nobody act',
  ],
  refunds: ['keeps the last refund alone', 'knows no refunds that need attention'],
  ban: ['knows no second ban', 'sends the banned to verify'],
  'unknown-type': ['refuses unknown subjects', 'refuses unknown members', 'takes any account event for a ban'],
  slow: ['sleeps once'],
  rotation: ['looks at the first signature alone'],
}

describe('M10 a receiver with one other fault', () => {
  const rows = Object.entries(faults).flatMap(([id, ones]) => ones.map((fault) => ({ id, fault })))
  it.concurrent.each(rows)('fails $id, and nothing else, where it $fault', async ({ id, fault }) => {
    const report = await runAgainst([fault])
    expect(idsOf(report, 'failed')).toEqual([id])
    expect(idsOf(report, 'not_judged')).toEqual([])
    expect(conforms(report)).toBe(false)
  })
})

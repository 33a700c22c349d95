import { describe, expect, it } from 'vitest'
import { conforms } from '../../../local/conform/report.ts'
import type { Fault } from './receiver.ts'
import { everyCase, idsOf, LIMIT_MS, runAgainst } from './run.ts'

/** A receiver for each case; others are in the deep tests. */
const faults: Record<string, Fault> = {
  slow: 'asks before it answers',
  'right-signature': 'signs what it has written anew',
  'wrong-signature': 'checks the time alone',
  replay: 'tells repeats by their time',
  'old-timestamp': 'takes any time',
  'out-of-order': 'goes by arrival',
  'at-once': 'looks first and keeps later',
  gate: 'shows no way to verify',
  refunds: 'counts refunds that were submitted',
  ban: 'frees who is still banned',
  'unknown-type': 'refuses unknown types',
  rotation: 'knows the first secret alone',
}

describe('M10 a receiver with one fault', () => {
  it('is tried for each case', () => {
    expect(Object.keys(faults).toSorted()).toEqual(everyCase.toSorted())
  })

  it.concurrent.each(Object.entries(faults))('fails %s, and nothing else, where it %s', async (id, fault) => {
    const report = await runAgainst([fault])
    expect(idsOf(report, 'failed')).toEqual([id])
    expect(idsOf(report, 'passed')).toEqual(everyCase.filter((one) => one !== id))
    expect(conforms(report)).toBe(false)
  })
})

describe('M10 a receiver that is right', () => {
  it.concurrent.each([
    ['shows at once what it was told', false],
    ['answers first, and shows it later', true],
  ])('passes all twelve cases where it %s', async (_, later) => {
    const report = await runAgainst([], { later, tried: { settleMs: LIMIT_MS } })
    expect(idsOf(report, 'passed')).toEqual(everyCase)
    expect(conforms(report)).toBe(true)
  })

  it('is not said to have passed what nothing was given to see it by', async () => {
    const [one] = await Promise.all([runAgainst([], { tried: { gate: undefined, state: undefined } })])
    expect(idsOf(one, 'passed')).toEqual([])
    expect(idsOf(one, 'not_judged')).toEqual(['gate'])
    expect(idsOf(one, 'partly')).toEqual(everyCase.filter((id) => id !== 'gate'))
    expect(conforms(one)).toBe(true)
  })
})

import { describe, expect, it } from 'vitest'
import type { CheckResult } from '../../../functions/verification/check/checker.ts'
import { outcomeOf } from '../../../functions/verification/check/handed-on.ts'

const rows: [string, CheckResult, string | undefined][] = [
  ['verdict', { kind: 'verdict', verdict: 'no_record', billed: 'no', vendorCode: '-9' }, 'answered'],
  ['question refused', { kind: 'refused', because: 'vendor_refused', billed: 'no', vendorCode: 'x' }, 'answered'],
  [
    'question refused before anybody was looked up',
    { kind: 'refused', because: 'data_unsupported', billed: 'no', vendorCode: 'x', notLookedUp: true },
    'not_used',
  ],
  ['call answered with nothing done', { kind: 'not_executed', vendorCode: '-11' }, 'not_used'],
  ['call that never left us', { kind: 'not_executed', vendorCode: 'ECONNREFUSED', notSent: true }, 'not_sent'],
  ['unknown end', { kind: 'unknown', vendorCode: 'ETIMEDOUT' }, undefined],
]

describe('M7 what became of what was handed on', () => {
  it.each(rows)('after a %s', (_name, result, outcome) => {
    expect(outcomeOf(result)).toBe(outcome)
  })
})

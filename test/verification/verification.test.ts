import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CheckResult } from '../../functions/verification/check/checker.ts'
import { type AfterCall, afterCall, coolDownUntil, type Decision } from '../../functions/verification/verification.ts'
import { HOUR, MINUTE, SECOND } from '../../shared/kernel/time.ts'
import { NOON } from '../kit.ts'

const fresh = { count: 0, since: NOON }

const verdict = (of: 'match' | 'mismatch' | 'no_record'): CheckResult => ({
  kind: 'verdict',
  verdict: of,
  billed: 'yes',
  vendorCode: '0',
})

const decision = (status: Decision['status'], reason?: Decision['reason']): AfterCall => ({
  kind: 'decided',
  decision: { status, ...(reason && { reason }) },
})

describe('P5 what an answer of the vendor means', () => {
  it.each<[CheckResult, AfterCall]>([
    [verdict('match'), decision('verified')],
    [verdict('mismatch'), decision('mismatch')],
    [verdict('no_record'), decision('no_record')],
    [{ kind: 'unknown', vendorCode: 'no_answer' }, decision('undetermined', 'result_unknown')],
    [
      { kind: 'refused', because: 'number_segment_unsupported', billed: 'no', vendorCode: '1' },
      decision('undetermined', 'number_segment_unsupported'),
    ],
    [
      { kind: 'refused', because: 'vendor_daily_limit', billed: 'yes', vendorCode: '1' },
      decision('undetermined', 'vendor_daily_limit'),
    ],
    [
      { kind: 'refused', because: 'vendor_refused', billed: 'unknown', vendorCode: '1' },
      decision('undetermined', 'vendor_refused'),
    ],
  ])('%j', (result, after) => {
    expect(afterCall(result, fresh, NOON)).toEqual(after)
  })
})

describe('P6 another try only where nothing was done', () => {
  const busy: CheckResult = { kind: 'not_executed', vendorCode: 'busy' }
  const again = (at: number): AfterCall => ({ kind: 'again', at })

  it.each([
    [0, 0, again(NOON + 30 * SECOND)],
    [1, 30 * SECOND, again(NOON + 90 * SECOND)],
    [2, 90 * SECOND, again(NOON + 210 * SECOND)],
    [3, 210 * SECOND, decision('undetermined', 'vendor_unavailable')],
  ])('given back %i times, %i ms after the payment', (count, after, expected) => {
    expect(afterCall(busy, { count, since: NOON }, NOON + after)).toEqual(expected)
  })

  it('gives up rather than come back after five minutes', () => {
    const { since } = fresh
    expect(afterCall(busy, { count: 0, since }, since + 5 * MINUTE - 30 * SECOND)).toEqual(again(since + 5 * MINUTE))
    expect(afterCall(busy, { count: 0, since }, since + 5 * MINUTE - 30 * SECOND + 1)).toEqual(
      decision('undetermined', 'vendor_unavailable'),
    )
  })

  it('is never given to an answer that may have been executed', () => {
    const results = fc.constantFrom<CheckResult>(
      verdict('match'),
      verdict('mismatch'),
      verdict('no_record'),
      { kind: 'unknown', vendorCode: 'reset' },
      { kind: 'refused', because: 'vendor_refused', billed: 'unknown', vendorCode: '1' },
    )
    fc.assert(
      fc.property(results, fc.nat(5), fc.nat(10 * MINUTE), (result, count, after) => {
        expect(afterCall(result, { count, since: NOON }, NOON + after).kind).toBe('decided')
      }),
    )
  })
})

describe('P8 how long identical data is not taken again', () => {
  const coolDowns = { mismatchCoolDownMs: 24 * HOUR, noRecordCoolDownMs: 72 * HOUR }

  it.each<[Decision['status'], number | undefined]>([
    ['mismatch', 24 * HOUR],
    ['no_record', 72 * HOUR],
    ['verified', undefined],
    ['identity_in_use', undefined],
    ['undetermined', undefined],
  ])('after %s', (status, duration) => {
    expect(coolDownUntil({ status }, coolDowns, NOON)).toBe(duration && NOON + duration)
  })
})

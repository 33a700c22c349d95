import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { adviceOn, type Retry, type UndecidedBecause } from '../../functions/verification/advice.ts'
import { type CheckResult, refusesUs } from '../../functions/verification/check/checker.ts'
import { NEVER } from '../../functions/verification/vendors/choice.ts'
import {
  type AfterCall,
  afterCall,
  coolDownUntil,
  countsAsTry,
  type Decision,
  endOfPasses,
  reasons,
  retryAtAfter,
} from '../../functions/verification/verification.ts'
import { DAY, HOUR, MINUTE, nextBeijingDay, SECOND } from '../../shared/kernel/time.ts'
import { NOON } from '../kit.ts'

const fresh = { before: undefined, since: NOON }
/** Given back that often already. */
const times = (count: number) => ({ before: { count, until: NOON, ...(count && { undone: count }) }, since: NOON })

const coolDowns = { mismatchCoolDownMs: 24 * HOUR, noRecordCoolDownMs: 72 * HOUR, unsupportedMs: 30 * DAY }

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
    expect(afterCall(result, fresh, NOON, undefined)).toEqual(after)
  })
})

const unavailable: Decision = { status: 'undetermined', reason: 'vendor_unavailable' }

describe('P6 another try only where nothing was done', () => {
  const busy: CheckResult = { kind: 'not_executed', vendorCode: 'busy' }
  const passed = (count: number, until: number): AfterCall => ({
    kind: 'passed',
    pass: { count, until, undone: count },
    otherwise: unavailable,
  })

  it.each([
    [0, 0, passed(1, NOON + 30 * SECOND)],
    [1, 30 * SECOND, passed(2, NOON + 90 * SECOND)],
    [2, 90 * SECOND, passed(3, NOON + 210 * SECOND)],
    [3, 210 * SECOND, passed(4, NEVER)],
  ])('by the same vendor, that gave it back %i times, %i ms after the payment', (count, after, expected) => {
    expect(afterCall(busy, times(count), NOON + after, undefined)).toEqual(expected)
  })

  it('and not after five minutes', () => {
    const last = NOON + 5 * MINUTE - 30 * SECOND
    expect(afterCall(busy, fresh, last, undefined)).toEqual(passed(1, NOON + 5 * MINUTE))
    expect(afterCall(busy, fresh, last + 1, undefined)).toEqual(passed(1, NEVER))
  })

  it('by another vendor where it is documented that nobody was looked up, and never by that one', () => {
    const refused = { kind: 'refused', because: 'data_unsupported', billed: 'no', vendorCode: '-6' } as const
    expect(afterCall({ ...refused, notLookedUp: true }, times(2), NOON, undefined)).toEqual({
      kind: 'passed',
      pass: { count: 2, undone: 2, refused: true, until: NEVER, because: 'data_unsupported' },
      otherwise: { status: 'undetermined', reason: 'data_unsupported' },
    })
    expect(afterCall(refused, times(2), NOON, undefined)).toEqual(decision('undetermined', 'data_unsupported'))
  })

  it('says of a card, about which nobody here is asked, no more than that the vendor refused', () => {
    const refused = { kind: 'refused', because: 'card_unusable', billed: 'yes', vendorCode: '7' } as const
    expect(afterCall(refused, fresh, NOON, undefined)).toEqual(decision('undetermined', 'vendor_refused'))
  })

  it('is never given to an answer that may have been executed', () => {
    const results = fc.constantFrom<CheckResult>(
      verdict('match'),
      verdict('mismatch'),
      verdict('no_record'),
      { kind: 'unknown', vendorCode: 'reset' },
      { kind: 'refused', because: 'vendor_refused', billed: 'unknown', vendorCode: '1' },
      { kind: 'refused', because: 'card_unusable', billed: 'yes', vendorCode: '1' },
    )
    fc.assert(
      fc.property(results, fc.nat(5), fc.nat(10 * MINUTE), (result, count, after) => {
        expect(afterCall(result, times(count), NOON + after, undefined).kind).toBe('decided')
      }),
    )
  })
})

describe('P6 P7 a vendor that refuses us', () => {
  const turnedAway: CheckResult = { kind: 'not_executed', vendorCode: 'AuthFailure', needsRepair: true }

  it('is asked again when the pause is over, however often it was busy before', () => {
    fc.assert(
      fc.property(fc.nat(9), fc.nat(HOUR), (count, after) => {
        const until = NOON + after
        // A call that was refused counts as one all the same, only not towards those after which nobody asks any more.
        const pass = { count, until, undone: count + 1 }
        expect(afterCall(turnedAway, times(count), NOON, until)).toEqual({
          kind: 'passed',
          pass,
          otherwise: unavailable,
        })
      }),
    )
  })

  it('is told from one that does not take these data', () => {
    expect(refusesUs(turnedAway)).toBe(true)
    const busy: CheckResult = { kind: 'not_executed', vendorCode: 'busy' }
    expect([refusesUs(busy), refusesUs({ ...busy, needsRepair: undefined })]).toEqual([false, false])
    expect(refusesUs(verdict('match'))).toBe(false)
  })

  it('is not asked again where no document says that nothing was done', () => {
    const result: CheckResult = {
      kind: 'refused',
      because: 'vendor_refused',
      billed: 'unknown',
      vendorCode: 'OperationDenied',
      needsRepair: true,
      notLookedUp: true,
    }
    expect(afterCall(result, fresh, NOON, NOON + MINUTE)).toEqual(decision('undetermined', 'vendor_unavailable'))
  })
})

describe('P6 M5 a check that no vendor can be asked about any more', () => {
  const vendors = [{ name: 'one' }, { name: 'other' }]
  const otherwise: Decision = { status: 'undetermined', reason: 'number_segment_unsupported' }
  const known = { count: 0, until: NEVER, because: 'number_segment_unsupported' } as const

  it('ends with what the last of them said, where all of them said that they cannot tell', () => {
    expect(endOfPasses(vendors, { one: known, other: { ...known, because: 'data_unsupported' } }, otherwise)).toEqual(
      otherwise,
    )
  })

  it.each([[{ one: known, other: { count: 4, until: NEVER } }], [{ one: known }], [{}]])(
    'ends as our fault where one could not be asked: %j',
    (passes) => {
      expect(endOfPasses(vendors, passes, otherwise)).toEqual(unavailable)
    },
  )
})

describe('M1 P7 what helps after a check that found out nothing', () => {
  const midnight = nextBeijingDay(NOON)
  const inAMonth = nextBeijingDay(NOON + 30 * DAY)

  it.each<[UndecidedBecause, Retry, number | undefined, boolean]>([
    ['result_unknown', 'now', undefined, false],
    ['vendor_unavailable', 'later', NOON + 10 * MINUTE, false],
    ['service_fault', 'later', NOON + HOUR, false],
    ['vendor_refused', 'later', NOON + DAY, true],
    ['vendor_daily_limit', 'later', midnight, true],
    ['number_segment_unsupported', 'other_number', inAMonth, false],
    ['data_unsupported', 'other_data', inAMonth, true],
  ])('%s: %s', (reason, retry, at, blocks) => {
    const undetermined: Decision = { status: 'undetermined', reason }
    expect(adviceOn[reason].retry).toBe(retry)
    expect(retryAtAfter(undetermined, coolDowns, NOON, undefined)).toBe(at)
    expect(coolDownUntil(undetermined, coolDowns, NOON)).toBe(blocks ? at : undefined)
  })

  it('says no time at which orders are still closed', () => {
    const undetermined: Decision = { status: 'undetermined', reason: 'vendor_unavailable' }
    expect(retryAtAfter(undetermined, coolDowns, NOON, NOON + 2 * HOUR)).toBe(NOON + 2 * HOUR)
    expect(retryAtAfter(undetermined, coolDowns, NOON, NOON + MINUTE)).toBe(NOON + 10 * MINUTE)
  })

  it('may be at once where nothing has to be waited for, unless orders are still closed', () => {
    const at = (of: Decision) => retryAtAfter(of, coolDowns, NOON, NOON + 100 * HOUR)
    expect(at({ status: 'undetermined', reason: 'result_unknown' })).toBe(NOON + 100 * HOUR)
    expect(at({ status: 'mismatch' })).toBe(NOON + 100 * HOUR)
    expect(retryAtAfter({ status: 'mismatch' }, coolDowns, NOON, NOON)).toBe(NOON + 24 * HOUR)
    expect([at({ status: 'verified' }), at({ status: 'identity_in_use' })]).toEqual([undefined, undefined])
  })

  it('is for every reason', () => {
    const reasonsOfChecks = reasons.filter(
      (reason) => !['cancelled_by_user', 'wrong_amount_paid', 'identity_in_use', 'account_banned'].includes(reason),
    )
    expect(Object.keys(adviceOn).sort()).toEqual([...reasonsOfChecks].sort())
  })
})

describe('P8 which checks count', () => {
  it('is all but those that we or the vendor failed', () => {
    const uncounted = Object.entries(countsAsTry).filter(([, counts]) => !counts)
    expect(uncounted.map(([status]) => status)).toEqual(['undetermined'])
  })
})

describe('P8 how long identical data is not taken again', () => {
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

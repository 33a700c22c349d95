import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareCalls, type OurCall } from '../../../functions/bookkeeping/statements/call-comparison.ts'
import type { StatementRow } from '../../../functions/bookkeeping/statements/statement-rows.ts'
import { beijingDayStart, DAY, MINUTE, SECOND } from '../../../shared/kernel/time.ts'
import { NOON } from '../../kit.ts'

const from = beijingDayStart('20261120')
const day = { from, until: from + DAY }

const row = (requestId: string, of: Partial<StatementRow> = {}): StatementRow => ({
  requestId,
  calledAt: NOON,
  code: '0',
  billed: true,
  ...of,
})

const call = (requestId: string | undefined, of: Partial<OurCall> = {}): OurCall => ({
  outTradeNo: `o-${requestId}`,
  calledAt: NOON,
  billed: 'yes',
  vendorCode: '0',
  ...(requestId && { requestId }),
  ...of,
})

/** A call whose answer never came. */
const lost = (outTradeNo: string, calledAt = NOON): OurCall => ({ outTradeNo, calledAt, billed: 'unknown' })

const kinds = (rows: StatementRow[], calls: OurCall[]) =>
  compareCalls(rows, calls, day).differences.map(({ kind, requestId, outTradeNo }) => [kind, requestId, outTradeNo])

describe('calls against a statement happy', () => {
  it('the same calls on both sides match', () => {
    const free = { code: '-9', billed: false }
    const compared = compareCalls(
      [row('a'), row('b', free)],
      [call('b', { vendorCode: '-9', billed: 'no' }), call('a')],
      day,
    )
    expect(compared).toEqual({
      counts: {
        rows: 2,
        calls: 2,
        matched: 2,
        chargedThere: 1,
        billedHere: 1,
        explained: 0,
        unanswered: 0,
        unexplained: 0,
      },
      differences: [],
      explainedCharged: 0,
    })
  })

  it('a call of unknown end that has a number is explained, charged or not', () => {
    const unknown = { billed: 'unknown', vendorCode: undefined } as const
    const compared = compareCalls(
      [row('a'), row('b', { billed: false })],
      [call('a', unknown), call('b', unknown)],
      day,
    )
    expect(compared.differences.map(({ kind, there }) => [kind, there?.billed])).toEqual([
      ['unknown_explained', true],
      ['unknown_explained', false],
    ])
    expect(compared.counts).toMatchObject({ explained: 2, unexplained: 0 })
    expect(compared.explainedCharged).toBe(1)
  })

  it.each([
    ['at once', 0],
    ['by a clock that is behind', -MINUTE],
    ['by a clock that is ahead', 2 * MINUTE],
  ])('a call nobody heard of again is found by its time: %s', (_case, later) => {
    expect(kinds([row('x', { calledAt: NOON + later })], [lost('o')])).toEqual([['unknown_explained', 'x', 'o']])
  })

  it.each([-MINUTE - 1, 2 * MINUTE + 1])('but not %i ms off', (later) => {
    const compared = compareCalls([row('x', { calledAt: NOON + later })], [lost('o')], day)
    expect(compared.differences.map(({ kind }) => kind)).toEqual(['charged_unknown_here'])
    expect(compared.counts).toMatchObject({ unanswered: 1, unexplained: 1 })
  })

  it('a call nobody heard of again that the statement does not charge was not made', () => {
    const compared = compareCalls([row('x', { billed: false })], [lost('o')], day)
    expect(compared.differences).toEqual([])
    expect(compared.counts).toMatchObject({ unanswered: 1, unexplained: 0 })
  })
})

describe('calls against a statement refused', () => {
  it.each<[string, StatementRow[], OurCall[], unknown[]]>([
    ['charged there, unknown here', [row('x')], [], ['charged_unknown_here', 'x', undefined]],
    ['billed here, absent there', [], [call('a')], ['billed_missing_there', 'a', 'o-a']],
    [
      'billed here without a number, absent there',
      [],
      [call(undefined, { outTradeNo: 'o' })],
      ['billed_missing_there', undefined, 'o'],
    ],
    ['another code', [row('a', { code: '-4' })], [call('a')], ['code_differs', 'a', 'o-a']],
    ['charged there, free here', [row('a')], [call('a', { billed: 'no' })], ['billed_differs', 'a', 'o-a']],
    ['free there, billed here', [row('a', { billed: false })], [call('a')], ['billed_differs', 'a', 'o-a']],
  ])('%s', (_case, rows, calls, difference) => {
    expect(kinds(rows, calls)).toEqual([difference])
    expect(compareCalls(rows, calls, day).counts).toMatchObject({ matched: 0, unexplained: 1 })
  })

  it('what costs nothing and is on one side only is no difference', () => {
    const compared = compareCalls([row('x', { billed: false })], [call('a', { billed: 'no' })], day)
    expect(compared.differences).toEqual([])
  })

  it('says what stands there and what here', () => {
    expect(compareCalls([row('a', { code: '-4' })], [call('a')], day).differences).toEqual([
      {
        kind: 'code_differs',
        requestId: 'a',
        outTradeNo: 'o-a',
        calledAt: NOON,
        there: { code: '-4', billed: true },
        here: { code: '0', billed: 'yes' },
      },
    ])
  })
})

describe('calls against a statement hostile', () => {
  it('one row explains one call only', () => {
    const calls = [lost('o1'), lost('o2', NOON + SECOND)]
    expect(kinds([row('x')], calls)).toEqual([['unknown_explained', 'x', 'o1']])
    expect(compareCalls([row('x')], calls, day).counts).toMatchObject({ explained: 1, unanswered: 1 })
  })

  it('a row explains the call that went silent rather than the one that was refused', () => {
    const refused: OurCall = { ...lost('o1', NOON - SECOND), billed: 'no', vendorCode: 'busy' }
    expect(kinds([row('x')], [refused, lost('o2')])).toEqual([['unknown_explained', 'x', 'o2']])
    expect(kinds([row('x')], [refused])).toEqual([['code_differs', 'x', 'o1']])
  })

  it('calls that went silent one after the other are all explained', () => {
    const times = [0, 30, 60, 90, 120].map((seconds) => NOON + seconds * SECOND)
    const calls = times.map((calledAt, nth) => lost(`o${nth}`, calledAt))
    const rows = times.map((calledAt, nth) => row(`x${nth}`, { calledAt: calledAt + 20 * SECOND }))
    expect(compareCalls(rows.toReversed(), calls.toReversed(), day).counts).toMatchObject({
      explained: 5,
      unexplained: 0,
    })
  })

  it('over midnight: a call on the other side counts if the statement has it, and not otherwise', () => {
    const before = call('a', { calledAt: from - SECOND })
    const compared = compareCalls([row('a', { calledAt: from })], [before, call('b', { calledAt: from - 2 })], day)
    expect(compared).toMatchObject({ counts: { calls: 1, matched: 1, billedHere: 1 }, differences: [] })
  })

  it.each([
    [from + MINUTE, true],
    [day.until - MINUTE, true],
    [from + 5 * MINUTE, undefined],
    [day.until - 5 * MINUTE - 1, undefined],
  ])('a call at %i that is missing there may be in the neighbour’s statement: %s', (calledAt, nearMidnight) => {
    const [difference] = compareCalls([], [call('a', { calledAt })], day).differences
    expect(difference?.nearMidnight).toBe(nearMidnight)
  })

  const moment = fc.integer({ min: from, max: day.until - 1 })
  const rows = fc.uniqueArray(
    fc.record({
      requestId: fc.nat({ max: 40 }).map((nth) => `r${nth}`),
      calledAt: moment,
      code: fc.constantFrom('0', '-4'),
      billed: fc.boolean(),
    }),
    { maxLength: 25, selector: ({ requestId }) => requestId },
  )
  const calls = fc.uniqueArray(
    fc.record({
      outTradeNo: fc.nat({ max: 999 }).map((nth) => `o${nth}`),
      requestId: fc.option(
        fc.nat({ max: 40 }).map((nth) => `r${nth}`),
        { nil: undefined },
      ),
      calledAt: moment,
      vendorCode: fc.option(fc.constantFrom('0', '-4'), { nil: undefined }),
      billed: fc.constantFrom('yes', 'no', 'unknown'),
    }),
    { maxLength: 25, selector: ({ requestId, outTradeNo }) => requestId ?? outTradeNo },
  )

  it('every charged row and every billed call is accounted for exactly once', () => {
    fc.assert(
      fc.property(rows, calls, (there, here) => {
        const { counts, differences } = compareCalls(there, here, day)
        const of = (...kind: string[]) => differences.filter((one) => kind.includes(one.kind))
        const inRows = new Set(there.map(({ requestId }) => requestId))
        const paired = counts.matched + of('code_differs', 'billed_differs', 'unknown_explained').length
        expect(counts.rows).toBe(there.length)
        expect(counts.calls).toBe(here.length)
        expect(paired).toBeGreaterThanOrEqual(here.filter(({ requestId }) => requestId && inRows.has(requestId)).length)
        const charged = differences.filter((one) => one.there?.billed).length
        expect(counts.chargedThere).toBeGreaterThanOrEqual(charged)
        expect(of('charged_unknown_here').length).toBeLessThanOrEqual(counts.chargedThere)
        expect(of('billed_missing_there').length).toBeLessThanOrEqual(counts.billedHere)
        expect(counts.unexplained + counts.explained).toBe(differences.length)
        const named = differences.flatMap(({ requestId }) => requestId ?? [])
        expect(new Set(named).size).toBe(named.length)
      }),
    )
  })

  it('the order of rows and calls makes no difference', () => {
    fc.assert(
      fc.property(rows, calls, (there, here) => {
        const one = compareCalls(there, here, day)
        const other = compareCalls(there.toReversed(), here.toReversed(), day)
        expect(other.counts).toEqual(one.counts)
        expect(other.explainedCharged).toBe(one.explainedCharged)
      }),
    )
  })

  it('the difference in cost is what the differences say', () => {
    fc.assert(
      fc.property(rows, calls, (there, here) => {
        const { counts, differences } = compareCalls(there, here, day)
        const charge = (billed: boolean | undefined): number => (billed ? 1 : 0)
        const listed = differences.reduce(
          (sum, one) => sum + charge(one.there?.billed) - charge(one.here?.billed === 'yes'),
          0,
        )
        expect(listed).toBe(counts.chargedThere - counts.billedHere)
      }),
    )
  })
})

describe('calls against a statement, at every limit', () => {
  const missingAt = (calledAt: number) => compareCalls([], [call('a', { calledAt })], day).differences[0]

  it.each([
    [from, true],
    [from + 5 * MINUTE - 1, true],
    [from + 5 * MINUTE, undefined],
    [from + DAY - 5 * MINUTE - 1, undefined],
    [from + DAY - 5 * MINUTE, true],
    [from + DAY - 1, true],
  ])('a call at %i that the statement lacks is near midnight: %j', (calledAt, nearMidnight) => {
    expect(missingAt(calledAt)?.nearMidnight).toBe(nearMidnight)
  })

  it('calls outside the day count only where the statement has them', () => {
    expect([missingAt(from - 1), missingAt(from + DAY)]).toEqual([undefined, undefined])
    const compared = compareCalls([row('a')], [call('a', { calledAt: from - 1 })], day)
    expect(compared.counts).toMatchObject({ calls: 1, matched: 1 })
  })

  it('a call nobody heard of again explains one row, the first that fits its time', () => {
    const early = row('w', { calledAt: NOON - MINUTE - 1 })
    const earlier = row('v', { calledAt: NOON - MINUTE - 2 })
    expect(kinds([earlier, early, row('x'), row('y', { calledAt: NOON + 1 })], [lost('o')])).toEqual([
      ['charged_unknown_here', 'v', undefined],
      ['charged_unknown_here', 'w', undefined],
      ['unknown_explained', 'x', 'o'],
      ['charged_unknown_here', 'y', undefined],
    ])
    expect(kinds([early, row('x')], [lost('o')])).toContainEqual(['unknown_explained', 'x', 'o'])
    expect(kinds([row('x', { calledAt: NOON + 2 * MINUTE + 1 })], [lost('o')])).toContainEqual([
      'charged_unknown_here',
      'x',
      undefined,
    ])
  })

  it('differences of one moment are in the order of their numbers', () => {
    const numbers = ['c', 'a', 'd', 'b']
    const compared = compareCalls(
      numbers.map((one) => row(one)),
      [],
      day,
    )
    expect(compared.differences.map(({ requestId }) => requestId)).toEqual(['a', 'b', 'c', 'd'])
  })

  it('of what is missing, only calls of unknown end are unanswered, and nothing is told that is not known', () => {
    const { counts, differences } = compareCalls([], [call('a'), lost('o')], day)
    expect(counts).toMatchObject({ unanswered: 1, billedHere: 1, calls: 2 })
    const unheard = differences.find(({ outTradeNo }) => outTradeNo === 'o')
    const other = differences.find(({ outTradeNo }) => outTradeNo === 'o-a')
    expect(other).toStrictEqual({
      ...{ kind: 'billed_missing_there', requestId: 'a', outTradeNo: 'o-a', calledAt: NOON },
      here: { code: '0', billed: 'yes' },
    })
    expect(unheard).toBeUndefined()
    const { differences: explained } = compareCalls([row('x')], [lost('o')], day)
    expect(explained[0]?.here).toStrictEqual({ billed: 'unknown' })
    const [numberless] = compareCalls([], [call(undefined)], day).differences
    expect(numberless).not.toHaveProperty('requestId')
  })
})

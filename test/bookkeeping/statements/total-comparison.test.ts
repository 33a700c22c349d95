import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MIDNIGHT_MARGIN, type OurCall } from '../../../functions/bookkeeping/statements/call-comparison.ts'
import { compareTotal } from '../../../functions/bookkeeping/statements/total-comparison.ts'
import { DAY, HOUR } from '../../../shared/kernel/time.ts'

const FROM = Date.parse('2026-11-20T00:00:00+08:00')
const span = { from: FROM, until: FROM + DAY }

const call = (billed: OurCall['billed'], calledAt = FROM + 10 * HOUR): OurCall => ({
  outTradeNo: 'o',
  calledAt,
  billed,
})

const compared = (charged: number, ...calls: OurCall[]) => compareTotal({ rows: 1, charged }, calls, span)

describe('M5 a total of a day held against our calls', () => {
  it('matches where as many are charged as we know to be', () => {
    const { counts, differences } = compared(2, call('yes'), call('yes'), call('no'))
    expect(counts).toEqual({
      ...{ rows: 1, calls: 3, matched: 2, chargedThere: 2, billedHere: 2 },
      ...{ explained: 0, unanswered: 0, unexplained: 0 },
    })
    expect(differences).toEqual([])
  })

  it('explains more by calls whose end we do not know, and by those that were made just over midnight', () => {
    const unknown = compared(2, call('yes'), call('unknown'), call('unknown'))
    expect(unknown).toMatchObject({ counts: { explained: 1, unanswered: 1, unexplained: 0 }, explainedCharged: 1 })
    const neighbours = [call('yes', FROM - 1), call('unknown', FROM + DAY), call('no', FROM - 1)]
    expect(compared(2, ...neighbours)).toMatchObject({
      counts: { calls: 0, explained: 2, unexplained: 0 },
      differences: [],
    })
    expect(compared(3, ...neighbours).counts).toMatchObject({ explained: 2, unexplained: 1 })
  })

  it('explains less by those so close to midnight that another day may have them', () => {
    const edges = [call('yes', FROM), call('yes', FROM + DAY - 1), call('yes', FROM + MIDNIGHT_MARGIN)]
    expect(compared(1, ...edges)).toMatchObject({ counts: { explained: 2, unexplained: 0 }, explainedCharged: 0 })
    expect(compared(0, ...edges).counts).toMatchObject({ explained: 2, unexplained: 1 })
  })

  it('has one difference for the rest, as nobody can say which calls it is', () => {
    expect(compared(5, call('yes')).differences).toEqual([{ kind: 'total_differs', calledAt: FROM }])
    expect(compared(0, call('yes')).counts).toMatchObject({ chargedThere: 0, billedHere: 1, unexplained: 1 })
  })

  it('accounts for every call of the difference once', () => {
    const times = fc.integer({ min: FROM - MIDNIGHT_MARGIN, max: FROM + DAY + MIDNIGHT_MARGIN - 1 })
    const calls = fc.array(fc.tuple(fc.constantFrom<OurCall['billed']>('yes', 'no', 'unknown'), times), {
      maxLength: 12,
    })
    fc.assert(
      fc.property(calls, fc.nat(15), (made, charged) => {
        const { counts, explainedCharged, differences } = compared(charged, ...made.map((one) => call(...one)))
        expect(counts.explained + counts.unexplained).toBe(Math.abs(charged - counts.billedHere))
        expect(counts.matched).toBe(Math.min(charged, counts.billedHere))
        expect(explainedCharged).toBe(charged > counts.billedHere ? counts.explained : 0)
        expect(differences).toHaveLength(counts.unexplained > 0 ? 1 : 0)
        expect(counts.unanswered).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})

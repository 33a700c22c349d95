import { describe, expect, it } from 'vitest'
import { resultOf, takenFromNobody, turnedAway } from '../../functions/vendors/check-codes.ts'

const ID = '0c2d9b7e-6a51-4f0e-9a5e-0d6f3a8b1c22'

describe('P6 what a call came to, by the row of its code', () => {
  it('is unknown without a row, or where the row says so: never a verdict', () => {
    expect(resultOf(undefined, 'c', ID)).toEqual({ kind: 'unknown', vendorCode: 'c', requestId: ID })
    const row = { code: 'c', kind: 'unknown', billed: 'unknown' } as const
    expect(resultOf(row, 'c', ID)).toEqual({ kind: 'unknown', vendorCode: 'c', requestId: ID })
  })

  it('is a verdict, with what differs where the row says it', () => {
    const row = { code: 'c', kind: 'verdict', verdict: 'mismatch', billed: 'yes' } as const
    const verdict = { kind: 'verdict', verdict: 'mismatch', billed: 'yes', vendorCode: 'd', requestId: ID }
    expect(resultOf(row, 'd', ID)).toStrictEqual(verdict)
    expect(resultOf({ ...row, differs: ['name'] }, 'd', ID)).toStrictEqual({ ...verdict, differs: ['name'] })
  })

  it('was not executed, and is for us to mend where the row says so', () => {
    const row = { code: 'c', kind: 'not_executed', billed: 'no' } as const
    expect(resultOf(row, 'd', ID)).toStrictEqual({ kind: 'not_executed', vendorCode: 'd' })
    expect(resultOf(turnedAway('c'), 'd', ID)).toStrictEqual({
      kind: 'not_executed',
      vendorCode: 'd',
      needsRepair: true,
    })
  })

  it('is refused for whatever the row names, else for a reason nobody here understands', () => {
    const row = { code: 'c', kind: 'refused', billed: 'unknown', repair: true } as const
    const refused = { kind: 'refused', billed: 'unknown', vendorCode: 'd', requestId: ID }
    expect(resultOf(row, 'd', ID)).toStrictEqual({ ...refused, because: 'vendor_refused', needsRepair: true })
    const limit = { code: 'c', kind: 'refused', because: 'vendor_daily_limit', billed: 'unknown' } as const
    expect(resultOf(limit, 'd', ID)).toStrictEqual({ ...refused, because: 'vendor_daily_limit' })
  })

  it('lets another vendor be asked only where nobody was looked up', () => {
    const refused = { kind: 'refused', billed: 'no', vendorCode: 'd', requestId: ID, notLookedUp: true }
    expect(resultOf(takenFromNobody('c'), 'd', ID)).toStrictEqual({ ...refused, because: 'data_unsupported' })
    const segment = takenFromNobody('c', 'number_segment_unsupported')
    expect(resultOf(segment, 'd', ID)).toStrictEqual({ ...refused, because: 'number_segment_unsupported' })
  })
})

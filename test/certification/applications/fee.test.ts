import { describe, expect, it } from 'vitest'
import { feeStates } from '../../../functions/certification/applications/application.ts'
import {
  type ApplicationEvent,
  applicationTransitions,
} from '../../../functions/certification/applications/application-states.ts'
import { feeAfter, feeOf } from '../../../functions/certification/applications/fee.ts'
import { applicationSettings } from '../../../functions/certification/applications/settings.ts'

const { enterpriseFen, soleTraderFen, individualFen, governmentFen } = applicationSettings.certification
const fees = {
  enterpriseFen: enterpriseFen.byDefault,
  soleTraderFen: soleTraderFen.byDefault,
  individualFen: individualFen.byDefault,
  governmentFen: governmentFen.byDefault,
}
const once = [{ at: 1, fields: ['certified_name'], was: { to: '新名字', materials: [] } }]

describe('W6 what a certification costs', () => {
  it('is by whose it is', () => {
    const asked = (['enterprise', 'sole_trader', 'individual', 'government'] as const).map((kind) => feeOf(kind, fees))
    expect(asked).toEqual([30_000, 30_000, 3000, 0])
  })

  it('is kept once people worked at it, whatever they found', () => {
    for (const on of ['certified', 'refused', 'not_corrected'] as const)
      expect(feeAfter({ fee: 'held', returns: once }, on)).toBe('kept')
    expect(feeAfter({ fee: 'held', returns: once }, 'withdrawn')).toBe('kept')
  })

  it('goes back where we were late, and where nobody had looked yet', () => {
    expect(feeAfter({ fee: 'held', returns: once }, 'overdue')).toBe('returned')
    expect(feeAfter({ fee: 'held', returns: [] }, 'withdrawn')).toBe('returned')
  })

  it('is decided once, and by nothing else', () => {
    const decides: readonly ApplicationEvent[] = [
      ...(['certified', 'refused', 'not_corrected', 'withdrawn', 'overdue', 'reversed'] as const),
    ]
    for (const { on } of applicationTransitions) {
      expect(feeAfter({ fee: 'held', returns: [] }, on) !== undefined, on).toBe(decides.includes(on))
      for (const fee of feeStates.filter((one) => one !== 'held'))
        expect(feeAfter({ fee, returns: [] }, on), `${on} of ${fee}`).toBeUndefined()
    }
  })
})

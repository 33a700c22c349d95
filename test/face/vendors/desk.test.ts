import { describe, expect, it } from 'vitest'
import { costAt, deskOf, desksIn, limitAt } from '../../../functions/face/vendors/desk.ts'

const desk = deskOf('v')

describe('W8 the desks of vendors that confirm faces', () => {
  it('are kept apart from what the same vendors do besides, in the order of preference', () => {
    expect(desksIn({ face: { vendors: ['alibaba_cloud', 'tencent_cloud'] } })).toEqual([
      { name: 'face_alibaba_cloud', vendor: 'alibaba_cloud' },
      { name: 'face_tencent_cloud', vendor: 'tencent_cloud' },
    ])
    expect(desksIn({ face: { vendors: [] } })).toEqual([])
  })

  it('cost what the setting names for them, and nothing where it names none', () => {
    expect(costAt({ cost: { v: 7 } }, desk)).toBe(7)
    expect(costAt({ cost: {} }, desk)).toBe(0)
    expect(costAt({ cost: {} }, deskOf('toString'))).toBe(0)
    expect(limitAt({ cost: { v: 7 }, dailySpend: { v: 700 } }, desk)).toEqual({
      cost: 7,
      cap: 700,
      shards: 2,
      most: 350,
    })
    expect(limitAt({ cost: { v: 7 }, dailySpend: {} }, desk)).toBeUndefined()
  })
})

import { describe, expect, it } from 'vitest'
import { isMoving, type Standing, standingOf } from '../../web/user/scan/standing.ts'

type Heard = NonNullable<Parameters<typeof standingOf>[1]['heard']>

const heardAs = (status: Heard['status'], more: Partial<Heard> = {}): Heard => ({
  ...{ id: 'mine', purpose: 'sign_in', status, expiresAt: '2026-11-20T04:03:00.000Z', taken: null },
  ...more,
})

describe('W1 the code on a desktop', () => {
  it.each<[Heard | undefined, boolean, Standing]>([
    [undefined, false, 'shown'],
    [undefined, true, 'over'],
    [heardAs('waiting'), false, 'shown'],
    [heardAs('scanned'), false, 'scanned'],
    [heardAs('confirmed'), false, 'confirmed'],
    // The session was fetched, and its answer may be lost.
    [heardAs('used'), false, 'confirmed'],
    [heardAs('refused'), false, 'refused'],
    [heardAs('refused'), true, 'refused'],
    [heardAs('waiting'), true, 'over'],
    [heardAs('confirmed'), true, 'over'],
    [heardAs('waiting', { id: 'of another window' }), false, 'elsewhere'],
    [heardAs('confirmed', { id: 'of another window' }), true, 'elsewhere'],
    [heardAs('used', { purpose: 'continue' }), false, 'taken'],
    // A phone that went on stays, however long ago that was.
    [heardAs('used', { purpose: 'continue' }), true, 'taken'],
  ])('that was heard to be %o, over: %s, is %s', (heard, isOver, standing) => {
    expect(standingOf('mine', { heard, isOver })).toBe(standing)
  })

  it('is asked for as long as something can become of it', () => {
    const all: Standing[] = ['shown', 'scanned', 'confirmed', 'taken', 'refused', 'over', 'elsewhere']
    expect(all.filter(isMoving)).toEqual(['shown', 'scanned', 'confirmed'])
  })
})

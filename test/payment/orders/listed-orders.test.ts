import { describe, expect, it } from 'vitest'
import { isAsGood } from '../../../functions/payment/orders/listed-orders.ts'
import { requestHashOf } from '../../../functions/payment/orders/order-opening.ts'
import { MINUTE } from '../../../shared/kernel/time.ts'
import { NOON } from '../../kit.ts'

const fresh = { id: 'b', requestHash: 'm', amountFen: 1000, expiresAt: NOON + 30 * MINUTE }
const open = { ...fresh, id: 'a', expiresAt: NOON + 20 * MINUTE }

describe('P4 an open order that is given to who asks for the same again', () => {
  it.each([
    ['the same', {}, true],
    ['with a third of the time left', { expiresAt: NOON + 10 * MINUTE }, true],
    ['with less', { expiresAt: NOON + 10 * MINUTE - 1 }, false],
    ['dearer than now', { amountFen: 1001 }, false],
    ['cheaper than now', { amountFen: 999 }, false],
    ['for something else', { requestHash: 'l' }, false],
    ['for something else again', { requestHash: 'n' }, false],
  ])('%s: %j %s', (_what, of, isGiven) => {
    expect(isAsGood({ ...open, ...of }, fresh, NOON)).toBe(isGiven)
  })

  it('is for the same in whatever order it is told', () => {
    expect(requestHashOf({ kind: 'points', points: 5 })).toBe(requestHashOf({ points: 5, kind: 'points' }))
    expect(requestHashOf({ kind: 'points', points: 5 })).not.toBe(requestHashOf({ kind: 'points', points: 6 }))
  })
})

import { describe, expect, it } from 'vitest'
import {
  afterLook,
  isJustLooked,
  lookAt,
  newlyCharged,
  type OpenedCheck,
  overAt,
} from '../../../functions/face/check/face-check.ts'
import type { Look } from '../../../functions/face/vendors/vendor.ts'
import { DAY, HOUR, MINUTE, SECOND } from '../../../shared/kernel/time.ts'
import { NOON } from '../../kit.ts'
import { sampleFaceCheck } from '../../samples.ts'

const check: OpenedCheck = {
  ...sampleFaceCheck,
  ...{ status: 'opened', token: 't', expiresAt: NOON + 2 * HOUR, readableUntil: NOON + 3 * DAY },
}
const failed: Look = { kind: 'failed', because: 'not_live', final: false, charged: 1, vendorCode: '1004' }
const pending: Look = { kind: 'pending', charged: 0, vendorCode: '17' }
const unknown: Look = { kind: 'unknown', vendorCode: 'http_500' }
const confirmed: Look = { kind: 'confirmed', charged: 1, vendorCode: '0' }

describe('W8 what an answer about a token means', () => {
  const over = overAt(check)
  const tried: OpenedCheck = { ...check, lastTry: 'other_face' }

  it.each<[string, OpenedCheck, Look, number, ReturnType<typeof afterLook>]>([
    ['a confirmation, whenever it is heard', check, confirmed, over + DAY, { on: 'confirmed' }],
    ['a failure while another try can be made', check, failed, over - 1, { on: 'looked', lastTry: 'not_live' }],
    ['the same once there can be none', check, failed, over, { on: 'failed', reason: 'not_live' }],
    ['a failure that is the last', check, { ...failed, final: true }, NOON, { on: 'failed', reason: 'not_live' }],
    ['nothing yet', check, pending, over - 1, { on: 'looked' }],
    ['nothing yet, after a try', tried, pending, over - 1, { on: 'looked', lastTry: 'other_face' }],
    ['nothing, and it is over', check, pending, over, { on: 'expired' }],
    ['nothing more, and it is over', tried, pending, over, { on: 'failed', reason: 'other_face' }],
    ['that it has expired', check, { ...pending, kind: 'expired' }, NOON, { on: 'expired' }],
    [
      'that it has expired after a try',
      tried,
      { ...pending, kind: 'expired' },
      NOON,
      { on: 'failed', reason: 'other_face' },
    ],
    ['no answer', check, unknown, over + DAY, { on: 'looked' }],
    [
      'no answer until nobody can ask any more',
      check,
      unknown,
      NOON + 3 * DAY,
      { on: 'unanswered', reason: 'result_unknown' },
    ],
  ])('%s', (_what, of, look, now, after) => {
    expect(afterLook(of, look, true, now)).toStrictEqual(after)
  })

  it('is never a confirmation where it is of somebody else', () => {
    expect(afterLook(check, confirmed, false, over - 1)).toStrictEqual({ on: 'looked' })
    expect(afterLook(tried, confirmed, false, over - 1)).toEqual({ on: 'looked', lastTry: 'other_face' })
    expect(afterLook(check, confirmed, false, over)).toEqual({ on: 'unanswered', reason: 'result_unknown' })
  })

  it('is asked for every ten minutes, and at the moment the token is over', () => {
    expect(lookAt(check, NOON)).toBe(NOON + 10 * MINUTE)
    expect(lookAt(check, over - MINUTE)).toBe(over)
    expect(lookAt(check, over)).toBe(over + 10 * MINUTE)
    expect(over).toBe(check.expiresAt + 5 * MINUTE)
  })

  it('counts each attempt that is charged once, and none that nobody counted', () => {
    expect(newlyCharged({ charged: 0 }, { ...failed, charged: 3 })).toBe(3)
    expect(newlyCharged({ charged: 2 }, { ...failed, charged: 3 })).toBe(1)
    expect(newlyCharged({ charged: 3 }, { ...failed, charged: 1 })).toBe(0)
    expect(newlyCharged({ charged: 0 }, { ...failed, charged: 'unknown' })).toBe(0)
    expect(newlyCharged({ charged: 0 }, unknown)).toBe(0)
  })
})

describe('W8 how often a vendor is asked', () => {
  it('is every two seconds at most, however many want to know', () => {
    expect(isJustLooked({}, NOON)).toBe(false)
    expect(isJustLooked({ lookedAt: NOON }, NOON + 2 * SECOND - 1)).toBe(true)
    expect(isJustLooked({ lookedAt: NOON }, NOON + 2 * SECOND)).toBe(false)
  })
})

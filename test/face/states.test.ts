import { describe, expect, it } from 'vitest'
import {
  type FaceCheck,
  type FaceCheckEvent,
  type FaceCheckStatus,
  faceCheckStatuses,
  faceCheckTransitions,
  type OpenedCheck,
} from '../../functions/face/check/face-check.ts'
import {
  faceCheckBegun,
  faceCheckEnded,
  faceCheckHandedOver,
  faceCheckLooked,
  faceCheckNotBegun,
  faceCheckOpening,
} from '../../functions/face/check/face-check-store.ts'
import { HOUR } from '../../shared/kernel/time.ts'
import { NOON } from '../kit.ts'
import { sampleFaceCheck } from '../samples.ts'
import { finals, itObeys, type Machine, reachable, trapped } from '../state-moves.ts'

const token = {
  token: 't',
  url: 'https://vendor.example.com/t',
  expiresAt: NOON + HOUR,
  readableUntil: NOON + 2 * HOUR,
}

const checkIn = (status: FaceCheckStatus): FaceCheck & OpenedCheck => ({ ...sampleFaceCheck, ...token, status })

const checks: Machine<FaceCheckStatus, FaceCheckEvent> = {
  table: faceCheckTransitions,
  states: faceCheckStatuses,
  itemIn: (status) => faceCheckOpening(checkIn(status)),
  writes: {
    handed_over: (read) => faceCheckHandedOver(checkIn(read), { ...checkIn(read), claim: 'next' }, NOON),
    begun: (read) => faceCheckBegun(checkIn(read), token, { worksIn: 'any', vendorCode: 'begun' }, NOON),
    not_begun: (read) => faceCheckNotBegun(checkIn(read), 'vendor_unavailable', undefined, NOON),
    looked: (read) => faceCheckLooked(checkIn(read), { charged: 0, vendorCode: '17' }, NOON),
    confirmed: (read) => faceCheckEnded(checkIn(read), 'confirmed', { charged: 1, vendorCode: '0' }, NOON),
    failed: (read) => faceCheckEnded(checkIn(read), 'failed', { charged: 0, reason: 'not_live' }, NOON),
    expired: (read) => faceCheckEnded(checkIn(read), 'expired', { charged: 0 }, NOON),
    unanswered: (read) => faceCheckEnded(checkIn(read), 'unanswered', { charged: 0, reason: 'result_unknown' }, NOON),
  },
}

describe('W8 states of a confirmation by face', () => {
  it('can all be reached, and all lead to an end', () => {
    expect(reachable(faceCheckTransitions, 'opening')).toEqual([...faceCheckStatuses].sort())
    expect(trapped(faceCheckTransitions, faceCheckStatuses)).toEqual([])
    expect([...finals(faceCheckTransitions)].sort()).toEqual(['confirmed', 'expired', 'failed', 'undetermined'])
  })
  itObeys(checks)
})

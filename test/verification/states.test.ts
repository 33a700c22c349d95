import { describe, expect, it } from 'vitest'
import {
  type Check,
  checkClaimed,
  checkEnded,
  checkPaused,
  checkReleased,
} from '../../functions/verification/check/check-store.ts'
import { checkReady } from '../../functions/verification/check/ready-store.ts'
import { verificationKeys } from '../../functions/verification/keys.ts'
import {
  verificationChecking,
  verificationDecided,
  verificationEnded,
  verificationPaid,
  verificationReleased,
} from '../../functions/verification/moves-store.ts'
import {
  type CheckEvent,
  type CheckStatus,
  checkStatuses,
  checkTransitions,
  type VerificationEvent,
  type VerificationStatus,
  verificationStatuses,
  verificationTransitions,
} from '../../functions/verification/verification.ts'
import { verificationOpened } from '../../functions/verification/verification-store.ts'
import { put } from '../../shared/table/write.ts'
import { NOON } from '../kit.ts'
import { sampleFact, sampleOrder, sampleVerification } from '../samples.ts'
import { finals, itObeys, type Machine, observedMoves, reachable, trapped } from '../state-moves.ts'

const of = { accountId: sampleVerification.accountId, id: sampleVerification.id }

/** A check as a worker read it: one that is being called has a token. */
const checkIn = (status: CheckStatus): Check => ({
  accountId: of.accountId,
  verificationId: of.id,
  orderId: sampleOrder.id,
  offer: 'fee',
  feeFen: 100,
  channel: 'wechat_pay',
  outTradeNo: sampleFact.outTradeNo,
  transactionId: sampleFact.transactionId,
  paidFen: 100,
  status,
  readyAt: NOON,
  releases: 0,
  ...(status === 'ready' ? {} : { claim: 'mine', leaseUntil: NOON }),
})

const checkItem = (check: Check) => put(verificationKeys.check(check.accountId, check.verificationId), { ...check })

const verifications: Machine<VerificationStatus, VerificationEvent> = {
  table: verificationTransitions,
  states: verificationStatuses,
  itemIn: (status) => verificationOpened({ ...sampleVerification, status }),
  writes: {
    paid: () => verificationPaid(of),
    cancelled: () => verificationEnded(of, 'cancelled', NOON),
    expired: () => verificationEnded(of, 'expired', NOON),
    claimed: () => verificationChecking(of),
    released: () => verificationReleased(of),
    verified: () => verificationDecided(of, { status: 'verified' }, NOON),
    mismatch: () => verificationDecided(of, { status: 'mismatch' }, NOON),
    no_record: () => verificationDecided(of, { status: 'no_record' }, NOON),
    identity_in_use: () => verificationDecided(of, { status: 'identity_in_use' }, NOON),
    undetermined: () => verificationDecided(of, { status: 'undetermined' }, NOON),
  },
}

const waiting = { until: NOON, passes: {}, paused: false }

const checks: Machine<CheckStatus, CheckEvent> = {
  table: checkTransitions,
  states: checkStatuses,
  itemIn: (status) => checkItem(checkIn(status)),
  writes: {
    claimed: (read) => checkClaimed(checkIn(read), 'other', 'vendor', NOON, undefined),
    paused: (read) => checkPaused(checkIn(read), NOON),
    released: (read) => checkReleased(checkIn(read), 'mine', waiting),
    answered: (read) => checkEnded(checkIn(read), 'answered', NOON),
    unanswered: (read) => checkEnded(checkIn(read), 'unanswered', NOON),
  },
}

describe('M1 states of a verification', () => {
  it('can all be reached, and all lead to an end', () => {
    expect(reachable(verificationTransitions, 'awaiting_payment')).toEqual([...verificationStatuses].sort())
    expect(trapped(verificationTransitions, verificationStatuses)).toEqual([])
    expect([...finals(verificationTransitions)].sort()).toEqual(
      ['cancelled', 'expired', 'identity_in_use', 'mismatch', 'no_record', 'undetermined', 'verified'].sort(),
    )
  })

  itObeys(verifications)
})

describe('P6 states of a check', () => {
  it('can all be reached, and all lead to an end', () => {
    expect(reachable(checkTransitions, 'ready')).toEqual([...checkStatuses].sort())
    expect(trapped(checkTransitions, checkStatuses)).toEqual([])
    expect(finals(checkTransitions)).toEqual(['done', 'unknown'])
  })

  itObeys(checks)

  it('are changed by nobody whose token is not the one in the item', async () => {
    const lost = { ...checkIn('calling'), claim: 'another' }
    const moves = await observedMoves(checkStatuses, checks.itemIn, () => [
      checkReleased(lost, 'another', waiting),
      checkEnded(lost, 'answered', NOON),
      checkEnded(lost, 'unanswered', NOON),
    ])
    expect(moves).toEqual([])
  })

  it('are not claimed by whoever read the check before it was given back', async () => {
    const moves = await observedMoves(
      ['ready'],
      () => checkItem({ ...checkIn('ready'), releases: 1 }),
      () => [checkClaimed(checkIn('ready'), 'late', 'vendor', NOON, undefined)],
    )
    expect(moves).toEqual([])
  })

  it('begin once per verification', async () => {
    const moves = await observedMoves(checkStatuses, checks.itemIn, () => [
      checkReady(sampleOrder, of.id, sampleFact, NOON),
    ])
    expect(moves).toEqual([])
  })
})

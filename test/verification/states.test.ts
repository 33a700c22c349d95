import { describe, expect, it } from 'vitest'
import {
  type Check,
  checkClaimed,
  checkEnded,
  checkReady,
  checkReleased,
} from '../../functions/verification/check/check-store.ts'
import { verificationKeys } from '../../functions/verification/keys.ts'
import {
  type CheckStatus,
  checkTransitions,
  type Verification,
  type VerificationStatus,
  verificationTransitions,
} from '../../functions/verification/verification.ts'
import {
  verificationChecking,
  verificationDecided,
  verificationEnded,
  verificationOpened,
  verificationQueued,
} from '../../functions/verification/verification-store.ts'
import { finals } from '../../shared/kernel/states.ts'
import { put } from '../../shared/table/write.ts'
import { NOON } from '../account/fixture.ts'
import { movesIn, observedMoves, reachable, trapped } from '../state-moves.ts'

const states: VerificationStatus[] = [
  'awaiting_payment',
  'queued',
  'checking',
  'verified',
  'mismatch',
  'no_record',
  'identity_in_use',
  'undetermined',
  'cancelled',
  'expired',
]
const checkStates: CheckStatus[] = ['ready', 'calling', 'done', 'unknown']

const of = { accountId: 'b'.repeat(32), id: 'c'.repeat(32) }

const verificationIn = (status: VerificationStatus): Verification => ({
  ...of,
  orderId: 'a'.repeat(32),
  offer: 'fee',
  status,
  createdAt: NOON,
  consent: { notice: '2026-11', agreedAt: NOON },
  maskedName: '*夏',
  maskedIdNumber: '1****************X',
  maskedPhone: '194****0001',
  sealed: { wrappedKey: 'w', name: 'n', idNumber: 'i', phone: 'p' },
  personIndex: 'v1.person',
  resubmissionIndex: 'v1.resubmission',
})

/** A check as a worker read it: one that is being called has a token. */
const checkIn = (status: CheckStatus): Check => ({
  accountId: of.accountId,
  verificationId: of.id,
  orderId: 'a'.repeat(32),
  offer: 'fee',
  feeFen: 100,
  channel: 'wechat_pay',
  outTradeNo: 'a'.repeat(32),
  transactionId: 't1',
  paidFen: 100,
  status,
  readyAt: NOON,
  releases: 0,
  ...(status === 'ready' ? {} : { claim: 'mine', leaseUntil: NOON }),
})

const checkItem = (check: Check) => put(verificationKeys.check(check.accountId, check.verificationId), { ...check })

describe('M1 states of a verification', () => {
  it('can all be reached, and all lead to an end', () => {
    expect(reachable(verificationTransitions, 'awaiting_payment')).toEqual([...states].sort())
    expect(trapped(verificationTransitions, states)).toEqual([])
    expect([...finals(verificationTransitions)].sort()).toEqual(
      ['cancelled', 'expired', 'identity_in_use', 'mismatch', 'no_record', 'undetermined', 'verified'].sort(),
    )
  })

  it('are changed by the writes of its store exactly as the table says', async () => {
    const moves = await observedMoves(
      states,
      (status) => verificationOpened(verificationIn(status)),
      () => [
        verificationQueued(of, 'awaiting_payment'),
        verificationQueued(of, 'checking'),
        verificationChecking(of),
        verificationEnded(of, 'cancelled', NOON),
        verificationEnded(of, 'expired', NOON),
        verificationDecided(of, { status: 'verified' }, NOON),
        verificationDecided(of, { status: 'mismatch' }, NOON),
        verificationDecided(of, { status: 'no_record' }, NOON),
        verificationDecided(of, { status: 'identity_in_use' }, NOON),
        verificationDecided(of, { status: 'undetermined' }, NOON),
      ],
    )
    expect(moves).toEqual(movesIn(verificationTransitions))
  })
})

describe('P6 states of a check', () => {
  it('can all be reached, and all lead to an end', () => {
    expect(reachable(checkTransitions, 'ready')).toEqual([...checkStates].sort())
    expect(trapped(checkTransitions, checkStates)).toEqual([])
    expect(finals(checkTransitions)).toEqual(['done', 'unknown'])
  })

  const writesFor = (read: Check) => [
    checkClaimed(read, 'other', 'vendor', NOON),
    checkReleased(read, read.claim ?? 'none', NOON),
    checkEnded(read, 'unknown'),
    ...(read.claim ? [checkEnded(read, 'done')] : []),
  ]

  it('are changed by the writes of its store exactly as the table says', async () => {
    const moves = await observedMoves(
      checkStates,
      (status) => checkItem(checkIn(status)),
      (read) => (read === 'ready' || read === 'calling' ? writesFor(checkIn(read)) : []),
    )
    expect(moves).toEqual(movesIn(checkTransitions))
  })

  it('are changed by nobody whose token is not the one in the item', async () => {
    const moves = await observedMoves(
      checkStates,
      (status) => checkItem(checkIn(status)),
      () => {
        const lost = { ...checkIn('calling'), claim: 'another' }
        return [checkReleased(lost, 'another', NOON), checkEnded(lost, 'done'), checkEnded(lost, 'unknown')]
      },
    )
    expect(moves).toEqual([])
  })

  it('are not claimed by whoever read the check before it was given back', async () => {
    const moves = await observedMoves(
      ['ready'],
      () => checkItem({ ...checkIn('ready'), releases: 1 }),
      () => [checkClaimed(checkIn('ready'), 'late', 'vendor', NOON)],
    )
    expect(moves).toEqual([])
  })

  it('begin once per verification', async () => {
    const order = {
      id: 'a'.repeat(32),
      accountId: of.accountId,
      kind: 'verification' as const,
      amountFen: 100,
      feeFen: 100,
      status: 'created' as const,
      createdAt: NOON,
      expiresAt: NOON,
      requestHash: 'hash',
      attempts: 1,
    }
    const fact = {
      channel: 'wechat_pay',
      transactionId: 't1',
      outTradeNo: order.id,
      paidFen: 100,
      paidAt: NOON,
    } as const
    const moves = await observedMoves(
      checkStates,
      (status) => checkItem(checkIn(status)),
      () => [checkReady(order, of.id, fact, NOON)],
    )
    expect(moves).toEqual([])
  })
})

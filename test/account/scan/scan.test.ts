import { describe, expect, it } from 'vitest'
import { accountKeys } from '../../../functions/account/keys.ts'
import {
  judgeRedemption,
  type Scan,
  type ScanStatus,
  scanStatuses,
  scanTransitions,
  scanUrl,
} from '../../../functions/account/scan/scan.ts'
import {
  scanConfirmed,
  scanKey,
  scanLooked,
  scanOpened,
  scanRedeemed,
  scanRefused,
} from '../../../functions/account/scan/scan-store.ts'
import type { SignedIn } from '../../../functions/account/sessions/session-store.ts'
import { MINUTE } from '../../../shared/kernel/time.ts'
import { NOON } from '../../kit.ts'
import { finals, itObeys, type Machine, reachable, trapped } from '../../state-moves.ts'

const KEY = scanKey('c'.repeat(43))
const BY = { accountId: 'a'.repeat(32), session: accountKeys.session('a'.repeat(32), 'h'), by: 'sms_code' } as SignedIn

const scanIn = (status: ScanStatus, expiresAt = NOON + MINUTE): Scan => ({
  purpose: 'sign_in',
  status,
  desk: 'd',
  browser: {},
  askedAt: NOON,
  expiresAt,
})

const machine: Machine<ScanStatus, (typeof scanTransitions)[number]['on']> = {
  table: scanTransitions,
  states: scanStatuses,
  itemIn: (status) => scanOpened(KEY, scanIn(status)),
  writes: {
    looked: () => scanLooked(KEY, NOON),
    confirmed: () => scanConfirmed(KEY, BY, NOON),
    refused: () => scanRefused(KEY, BY, NOON),
    redeemed: () => scanRedeemed(KEY, NOON),
  },
}

describe('W1 the states of a QR code of ours', () => {
  itObeys(machine)

  it('begin waiting, end refused or used, and none is a trap', () => {
    expect(reachable(scanTransitions, 'waiting')).toEqual([...scanStatuses].sort())
    expect(finals(scanTransitions).toSorted()).toEqual(['refused', 'used'])
    expect(trapped(scanTransitions, scanStatuses)).toEqual([])
  })
})

describe('W1 a desktop that wants its session', () => {
  it.each<[ScanStatus, string]>([
    ['waiting', 'yet'],
    ['scanned', 'yet'],
    ['confirmed', 'open'],
    ['refused', 'over'],
    ['used', 'again'],
  ])('is told of one that is %s: %s; and nothing but over from the first moment after its time', (status, told) => {
    expect(judgeRedemption(scanIn(status, NOON + 1), NOON)).toBe(told)
    expect(judgeRedemption(scanIn(status, NOON), NOON)).toBe('over')
  })
})

describe('the address in the code', () => {
  it('has the code where no server and no log sees it', () => {
    const url = new URL(scanUrl('https://id.example.cn', 'c'.repeat(43)))
    expect([url.pathname, url.search, url.hash]).toEqual(['/scan', '', `#${'c'.repeat(43)}`])
  })
})

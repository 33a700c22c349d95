import { describe, expect, it } from 'vitest'
import { accountKeys } from '../../../functions/account/keys.ts'
import {
  judgeRedemption,
  type Scan,
  type ScanPurpose,
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
  scanTaken,
} from '../../../functions/account/scan/scan-store.ts'
import type { SignedIn } from '../../../functions/account/sessions/session-store.ts'
import { MINUTE } from '../../../shared/kernel/time.ts'
import { memoryTable } from '../../../shared/table/memory.ts'
import type { Write } from '../../../shared/table/write.ts'
import { NOON } from '../../kit.ts'
import { finals, itObeys, type Machine, reachable, trapped } from '../../state-moves.ts'

const KEY = scanKey('c'.repeat(43))
const BY = {
  accountId: 'a'.repeat(32),
  session: accountKeys.session('a'.repeat(32), 'h'),
  by: 'sms_code',
  root: 'sms_code',
} as SignedIn

const scanIn = (status: ScanStatus, expiresAt = NOON + MINUTE, purpose: ScanPurpose = 'sign_in'): Scan => ({
  purpose,
  status,
  desk: 'd',
  browser: {},
  askedAt: NOON,
  expiresAt,
})

type Event = (typeof scanTransitions)[number]['on']

const writes: Record<Event, () => Write> = {
  looked: () => scanLooked(KEY, NOON),
  confirmed: () => scanConfirmed(KEY, BY, NOON),
  refused: () => scanRefused(KEY, BY, NOON),
  redeemed: () => scanRedeemed(KEY, NOON),
  taken: () => scanTaken(KEY, {}, NOON),
}

/** What may become of a code for that. */
const machineOf = (purpose: ScanPurpose, events: readonly Event[]): Machine<ScanStatus, Event> => ({
  table: scanTransitions.filter(({ on }) => events.includes(on)),
  states: scanStatuses,
  itemIn: (status) => scanOpened(KEY, scanIn(status, NOON + MINUTE, purpose)),
  writes,
})

const toSignIn = machineOf('sign_in', ['looked', 'confirmed', 'refused', 'redeemed'])
const toContinue = machineOf('continue', ['looked', 'taken'])

describe('W1 the states of a QR code of ours', () => {
  describe('to sign in by', () => itObeys(toSignIn))
  describe('to go on by', () => itObeys(toContinue))

  it('begin waiting, end refused or used, and none is a trap', () => {
    expect(reachable(toSignIn.table, 'waiting')).toEqual([...scanStatuses].sort())
    expect(finals(scanTransitions).toSorted()).toEqual(['refused', 'used'])
    expect(trapped(scanTransitions, scanStatuses)).toEqual([])
    expect(reachable(toContinue.table, 'waiting')).toEqual(['scanned', 'used', 'waiting'])
  })

  it.each<[Event, ScanPurpose]>([
    ['confirmed', 'continue'],
    ['refused', 'continue'],
    ['taken', 'sign_in'],
  ])('are not moved by %s where the code is for %s', async (event, purpose) => {
    const table = memoryTable()
    await table.commit([scanOpened(KEY, scanIn('scanned', NOON + MINUTE, purpose))])
    expect((await table.commit([writes[event]()])).kind).toBe('conflict')
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

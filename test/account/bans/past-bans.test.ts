import { describe, expect, it } from 'vitest'
import { pastBansIn } from '../../../functions/account/bans/past-bans.ts'
import type { AuditRecord } from '../../../functions/audit/chain.ts'
import { type DeedAction, type Doer, doers } from '../../../functions/audit/deed.ts'
import { HOUR } from '../../../shared/kernel/time.ts'
import { NOON } from '../../kit.ts'

const LIN = doers.operator({ operatorId: 'lin', isPerson: true })
const PLATFORM = doers.platform({ platformKeyId: 'k1' })

/** Deeds about one account, an hour apart, each with its place as its reason. */
const deeds = (...all: readonly (readonly [DeedAction, Doer])[]): AuditRecord[] =>
  all.map(([action, by], nth) => ({
    ...{ id: String(nth), subject: 'account:a', at: NOON + nth * HOUR, by, action, reason: `r${nth}` },
  }))

/** As `<by> <began>-<ended>`, by the places of the deeds. */
const told = (...all: readonly (readonly [DeedAction, Doer])[]): string[] =>
  pastBansIn(deeds(...all)).map(({ by, reason, liftedBecause }) => `${by} ${reason}-${liftedBecause}`)

describe('P12 bans that are over', () => {
  it('have who banned, when and why, and who lifted them, when and why', () => {
    expect(pastBansIn(deeds(['account_ban', PLATFORM], ['account_unban', LIN]))).toEqual([
      {
        ...{ by: 'platform', since: NOON, bannedBy: PLATFORM, reason: 'r0' },
        ...{ liftedAt: NOON + HOUR, liftedBy: LIN, liftedBecause: 'r1' },
      },
    ])
  })

  it('are the newest end first, without those that stand and without other deeds', () => {
    expect(
      told(
        ['identity_read', LIN],
        ['account_ban', LIN],
        ['appeal_reject', LIN],
        ['account_unban', LIN],
        ['account_ban', PLATFORM],
        ['account_unban', PLATFORM],
        ['account_ban', LIN],
      ),
    ).toEqual(['platform r4-r5', 'complaints r1-r3'])
  })

  it('end together where an operator lifts both, and by itself where the platform lifts its own', () => {
    const both = [
      ['account_ban', LIN],
      ['account_ban', PLATFORM],
    ] as const
    expect(told(...both, ['account_unban', LIN])).toEqual(['platform r1-r2', 'complaints r0-r2'])
    expect(told(...both, ['account_unban', PLATFORM])).toEqual(['platform r1-r2'])
    expect(told(...both, ['account_unban', PLATFORM], ['account_unban', LIN])).toEqual([
      'complaints r0-r3',
      'platform r1-r2',
    ])
  })

  it('are none of which the beginning is not on record', () => {
    expect(told(['account_unban', LIN])).toEqual([])
    expect(told()).toEqual([])
  })
})

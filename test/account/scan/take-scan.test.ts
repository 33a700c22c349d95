import { describe, expect, it } from 'vitest'
import { openScan } from '../../../functions/account/scan/open-scan.ts'
import { authenticate } from '../../../functions/account/sessions/authenticate.ts'
import { endSession, signOut } from '../../../functions/account/sessions/end-sessions.ts'
import { MINUTE } from '../../../shared/kernel/time.ts'
import { codeOf, NOON, OTHER_PHONE, valueIn } from '../../kit.ts'
import { claimOf } from '../fixture.ts'
import {
  decide,
  desktopAt,
  goingOn,
  look,
  phone,
  redeem,
  type ScanWorld,
  scanWorld,
  sessionsIn,
  shown,
  standing,
  take,
} from './fixture.ts'

const OVER = { ok: false, refusal: { code: 'scan_over' } }

/** Somebody who is signed in at a desktop that shows a code. */
const desktop = async (at: ScanWorld) => {
  const caller = await phone(at)
  return { caller, desk: await shown(at, caller) }
}

describe('W1 a phone that goes on in the account of a desktop', () => {
  it('is told whose it is, masked, and gets a session of its own on a tap; the desktop learns which', async () => {
    const at = scanWorld()
    const { caller, desk } = await desktop(at)
    const seen = valueIn(await look(at, desk))
    expect(seen).toMatchObject({
      purpose: 'continue',
      browser: { name: 'chrome', system: 'windows' },
      whose: { phone: '138****8000', name: '*三', signedInAs: 'nobody' },
    })
    expect(valueIn(await standing(at, desk))).toMatchObject({ status: 'scanned', taken: undefined })
    const { token = '', ...gone } = valueIn(await take(at, desk))
    expect(gone).toEqual({ account: { id: caller.accountId }, returnPath: '/document' })
    const there = valueIn(await authenticate(at, token))
    expect(there).toMatchObject({ accountId: caller.accountId, by: 'scan' })
    const { taken } = valueIn(await standing(at, desk))
    expect(taken).toEqual({ device: 'iphone', session: expect.any(String) })
    // Whoever sits at the desktop can end it.
    await endSession(at, { accountId: caller.accountId, id: taken?.session ?? '' })
    expect(codeOf(await authenticate(at, token))).toBe('unauthenticated')
    expect(codeOf(await authenticate(at, caller.token))).toBe('ok')
  })

  it('stays in its session where it is in that account already', async () => {
    const at = scanWorld()
    const { caller, desk } = await desktop(at)
    expect(valueIn(await look(at, desk, { as: caller.token })).whose?.signedInAs).toBe('this_account')
    const gone = valueIn(await take(at, desk, { as: caller.token }))
    expect(gone).toEqual({ account: { id: caller.accountId }, returnPath: '/document' })
    expect(valueIn(await standing(at, desk))).toMatchObject({ status: 'used', taken: { device: 'iphone' } })
    expect(sessionsIn(at)).toHaveLength(1)
  })

  it('is never taken out of another account unasked, and then out of it in the same commit', async () => {
    const at = scanWorld()
    const { caller, desk } = await desktop(at)
    const other = await phone(at, OTHER_PHONE)
    expect(valueIn(await look(at, desk, { as: other.token })).whose?.signedInAs).toBe('another_account')
    expect(codeOf(await take(at, desk, { as: other.token }))).toBe('signed_in_as_another')
    const { account } = valueIn(await take(at, desk, { as: other.token, replaces: true }))
    expect(account.id).toBe(caller.accountId)
    expect(codeOf(await authenticate(at, other.token))).toBe('unauthenticated')
    expect(sessionsIn(at)).toHaveLength(2)
  })

  it('is let in once, of two hundred at once', async () => {
    const at = scanWorld()
    const { desk } = await desktop(at)
    const all = await Promise.all(Array.from({ length: 200 }, () => take(at, desk)))
    expect(all.filter(({ ok }) => ok)).toHaveLength(1)
    expect(all.filter(({ ok }) => !ok)).toEqual(Array.from({ length: 199 }, () => OVER))
    expect(sessionsIn(at)).toHaveLength(2)
    expect(await look(at, desk)).toEqual(OVER)
  })

  it('is not let in once the desktop has signed out', async () => {
    const at = scanWorld()
    const { caller, desk } = await desktop(at)
    await signOut(at, claimOf(caller.token))
    expect(await take(at, desk)).toEqual(OVER)
    expect(sessionsIn(at)).toEqual([])
    expect(codeOf(await openScan(at, { ...desktopAt(), ...goingOn(caller) }))).toBe('unauthenticated')
  })

  it('costs two database calls and no KMS call', async () => {
    const at = scanWorld()
    const { desk } = await desktop(at)
    const before = [at.table.calls(), at.vault.calls()]
    await take(at, desk)
    expect([at.table.calls(), at.vault.calls()].map((now, which) => now - (before[which] ?? 0))).toEqual([2, 0])
  })

  it('in the last millisecond of the code, and not in the next', async () => {
    const at = scanWorld()
    const { caller, desk } = await desktop(at)
    const late = await shown(at, caller)
    at.time.now = NOON + 3 * MINUTE - 1
    expect(codeOf(await take(at, desk))).toBe('ok')
    at.time.now += 1
    expect(await take(at, late)).toEqual(OVER)
  })
})

describe('W1 a code does what it was shown for and nothing else', () => {
  it('one to go on by lets no desktop in, whoever confirms it', async () => {
    const at = scanWorld()
    const { caller, desk } = await desktop(at)
    const other = await phone(at, OTHER_PHONE)
    for (const one of [caller, other])
      for (const decision of ['confirm', 'refuse'] as const) expect(await decide(at, desk, one, decision)).toEqual(OVER)
    expect(codeOf(await redeem(at, desk))).toBe('scan_not_confirmed')
    valueIn(await take(at, desk))
    expect(await decide(at, desk, caller)).toEqual(OVER)
    expect(await redeem(at, desk)).toEqual(OVER)
    expect(sessionsIn(at)).toHaveLength(3)
  })

  it('one to sign in by lets no phone in, confirmed or not', async () => {
    const at = scanWorld()
    const [desk, caller] = [await shown(at), await phone(at)]
    expect(await take(at, desk)).toEqual(OVER)
    valueIn(await decide(at, desk, caller))
    expect(await take(at, desk)).toEqual(OVER)
    expect(sessionsIn(at)).toHaveLength(1)
  })

  it('one that nobody shows lets nobody in', async () => {
    const at = scanWorld()
    expect(await take(at, { code: 'n'.repeat(43) })).toEqual(OVER)
  })
})

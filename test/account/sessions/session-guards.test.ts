import { describe, expect, it } from 'vitest'
import { signOut } from '../../../functions/account/sessions/end-sessions.ts'
import { bySession, bySessionClaim } from '../../../functions/account/sessions/session-guards.ts'
import type { SignedIn } from '../../../functions/account/sessions/session-store.ts'
import { requestFrom } from '../../http-event.ts'
import { codeOf, valueIn } from '../../kit.ts'
import { claimOf, formless, signedInAs, world } from '../fixture.ts'

describe('a request of somebody signed in', () => {
  it('is known by its session, in one read', async () => {
    const at = world()
    const { token, accountId } = await signedInAs(at)
    const guard = bySession(at)
    const before = at.table.calls()
    expect(guard.kind).toBe('session')
    expect(valueIn(await guard.admit(requestFrom(token)))).toEqual({
      accountId,
      session: claimOf(token).session,
      by: 'sms_code',
      root: 'sms_code',
    })
    expect(at.table.calls() - before).toBe(1)
  })

  it.each(formless)('is not one with %j, which needs no read', async (bearer) => {
    const at = world()
    expect(codeOf(await bySession(at).admit(requestFrom(bearer)))).toBe('unauthenticated')
    expect(at.table.calls()).toBe(0)
  })

  it('is not one with the account id of somebody and a guess', async () => {
    const at = world()
    const { accountId } = await signedInAs(at)
    expect(codeOf(await bySession(at).admit(requestFrom(`${accountId}.guess`)))).toBe('unauthenticated')
  })

  it('is not one when the session has ended, or run out to the millisecond', async () => {
    const at = world()
    const { token } = await signedInAs(at)
    at.time.now += at.settings.sessions.lifeMs - 1
    expect(codeOf(await bySession(at).admit(requestFrom(token)))).toBe('ok')
    at.time.now += 1
    expect(codeOf(await bySession(at).admit(requestFrom(token)))).toBe('unauthenticated')
    const ended = await signedInAs(at)
    await signOut(at, claimOf(ended.token))
    expect(codeOf(await bySession(at).admit(requestFrom(ended.token)))).toBe('unauthenticated')
  })
})

describe('a request that claims a session', () => {
  it('is let in unread, for the operation to prove', async () => {
    const token = `${'0'.repeat(32)}.guess`
    const claim = valueIn(await bySessionClaim.admit(requestFrom(token)))
    expect(bySessionClaim.kind).toBe('session')
    expect(claim).toEqual(claimOf(token))
    // @ts-expect-error What needs somebody signed in takes no mere claim.
    const signedIn: SignedIn = claim
    expect(signedIn).toBeDefined()
  })

  it.each(formless)('is not one with %j', async (bearer) => {
    expect(codeOf(await bySessionClaim.admit(requestFrom(bearer)))).toBe('unauthenticated')
  })
})

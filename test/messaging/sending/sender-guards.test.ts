import { describe, expect, it } from 'vitest'
import { byClaim } from '../../../functions/messaging/sending/sender-guards.ts'
import { requestFrom } from '../../http-event.ts'
import { codeOf, valueIn } from '../../kit.ts'
import { person, revoke, stored, world } from '../fixture.ts'

describe('P13 a request of a sender', () => {
  it('claims a session or a message token, unread, by the item that would prove it', async () => {
    const at = world()
    const by = await person(at)
    const before = at.table.calls()
    expect(byClaim.kind).toBe('session_or_token')
    const session = valueIn(await byClaim.admit(requestFrom(by.session)))
    const token = valueIn(await byClaim.admit(requestFrom(by.token)))
    expect([session.claimedId, token.claimedId]).toEqual([by.accountId, by.accountId])
    expect(at.table.calls()).toBe(before)
    expect(session.holds(stored(at, session.proof), at.time.now)).toBe(true)
    expect(token.holds(stored(at, token.proof), at.time.now)).toBe(true)
  })

  it('claims what no longer holds once the session has run out or the token is revoked', async () => {
    const at = world()
    const by = await person(at)
    const session = valueIn(await byClaim.admit(requestFrom(by.session)))
    const expiry = Number(stored(at, session.proof)?.expiresAt)
    expect(session.holds(stored(at, session.proof), expiry)).toBe(false)
    const token = valueIn(await byClaim.admit(requestFrom(by.token)))
    await revoke(at, by)
    expect(token.holds(stored(at, token.proof), at.time.now)).toBe(false)
  })

  it.each([
    undefined,
    '',
    '.',
    'garbage',
    `${'g'.repeat(32)}.x`,
    '-'.repeat(32),
    '0'.repeat(31),
    `smk_${'0'.repeat(32)}`,
  ])('is none with %j', async (bearer) => {
    expect(codeOf(await byClaim.admit(requestFrom(bearer)))).toBe('unauthenticated')
  })
})

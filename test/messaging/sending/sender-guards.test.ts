import { describe, expect, it } from 'vitest'
import type { Claim } from '../../../functions/messaging/sending/find-sender.ts'
import { byClaim } from '../../../functions/messaging/sending/sender-guards.ts'
import { requestFrom } from '../../http-event.ts'
import { codeOf, valueIn } from '../../kit.ts'
import { person, revoke, stored, type World, world } from '../fixture.ts'

/** Whether the one item there is proves a claim at `now`. */
const holds = async (at: World, { proofs, holds }: Claim, now = at.time.now): Promise<boolean> => {
  const found = proofs(await at.keyRing()).map((key) => holds(stored(at, key), now))
  expect(found).toHaveLength(1)
  return found[0] ?? false
}

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
    expect(await holds(at, session)).toBe(true)
    expect(await holds(at, token)).toBe(true)
  })

  it('claims what no longer holds once the session has run out or the token is revoked', async () => {
    const at = world()
    const by = await person(at)
    const session = valueIn(await byClaim.admit(requestFrom(by.session)))
    const [key] = session.proofs(await at.keyRing())
    expect(await holds(at, session, Number(key && stored(at, key)?.expiresAt))).toBe(false)
    const token = valueIn(await byClaim.admit(requestFrom(by.token)))
    await revoke(at, by)
    expect(await holds(at, token)).toBe(false)
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

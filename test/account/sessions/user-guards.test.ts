import { describe, expect, it } from 'vitest'
import { signInPlatformUser } from '../../../functions/account/sessions/sign-in-platform.ts'
import { byUser, byUserClaim } from '../../../functions/account/sessions/user-guards.ts'
import type { Guard } from '../../../shared/http/callers.ts'
import { refusedField } from '../../../shared/kernel/outcome.ts'
import { requestFor } from '../../http-event.ts'
import { codeOf, valueIn } from '../../kit.ts'
import { cost, type World, world } from '../../world.ts'
import { claimOf, formless, signedInAs } from '../fixture.ts'

const guards: Record<string, (at: World) => Guard> = {
  byUser: (at) => byUser(at, at.platformKeys),
  byUserClaim: (at) => byUserClaim(at, at.platformKeys),
}

describe.each(Object.entries(guards))('the platform asks for a user, %s', (_name, guardAt) => {
  const stage = async () => {
    const at = world()
    const { token, account } = valueIn(await signInPlatformUser(at, { externalId: 'user-7' }))
    return { at, token, accountId: account.id, guard: guardAt(at) }
  }

  it('whose account is found by one read', async () => {
    const { at, accountId, guard } = await stage()
    expect(guard.kind).toBe('session_or_platform')
    const { value, calls } = await cost(at, () => guard.admit(requestFor(at.platformKey, 'user-7')))
    expect(valueIn(value)).toEqual({ platformKeyId: 'backend', externalId: 'user-7', accountId })
    expect(calls.table).toBe(1)
  })

  it('who has never been here, and has no account', async () => {
    const { at, guard } = await stage()
    const stranger = valueIn(await guard.admit(requestFor(at.platformKey, 'user-8')))
    expect(stranger).toEqual({ platformKeyId: 'backend', externalId: 'user-8', accountId: undefined })
  })

  it('and must name one', async () => {
    const { at, guard } = await stage()
    expect(await guard.admit(requestFor(at.platformKey))).toEqual(refusedField('/externalId', 'invalid_external_id'))
  })

  it('while a user can name nobody, not even themselves', async () => {
    const { at, token, guard } = await stage()
    for (const externalId of ['user-7', 'user-8'])
      expect(await guard.admit(requestFor(token, externalId))).toEqual(
        refusedField('/externalId', 'external_id_with_session'),
      )
    expect(codeOf(await guard.admit(requestFor(`${at.platformKey}x`, 'user-7')))).toBe('unauthenticated')
  })

  it.each([...formless, 'smk_', 'smk_wrong', `smk_${'0'.repeat(32)}.guess`])(
    'is not to be had by %j',
    async (bearer) => {
      const { at, guard } = await stage()
      for (const externalId of [undefined, 'user-7']) {
        const { value, calls } = await cost(at, () => guard.admit(requestFor(bearer, externalId)))
        expect(codeOf(value)).toBe('unauthenticated')
        expect(calls.table).toBe(0)
      }
    },
  )
})

describe('a user who asks for themselves', () => {
  it('is known by their session, in one read', async () => {
    const at = world()
    const { token, accountId } = await signedInAs(at)
    const { value, calls } = await cost(at, () => byUser(at, at.platformKeys).admit(requestFor(token)))
    expect(valueIn(value)).toMatchObject({ accountId, session: claimOf(token).session })
    expect(calls.table).toBe(1)
  })

  it('or claims it unread, for the operation to prove', async () => {
    const at = world()
    const token = `${'0'.repeat(32)}.guess`
    const { value, calls } = await cost(at, () => byUserClaim(at, at.platformKeys).admit(requestFor(token)))
    expect(valueIn(value)).toEqual({ claim: claimOf(token) })
    expect(calls.table).toBe(0)
    expect(codeOf(await byUser(at, at.platformKeys).admit(requestFor(token)))).toBe('unauthenticated')
  })
})

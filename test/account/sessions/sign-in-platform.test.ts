import { describe, expect, it } from 'vitest'
import { accountKeys } from '../../../functions/account/keys.ts'
import { authenticate } from '../../../functions/account/sessions/authenticate.ts'
import { signInPlatformUser } from '../../../functions/account/sessions/sign-in-platform.ts'
import { codeOf, NOON, valueIn } from '../../kit.ts'
import { world } from '../fixture.ts'

const externalId = 'user-7'

describe("a session for the platform's user", () => {
  it('creates the account at the first time and finds it ever after', async () => {
    const at = world()
    const first = valueIn(await signInPlatformUser(at, { externalId }))
    const second = valueIn(await signInPlatformUser(at, { externalId }))
    expect(second.account).toEqual({ id: first.account.id, externalId })
    expect(second.token).not.toBe(first.token)
    expect(await at.table.get(accountKeys.profile(first.account.id))).toMatchObject({ createdAt: NOON, externalId })
    expect(valueIn(await authenticate(at, second.token)).accountId).toBe(first.account.id)
    const other = valueIn(await signInPlatformUser(at, { externalId: 'USER-7' }))
    expect(other.account.id).not.toBe(first.account.id)
  })

  it('costs two database calls and no KMS call', async () => {
    const at = world()
    await signInPlatformUser(at, { externalId })
    expect([at.table.calls(), at.vault.calls()]).toEqual([2, 0])
  })
})

describe("a session for the platform's user, attacked", () => {
  it('many times at once gives one account', async () => {
    const at = world()
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => signInPlatformUser(at, { externalId })))
    const opened = outcomes.map(valueIn)
    expect(new Set(opened.map(({ account }) => account.id)).size).toBe(1)
    expect(at.table.items().filter(({ sk }) => sk === 'PROFILE')).toHaveLength(1)
    for (const { token } of opened) expect(codeOf(await authenticate(at, token))).toBe('ok')
  })
})

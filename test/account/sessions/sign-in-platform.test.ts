import { createHash, randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { accountKeys } from '../../../functions/account/keys.ts'
import { authenticate } from '../../../functions/account/sessions/authenticate.ts'
import { signInPlatformUser } from '../../../functions/account/sessions/sign-in-platform.ts'
import { codeOf, NOON, signedInAs, valueIn, world } from '../fixture.ts'

const platform = () => {
  const apiKey = `smk_${randomBytes(32).toString('base64url')}`
  const sha256 = createHash('sha256').update(apiKey).digest('hex')
  return { at: { ...world(), platformKeys: async () => [{ id: 'main', sha256 }] }, apiKey, externalId: 'user-7' }
}

describe("a session for the platform's user", () => {
  it('creates the account at the first time and finds it ever after', async () => {
    const { at, apiKey, externalId } = platform()
    const first = valueIn(await signInPlatformUser(at, { externalId, apiKey }))
    const second = valueIn(await signInPlatformUser(at, { externalId, apiKey }))
    expect(second.account).toEqual({ id: first.account.id, externalId })
    expect(second.token).not.toBe(first.token)
    expect(await at.table.get(accountKeys.profile(first.account.id))).toMatchObject({ createdAt: NOON, externalId })
    expect(valueIn(await authenticate(at, second.token)).accountId).toBe(first.account.id)
    const other = valueIn(await signInPlatformUser(at, { externalId: 'USER-7', apiKey }))
    expect(other.account.id).not.toBe(first.account.id)
  })

  it('costs two database calls and no KMS call', async () => {
    const { at, apiKey, externalId } = platform()
    await signInPlatformUser(at, { externalId, apiKey })
    expect([at.table.calls(), at.vault.calls()]).toEqual([2, 0])
  })
})

describe("a session for the platform's user, refused", () => {
  it('without a key, with a wrong one, or when none is configured', async () => {
    const { at, apiKey, externalId } = platform()
    for (const wrong of [undefined, '', 'smk_', `${apiKey}x`, apiKey.slice(0, -1), apiKey.toUpperCase()]) {
      expect(codeOf(await signInPlatformUser(at, { externalId, apiKey: wrong }))).toBe('unauthenticated')
    }
    const none = { ...at, platformKeys: async () => [] }
    expect(codeOf(await signInPlatformUser(none, { externalId, apiKey }))).toBe('unauthenticated')
    expect(at.table.calls()).toBe(0)
  })
})

describe("a session for the platform's user, attacked", () => {
  it('is not had by the session token of a person', async () => {
    const { at, externalId } = platform()
    const { token } = await signedInAs(at)
    expect(codeOf(await signInPlatformUser(at, { externalId, apiKey: token }))).toBe('unauthenticated')
  })

  it('many times at once gives one account', async () => {
    const { at, apiKey, externalId } = platform()
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => signInPlatformUser(at, { externalId, apiKey })))
    const opened = outcomes.map(valueIn)
    expect(new Set(opened.map(({ account }) => account.id)).size).toBe(1)
    expect(at.table.items().filter(({ sk }) => sk === 'PROFILE')).toHaveLength(1)
    for (const { token } of opened) expect(codeOf(await authenticate(at, token))).toBe('ok')
  })
})

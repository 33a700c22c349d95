import { createHash, randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { byPlatformKey } from '../../../functions/account/api-keys/platform-guards.ts'
import { isPlatformKey, platformKeyId } from '../../../functions/account/api-keys/platform-key.ts'
import { platformKeysIn } from '../../../functions/account/api-keys/platform-secret.ts'
import { newSessionToken } from '../../../functions/account/sessions/session-store.ts'
import { requestFrom } from '../../http-event.ts'
import { codeOf, countingIds, valueIn } from '../../kit.ts'

const newKey = (): string => `smk_${randomBytes(32).toString('base64url')}`
const digest = (text: string): string => createHash('sha256').update(text).digest('hex')

describe("the platform's API keys", () => {
  it('are found among several, so that one can be replaced while both work', () => {
    const [old, fresh] = [newKey(), newKey()]
    const keys = platformKeysIn({
      keys: [
        { id: 'old', sha256: digest(old) },
        { id: 'fresh', sha256: digest(fresh) },
      ],
    })
    expect(platformKeyId(old, keys)).toBe('old')
    expect(platformKeyId(fresh, keys)).toBe('fresh')
    expect(platformKeyId(newKey(), keys)).toBeUndefined()
  })

  it('need their prefix, even where somebody configured the digest of something else', () => {
    const bare = randomBytes(32).toString('base64url')
    expect(platformKeyId(bare, [{ id: 'bare', sha256: digest(bare) }])).toBeUndefined()
    expect(platformKeyId(undefined, [{ id: 'none', sha256: digest('undefined') }])).toBeUndefined()
  })

  it('cannot be taken for session tokens', () => {
    const ids = countingIds()
    expect(isPlatformKey(newKey())).toBe(true)
    expect(isPlatformKey(newSessionToken(ids.id(), ids))).toBe(false)
    expect(isPlatformKey(undefined)).toBe(false)
  })
})

describe('a request of the platform', () => {
  const key = newKey()
  const guard = byPlatformKey(async () => [{ id: 'main', sha256: digest(key) }])

  it('is known by the id of its key', async () => {
    expect(guard.kind).toBe('platform')
    expect(valueIn(await guard.admit(requestFrom(key)))).toEqual({ platformKeyId: 'main' })
  })

  it('is not one without a key, with a wrong one, or with that of an operator or a user', async () => {
    const ids = countingIds()
    const others = [key.replace('smk_', 'smo_'), newSessionToken(ids.id(), ids)]
    for (const wrong of [undefined, '', 'smk_', newKey(), `${key}x`, key.slice(0, -1), key.toUpperCase(), ...others])
      expect(codeOf(await guard.admit(requestFrom(wrong))), wrong).toBe('unauthenticated')
  })

  it('is not there where no key is configured', async () => {
    expect(codeOf(await byPlatformKey(async () => []).admit(requestFrom(key)))).toBe('unauthenticated')
  })
})

describe('the secret that holds them', () => {
  it.each([
    ['no keys', {}],
    ['a digest that is too short', { keys: [{ id: 'a', sha256: 'ab' }] }],
    ['a key in place of its digest', { keys: [{ id: 'a', sha256: newKey() }] }],
    ['nothing', null],
  ])('is refused with %s', (_what, json) => {
    expect(() => platformKeysIn(json)).toThrow()
  })
})

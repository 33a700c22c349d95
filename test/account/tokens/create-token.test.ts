import { describe, expect, it } from 'vitest'
import { createToken } from '../../../functions/account/tokens/create-token.ts'
import { deleteToken } from '../../../functions/account/tokens/delete-token.ts'
import { accountOfToken } from '../../../functions/account/tokens/message-token.ts'
import { messageTokenIn, messageTokenOf, tokenKey } from '../../../functions/account/tokens/token-store.ts'
import { ringOf } from '../../key-ring.ts'
import { codeOf, NOON, valueIn } from '../../kit.ts'
import { signedInAs, world } from '../fixture.ts'

describe('a new message token', () => {
  it('has the form scripts expect, names its account, and is found by one read', async () => {
    const at = world()
    const { accountId } = await signedInAs(at)
    const made = valueIn(await createToken(at, { accountId, name: 'cron' }))
    expect(made.token).toMatch(/^[a-z0-9]{32}$/)
    const named = messageTokenOf(made.token)
    expect(named?.claimedId).toBe(accountId)
    const [key] = named?.tokens(await at.keyRing()) ?? []
    const item = await at.table.get(key ?? { pk: '', sk: '' })
    expect(item && messageTokenIn(item)).toEqual({ id: made.id, name: 'cron', createdAt: NOON })
  })

  it('costs one database call', async () => {
    const at = world()
    const { accountId } = await signedInAs(at)
    const before = at.table.calls()
    await createToken(at, { accountId, name: 'cron' })
    expect(at.table.calls() - before).toBe(1)
  })
})

describe('a new message token, refused', () => {
  it('beyond the limit, until one is deleted', async () => {
    const at = world({ tokens: { perAccount: 2 } })
    const { accountId } = await signedInAs(at)
    const first = valueIn(await createToken(at, { accountId, name: 'one' }))
    await createToken(at, { accountId, name: 'two' })
    expect(codeOf(await createToken(at, { accountId, name: 'three' }))).toBe('token_limit_reached')
    await deleteToken(at, { accountId, id: first.id })
    expect(codeOf(await createToken(at, { accountId, name: 'three' }))).toBe('ok')
    expect(codeOf(await createToken(at, { accountId, name: 'four' }))).toBe('token_limit_reached')
  })

  it('always where the limit is zero', async () => {
    const at = world({ tokens: { perAccount: 0 } })
    const { accountId } = await signedInAs(at)
    expect(codeOf(await createToken(at, { accountId, name: 'one' }))).toBe('token_limit_reached')
  })
})

describe('a new message token, attacked', () => {
  it('stays within the limit however many are asked for at once', async () => {
    const at = world()
    const { accountId } = await signedInAs(at)
    const outcomes = await Promise.all(
      Array.from({ length: 40 }, (_one, index) => createToken(at, { accountId, name: String(index) })),
    )
    expect(outcomes.filter((one) => one.ok)).toHaveLength(20)
    expect(at.table.items().filter(({ sk }) => sk.startsWith('TOKEN#'))).toHaveLength(20)
  })

  it('is kept by a key and not by what a thief of the table can repeat', async () => {
    const keptUnder = async (other: string): Promise<string[]> => {
      const at = world()
      const { accountId } = await signedInAs(at)
      const ring = ringOf(['k1'], { other })
      await createToken({ ...at, keyRing: async () => ring }, { accountId, name: 'cron' })
      return at.table.items().flatMap(({ sk }) => (sk.startsWith('TOKEN#') ? [sk] : []))
    }
    // Account, token and time are the same in both deployments.
    const [one, other] = [await keptUnder('one'), await keptUnder('other')]
    expect([one, other].flat()).toEqual([expect.stringMatching(/^TOKEN#k1\./), expect.stringMatching(/^TOKEN#k1\./)])
    expect(one).not.toEqual(other)
  })

  it('is made under the current version of the key, and looked for under all of them', async () => {
    const at = world()
    const { accountId } = await signedInAs(at)
    const rotated = ringOf(['k2', 'k1'])
    const before = valueIn(await createToken(at, { accountId, name: 'before' }))
    const after = valueIn(await createToken({ ...at, keyRing: async () => rotated }, { accountId, name: 'after' }))
    const found = async (token: string) =>
      (await at.table.getMany(messageTokenOf(token)?.tokens(rotated) ?? [])).map((item) => item?.name)
    expect(await found(before.token)).toEqual([undefined, 'before'])
    expect(await found(after.token)).toEqual(['after', undefined])
    expect(await at.table.get(tokenKey(rotated, accountId, before.token))).toBeUndefined()
  })

  it('is not found in the table, whole or in part', async () => {
    const at = world()
    const { accountId } = await signedInAs(at)
    const { token } = valueIn(await createToken(at, { accountId, name: 'cron' }))
    expect(accountOfToken(token)).toBe(accountId)
    const dump = JSON.stringify(at.table.items())
    expect(dump).not.toContain(token)
    expect(dump).not.toContain(token.slice(-8))
  })
})

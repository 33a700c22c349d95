import { describe, expect, it } from 'vitest'
import { accountKeys } from '../../../functions/account/keys.ts'
import { createToken } from '../../../functions/account/tokens/create-token.ts'
import { deleteToken } from '../../../functions/account/tokens/delete-token.ts'
import { accountOfToken, tokenHash } from '../../../functions/account/tokens/message-token.ts'
import { messageTokenIn, messageTokenOf } from '../../../functions/account/tokens/token-store.ts'
import { codeOf, NOON, valueIn } from '../../kit.ts'
import { signedInAs, world } from '../fixture.ts'

describe('a new message token', () => {
  it('has the form scripts expect, names its account, and is found by one read', async () => {
    const at = world()
    const { accountId } = await signedInAs(at)
    const made = valueIn(await createToken(at, { accountId, name: 'cron' }))
    expect(made.token).toMatch(/^[a-z0-9]{32}$/)
    const named = messageTokenOf(made.token)
    expect(named).toEqual({ claimedId: accountId, token: accountKeys.token(accountId, tokenHash(made.token)) })
    const item = await at.table.get(named?.token ?? { pk: '', sk: '' })
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

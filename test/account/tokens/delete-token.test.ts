import { describe, expect, it } from 'vitest'
import { accountKeys } from '../../../functions/account/keys.ts'
import { createToken } from '../../../functions/account/tokens/create-token.ts'
import { deleteToken } from '../../../functions/account/tokens/delete-token.ts'
import { listTokens } from '../../../functions/account/tokens/list-tokens.ts'
import { tokenKey } from '../../../functions/account/tokens/token-store.ts'
import { codeOf, OTHER_PHONE, valueIn } from '../../kit.ts'
import { signedInAs, world } from '../fixture.ts'

describe('deleting a message token', () => {
  it('takes it away for sending and from the list, and leaves the others', async () => {
    const at = world()
    const { accountId } = await signedInAs(at)
    const gone = valueIn(await createToken(at, { accountId, name: 'leaked' }))
    const kept = valueIn(await createToken(at, { accountId, name: 'kept' }))
    expect(codeOf(await deleteToken(at, { accountId, id: gone.id }))).toBe('ok')
    expect(await at.table.get(tokenKey(await at.keyRing(), accountId, gone.token))).toBeUndefined()
    expect(valueIn(await listTokens(at, accountId)).map(({ id }) => id)).toEqual([kept.id])
  })

  it('costs two database calls', async () => {
    const at = world()
    const { accountId } = await signedInAs(at)
    const { id } = valueIn(await createToken(at, { accountId, name: 'cron' }))
    const before = at.table.calls()
    await deleteToken(at, { accountId, id })
    expect(at.table.calls() - before).toBe(2)
  })
})

describe('deleting a message token, refused', () => {
  it('when it is unknown or already gone', async () => {
    const at = world()
    const { accountId } = await signedInAs(at)
    const { id } = valueIn(await createToken(at, { accountId, name: 'cron' }))
    for (const unknown of ['', '0'.repeat(32), 'TOKEN#']) {
      expect(codeOf(await deleteToken(at, { accountId, id: unknown }))).toBe('not_found')
    }
    await deleteToken(at, { accountId, id })
    expect(codeOf(await deleteToken(at, { accountId, id }))).toBe('not_found')
  })
})

describe('deleting a message token, attacked', () => {
  it('of another account does nothing', async () => {
    const at = world()
    const { accountId } = await signedInAs(at)
    const theirs = await signedInAs(at, OTHER_PHONE)
    const { id } = valueIn(await createToken(at, { accountId: theirs.accountId, name: 'theirs' }))
    expect(codeOf(await deleteToken(at, { accountId, id }))).toBe('not_found')
    expect(valueIn(await listTokens(at, theirs.accountId))).toHaveLength(1)
  })

  it('many times at once frees one place, not many', async () => {
    const at = world()
    const { accountId } = await signedInAs(at)
    await createToken(at, { accountId, name: 'kept' })
    const { id } = valueIn(await createToken(at, { accountId, name: 'cron' }))
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => deleteToken(at, { accountId, id })))
    expect(outcomes.map(codeOf).toSorted()).toEqual(['not_found', 'not_found', 'not_found', 'not_found', 'ok'])
    expect(await at.table.get(accountKeys.profile(accountId))).toMatchObject({ tokens: 1 })
  })
})

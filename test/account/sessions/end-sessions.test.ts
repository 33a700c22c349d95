import { describe, expect, it } from 'vitest'
import { authenticate } from '../../../functions/account/sessions/authenticate.ts'
import { signOut } from '../../../functions/account/sessions/end-sessions.ts'
import { MINUTE } from '../../../shared/kernel/time.ts'
import { codeOf, OTHER_PHONE } from '../../kit.ts'
import { askCode, claimOf, signedInAs, world } from '../fixture.ts'

describe('signing out', () => {
  it('ends this session and no other', async () => {
    const at = world()
    const here = await signedInAs(at)
    at.time.now += MINUTE
    const elsewhere = await signedInAs(at)
    expect(codeOf(await signOut(at, claimOf(here.token)))).toBe('ok')
    expect(codeOf(await authenticate(at, here.token))).toBe('unauthenticated')
    expect(codeOf(await authenticate(at, elsewhere.token))).toBe('ok')
  })

  it('twice does no harm', async () => {
    const at = world()
    const { token } = await signedInAs(at)
    await signOut(at, claimOf(token))
    const kept = at.table.items()
    expect(codeOf(await signOut(at, claimOf(token)))).toBe('ok')
    expect(at.table.items()).toEqual(kept)
  })

  it('takes the code with it that was sent to prove a number', async () => {
    const at = world()
    const { token } = await signedInAs(at)
    await askCode(at, { phone: OTHER_PHONE, token })
    await signOut(at, claimOf(token))
    expect(JSON.stringify(at.table.items().filter(({ sk }) => sk.startsWith('SESSION')))).toBe('[]')
  })

  it('costs one database call', async () => {
    const at = world()
    const { token } = await signedInAs(at)
    const before = at.table.calls()
    await signOut(at, claimOf(token))
    expect(at.table.calls() - before).toBe(1)
  })
})

describe('signing out, attacked', () => {
  it('with the account id of somebody else and a guess ends nothing', async () => {
    const at = world()
    const { token, accountId } = await signedInAs(at)
    await signOut(at, claimOf(`${accountId}.guess`))
    expect(codeOf(await authenticate(at, token))).toBe('ok')
  })
})

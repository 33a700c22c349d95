import { describe, expect, it } from 'vitest'
import { accountKeys } from '../../../functions/account/keys.ts'
import { linkKey } from '../../../functions/account/links/session-link-store.ts'
import { authenticate } from '../../../functions/account/sessions/authenticate.ts'
import { listSessions } from '../../../functions/account/sessions/list-sessions.ts'
import { signInPlatformUser } from '../../../functions/account/sessions/sign-in-platform.ts'
import { MINUTE } from '../../../shared/kernel/time.ts'
import { codeOf, NOON, valueIn } from '../../kit.ts'
import { signedInAs, type World, world } from '../fixture.ts'
import { BACK, linked, redeem, USER } from './fixture.ts'

const SPENT = { ok: false, refusal: { code: 'session_link_spent' } }

const sessionsOf = (at: World, accountId: string) =>
  at.table.items().filter(({ pk, sk }) => pk.endsWith(accountId) && sk.startsWith('SESSION#'))

describe('redeeming a link', () => {
  it('opens a session of the account, which it makes at the first time; the session knows where to lead back', async () => {
    const at = world()
    const opened = valueIn(await redeem(at, await linked(at, { returnUrl: BACK })))
    expect(opened).toMatchObject({ account: { externalId: USER }, returnUrl: BACK })
    const caller = valueIn(await authenticate(at, opened.token))
    expect(caller.accountId).toBe(opened.account.id)
    expect(await at.table.get(caller.session)).toMatchObject({ by: 'link', device: 'iphone', returnUrl: BACK })
    const { sessions } = valueIn(await listSessions(at, caller, { limit: 10 }))
    expect(sessions).toEqual([expect.objectContaining({ by: 'link', isCurrent: true })])
    expect(sessions[0]).not.toHaveProperty('returnUrl')
    expect(await at.table.get(accountKeys.profile(opened.account.id))).toMatchObject({ externalId: USER })
  })

  it('finds the account ever after, and the one that the platform signed in itself', async () => {
    const at = world()
    const { account } = valueIn(await signInPlatformUser(at, { externalId: USER }))
    for (let times = 0; times < 2; times += 1) {
      const opened = valueIn(await redeem(at, await linked(at)))
      expect(opened.account).toEqual(account)
      expect(opened.returnUrl).toBeUndefined()
    }
  })

  it('costs three database calls and no KMS call', async () => {
    const at = world()
    const token = await linked(at)
    const before = at.table.calls()
    await redeem(at, token)
    expect([at.table.calls() - before, at.vault.calls()]).toEqual([3, 0])
  })

  it('happens once', async () => {
    const at = world()
    const token = await linked(at)
    const { account } = valueIn(await redeem(at, token))
    expect(await redeem(at, token)).toEqual(SPENT)
    expect(sessionsOf(at, account.id)).toHaveLength(1)
  })

  it('happens once of eight at once, and makes one account of two links of a newcomer', async () => {
    const at = world()
    const [one, other] = [await linked(at), await linked(at)]
    const tokens = [one, other, one, other, one, other, one, other]
    const outcomes = await Promise.all(tokens.map((token) => redeem(at, token)))
    const opened = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value] : []))
    expect(opened).toHaveLength(2)
    expect(new Set(opened.map(({ account }) => account.id)).size).toBe(1)
    expect(outcomes.filter(({ ok }) => !ok)).toEqual(Array.from({ length: 6 }, () => SPENT))
    expect(at.table.items().filter(({ sk }) => sk === 'PROFILE')).toHaveLength(1)
    expect(at.table.items().filter(({ sk }) => sk.startsWith('SESSION#'))).toHaveLength(2)
  })
})

describe('a browser that is signed in already', () => {
  it('as another account stays so unless it is asked, and the link is good still', async () => {
    const at = world()
    const token = await linked(at)
    const stranger = await signedInAs(at)
    expect(await redeem(at, token, { as: stranger.token })).toEqual({
      ok: false,
      refusal: { code: 'signed_in_as_another' },
    })
    expect(codeOf(await authenticate(at, stranger.token))).toBe('ok')
    const opened = valueIn(await redeem(at, token, { as: stranger.token, replaces: true }))
    expect(codeOf(await authenticate(at, opened.token))).toBe('ok')
    // Nobody could end it any more, once its cookie is gone.
    expect(codeOf(await authenticate(at, stranger.token))).toBe('unauthenticated')
  })

  it('as that account goes on in the new session alone', async () => {
    const at = world()
    const before = valueIn(await signInPlatformUser(at, { externalId: USER }))
    const { token, account } = valueIn(await redeem(at, await linked(at), { as: before.token }))
    expect(account).toEqual(before.account)
    expect(codeOf(await authenticate(at, before.token))).toBe('unauthenticated')
    expect(codeOf(await authenticate(at, token))).toBe('ok')
  })

  it('by a session that is over, or was never there, is as nobody', async () => {
    const at = world()
    const { accountId } = await signedInAs(at)
    expect(codeOf(await redeem(at, await linked(at), { as: `${accountId}.guess` }))).toBe('ok')
    expect(sessionsOf(at, accountId)).toHaveLength(1)
  })
})

describe('design 14 the time of a link', () => {
  it('is compared in the write: one that ends between reading and writing opens nothing', async () => {
    const at = world()
    const token = await linked(at)
    at.time.now += 10 * MINUTE - 1
    const get = at.table.get.bind(at.table)
    const slow = {
      ...at.table,
      get: async (...key: Parameters<typeof get>) => {
        at.time.now += 1
        return get(...key)
      },
    }
    expect(await redeem({ ...at, table: slow }, token)).toEqual(SPENT)
    expect(at.table.items().map(({ sk }) => sk)).toEqual(['LINK'])
  })

  it('is good in its last millisecond', async () => {
    const at = world()
    const token = await linked(at)
    at.time.now = NOON + 10 * MINUTE - 1
    expect(codeOf(await redeem(at, token))).toBe('ok')
    expect(await at.table.get(linkKey(token))).toBeUndefined()
  })
})

import { describe, expect, it } from 'vitest'
import { linkKey } from '../../../functions/account/links/session-link-store.ts'
import { signInPlatformUser } from '../../../functions/account/sessions/sign-in-platform.ts'
import { MINUTE } from '../../../shared/kernel/time.ts'
import { remove } from '../../../shared/table/write.ts'
import { codeOf, NOON, valueIn } from '../../kit.ts'
import { signedInAs, world } from '../fixture.ts'
import { linked, look, redeem, USER } from './fixture.ts'

describe('who looks at a link', () => {
  it('is told whose platform and which account, masked, as often as they look', async () => {
    const at = world()
    const token = await linked(at)
    const seen = {
      platform: at.settings.platform.name,
      externalId: 'us***11',
      name: undefined,
      signedInAs: 'nobody',
      expiresAt: NOON + 10 * MINUTE,
    }
    for (let times = 0; times < 3; times += 1) expect(valueIn(await look(at, token))).toEqual(seen)
    expect(codeOf(await redeem(at, token))).toBe('ok')
  })

  it('sees the masked name of an account that is verified', async () => {
    const at = world()
    const { account } = valueIn(await signInPlatformUser(at, { externalId: USER }))
    const token = await linked(at)
    expect(valueIn(await look(at, token, {}, new Map([[account.id, '*三']]))).name).toBe('*三')
  })

  it('is told whether the browser is in that account or in another', async () => {
    const at = world()
    const token = await linked(at)
    const stranger = await signedInAs(at)
    // The account of the link has never been there.
    expect(valueIn(await look(at, token, { as: stranger.token })).signedInAs).toBe('another_account')
    const own = valueIn(await signInPlatformUser(at, { externalId: USER }))
    expect(valueIn(await look(at, token, { as: own.token })).signedInAs).toBe('this_account')
    expect(valueIn(await look(at, token, { as: stranger.token })).signedInAs).toBe('another_account')
    at.time.now += 5 * MINUTE
    Object.assign(at.settings, { sessions: { ...at.settings.sessions, lifeMs: 1 } })
    const over = valueIn(await signInPlatformUser(at, { externalId: 'other' }))
    at.time.now += 1
    expect(valueIn(await look(at, token, { as: over.token })).signedInAs).toBe('nobody')
    expect(valueIn(await look(at, token, { as: `${stranger.accountId}.guess` })).signedInAs).toBe('nobody')
  })

  it('reads three items at most, and writes nothing', async () => {
    const at = world()
    const token = await linked(at)
    const [calls, items] = [at.table.calls(), at.table.items().length]
    await look(at, token)
    expect([at.table.calls() - calls, at.table.items().length]).toEqual([2, items])
  })
})

describe('design 14 a link that is over', () => {
  it('looks the same a millisecond later, once it is swept, once it is spent, and if it never was', async () => {
    const at = world()
    const [token, spent] = [await linked(at), await linked(at)]
    await redeem(at, spent)
    at.time.now += 10 * MINUTE - 1
    expect(codeOf(await look(at, token))).toBe('ok')
    at.time.now += 1
    const late = await look(at, token)
    await at.table.commit([remove(linkKey(token))])
    const answers = [late, await look(at, token), await look(at, spent), await look(at, 'x'.repeat(43))]
    for (const answer of answers) expect(answer).toEqual({ ok: false, refusal: { code: 'session_link_spent' } })
  })
})

import { describe, expect, it } from 'vitest'
import { keepReturnUrl } from '../../../functions/account/links/keep-return-url.ts'
import { accountView } from '../../../functions/overview/account-view.ts'
import { readAccount } from '../../../functions/overview/read-account.ts'
import { DAY } from '../../../shared/kernel/time.ts'
import { codeOf, valueIn } from '../../kit.ts'
import { claimOf, signedInAs, world } from '../fixture.ts'
import { BACK, linked, redeem } from './fixture.ts'

const ELSEWHERE = 'http://127.0.0.1:9000/feed#comment'

const begun = async () => {
  const at = world()
  const { token } = await signedInAs(at)
  const claim = claimOf(token)
  const returnTo = async () =>
    accountView(valueIn(await readAccount({ ...at, vendors: [{ name: 'v' }] }, { claim })), '').returnTo
  return { at, claim, returnTo }
}

describe('where pages lead back to', () => {
  it('is remembered with the session, the last that was said, and told with the name of the platform', async () => {
    const { at, claim, returnTo } = await begun()
    expect(await returnTo()).toBeNull()
    for (const url of [BACK, ELSEWHERE]) {
      expect(await keepReturnUrl(at, claim, url)).toEqual({ ok: true, value: undefined })
      expect(await returnTo()).toEqual({ name: '示例平台（沙箱）', url })
    }
  })

  it('is what the link said by which somebody came', async () => {
    const at = world()
    const claim = claimOf(valueIn(await redeem(at, await linked(at, { returnUrl: BACK }))).token)
    const account = valueIn(await readAccount({ ...at, vendors: [{ name: 'v' }] }, { claim }))
    expect(account.returnTo).toEqual({ name: '示例平台（沙箱）', url: BACK })
  })

  it('is nothing that is not under an origin of the settings, by its field', async () => {
    const { at, claim, returnTo } = await begun()
    await keepReturnUrl(at, claim, BACK)
    for (const url of [
      'https://evil.example/',
      'javascript:alert(1)',
      '//evil.example',
      'http://localhost:5173@evil.example/',
    ]) {
      const kept = await keepReturnUrl(at, claim, url)
      expect(codeOf(kept)).toBe('invalid_return_url')
      expect(!kept.ok && kept.refusal.fields).toMatchObject([{ pointer: '/returnUrl' }])
    }
    expect(await returnTo()).toMatchObject({ url: BACK })
  })

  it('is nothing any more once its origin is taken out of the settings', async () => {
    const { at, claim } = await begun()
    await keepReturnUrl(at, claim, BACK)
    const settings = {
      ...at.settings,
      sessions: { ...at.settings.sessions, returnOrigins: ['https://app.example.cn'] },
    }
    const account = valueIn(await readAccount({ ...at, settings, vendors: [{ name: 'v' }] }, { claim }))
    expect(account.returnTo).toBeUndefined()
  })

  it('is not written to a session that is over, and brings none back', async () => {
    const { at, claim } = await begun()
    at.time.now += 31 * DAY
    expect(codeOf(await keepReturnUrl(at, claim, BACK))).toBe('unauthenticated')
    expect(codeOf(await keepReturnUrl(at, { ...claim, session: { ...claim.session, sk: 'SESSION#none' } }, BACK))).toBe(
      'unauthenticated',
    )
    expect(await at.table.get({ ...claim.session, sk: 'SESSION#none' })).toBeUndefined()
  })
})

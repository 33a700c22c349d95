import { describe, expect, it } from 'vitest'
import { createSessionLink } from '../../../functions/account/links/create-session-link.ts'
import { linkKey } from '../../../functions/account/links/session-link-store.ts'
import { MINUTE, SECOND } from '../../../shared/kernel/time.ts'
import { NOON, refusalOf, valueIn } from '../../kit.ts'
import { world } from '../fixture.ts'
import { BACK, linked, PUBLIC_URL, USER } from './fixture.ts'

describe('a link into the page', () => {
  it('is an address whose token is kept as its hash only, for ten minutes; no account is made yet', async () => {
    const at = world()
    const made = await createSessionLink({ ...at, publicUrl: PUBLIC_URL }, { externalId: USER, returnUrl: BACK })
    const { url, expiresAt } = valueIn(made)
    expect(url).toMatch(/^https:\/\/id\.example\.cn\/enter#[\w-]{43}$/)
    expect(expiresAt).toBe(NOON + 10 * MINUTE)
    const [item, ...others] = at.table.items()
    expect(others).toEqual([])
    expect(item).toMatchObject({ externalId: USER, returnUrl: BACK, expiresAt, ttl: expiresAt / SECOND })
    expect(JSON.stringify(item)).not.toContain(url.slice(-43))
    expect(at.table.calls()).toBe(1)
  })

  it('lives as long as the setting says, and each is another', async () => {
    const at = world()
    Object.assign(at.settings, { sessions: { ...at.settings.sessions, linkLifeMs: MINUTE } })
    const [one, other] = [await linked(at), await linked(at)]
    expect(one).not.toBe(other)
    expect((await at.table.get(linkKey(one)))?.expiresAt).toBe(NOON + MINUTE)
  })

  it.each(['https://app.example.cn/', 'http://localhost@evil.example/', '/back'])(
    'leads back to no address that the settings do not name: %s',
    async (returnUrl) => {
      const at = world()
      const made = await createSessionLink({ ...at, publicUrl: PUBLIC_URL }, { externalId: USER, returnUrl })
      const field = { pointer: '/returnUrl', code: 'invalid_return_url' }
      expect(refusalOf(made)).toMatchObject({ code: 'invalid_return_url', fields: [field] })
      expect(at.table.calls()).toBe(0)
    },
  )
})

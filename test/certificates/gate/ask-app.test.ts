import { beforeEach, describe, expect, it } from 'vitest'
import { askApp } from '../../../functions/certificates/gate/ask-app.ts'
import { DAY, rfc3339 } from '../../../shared/kernel/time.ts'
import { claimOf } from '../../account/fixture.ts'
import { type Applied, administrator, certificationWorld } from '../../certification/applications/applying.ts'
import { codeOf, valueIn } from '../../kit.ts'
import type { ReviewWorld } from '../../review/fixture.ts'
import { cost, enter } from '../../world.ts'
import { certificateAt, certified, cleared, standingAt } from '../certifying.ts'

describe('W7 whether an app is certified', () => {
  let at: ReviewWorld
  let of: Applied
  beforeEach(async () => {
    at = certificationWorld()
    of = await certified(at)
  })
  const asPlatform = (appId = of.appId) => askApp(at, { appId, caller: { platformKeyId: 'p' } })
  const asUser = (token: string, appId = of.appId) => askApp(at, { appId, caller: { claim: claimOf(token) } })

  it('is told the platform of any app, and its administrator, in two calls', async () => {
    const { id, validUntil } = certificateAt(at, of)
    const told = {
      ...{ appId: of.appId, status: 'valid', certificate: id },
      ...{ name: '晨光读书会', validUntil: rfc3339(validUntil) },
    }
    for (const ask of [() => asPlatform(), () => asUser(of.user.token)]) {
      const { value, calls } = await cost(at, ask)
      expect(valueIn(value)).toEqual(told)
      expect(calls).toEqual({ table: 2, kms: 0, queue: 0, vendor: 0 })
    }
  })

  it('is as its certificate stands, by the clock and by who its administrator is', async () => {
    at.time.now = certificateAt(at, of).validUntil - 1
    expect(valueIn(await asPlatform()).status).toBe('valid')
    at.time.now += 1
    expect(valueIn(await asPlatform()).status).toBe('expired')
    await cleared(at, of.user)
    expect(valueIn(await asPlatform()).status).toBe('revoked')
    expect(standingAt(at, certificateAt(at, of)).status).toBe('revoked')
  })

  it('is unknown of an app that never was, in one call', async () => {
    const { appId } = await administrator(at, '晨光书屋', 1)
    const { value, calls } = await cost(at, () => asPlatform(appId))
    expect(valueIn(value)).toEqual({ appId, status: 'unknown', certificate: null, name: null, validUntil: null })
    expect(calls.table).toBe(1)
  })

  it('is nobody else’s business, and nothing of what is no app', async () => {
    const other = await enter(at)
    expect(codeOf(await asUser(other.token))).toBe('not_found')
    for (const none of ['f'.repeat(32), 'x', ''])
      for (const ask of [() => asPlatform(none), () => asUser(of.user.token, none)])
        expect(codeOf(await ask())).toBe('not_found')
  })

  it('is told to no session that is over', async () => {
    at.time.now += 100 * DAY
    expect(codeOf(await asUser(of.user.token))).toBe('unauthenticated')
    expect(codeOf(await asUser(of.user.token, 'x'))).toBe('unauthenticated')
  })
})

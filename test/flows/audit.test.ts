import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { searchRoute } from '../../functions/cases/search.route.ts'
import { deedRoute, deedsRoute, sealRoute } from '../../functions/overview/deeds.route.ts'
import { readLocal } from '../../infra/audit/read-local.ts'
import { verifyAudit } from '../../infra/audit/verify.ts'
import { beijingDay } from '../../shared/kernel/time.ts'
import type { Instance } from './instance.ts'
import { sharedInstance } from './shared-instance.ts'
import { verifiedUser } from './way.ts'

describe('M7 the audit of a day', () => {
  let instance: Instance
  beforeAll(async () => {
    instance = await sharedInstance()
  })
  afterAll(async () => {
    expect(await instance.end(), 'P11 plaintext identity').toEqual([])
  })
  const verified = async () => verifyAudit(await readLocal(instance.engine.url, undefined))

  it('has a record of whom a vendor was asked about, and is whole before there is any root', async () => {
    await verifiedUser(instance, 'fee')
    const { findings, records, subjects, roots } = await verified()
    expect({ findings, roots }).toEqual({ findings: [], roots: 0 })
    expect([records, subjects].every((count) => count > 0)).toBe(true)
  })

  it('is signed when it is over, and every day after it, also those that were missed', async () => {
    const { platform, operatorKey, engine } = instance
    const firstDay = beijingDay(engine.now())
    // Three nights, and long enough into the morning after for the last of them to be signed.
    await platform.pass('75h')
    const { findings, roots, last, records } = await verified()
    expect({ findings, last: last !== null }).toEqual({ findings: [], last: true })
    expect(roots).toBeGreaterThanOrEqual(3)
    expect(records).toBeGreaterThan(0)
    const seal = await platform.must(sealRoute, { token: operatorKey })
    expect(seal).toMatchObject({ last: { day: last }, missing: [], overdue: false })
    // What a vendor was asked about three days ago is covered since.
    const { deeds } = await platform.must(deedsRoute, { token: operatorKey, query: { day: firstDay } })
    const [deed] = deeds
    expect(deed).toMatchObject({ action: 'identity_read', sealed: true })
    const { hits } = await platform.must(searchRoute, { token: operatorKey, body: { text: deed?.id ?? '' } })
    expect(hits).toMatchObject([{ kind: 'deed', id: deed?.id }])
    const whole = await platform.must(deedRoute, { token: operatorKey, params: { id: deed?.id ?? '' } })
    expect(whole).toMatchObject({ ...deed, root: { day: firstDay } })
    await platform.pass('2h')
    expect((await verified()).findings).toEqual([])
  })
})

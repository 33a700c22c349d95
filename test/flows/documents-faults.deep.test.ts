import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { listEventsRoute } from '../../functions/webhooks/delivery.route.ts'
import { signIn } from '../../local/demo/user.ts'
import { dayAfter } from '../../shared/kernel/days.ts'
import { beijingDay } from '../../shared/kernel/time.ts'
import { cardStage } from './card-stage.ts'
import type { Instance } from './instance.ts'
import { sharedInstance } from './shared-instance.ts'

describe('X1 an identity card in bad times', () => {
  let instance: Instance
  beforeAll(async () => {
    instance = await sharedInstance()
  })
  beforeEach(() => instance.clear())
  afterAll(async () => {
    expect(await instance.end(), 'P11 plaintext identity').toEqual([])
  })

  const { mine, verified, uploaded, handedIn, calls, verificationOf } = cardStage(() => instance)

  it('counts until its last day is over, which is told then', async () => {
    const { user, holder } = await verified()
    const tomorrow = dayAfter(beijingDay(instance.engine.now()), 1)
    const validFrom = String(Number(tomorrow) - 20_0000)
    const photos = await uploaded(user, { ...holder, validFrom, validUntil: tomorrow })
    const document = await handedIn(user, photos)
    expect(document).toMatchObject({ status: 'proven', valid: true })
    expect((await verificationOf(user)).level).toBe(2)
    await instance.platform.pass('49h')
    await instance.platform.pass('5m')
    expect((await verificationOf(user)).level).toBe(1)
    const again = await signIn(instance.platform, user.phone)
    expect(await mine(again).documents.get(document.id)).toMatchObject({ status: 'proven', valid: false })
    const { items } = await mine(again).messages.list().page()
    expect(items.filter(({ title }) => title.includes('实名信息已失效'))).toHaveLength(1)
    const query = { subject: `account.${user.accountId}` }
    const { events } = await instance.platform.must(listEventsRoute, { token: instance.platformKey, query })
    expect(events.filter(({ data }) => JSON.stringify(data).includes('id_document'))).toMatchObject([
      { type: 'verification.verified', data: { method: 'id_document' } },
      { type: 'evidence.ended', data: { kind: 'id_document', because: 'expired' } },
    ])
    expect(events.filter(({ type }) => type === 'level.changed').map(({ data }) => data)).toMatchObject([
      { to: 1 },
      { from: 1, to: 2 },
      { from: 2, to: 1, because: 'expired' },
    ])
  })

  it.each([
    ['error_500', 'result_unknown'],
    ['truncated', 'result_unknown'],
    ['wrong_result_code', 'result_unknown'],
    ['daily_limit', 'vendor_daily_limit'],
  ])('that meets %s at the vendor is %s, asked once, and its photos are still there', async (mode, reason) => {
    const { user, person, holder } = await verified()
    const before = await calls(person)
    const photos = await uploaded(user, holder)
    await instance.platform.sandbox.fault({ target: 'tencent_faceid', mode, times: 1, subject: person.phone })
    const document = await handedIn(user, photos)
    expect(document).toMatchObject({ status: 'refused', reason, remedy: 'later', valid: false })
    await instance.platform.pass('1m')
    expect(await mine(user).materials.get(photos.front.id)).toMatchObject({ status: 'stored' })
    expect(await calls(person)).toBe(before + 1)
    // Whatever was nobody's fault but ours is done again with the same photos.
    if (document.retryAt === null) expect(await handedIn(user, photos)).toMatchObject({ status: 'proven' })
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inboxRoute } from '../../functions/messaging/read.route.ts'
import { listEventsRoute } from '../../functions/webhooks/delivery.route.ts'
import { signIn } from '../../local/demo/user.ts'
import { type Instance, startInstance } from './instance.ts'
import { verifiedUser } from './way.ts'

describe('X3 evidence whose time is over', () => {
  let instance: Instance
  beforeAll(async () => {
    instance = await startInstance({ face: { validMs: 24 * 3_600_000 } })
  })
  afterAll(async () => {
    expect(await instance.end(), 'P11 plaintext identity').toEqual([])
  })

  it('M2 is told, once, to whoever it is of and to the platform', async () => {
    const { platform, platformKey: token } = instance
    const { user } = await verifiedUser(instance, 'fee')
    const mine = platform.shiming.withSession(user.token)
    const { consent } = await platform.shiming.faceTerms.get()
    const check = await mine.faceChecks.open({ consent: { notice: consent.version, agreed: true } })
    await fetch(check.page?.url ?? '', {
      method: 'POST',
      body: new URLSearchParams({ deed: 'pass' }),
      redirect: 'manual',
    })
    await platform.pass('2s')
    expect(await mine.faceChecks.look(check.id)).toMatchObject({ status: 'confirmed' })
    await platform.pass('25h')
    await platform.pass('5m')
    const query = { subject: `account.${user.accountId}` }
    const { events } = await platform.must(listEventsRoute, { token, query })
    expect(events.map(({ type }) => type)).toEqual(['verification.verified', 'level.changed', 'evidence.ended'])
    expect(events[2]).toMatchObject({ sequence: 3, data: { kind: 'face', because: 'expired' } })
    const again = await signIn(platform, user.phone)
    const { messages } = await platform.must(inboxRoute, { token: again.token })
    expect(messages.filter(({ title }) => title.includes('实名信息已失效'))).toHaveLength(1)
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getOwnCertificateRoute } from '../../functions/certificates/own.route.ts'
import { getAppRoute } from '../../functions/certification/apps.route.ts'
import { allAnswer, certificateEventsOf, certificateLetters } from './certificate-answers.ts'
import { certificatePeople } from './certificate-people.ts'
import { signedInLater } from './certified-app.ts'
import type { Instance } from './instance.ts'
import { sharedInstance } from './shared-instance.ts'

describe('W7 the clock of a certificate, over HTTP', () => {
  let instance: Instance
  beforeAll(async () => {
    instance = await sharedInstance()
  })
  afterAll(async () => {
    expect(await instance.end(), 'P11 plaintext identity').toEqual([])
  })

  const { hire, certified, suspend, appeal, decide } = certificatePeople(() => instance, 'certificate-clock')

  it('reminds ninety, sixty, thirty and seven days before its end, and is over then; one that is suspended waits, and has run out once that is lifted', async () => {
    const { platform } = instance
    const [running, stopped] = [await certified('更漏子'), await certified('声声慢')]
    // Both were certified within the same hour.
    await platform.pass('275d')
    await platform.pass('1h')
    const reminders = async (app: string) => (await certificateEventsOf(instance, app)).at(-1)
    expect([await reminders(running.app), await reminders(stopped.app)]).toEqual([
      ['ends', 90],
      ['ends', 90],
    ])
    await suspend(stopped.certificate, await hire())
    await allAnswer(instance, stopped.of, 'suspended')
    await platform.pass('30d')
    expect(await reminders(running.app)).toEqual(['ends', 60])
    await platform.pass('30d')
    expect(await reminders(running.app)).toEqual(['ends', 30])
    await platform.pass('23d')
    expect(await reminders(running.app)).toEqual(['ends', 7])
    const later = await signedInLater(instance, running.person)
    const letters = () => certificateLetters(instance, later.token, running.name)
    // Letters are kept for thirty days, so those of the last two are there.
    expect((await letters()).map((content) => content.includes('请在此之前'))).toEqual([true, true])
    const own = await platform.must(getOwnCertificateRoute, { token: later.token, params: { id: running.app } })
    expect(own).toMatchObject({ answer: 'valid', renewal: { isOpen: true }, ways: ['renew'] })
    // Nobody is told that time runs out which does not.
    expect(await certificateEventsOf(instance, stopped.app)).toEqual([])

    await platform.pass('7d')
    await allAnswer(instance, running.of, 'expired')
    expect(await reminders(running.app)).toEqual(['expired', null])
    expect((await letters())[0]).toContain('到期，应用不再显示为已认证')
    const app = await platform.must(getAppRoute, { token: later.token, params: { id: running.app } })
    expect(app).toMatchObject({ certifiedName: null, certificate: running.certificate })

    await allAnswer(instance, stopped.of, 'suspended')
    const { token } = await signedInLater(instance, stopped.person)
    const { review } = await appeal({ app: stopped.app, token })
    await decide(review, { verdict: 'approved' })
    const told = await allAnswer(instance, stopped.of, 'expired')
    expect(told.history.map(({ on, status }) => [on, status])).toEqual([
      ['issued', 'valid'],
      ['suspended', 'suspended'],
      ['reinstated', 'valid'],
      ['expired', 'expired'],
    ])
    await platform.pass('1m')
    expect(await allAnswer(instance, stopped.of, 'expired')).toEqual(told)
    expect(await certificateEventsOf(instance, stopped.app)).toEqual([
      ['reinstated', 'appeal_upheld'],
      ['expired', null],
    ])
  })
})

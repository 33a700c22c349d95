import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askCertifiedRoute } from '../../functions/certificates/gate.route.ts'
import { operatorCertificateRoute } from '../../functions/certificates/operator.route.ts'
import { getOwnCertificateRoute } from '../../functions/certificates/own.route.ts'
import { setCertificatePageRoute } from '../../functions/certificates/page.route.ts'
import { faceOfStep, handOver } from '../../local/demo/app-steps.ts'
import { codeAndFour } from '../../local/demo/certification.ts'
import { operatorAt } from '../../local/demo/operator.ts'
import type { Person, User } from '../../local/demo/user.ts'
import { documentedUser } from './applications.ts'
import { allAnswer, certificateEventsOf, certificateLetters } from './certificate-answers.ts'
import { certifiedApp } from './certified-app.ts'
import type { Instance } from './instance.ts'
import { clearedAsNotMe } from './not-me.ts'
import { sharedInstance } from './shared-instance.ts'

type Who = { user: User; person: Person }

describe('W7 W8 the certificate of an app that is handed over, over HTTP', () => {
  let instance: Instance
  beforeAll(async () => {
    instance = await sharedInstance()
  })
  afterAll(async () => {
    expect(await instance.end(), 'P11 plaintext identity').toEqual([])
  })

  /** What somebody is told of the certificate of an app as its administrator: whether they are, and of another's certificate as the gate of users answers. */
  const asOwner = async ({ user: { token } }: Who, app: string) => {
    const { platform } = instance
    const own = await platform.call(getOwnCertificateRoute, { token, params: { id: app } })
    const gate = await platform.call(askCertifiedRoute, { token, query: { appId: app } })
    return [own.ok ? own.body.answer : own.problem.code, gate.ok ? gate.body.status : gate.problem.code]
  }

  /** By face, on either side. */
  const byFace = async (app: string, from: Who, to: Who): Promise<void> => {
    const { platform } = instance
    const proofOf = async (who: Who, step: { step: 'handover'; app: string } | { step: 'takeover'; code: string }) => {
      const face = await faceOfStep(platform, who.user, step)
      await platform.pass('61s')
      return { ...(await codeAndFour(platform, who.user, who.person.idNumber)), face }
    }
    const mine = platform.shiming.withSession(from.user.token).apps
    const { code } = await mine.handOver(app, await proofOf(from, { step: 'handover', app }))
    const theirs = platform.shiming.withSession(to.user.token).apps
    await theirs.take({ code, ...(await proofOf(to, { step: 'takeover', code })) })
  }

  it('goes on under its id, is of whoever administers the app by then, and ends with that identity and no other', async () => {
    const { platform } = instance
    const name = '长风渡口点餐'
    const first = await certifiedApp(instance, { name, reviewer: 'handed-reviewer', isOfCompany: true })
    const { app, certificate, company, operator } = first
    const of = { app, certificate }
    const [second, third] = [await documentedUser(instance), await documentedUser(instance)]
    const heldBy = async () => {
      const asked = { token: operator.token, params: { id: certificate } }
      return (await platform.must(operatorCertificateRoute, asked)).accountId
    }
    const before = await allAnswer(instance, of, 'valid')
    expect(before.subject).toEqual({ kind: 'enterprise', name: company.name, creditCode: company.creditCode })
    expect([await asOwner(first, app), await asOwner(second, app)]).toEqual([
      ['valid', 'valid'],
      ['not_found', 'not_found'],
    ])

    await byFace(app, first, second)
    const step = { on: 'handed_over', status: 'valid', reason: null, at: expect.any(String) }
    const handedOnce = { ...before, history: [...before.history, step] }
    expect(await allAnswer(instance, of, 'valid')).toEqual(handedOnce)
    expect([await asOwner(first, app), await asOwner(second, app), await heldBy()]).toEqual([
      ['not_found', 'not_found'],
      ['valid', 'valid'],
      second.user.accountId,
    ])
    const page = { params: { id: app }, body: { url: null } }
    expect((await platform.call(setCertificatePageRoute, { ...page, token: first.user.token })).status).toBe(404)
    expect((await platform.call(setCertificatePageRoute, { ...page, token: second.user.token })).status).toBe(200)

    // With pictures that people look at: whoever decides writes it.
    const looker = await operatorAt(instance, 'handed-again-reviewer', 'reviewer')
    const [from, to] = [second, third].map(({ user, person }) => ({ user, idNumber: person.idNumber }))
    if (!from || !to) throw new Error('there are two')
    expect(await handOver(platform, looker, { app, from, to })).toBe(true)
    const handedTwice = { ...before, history: [...handedOnce.history, step] }
    expect(await allAnswer(instance, of, 'valid')).toEqual(handedTwice)
    expect([await asOwner(second, app), await asOwner(third, app), await heldBy()]).toEqual([
      ['not_found', 'not_found'],
      ['valid', 'valid'],
      third.user.accountId,
    ])

    await clearedAsNotMe(instance, first.user, 'handed-first-ends')
    await platform.pass('61m')
    expect(await allAnswer(instance, of, 'valid')).toEqual(handedTwice)
    await clearedAsNotMe(instance, third.user, 'handed-third-ends')
    await allAnswer(instance, of, 'revoked')
    await platform.pass('1m')
    await allAnswer(instance, of, 'revoked')
    expect(await certificateEventsOf(instance, app)).toEqual([['revoked', 'identity_ended']])
    expect(await certificateLetters(instance, third.user.token, name)).toHaveLength(1)
    expect(await certificateLetters(instance, first.user.token, name)).toEqual([])
  })
})

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApplicationRoute, submitApplicationRoute } from '../../functions/certification/applications.route.ts'
import { getAppRoute } from '../../functions/certification/apps.route.ts'
import { askHandoverRoute, lookAtHandoverRoute, takeAppRoute } from '../../functions/certification/handover.route.ts'
import { approveStep, faceOfStep } from '../../local/demo/app-steps.ts'
import { typeCard } from '../../local/demo/card.ts'
import { appOfPerson, codeAndFour } from '../../local/demo/certification.ts'
import { operatorAt } from '../../local/demo/operator.ts'
import { uploadPicture } from '../../local/demo/papers.ts'
import { drawnPage } from '../../local/demo/picture.ts'
import type { Instance } from './instance.ts'
import { sharedInstance } from './shared-instance.ts'
import { verifiedUser } from './way.ts'

describe('W8 the administrator of an app is changed, over HTTP', () => {
  let instance: Instance
  beforeAll(async () => {
    instance = await sharedInstance()
  })
  afterAll(async () => {
    expect(await instance.end(), 'P11 plaintext identity').toEqual([])
  })

  const verified = async () => {
    const one = await verifiedUser(instance, 'fee')
    await instance.platform.pass('61s')
    const proof = async () => {
      await instance.platform.pass('61s')
      return codeAndFour(instance.platform, one.user, one.person.idNumber)
    }
    /** A link, by face. */
    const link = async (app: string) => {
      const { platform } = instance
      const face = await faceOfStep(platform, one.user, { step: 'handover', app })
      const asked = await platform.shiming.withSession(one.user.token).apps.handOver(app, { ...(await proof()), face })
      if (asked.waits !== null || asked.until === null) throw new Error('it waits for people')
      return { ...asked, until: asked.until }
    }
    return { ...one, proof, link }
  }

  it('by a link that is looked at and taken on in another account, and never again', async () => {
    const { platform } = instance
    const [mine, theirs] = [await verified(), await verified()]
    const { apps, messages } = platform.shiming.withSession(mine.user.token)
    const other = platform.shiming.withSession(theirs.user.token)
    const app = await apps.create({ kind: 'website', name: '江心洲日历' })
    expect(app.handover).toBeNull()
    const { code, url, until } = await mine.link(app.id)
    expect(url.endsWith(`/developer/handover#${code}`)).toBe(true)
    expect((await apps.get(app.id)).handover).toMatchObject({ until })
    expect(await other.apps.lookAtHandover(code)).toMatchObject({ app: { id: app.id, name: '江心洲日历' }, until })
    const face = await faceOfStep(platform, theirs.user, { step: 'takeover', code })
    const proof = { ...(await theirs.proof()), face }
    const { idLastFour: _four, ...half } = proof
    expect(await platform.call(takeAppRoute, { token: theirs.user.token, body: { code, ...half } })).toMatchObject({
      problem: { code: 'step_up_last_four_required' },
    })
    expect(await other.apps.take({ code, ...proof })).toMatchObject({ id: app.id, handover: null })
    expect(await platform.call(getAppRoute, { token: mine.user.token, params: { id: app.id } })).toMatchObject({
      status: 404,
    })
    expect((await other.apps.list()).apps).toMatchObject([{ id: app.id }])
    expect(await platform.call(lookAtHandoverRoute, { token: mine.user.token, body: { code } })).toMatchObject({
      status: 409,
      problem: { code: 'handover_over' },
    })
    const inbox = await messages.list().page()
    expect(inbox.items.map(({ title }) => title)).toEqual(
      expect.arrayContaining([expect.stringContaining('您的应用已移交'), expect.stringContaining('您的应用正在移交')]),
    )
  })

  it('not while its certification is applied for, nor after a day; and is taken back', async () => {
    const { platform } = instance
    const [mine, theirs] = [await verified(), await verified()]
    await typeCard(platform, mine.user, { phone: mine.user.phone })
    await platform.pass('61s')
    const { token } = mine.user
    const applying = await appOfPerson(platform, mine.user, '鹿回头')
    const { apps } = platform.shiming.withSession(token)
    const { code } = await mine.link(applying.app)
    const body = { app: applying.app, applicant: applying.applicant }
    const { id } = await platform.must(createApplicationRoute, { token, body })
    await platform.must(submitApplicationRoute, { token, params: { id } })
    const proof = await theirs.proof()
    expect(await platform.call(takeAppRoute, { token: theirs.user.token, body: { code, ...proof } })).toMatchObject({
      problem: { code: 'app_in_application', applicationId: id },
    })
    const params = { id: applying.app }
    expect(await platform.call(askHandoverRoute, { token, params, body: await mine.proof() })).toMatchObject({
      problem: { code: 'app_in_application' },
    })
    await platform.pass('24h')
    expect(await platform.call(lookAtHandoverRoute, { token: theirs.user.token, body: { code } })).toMatchObject({
      problem: { code: 'handover_over' },
    })
    const other = await apps.create({ kind: 'website', name: '白沙堤' })
    const link = await mine.link(other.id)
    await apps.keep(other.id)
    await apps.keep(other.id)
    expect(
      await platform.call(lookAtHandoverRoute, { token: theirs.user.token, body: { code: link.code } }),
    ).toMatchObject({ problem: { code: 'handover_over' } })
  })

  it('by pictures that people look at: the link opens, and the app is taken on, once they have', async () => {
    const { platform } = instance
    const [mine, theirs] = [await verified(), await verified()]
    const reviewer = await operatorAt(instance, `handovers-${randomUUID().slice(0, 8)}`, 'reviewer')
    const { apps } = platform.shiming.withSession(mine.user.token)
    const other = platform.shiming.withSession(theirs.user.token)
    const app = await apps.create({ kind: 'website', name: '瓜洲渡口' })
    const pictured = async ({ user, proof }: typeof mine) => {
      const { id: picture } = await uploadPicture(platform, user, 'holder', drawnPage(5))
      return { ...(await proof()), picture }
    }
    const asked = await apps.handOver(app.id, await pictured(mine))
    expect(asked).toMatchObject({ waits: { change: 'handover', app: app.id } })
    expect((await apps.get(app.id)).change).toMatchObject({ kind: 'handover', review: expect.any(String) })
    const { code } = asked
    const look = { token: theirs.user.token, body: { code } }
    expect(await platform.call(lookAtHandoverRoute, look)).toMatchObject({ problem: { code: 'handover_over' } })
    await approveStep(platform, reviewer)
    expect(await other.apps.lookAtHandover(code)).toMatchObject({ app: { id: app.id } })
    const taking = await other.apps.take({ code, ...(await pictured(theirs)) })
    expect(taking).toMatchObject({ change: 'takeover', app: app.id, name: null })
    expect((await apps.get(app.id)).change).toMatchObject({ kind: 'takeover', review: null })
    await approveStep(platform, reviewer)
    expect((await other.apps.list()).apps).toMatchObject([{ id: app.id, change: null, handover: null }])
  })

  it('not where it is taken back while people look at it, nor where nobody decides in time', async () => {
    const { platform } = instance
    const mine = await verified()
    const { apps, reviews, messages } = platform.shiming.withSession(mine.user.token)
    const app = await apps.create({ kind: 'website', name: '寒山寺钟' })
    const asked = async () => {
      const { id: picture } = await uploadPicture(platform, mine.user, 'holder', drawnPage(5))
      const answer = await apps.rename(app.id, { from: app.name, name: '枫桥夜泊', ...(await mine.proof()), picture })
      if (!('review' in answer)) throw new Error('it waits for nobody')
      return answer.review
    }
    await reviews.withdraw(await asked())
    expect(await apps.get(app.id)).toMatchObject({ name: '寒山寺钟', change: null })
    const review = await asked()
    await platform.pass('73h')
    expect(await reviews.get(review)).toMatchObject({ status: 'withdrawn' })
    expect(await apps.get(app.id)).toMatchObject({ name: '寒山寺钟', change: null })
    const inbox = await messages.list().page()
    expect(inbox.items.map(({ title }) => title)).toContain('应用变更没有生效：期限内没有核对完')
  })
})

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bindWechatRoute, getWechatBindingRoute } from '../../functions/account/wechat-binding.route.ts'
import { timelineRoute } from '../../functions/cases/read.route.ts'
import { searchRoute } from '../../functions/cases/search.route.ts'
import { keepApplicantRoute } from '../../functions/certification/applicants.route.ts'
import { wechatUserRoute } from '../../functions/sandbox/control-channels.route.ts'
import { companies } from '../../functions/sandbox/register/companies.ts'
import { approveStep } from '../../local/demo/app-steps.ts'
import { codeAndFour } from '../../local/demo/certification.ts'
import { type OnConsole, operatorAt } from '../../local/demo/operator.ts'
import { uploadPicture } from '../../local/demo/papers.ts'
import { drawnPage } from '../../local/demo/picture.ts'
import { signIn } from '../../local/demo/user.ts'
import { comeBack, ownPhone, visitInside, visitorAt } from '../../local/demo/wechat-visitor.ts'
import type { Instance } from './instance.ts'
import { sharedInstance } from './shared-instance.ts'
import { verifiedUser } from './way.ts'

describe('M8 W1 W8 what is kept of apps and whom they are for is found, renamed by a picture, and bound inside WeChat', () => {
  let instance: Instance
  let reviewer: OnConsole
  beforeAll(async () => {
    instance = await sharedInstance()
    reviewer = await operatorAt(instance, `found-${randomUUID().slice(0, 8)}`, 'reviewer')
  })
  afterAll(async () => {
    expect(await instance.end(), 'P11 plaintext identity').toEqual([])
  })

  const search = async (text: string) =>
    (await instance.platform.must(searchRoute, { token: reviewer.token, body: { text } })).hits

  it('an operator finds every account that applies for a company by its credit code and by its whole name', async () => {
    const { platform } = instance
    const [company, another] = companies.filter(({ outcome }) => outcome === 'consistent')
    if (!company || !another) throw new Error('too few test companies')
    const { creditCode, name, legalRepresentative, idNumber } = company
    const representative = { name: legalRepresentative, idNumber }
    const kept = async () => {
      const { token, accountId } = await signIn(platform, (await instance.person('match')).phone)
      const body = { kind: 'enterprise', creditCode, companyName: name, representative } as const
      const { id } = await platform.must(keepApplicantRoute, { token, body })
      return { kind: 'applicant', id, accountId, orderId: null, channel: null }
    }
    const both = [await kept(), await kept()]
    for (const text of [creditCode, creditCode.toLowerCase(), name]) {
      const hits = await search(text)
      expect(hits).toHaveLength(2)
      expect(hits).toEqual(expect.arrayContaining(both))
    }
    expect(await search(another.creditCode)).toEqual([])
    // Of a part of a name nothing is found: registers have whole ones.
    expect(await search(name.slice(0, -1))).toEqual([])
  })

  it('a rename by a picture changes nothing before a person has looked, and the time line tells both names', async () => {
    const { platform } = instance
    const { user, person } = await verifiedUser(instance, 'fee')
    const { apps } = platform.shiming.withSession(user.token)
    const app = await apps.create({ kind: 'website', name: '渔舟唱晚' })
    await platform.pass('61s')
    const { id: picture } = await uploadPicture(platform, user, 'holder', drawnPage(5))
    const asked = { from: app.name, name: '雁阵惊寒', picture }
    const waiting = await apps.rename(app.id, {
      ...asked,
      ...(await codeAndFour(platform, user, person.idNumber)),
    })
    expect(waiting).toMatchObject({ change: 'rename', app: app.id, name: '雁阵惊寒' })
    expect(await apps.get(app.id)).toMatchObject({ name: '渔舟唱晚', change: { kind: 'rename' } })
    await approveStep(platform, reviewer)
    const renamed = await apps.get(app.id)
    expect(renamed).toMatchObject({ name: '雁阵惊寒', change: null, names: [{ name: '渔舟唱晚' }] })
    // A picture shows one change only.
    await platform.pass('61s')
    const again = { from: '雁阵惊寒', name: '声断衡阳', picture }
    await expect(
      apps.rename(app.id, { ...again, ...(await codeAndFour(platform, user, person.idNumber)) }),
    ).rejects.toMatchObject({ code: 'material_unusable' })
    const { lines } = await platform.must(timelineRoute, {
      ...{ token: reviewer.token, params: { id: user.accountId } },
      query: { kinds: 'app' },
    })
    expect(lines.map(({ event, subject, name }) => [event, subject, name])).toEqual([
      ['renamed', app.id, '雁阵惊寒'],
      ['created', app.id, '渔舟唱晚'],
    ])
  })

  it('WeChat is bound in a browser inside of it, which asks nothing, and signs in there from then on', async () => {
    const { platform } = instance
    const { phone } = await instance.person('match')
    const { token, accountId } = await signIn(platform, phone)
    await platform.pass('61s')
    await platform.must(wechatUserRoute, { body: { user: '怀远' } })
    const body = { way: 'in_wechat', ...(await ownPhone(platform, token, phone)) } as const
    const visitor = visitorAt(platform.url, token)
    const { text } = await visitor.open('/v1/account/wechat', { json: body })
    expect(await comeBack(visitor, platform.url, JSON.parse(text).url)).toBe('/wechat?wechat=bound')
    expect(await platform.must(getWechatBindingRoute, { token })).toMatchObject({
      bound: { since: expect.any(String) },
    })
    // What was texted opens no second one.
    expect(await platform.call(bindWechatRoute, { token, body })).toMatchObject({ status: 400 })
    const inside = visitorAt(platform.url)
    expect(await visitInside(inside, platform.url)).toBe('/verify')
    expect(JSON.parse((await inside.open('/v1/account')).text)).toMatchObject({ id: accountId })
  })
})

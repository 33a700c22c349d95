import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createAppRoute, editAppRoute, getAppRoute } from '../../functions/certification/apps.route.ts'
import { getAppIconRoute } from '../../functions/certification/icon.route.ts'
import { renameAppRoute } from '../../functions/certification/rename.route.ts'
import { faceOfStep } from '../../local/demo/app-steps.ts'
import { uploadPicture } from '../../local/demo/papers.ts'
import { drawnPage } from '../../local/demo/picture.ts'
import { codeFor, signIn } from '../../local/demo/user.ts'
import type { Instance } from './instance.ts'
import { sharedInstance } from './shared-instance.ts'
import { verifiedUser } from './way.ts'

describe('W2 W3 apps and their names, over HTTP', () => {
  let instance: Instance
  beforeAll(async () => {
    instance = await sharedInstance()
  })
  afterAll(async () => {
    expect(await instance.end(), 'P11 plaintext identity').toEqual([])
  })

  it('an app is created, read, edited and removed by its administrator alone', async () => {
    const { platform } = instance
    const user = await signIn(platform, (await instance.person('match')).phone)
    const other = await signIn(platform, (await instance.person('mismatch')).phone)
    const { apps } = platform.shiming.withSession(user.token)
    const checked = await apps.checkName({ name: '云朵小程序' })
    expect(checked).toMatchObject({ verdict: 'refused', units: 10 })
    expect(checked.findings).toEqual([
      {
        ...{ code: 'app_name_word', severity: 'refused', word: '小程序', reason: 'names_the_kind', proof: null },
        ...{ at: { from: 2, to: 5, text: '小程序' }, right: '云朵', freeAt: null },
        detail: expect.stringContaining('它说的是应用的种类'),
      },
    ])
    const { id: icon } = await uploadPicture(platform, user, 'app_icon', drawnPage(4))
    const app = await apps.create({
      ...{ kind: 'mini_program', name: '云朵日记', description: '写日记', icon },
      platformIds: [{ platform: 'wechat', id: 'wx0123456789abcdef' }],
    })
    expect(app).toMatchObject({ name: '云朵日记', because: 'created', icon, renames: { left: 2 } })
    expect(await apps.list()).toMatchObject({ apps: [{ id: app.id }], most: 5, names: { leastUnits: 4 } })
    const params = { id: app.id }
    expect(await platform.call(getAppRoute, { token: other.token, params })).toMatchObject({ status: 404 })
    expect(
      await platform.call(createAppRoute, { token: other.token, body: { kind: 'website', name: '雲朵日記' } }),
    ).toMatchObject({ status: 409, problem: { code: 'app_name_taken', errors: [{ pointer: '/name' }] } })
    const own = await apps.checkName({ name: '云朵日记', app: app.id })
    expect(own.findings.map(({ code }) => code)).toEqual(['app_name_unchanged'])
    const { id: another } = await uploadPicture(platform, user, 'app_icon', drawnPage(5))
    expect(await apps.edit(app.id, { icon: another })).toMatchObject({ icon: another, description: '写日记' })
    expect((await apps.icon(app.id)).data).toMatch(/^\/9j\//)
    expect(await platform.call(getAppIconRoute, { token: other.token, params })).toMatchObject({ status: 404 })
    const edited = await platform.must(editAppRoute, { token: user.token, params, body: { icon: null } })
    expect(edited).toMatchObject({ icon: null, description: '写日记' })
    expect(await platform.call(getAppIconRoute, { token: user.token, params })).toMatchObject({ status: 404 })
    await platform.pass('1h')
    await apps.remove(app.id)
    expect(await platform.call(getAppRoute, { token: user.token, params })).toMatchObject({ status: 404 })
    expect(
      await platform.call(createAppRoute, { token: other.token, body: { kind: 'website', name: '云朵日记' } }),
    ).toMatchObject({ status: 409, problem: { code: 'app_name_held', retryAt: expect.any(String) } })
  })

  it('of two accounts that ask for one name at once one gets it', async () => {
    const { platform } = instance
    const users = await Promise.all([0, 1, 2].map(async () => signIn(platform, (await instance.person('match')).phone)))
    const body = { kind: 'website', name: '同时取名' } as const
    const answers = await Promise.all(users.map(({ token }) => platform.call(createAppRoute, { token, body })))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409])
  })

  it('an app is renamed with a code and the last four, twice a year, and told', async () => {
    const { platform } = instance
    const { user, person } = await verifiedUser(instance, 'fee')
    const { apps, messages } = platform.shiming.withSession(user.token)
    const app = await apps.create({ kind: 'app', name: '山顶天气' })
    const params = { id: app.id }
    const idLastFour = person.idNumber.slice(-4)
    const proven = async () => {
      await platform.pass('61s')
      return { phone: person.phone, smsCode: await codeFor(platform, person.phone, user.token), idLastFour }
    }
    const { idLastFour: _four, ...half } = await proven()
    const face = await faceOfStep(platform, user, { step: 'rename', app: app.id, name: '山腰天气' })
    const bare = { from: '山顶天气', name: '山腰天气', ...half }
    expect(await platform.call(renameAppRoute, { token: user.token, params, body: bare })).toMatchObject({
      ...{ status: 400, problem: { code: 'presence_required', faceAction: expect.stringMatching(/^app:/) } },
    })
    const body = { ...bare, face }
    expect(await platform.call(renameAppRoute, { token: user.token, params, body })).toMatchObject({
      ...{ status: 400, problem: { code: 'step_up_last_four_required', errors: [{ pointer: '/idLastFour' }] } },
    })
    const renamed = await apps.rename(app.id, { ...body, idLastFour })
    if ('review' in renamed) throw new Error('it waits for people')
    expect(renamed).toMatchObject({ name: '山腰天气', because: 'renamed', names: [{ name: '山顶天气' }] })
    expect(renamed.renames.left).toBe(1)
    const stale = { from: '山顶天气', name: '山脚天气', ...(await proven()) }
    expect(await platform.call(renameAppRoute, { token: user.token, params, body: stale })).toMatchObject({
      ...{ status: 409, problem: { code: 'app_names_changed' } },
    })
    const again = await faceOfStep(platform, user, { step: 'rename', app: app.id, name: '山脚天气' })
    await apps.rename(app.id, { ...stale, from: '山腰天气', face: again })
    const third = { ...stale, from: '山脚天气', name: '山里天气' }
    expect(await platform.call(renameAppRoute, { token: user.token, params, body: third })).toMatchObject({
      ...{ status: 409, problem: { code: 'app_renames_used', retryAt: expect.any(String) } },
    })
    const titles = []
    for await (const { title } of messages.list()) titles.push(title)
    expect(titles.filter((title) => title.startsWith('您的应用已改名'))).toHaveLength(2)
  })
})

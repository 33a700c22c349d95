import { describe, expect, it } from 'vitest'
import type { App } from '../../../functions/certification/apps/app.ts'
import { deleteApp } from '../../../functions/certification/apps/delete-app.ts'
import { editApp } from '../../../functions/certification/apps/edit-app.ts'
import { listApps } from '../../../functions/certification/apps/list-apps.ts'
import { openIcon } from '../../../functions/certification/apps/open-icon.ts'
import { certificationKeys, certificationLists } from '../../../functions/certification/keys.ts'
import { DAY, HOUR } from '../../../shared/kernel/time.ts'
import { update } from '../../../shared/table/write.ts'
import { codeOf, NOON, refusalOf, valueIn } from '../../kit.ts'
import { materialAt, world as materialWorld, stored } from '../../material/world.ts'
import { ban, enter, type User, type World, world } from '../../world.ts'
import { appAsked, appAt, appCreated, applies, holderOf, toldOf } from '../fixture.ts'

const withPictures = () => materialWorld() as unknown as World & ReturnType<typeof materialWorld>

describe('W2 an app: happy', () => {
  it('is created under a name of its own, on the list of its administrator, and told', async () => {
    const at = world()
    const user = await enter(at)
    const platformIds = [{ platform: 'wechat', id: 'wx0123456789abcdef' }] as const
    const app = await appCreated(at, user, { name: ' 晨光 读书 ', description: '每天一篇', platformIds })
    expect(app).toMatchObject({ name: '晨光读书', nameSince: NOON, names: [], description: '每天一篇', platformIds })
    expect(appAt(at, app)).toEqual(app)
    expect(await listApps(at, user.accountId)).toEqual([app])
    expect(holderOf(at, '晨光读书')).toEqual({ app: app.id, name: '晨光读书', since: NOON })
    expect(toldOf(at, user)).toEqual(['app.created'])
  })

  it('is listed with the newest first, and to nobody else', async () => {
    const at = world()
    const [user, other] = [await enter(at), await enter(at)]
    const names = ['晨光读书', '晨光画画', '晨光写字']
    for (const name of names) await appCreated(at, user, { name })
    expect((await listApps(at, user.accountId)).map(({ name }) => name)).toEqual(names.toReversed())
    expect(await listApps(at, other.accountId)).toEqual([])
  })

  it('is edited in what is said, and keeps the rest', async () => {
    const at = world()
    const user = await enter(at)
    const app = await appCreated(at, user, { description: '每天一篇' })
    const of = { accountId: user.accountId, id: app.id }
    const platformIds = [{ platform: 'alipay', id: '2021000000000001' }] as const
    expect(valueIn(await editApp(at, of, { platformIds }))).toEqual({ ...app, platformIds })
    expect(valueIn(await editApp(at, of, { description: null }))).toEqual({
      ...app,
      description: undefined,
      platformIds,
    })
    expect(appAt(at, app)).toEqual({ ...app, description: undefined, platformIds })
    expect(valueIn(await editApp(at, of, {}))).toEqual(appAt(at, app))
  })

  it('has a picture as its icon, which is forgotten once it has another', async () => {
    const at = withPictures()
    const user = await enter(at)
    const icons = [await stored(at, { user, kind: 'app_icon' }), await stored(at, { user, kind: 'app_icon' })]
    const [one = '', other = ''] = icons.map(({ id }) => id)
    const app = await appCreated(at, user, { icon: one })
    expect(materialAt(at, one).usedBy).toBe(app.id)
    expect(materialAt(at, one).keptUntil).toBeUndefined()
    const of = { accountId: user.accountId, id: app.id }
    expect(valueIn(await editApp(at, of, { icon: other })).icon).toBe(other)
    expect(materialAt(at, one).keptUntil).toBe(NOON)
    expect(valueIn(await editApp(at, of, { icon: other })).icon).toBe(other)
    expect(valueIn(await editApp(at, of, { icon: null })).icon).toBeUndefined()
    expect(materialAt(at, other).keptUntil).toBe(NOON)
  })

  it('shows its icon to its administrator, and nothing else that was uploaded', async () => {
    const at = withPictures()
    const [user, other] = [await enter(at), await enter(at)]
    const icon = (await stored(at, { user, kind: 'app_icon' })).id
    const app = await appCreated(at, user, { icon })
    const kept = at.files.get(materialAt(at, icon).file ?? '')
    expect(valueIn(await openIcon(at, user.accountId, app.id))).not.toEqual((await kept)?.bytes)
    expect(codeOf(await openIcon(at, other.accountId, app.id))).toBe('not_found')
    const page = (await stored(at, { user, kind: 'document_page' })).id
    await at.table.update(update(certificationKeys.app(app.id), { set: { icon: page } }))
    expect(codeOf(await openIcon(at, user.accountId, app.id))).toBe('not_found')
    await at.table.update(update(certificationKeys.app(app.id), { remove: ['icon'] }))
    expect(codeOf(await openIcon(at, user.accountId, app.id))).toBe('not_found')
  })

  it('is removed, and another may be created; its name is kept from others for thirty days, to the moment', async () => {
    const at = world({ apps: { ofPerson: 1 } })
    const [user, other] = [await enter(at), await enter(at)]
    const app = await appCreated(at, user)
    at.time.now += 31 * DAY
    expect(await deleteApp(at, { accountId: user.accountId, id: app.id })).toMatchObject({ ok: true })
    expect(appAt(at, app)).toBeUndefined()
    expect(await listApps(at, user.accountId)).toEqual([])
    expect(toldOf(at, user)).toEqual(['app.created', 'app.removed'])
    await appCreated(at, user, { name: '晨光画画' })
    const refusal = refusalOf(await appAsked(at, other))
    expect(refusal).toMatchObject({ code: 'app_name_held', retryAt: NOON + 61 * DAY, fields: [{ pointer: '/name' }] })
    at.time.now = NOON + 61 * DAY - 1
    expect(codeOf(await appAsked(at, other))).toBe('app_name_held')
    at.time.now += 1
    expect(codeOf(await appAsked(at, other))).toBe('ok')
  })

  it('is there once, however often it is asked for in the same words: as no answer came, or at once', async () => {
    const at = materialWorld({ apps: { ofPerson: 1 } })
    const user = await enter(at)
    const { id: icon } = await stored(at, { user, kind: 'app_icon' })
    const asked = {
      icon,
      description: '读书',
      platformIds: [{ platform: 'wechat', id: 'wx0123456789abcdef' }],
    } as const
    const both = await Promise.all([appAsked(at, user, asked), appAsked(at, user, asked)])
    const ids = [...both, await appAsked(at, user, asked)].map((one) => valueIn(one).id)
    expect(new Set(ids).size).toBe(1)
    expect(await listApps(at, user.accountId)).toHaveLength(1)
    expect(toldOf(at, user)).toEqual(['app.created'])
    for (const other of [
      { ...asked, description: '写字' },
      { icon },
      { ...asked, kind: 'app' as const, platformIds: [] },
    ])
      expect(codeOf(await appAsked(at, user, other))).not.toBe('ok')
    expect(codeOf(await appAsked(at, await enter(at), { description: '读书' }))).toBe('app_name_taken')
  })

  it('is removed, and its name kept from others no longer than it had that: whoever creates and removes blocks nothing', async () => {
    const at = world()
    const [user, other] = [await enter(at), await enter(at)]
    const remove = async ({ id }: App) => valueIn(await deleteApp(at, { accountId: user.accountId, id }))
    await remove(await appCreated(at, user))
    expect(codeOf(await appAsked(at, other, { name: '晨光 读书' }))).toBe('ok')
    const second = await appCreated(at, user, { name: '晨光画画' })
    at.time.now += HOUR
    await remove(second)
    expect(refusalOf(await appAsked(at, other, { name: '晨光画画' }))).toMatchObject({ retryAt: NOON + 2 * HOUR })
  })

  it.each([
    ['had it before, and for how long', 'renamed', 2 * DAY],
    ['was certified under it', 'certified', 30 * DAY],
  ] as const)('is removed, and it counts that it %s', async (_what, because, heldMs) => {
    const at = world()
    const [user, other] = [await enter(at), await enter(at)]
    const app = await appCreated(at, user)
    const names = [
      { name: '晨光 读书', from: NOON - 9 * DAY, until: NOON - 7 * DAY, because },
      { name: '晨光画画', from: NOON - 7 * DAY, until: NOON, because: 'renamed' },
    ]
    await at.table.update(update(certificationKeys.app(app.id), { set: { names } }))
    valueIn(await deleteApp(at, { accountId: user.accountId, id: app.id }))
    expect(refusalOf(await appAsked(at, other))).toMatchObject({ code: 'app_name_held', retryAt: NOON + heldMs })
  })
})

describe('W2 how many apps an account administers', () => {
  it.each([
    ['enterprise', 'consistent', 4],
    ['government', 'consistent', 4],
    ['enterprise', 'unchecked', 2],
    ['enterprise', 'differs', 2],
    ['sole_trader', 'consistent', 2],
    ['individual', 'person', 2],
  ] as const)('%s, %s: %i', async (kind, status, most) => {
    const at = world({ apps: { ofPerson: 2, ofOrganisation: 4 } })
    const user = await enter(at)
    await applies(at, user, { kind, status })
    const asked = Array.from({ length: 6 }, (_none, nth) => appAsked(at, user, { name: `晨光${nth}` }))
    expect((await Promise.all(asked)).filter(({ ok }) => ok)).toHaveLength(most)
  })
})

describe('W2 an app: refused', () => {
  it('for everything that is wrong with its name at once, with what would be right', async () => {
    const at = world()
    const refusal = refusalOf(await appAsked(at, await enter(at), { name: '晨光小程序!' }))
    expect(refusal.code).toBe('app_name_character')
    expect(refusal.fields).toEqual([
      { pointer: '/name', code: 'app_name_character', expected: { examples: ['晨光'] } },
      { pointer: '/name', code: 'app_name_word', expected: { examples: ['晨光'] } },
    ])
    const bare = refusalOf(await appAsked(at, await enter(at), { name: '微信小程序!' }))
    expect(bare.fields).toEqual([
      { pointer: '/name', code: 'app_name_character' },
      { pointer: '/name', code: 'app_name_needs_proof' },
      { pointer: '/name', code: 'app_name_word' },
    ])
    expect(codeOf(await appAsked(at, await enter(at), { name: '微信读书' }))).toBe('app_name_needs_proof')
  })

  it('where another has a name that looks the same, whoever’s it is', async () => {
    const at = world()
    const [user, other] = [await enter(at), await enter(at)]
    await appCreated(at, user, { name: 'Modern 读书' })
    expect(codeOf(await appAsked(at, other, { name: 'modem读书' }))).toBe('app_name_taken')
    expect(codeOf(await appAsked(at, user, { name: 'MODERN读书' }))).toBe('app_name_own')
  })

  it('when there are as many as there may be', async () => {
    const at = world({ apps: { ofPerson: 2 } })
    const user = await enter(at)
    for (const name of ['晨光读书', '晨光画画']) await appCreated(at, user, { name })
    expect(codeOf(await appAsked(at, user, { name: '晨光写字' }))).toBe('app_limit_reached')
    expect(holderOf(at, '晨光写字')).toBeUndefined()
    expect(codeOf(await appAsked(world({ apps: { ofPerson: 0 } }), await enter(at)))).not.toBe('ok')
  })

  it('for ids that no such platform gives', async () => {
    const at = world()
    const platformIds = [
      { platform: 'wechat', id: 'gh_0123456789ab' },
      { platform: 'ios', id: 'com.example.app' },
      { platform: 'wechat', id: 'wx0123456789abcdef' },
    ] as const
    expect(refusalOf(await appAsked(at, await enter(at), { platformIds })).fields).toEqual([
      { pointer: '/platformIds/0/id', code: 'app_platform_id', expected: { examples: ['wx0123456789abcdef'] } },
      {
        pointer: '/platformIds/1/platform',
        code: 'app_platform_kind',
        expected: { enum: ['wechat', 'alipay', 'douyin', 'baidu'] },
      },
      { pointer: '/platformIds/2/platform', code: 'app_platform_twice' },
    ])
  })

  it('to whoever is banned', async () => {
    const at = world()
    const user = await enter(at)
    await ban(at, user)
    expect(codeOf(await appAsked(at, user))).toBe('banned')
  })

  it('with an icon that is none of theirs, or shows something else', async () => {
    const at = withPictures()
    const [user, other] = [await enter(at), await enter(at)]
    const theirs = await stored(at, { user: other, kind: 'app_icon' })
    const page = await stored(at, { user, kind: 'document_page' })
    for (const icon of [theirs.id, page.id, 'f'.repeat(32), '']) {
      const fields = [{ pointer: '/icon', code: 'material_unusable' }]
      expect(refusalOf(await appAsked(at, user, { icon }))).toMatchObject({ code: 'material_unusable', fields })
    }
    const app = await appCreated(at, user)
    expect(codeOf(await editApp(at, { accountId: user.accountId, id: app.id }, { icon: theirs.id }))).toBe(
      'material_unusable',
    )
  })

  it.each([{ openApplication: 'a'.repeat(32) }, { certifiedName: '晨光读书' }])(
    'to be removed with %o',
    async (set) => {
      const at = world()
      const user = await enter(at)
      const app = await appCreated(at, user)
      await at.table.update(update(certificationKeys.app(app.id), { set }))
      const code = set.openApplication ? 'app_in_application' : 'app_certified'
      expect(codeOf(await deleteApp(at, { accountId: user.accountId, id: app.id }))).toBe(code)
      expect(appAt(at, app)).toMatchObject({ name: '晨光读书' })
    },
  )
})

describe('W2 an app: hostile', () => {
  it('is nobody else’s to read, edit or remove', async () => {
    const at = world()
    const [user, other] = [await enter(at), await enter(at)]
    const app = await appCreated(at, user)
    for (const id of [app.id, 'f'.repeat(32), '', '../x']) {
      const of = { accountId: other.accountId, id }
      expect(codeOf(await editApp(at, of, { description: '我的' }))).toBe('not_found')
      expect(codeOf(await deleteApp(at, of))).toBe('not_found')
    }
    expect(appAt(at, app)).toEqual(app)
  })

  it('asked for by many at once under names that look alike comes into being once', async () => {
    const at = world()
    const users: User[] = []
    while (users.length < 12) users.push(await enter(at))
    const ways = ['Modern', 'modem', 'MODERN', 'M O D E M']
    const outcomes = await Promise.all(
      users.map((user, nth) => appAsked(at, user, { name: ways[nth % ways.length] ?? '' })),
    )
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(outcomes.filter((one) => codeOf(one) === 'app_name_taken')).toHaveLength(11)
    const lists = await Promise.all(users.map(({ accountId }) => listApps(at, accountId)))
    const [only] = lists.flat() as [App]
    expect(holderOf(at, 'modern')?.app).toBe(only.id)
  })

  it('asked for in too many pieces at once is never more than there may be', async () => {
    const at = world({ apps: { ofPerson: 3 } })
    const user = await enter(at)
    const asked = Array.from({ length: 10 }, (_none, nth) => appAsked(at, user, { name: `晨光${nth}` }))
    expect((await Promise.all(asked)).filter(({ ok }) => ok)).toHaveLength(3)
    const { items } = await at.table.query({ ...certificationLists.apps(user.accountId), limit: 100 })
    expect(items).toHaveLength(3)
  })

  it('removed twice at once leaves room for one', async () => {
    const at = world({ apps: { ofPerson: 1 } })
    const user = await enter(at)
    const { id } = await appCreated(at, user)
    await Promise.all([1, 2].map(() => deleteApp(at, { accountId: user.accountId, id })))
    await appCreated(at, user, { name: '晨光画画' })
    expect(codeOf(await appAsked(at, user, { name: '晨光写字' }))).toBe('app_limit_reached')
  })
})

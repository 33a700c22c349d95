import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answerNameCheck } from '../../../functions/certification/apps/answer-name-check.ts'
import { type App, MOST_PAST_NAMES, named, nextYear, renamesLeft } from '../../../functions/certification/apps/app.ts'
import { renameApp } from '../../../functions/certification/apps/rename-app.ts'
import { certificationKeys } from '../../../functions/certification/keys.ts'
import { findStepTerms } from '../../../functions/certification/steps/find-step-terms.ts'
import { DAY, HOUR, MINUTE } from '../../../shared/kernel/time.ts'
import { update } from '../../../shared/table/write.ts'
import { claimOf } from '../../account/fixture.ts'
import { codeOf, NOON, refusalOf, valueIn } from '../../kit.ts'
import { ban, decided, itemAt, person, type World, world } from '../../world.ts'
import { appAsked, appAt, appCreated, faceConfirmed, holderOf, type Owner, owner, renamed, toldOf } from '../fixture.ts'

const letters = (at: World, { accountId }: Owner) =>
  at.table.items().filter(({ pk, sk }) => pk === `ACCOUNT#${accountId}` && sk.startsWith('MESSAGE#'))

const owned = async () => {
  const at = world()
  const user = await owner(at)
  return { at, user, app: await appCreated(at, user) }
}

describe('W3 an app is renamed: happy', () => {
  it('from exactly the name that was shown, with its history, a letter and an event', async () => {
    const { at, user, app } = await owned()
    at.time.now += DAY
    const now = at.time.now
    const after = valueIn(await renamed(at, user, app, '晨光书屋'))
    expect(after).toMatchObject({
      name: '晨光书屋',
      nameSince: now,
      nameCause: 'renamed',
      renames: { year: 2026, count: 1 },
    })
    expect(after.names).toEqual([{ name: '晨光读书', from: NOON, until: now, because: 'created' }])
    expect(appAt(at, app)).toEqual(after)
    expect(toldOf(at, user)).toEqual(['app.created', 'app.renamed'])
    expect(letters(at, user).at(-1)?.content).toContain('“晨光读书”改名为“晨光书屋”')
  })

  it('and keeps the name before from others for thirty days, but not from itself', async () => {
    const { at, user, app } = await owned()
    const other = await owner(at, 1)
    const after = valueIn(await renamed(at, user, app, '晨光书屋'))
    expect(refusalOf(await appAsked(at, other))).toMatchObject({ code: 'app_name_held', retryAt: NOON + 30 * DAY })
    const back = valueIn(await renamed(at, user, after, '晨光读书'))
    expect(back.names.map(({ name }) => name)).toEqual(['晨光读书', '晨光书屋'])
    expect(holderOf(at, '晨光读书')).toEqual({ app: app.id, name: '晨光读书', since: NOON })
    expect(holderOf(at, '晨光书屋')).toMatchObject({ app: app.id, until: NOON + 30 * DAY })
    at.time.now = NOON + 30 * DAY
    expect(codeOf(await appAsked(at, other, { name: '晨光书屋' }))).toBe('ok')
    expect(codeOf(await appAsked(at, other, { name: '晨光读书' }))).toBe('app_name_taken')
  })

  it('to what looks the same, under one reservation', async () => {
    const at = world()
    const user = await owner(at)
    const app = await appCreated(at, user, { name: 'Book club' })
    const after = valueIn(await renamed(at, user, app, 'BookClub'))
    expect(after).toMatchObject({ name: 'BookClub', skeleton: app.skeleton })
    expect(holderOf(at, 'bookclub')).toEqual({ app: app.id, name: 'BookClub', since: NOON })
  })

  it('by whoever is verified with the last four of their number, and by face', async () => {
    const at = world()
    const user = await owner(at)
    const who = person('match')
    await decided(at, { user, who })
    const app = await appCreated(at, user)
    const faceFor = async (of: App, name: string) => {
      const terms = valueIn(await findStepTerms(at, user.accountId, { step: 'rename', app: of.id, name }))
      return faceConfirmed(at, user, { action: terms.face?.action ?? '' })
    }
    const face = await faceFor(app, '晨光书屋')
    const refusal = refusalOf(await renamed(at, user, app, '晨光书屋', { face }))
    expect(refusal.fields).toEqual([{ pointer: '/idLastFour', code: 'step_up_last_four_required' }])
    expect(codeOf(await renamed(at, user, app, '晨光书屋', { face, idLastFour: '0000' }))).toBe('id_last_four_wrong')
    const idLastFour = who.idNumber.slice(-4)
    expect(codeOf(await renamed(at, user, app, '晨光书屋', { face, idLastFour }))).toBe('ok')
    const again = appAt(at, app) ?? app
    const anew = await faceFor(again, '晨光书院')
    expect(codeOf(await renamed(at, user, again, '晨光书院', { face: anew, idLastFour, phone: who.phone }))).toBe('ok')
  })
})

describe('W3 an app is renamed: refused', () => {
  it('a third time in a year, until the next one begins in Beijing', async () => {
    const { at, user, app } = await owned()
    let now = app
    for (const name of ['晨光书屋', '晨光书院']) now = valueIn(await renamed(at, user, now, name))
    const newYear = Date.parse('2027-01-01T00:00:00+08:00')
    expect(refusalOf(await renamed(at, user, now, '晨光书店'))).toMatchObject({
      code: 'app_renames_used',
      retryAt: newYear,
    })
    at.time.now = newYear - MINUTE
    const late = await owner(at)
    expect(codeOf(await renamed(at, late, now, '晨光书店'))).toBe('app_renames_used')
    at.time.now = newYear
    expect(codeOf(await renamed(at, late, now, '晨光书店'))).toBe('ok')
  })

  it('from another name than it has: whoever asks was shown something else', async () => {
    const { at, user, app } = await owned()
    expect(refusalOf(await renamed(at, user, app, '晨光书屋', { from: '晨光' }))).toMatchObject({
      code: 'app_names_changed',
      fields: [{ pointer: '/from' }],
    })
    expect(appAt(at, app)).toEqual(app)
  })

  it('for all that is wrong with the name, before a code is used', async () => {
    const { at, user, app } = await owned()
    const other = await owner(at, 1)
    await appCreated(at, other, { name: '晨光画画' })
    expect(codeOf(await renamed(at, user, app, '晨光读书'))).toBe('app_name_unchanged')
    expect(codeOf(await renamed(at, user, app, '晨光画画'))).toBe('app_name_taken')
    expect(codeOf(await renamed(at, user, app, '微信读书'))).toBe('app_name_needs_proof')
    expect(codeOf(await renamed(at, user, app, '读'))).toBe('app_name_too_short')
    expect(itemAt(at, claimOf(user.token).session)?.codeTries).toBe(0)
  })

  it.each([{ openApplication: 'a'.repeat(32) }, { certifiedName: '晨光读书' }])('with %o', async (set) => {
    const { at, user, app } = await owned()
    await at.table.update(update(certificationKeys.app(app.id), { set }))
    const code = set.openApplication ? 'app_in_application' : 'app_certified'
    expect(codeOf(await renamed(at, user, app, '晨光书屋'))).toBe(code)
  })

  it('without the code that was sent to a number of theirs', async () => {
    const { at, user, app } = await owned()
    expect(codeOf(await renamed(at, user, app, '晨光书屋', { smsCode: '000000' }))).toBe('sms_code_wrong')
    expect(codeOf(await renamed(at, user, app, '晨光书屋', { phone: '19900001111' }))).toBe('phone_not_own')
    expect(codeOf(await renamed(at, user, app, '晨光书屋', { phone: '19800000000' }))).toBe('ok')
  })

  it('to whoever is banned', async () => {
    const { at, user, app } = await owned()
    await ban(at, user)
    expect(codeOf(await renamed(at, user, app, '晨光书屋'))).toBe('banned')
  })
})

describe('W3 an app is renamed: hostile', () => {
  it('by nobody else', async () => {
    const { at, app } = await owned()
    expect(codeOf(await renamed(at, await owner(at, 1), app, '晨光书屋'))).toBe('not_found')
  })

  it('twice with one code', async () => {
    const { at, user, app } = await owned()
    const once = valueIn(await renamed(at, user, app, '晨光书屋'))
    const { phone } = user
    const smsCode = at.texts.at(-1)?.code ?? ''
    const again = await renameApp(at, claimOf(user.token), {
      id: app.id,
      from: once.name,
      name: '晨光书院',
      phone,
      smsCode,
      language: 'zh',
    })
    expect(codeOf(again)).toBe('sms_code_wrong')
  })

  it('at once by two apps to one name: one has it', async () => {
    const at = world()
    const users = [await owner(at, 1), await owner(at, 2), await owner(at, 3)]
    const apps = await Promise.all(users.map((user, nth) => appCreated(at, user, { name: `晨光第${nth}` })))
    const outcomes = await Promise.all(users.map((user, nth) => renamed(at, user, apps[nth] as never, '晨光书屋')))
    expect(outcomes.map(codeOf).toSorted()).toEqual(['app_name_taken', 'app_name_taken', 'ok'])
    const holders = apps.filter((app) => appAt(at, app)?.name === '晨光书屋')
    expect(holders.map(({ id }) => id)).toEqual([holderOf(at, '晨光书屋')?.app])
  })

  it('in any history of creating, renaming and waiting no two apps have names that look alike', async () => {
    const names = fc.constantFrom('Modern', 'modem', 'M-odem', '晨光读书', '晨光 读书', '晨光书屋')
    const step = fc.record({ who: fc.nat(2), to: names, waits: fc.constantFrom(0, MINUTE, HOUR) })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const at = world({ apps: { renamesPerYear: 1000 }, names: { heldMs: HOUR } })
        const users = [await owner(at, 0), await owner(at, 1), await owner(at, 2)] as const
        const ids = new Map<number, string>()
        for (const { who, to, waits } of steps) {
          at.time.now += waits
          const user = users[who as 0 | 1 | 2]
          const app = appAt(at, { id: ids.get(who) ?? '' })
          const outcome = app ? await renamed(at, user, app, to) : await appAsked(at, user, { name: to })
          if (outcome.ok) ids.set(who, outcome.value.id)
          const apps = [...ids.values()].flatMap((id) => appAt(at, { id }) ?? [])
          expect(new Set(apps.map(({ skeleton }) => skeleton)).size).toBe(apps.length)
          for (const one of apps) expect(holderOf(at, one.name)).toMatchObject({ app: one.id, name: one.name })
        }
      }),
      { numRuns: 25 },
    )
  })
})

describe('W3 the names of an app', () => {
  const app = { renames: { year: 2026, count: 2 } }

  it('may be changed anew when a Beijing year begins, and once a certification has changed it', async () => {
    const eve = Date.parse('2026-12-31T15:59:59.999Z')
    expect(renamesLeft(app, 2, eve)).toBe(0)
    expect(renamesLeft(app, 2, eve + 1)).toBe(2)
    expect(nextYear(eve)).toBe(eve + 1)
    expect(nextYear(eve + 1)).toBe(Date.parse('2027-12-31T16:00:00Z'))
    const { at, user, app: own } = await owned()
    const once = valueIn(await renamed(at, user, own, '晨光书屋'))
    expect(named(once, { name: '晨光', skeleton: '晨光' }, 'certified', NOON).renames).toEqual({ year: 2026, count: 0 })
  })

  it('are kept, the newest so many', async () => {
    const { app: own } = await owned()
    let now = own
    for (let nth = 0; nth < MOST_PAST_NAMES + 5; nth += 1) {
      now = { ...now, ...named(now, { name: `晨光${nth}`, skeleton: `晨光${nth}` }, 'renamed', NOON + nth) }
    }
    expect(now.names).toHaveLength(MOST_PAST_NAMES)
    expect(now.names.at(-1)).toMatchObject({ name: `晨光${MOST_PAST_NAMES + 3}` })
  })
})

describe('W2 a name is looked at for nothing', () => {
  it('for an app that is there, and one that is not', async () => {
    const { at, user, app } = await owned()
    const { accountId } = user
    expect(valueIn(await answerNameCheck(at, accountId, { name: '晨光 书屋' }))).toMatchObject({
      name: '晨光书屋',
      findings: [],
    })
    const codes = async (asked: { name: string; app?: string }) =>
      valueIn(await answerNameCheck(at, accountId, asked)).findings.map(({ code }) => code)
    expect(await codes({ name: '晨光读书' })).toEqual(['app_name_own'])
    expect(await codes({ name: '晨光读书', app: app.id })).toEqual(['app_name_unchanged'])
    expect(await codes({ name: '晨光·读书', app: app.id })).toEqual([])
    expect(await codes({ name: '微信小程序' })).toEqual(['app_name_needs_proof', 'app_name_word'])
  })

  it('and for no app of somebody else', async () => {
    const { at, app } = await owned()
    const { accountId } = await owner(at, 1)
    expect(codeOf(await answerNameCheck(at, accountId, { name: '晨光书屋', app: app.id }))).toBe('not_found')
    expect(valueIn(await answerNameCheck(at, accountId, { name: '晨光读书' })).findings).toEqual([
      { code: 'app_name_taken', severity: 'refused' },
    ])
  })

  it('and holds nothing', async () => {
    const { at, user } = await owned()
    await answerNameCheck(at, user.accountId, { name: '晨光书屋' })
    expect(holderOf(at, '晨光书屋')).toBeUndefined()
  })
})

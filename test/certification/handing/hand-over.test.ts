import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { App } from '../../../functions/certification/apps/app.ts'
import { appApplied, appReleased } from '../../../functions/certification/apps/certified-store.ts'
import { deleteApp } from '../../../functions/certification/apps/delete-app.ts'
import { listApps } from '../../../functions/certification/apps/list-apps.ts'
import { askHandover } from '../../../functions/certification/handing/ask-handover.ts'
import { endHandover } from '../../../functions/certification/handing/end-handover.ts'
import { findHandover } from '../../../functions/certification/handing/find-handover.ts'
import { type Taking, takeApp } from '../../../functions/certification/handing/take-app.ts'
import { certificationKeys } from '../../../functions/certification/keys.ts'
import { findStepTerms } from '../../../functions/certification/steps/find-step-terms.ts'
import { ok } from '../../../shared/kernel/outcome.ts'
import { DAY, MINUTE } from '../../../shared/kernel/time.ts'
import { update } from '../../../shared/table/write.ts'
import { askCode, claimOf, lastCode } from '../../account/fixture.ts'
import { codeOf, NOON, refusalOf, valueIn } from '../../kit.ts'
import { ban, decided, itemAt, person, type World, world } from '../../world.ts'
import { appAt, appCreated, faceConfirmed, holderOf, type Owner, owner, renamed, toldOf } from '../fixture.ts'

const letters = (at: World, { accountId }: Owner): string[] =>
  at.table
    .items()
    .filter(({ pk, sk }) => pk === `ACCOUNT#${accountId}` && sk.startsWith('MESSAGE#'))
    .map(({ content }) => String(content))

const proofOf = async (at: World, user: Owner) => {
  valueIn(await askCode(at, { phone: user.phone, token: user.token }))
  return { phone: user.phone, smsCode: lastCode(at, user.phone) }
}

type Proof = { idLastFour?: string; face?: string; picture?: string }

/** A link at once, or a refusal. */
const asked = async (at: World, user: Owner, { id }: Pick<App, 'id'>, more: Proof = {}) => {
  const proof = { language: 'zh', ...(await proofOf(at, user)), ...more } as const
  const outcome = await askHandover(at, claimOf(user.token), { id, ...proof })
  if (!outcome.ok) return outcome
  if ('step' in outcome.value) throw new Error('it waits for people')
  return ok(outcome.value)
}

/** The app at once, or a refusal. */
const tookBy = async (at: World, user: Owner, taking: Omit<Taking, 'language'>) => {
  const outcome = await takeApp(at, claimOf(user.token), { language: 'zh', ...taking })
  if (!outcome.ok) return outcome
  if ('step' in outcome.value) throw new Error('it waits for people')
  return ok(outcome.value.app)
}

const taken = async (at: World, user: Owner, code: string, more: Proof = {}) =>
  tookBy(at, user, { code, ...(await proofOf(at, user)), ...more })

/** What a confirmation by face has to be about to take an app on, and the id of one. */
const faceOf = async (at: World, user: Owner, code: string) => {
  const { face } = valueIn(await findStepTerms(at, user.accountId, { step: 'takeover', code }))
  return faceConfirmed(at, user, { action: face?.action ?? '' })
}

const owned = async () => {
  const at = world()
  const [user, other, third] = [await owner(at), await owner(at, 1), await owner(at, 2)]
  return { at, user, other, third, app: await appCreated(at, user) }
}

/** How many apps each is said to administer, and how many name it. */
const countsOf = async (at: World, user: Owner) => [
  Number(itemAt(at, certificationKeys.appCount(user.accountId))?.count ?? 0),
  (await listApps(at, user.accountId)).length,
]

const certified = (at: World, { id }: App, certifiedFor: string) =>
  at.table.update(update(certificationKeys.app(id), { set: { certifiedName: '晨光读书', certifiedFor } }))

describe('W8 an app is handed over: happy', () => {
  it('to whoever opens the link in their own account, with name, history and reservation, a letter and an event to both', async () => {
    const { at, user, other, app } = await owned()
    const { code, url, until } = valueIn(await asked(at, user, app))
    expect(url).toBe(`${at.publicUrl}/developer/handover#${code}`)
    expect(until).toBe(NOON + DAY)
    expect(JSON.stringify(at.table.items())).not.toContain(code)
    expect(letters(at, user).at(-1)).toContain('移交链接')
    expect(valueIn(await findHandover(at, other.accountId, code)).app.name).toBe('晨光读书')
    const after = valueIn(await taken(at, other, code))
    expect(after).toEqual({ ...app, administrator: other.accountId })
    expect(appAt(at, app)).toEqual(after)
    expect(holderOf(at, '晨光读书')).toMatchObject({ app: app.id })
    expect([await countsOf(at, user), await countsOf(at, other)]).toEqual([
      [0, 0],
      [1, 1],
    ])
    expect(letters(at, user).at(-1)).toContain('您不再管理它')
    expect(letters(at, other).at(-1)).toContain('成为应用“晨光读书”的管理员')
    expect(toldOf(at, user)).toEqual(['app.created', 'app.handed_over'])
    expect(toldOf(at, other)).toEqual(['app.taken_over'])
    expect(codeOf(await renamed(at, other, after, '晨光书屋'))).toBe('ok')
    expect(codeOf(await renamed(at, user, after, '晨光书院'))).toBe('not_found')
  })

  it('until the last moment of its day', async () => {
    const { at, user, other, app } = await owned()
    const { code } = valueIn(await asked(at, user, app))
    at.time.now = NOON + DAY - 1
    expect(codeOf(await taken(at, other, code))).toBe('ok')
  })

  it('of an organisation to somebody who is verified themselves', async () => {
    const { at, user, other, app } = await owned()
    const { code } = valueIn(await asked(at, user, app))
    await certified(at, app, 'enterprise')
    expect(refusalOf(await taken(at, other, code))).toMatchObject({
      code: 'handover_level_too_low',
      extra: { level: 1 },
    })
    const who = person('match')
    await decided(at, { user: other, who })
    const after = valueIn(
      await taken(at, other, code, { idLastFour: who.idNumber.slice(-4), face: await faceOf(at, other, code) }),
    )
    expect(after).toMatchObject({ administrator: other.accountId, certifiedName: '晨光读书' })
  })
})

describe('W8 an app is handed over: refused', () => {
  it('once its time is over, it was taken back, another link was made, or it was used', async () => {
    const { at, user, other, third, app } = await owned()
    const { code: first } = valueIn(await asked(at, user, app))
    at.time.now += 2 * MINUTE
    const { code: second } = valueIn(await asked(at, user, app))
    expect(codeOf(await taken(at, other, first))).toBe('handover_over')
    expect(codeOf(await endHandover(at, { accountId: other.accountId, id: app.id }))).toBe('not_found')
    expect(codeOf(await endHandover(at, { accountId: user.accountId, id: app.id }))).toBe('ok')
    expect(codeOf(await findHandover(at, other.accountId, second))).toBe('handover_over')
    at.time.now += 2 * MINUTE
    const { code: late } = valueIn(await asked(at, user, app))
    const before = at.time.now
    at.time.now += DAY
    expect(codeOf(await taken(at, await owner(at, 9), late))).toBe('handover_over')
    at.time.now = before + 2 * MINUTE
    expect(codeOf(await taken(at, other, late))).toBe('ok')
    expect(codeOf(await taken(at, third, late))).toBe('handover_over')
    for (const wrong of ['', 'x', `${app.id}.`, `${app.id}.x`, `${'0'.repeat(32)}.x`])
      expect(codeOf(await findHandover(at, third.accountId, wrong))).toBe('handover_over')
  })

  it('to its own administrator, by another than them, and without the last four of whoever is verified', async () => {
    const { at, user, other, app } = await owned()
    expect(codeOf(await asked(at, other, app))).toBe('not_found')
    const { code } = valueIn(await asked(at, user, app))
    expect(codeOf(await findHandover(at, user.accountId, code))).toBe('handover_own')
    const who = person('match')
    await decided(at, { user: other, who })
    const face = await faceOf(at, other, code)
    expect(codeOf(await taken(at, other, code))).toBe('presence_required')
    expect(codeOf(await taken(at, other, code, { face }))).toBe('step_up_last_four_required')
    expect(codeOf(await taken(at, other, code, { face, idLastFour: '0000' }))).toBe('id_last_four_wrong')
    expect(appAt(at, app)?.administrator).toBe(user.accountId)
  })

  it('while somebody applies for its certification, before it is asked for and before it is taken', async () => {
    const { at, user, other, app } = await owned()
    const { code } = valueIn(await asked(at, user, app))
    await at.table.commit([appApplied(app, 'an-application', at.time.now)])
    expect(refusalOf(await taken(at, other, code))).toMatchObject({
      ...{ code: 'app_in_application', extra: { applicationId: 'an-application' } },
    })
    at.time.now += 2 * MINUTE
    expect(codeOf(await asked(at, user, app))).toBe('app_in_application')
    await at.table.commit([appReleased(app.id, 'an-application')])
    expect(codeOf(await taken(at, other, code))).toBe('ok')
  })

  it('of a person who is certified themselves, and where either is banned', async () => {
    const { at, user, other, app } = await owned()
    const { code } = valueIn(await asked(at, user, app))
    await ban(at, other)
    expect(codeOf(await taken(at, other, code))).toBe('banned')
    const fourth = await owner(at, 3)
    await ban(at, user)
    expect(codeOf(await taken(at, fourth, code))).toBe('handover_over')
    at.time.now += 2 * MINUTE
    expect(codeOf(await asked(at, user, app))).toBe('banned')
    const mine = await appCreated(at, fourth, { name: '夜航船' })
    for (const certifiedFor of ['individual', undefined]) {
      await at.table.update(
        update(certificationKeys.app(mine.id), {
          set: { certifiedName: '夜航船', ...(certifiedFor && { certifiedFor }) },
          remove: certifiedFor ? [] : ['certifiedFor'],
        }),
      )
      at.time.now += 2 * MINUTE
      expect(codeOf(await asked(at, fourth, mine))).toBe('app_not_handed_over')
    }
  })

  it('to whoever has as many apps as they may', async () => {
    const { at, user, other, app } = await owned()
    for (const name of ['一号书店', '二号书店', '三号书店', '四号书店', '五号书店'])
      await appCreated(at, other, { name })
    const { code } = valueIn(await asked(at, user, app))
    expect(codeOf(await taken(at, other, code))).toBe('app_limit_reached')
    expect(await countsOf(at, other)).toEqual([5, 5])
  })
})

describe('W8 an app is handed over: at once', () => {
  type Meeting = { at: World; user: Owner; app: App }
  const anew = update(certificationKeys.app('x'), { set: { handoverHash: 'another', handoverUntil: NOON + 2 * DAY } })
  const meetings: Record<string, (of: Meeting) => Promise<unknown>> = {
    'was taken back': ({ at, user, app }) => endHandover(at, { accountId: user.accountId, id: app.id }),
    'has another link': ({ at, app }) => at.table.update({ ...anew, key: certificationKeys.app(app.id) }),
    'is applied for': ({ at, app }) => at.table.commit([appApplied(app, 'an-application', at.time.now)]),
    'was certified': ({ at, app }) => certified(at, app, 'individual'),
    'is another account’s': ({ at, app }) =>
      at.table.update(update(certificationKeys.app(app.id), { set: { administrator: '0'.repeat(32) } })),
    'was removed': ({ at, user, app }) => deleteApp(at, { accountId: user.accountId, id: app.id }),
  }

  it.each(Object.keys(meetings))('not taken on where it %s just before', async (name) => {
    const { at, user, other, app } = await owned()
    const { code } = valueIn(await asked(at, user, app))
    const proof = await proofOf(at, other)
    const commit: World['table']['commit'] = async (writes) => {
      await meetings[name]?.({ at, user, app })
      return at.table.commit(writes)
    }
    const table = Object.assign(Object.create(at.table), { commit })
    expect(codeOf(await takeApp({ ...at, table }, claimOf(other.token), { language: 'zh', code, ...proof }))).toBe(
      'handover_over',
    )
    expect(appAt(at, app)?.administrator).not.toBe(other.accountId)
    expect(await countsOf(at, other)).toEqual([0, 0])
  })

  it('not taken on where its time ends while it is', async () => {
    const { at, user, other, app } = await owned()
    const { code, until } = valueIn(await asked(at, user, app))
    at.time.now = until - 1
    const proof = await proofOf(at, other)
    let calls = 0
    const clock = {
      now: () => {
        calls += 1
        return until - 2 + calls
      },
    }
    expect(codeOf(await takeApp({ ...at, clock }, claimOf(other.token), { language: 'zh', code, ...proof }))).toBe(
      'handover_over',
    )
    expect(appAt(at, app)?.administrator).toBe(user.accountId)
  })

  it('of many who have the link one takes it on', async () => {
    const { at, user, app } = await owned()
    const { code } = valueIn(await asked(at, user, app))
    const takers: Owner[] = []
    for (let nth = 10; nth < 20; nth += 1) takers.push(await owner(at, nth))
    const proofs = []
    for (const taker of takers) proofs.push({ taker, proof: await proofOf(at, taker) })
    const results = await Promise.all(proofs.map(({ taker, proof }) => tookBy(at, taker, { code, ...proof })))
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(new Set(results.flatMap((one) => (one.ok ? [] : one.refusal.code)))).toEqual(new Set(['handover_over']))
    const counts = await Promise.all(takers.map((taker) => countsOf(at, taker)))
    expect(counts.flat().reduce((sum, one) => sum + one, 0)).toBe(2)
    expect(await countsOf(at, user)).toEqual([0, 0])
  })

  it('in whatever order it is asked for, taken back, taken, renamed, removed and applied for, it is on exactly one list', async () => {
    const step = fc.constantFrom('ask', 'keep', 'take', 'back', 'rename', 'remove', 'apply', 'release', 'wait', 'race')
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
        const { at, user, other, app } = await owned()
        let code = `${app.id}.x`
        for (const [nth, one] of steps.entries()) {
          at.time.now += 2 * MINUTE
          const now = appAt(at, app)
          const holder = now?.administrator === other.accountId ? other : user
          const rest = holder === user ? other : user
          if (one === 'ask') {
            const result = await asked(at, holder, app)
            if (result.ok) code = result.value.code
          }
          if (one === 'keep') await endHandover(at, { accountId: holder.accountId, id: app.id })
          if (one === 'take') await taken(at, rest, code)
          if (one === 'back') await taken(at, holder, code)
          if (one === 'rename' && now) await renamed(at, holder, now, `晨光第${nth + 1}书屋`)
          if (one === 'remove') await deleteApp(at, { accountId: holder.accountId, id: app.id })
          if (one === 'apply' && now) await at.table.commit([appApplied(now, 'an-application', at.time.now)])
          if (one === 'release') await at.table.commit([appReleased(app.id, 'an-application')])
          if (one === 'wait') at.time.now += DAY
          if (one === 'race' && now) {
            const [mine, theirs] = [await proofOf(at, holder), await proofOf(at, rest)]
            const before = now.openApplication
            const [, took] = await Promise.all([
              deleteApp(at, { accountId: holder.accountId, id: app.id }),
              tookBy(at, rest, { code, ...theirs }),
              askHandover(at, claimOf(holder.token), { language: 'zh', id: app.id, ...mine }),
              endHandover(at, { accountId: holder.accountId, id: app.id }),
            ])
            if (took.ok) expect(before).toBeUndefined()
          }
          const kept = appAt(at, app)
          const lists = [await countsOf(at, user), await countsOf(at, other)]
          const due = (who: Owner) => (kept?.administrator === who.accountId ? [1, 1] : [0, 0])
          expect(lists).toEqual([due(user), due(other)])
          if (kept) expect(holderOf(at, kept.name)?.app).toBe(app.id)
        }
      }),
      { numRuns: 60 },
    )
  })
})

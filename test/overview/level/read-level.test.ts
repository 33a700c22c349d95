import { describe, expect, it } from 'vitest'
import type { Evidence } from '../../../functions/evidence/evidence.ts'
import { evidenceHeld, heldIdentity, identityCleared } from '../../../functions/gate/identity-store.ts'
import { gateKeys } from '../../../functions/gate/keys.ts'
import { showExplained } from '../../../functions/overview/level/explained-view.ts'
import { offeredIn, trustPagesIn } from '../../../functions/overview/level/pages.ts'
import { readLevel } from '../../../functions/overview/level/read-level.ts'
import { DAY, rfc3339 } from '../../../shared/kernel/time.ts'
import { claimOf } from '../../account/fixture.ts'
import { codeOf, valueIn } from '../../kit.ts'
import { provenByCarrier, quietly } from '../../samples.ts'
import { ban, cost, decided, enter, itemAt, type User, type World, world } from '../../world.ts'

const deps = (at: World, faces: readonly string[] = ['tencent_cloud']) => ({
  ...at,
  offered: offeredIn({ face: { vendors: faces } }),
  trustPages: trustPagesIn(at.settings),
})

const explained = async (at: World, { token }: User, faces?: readonly string[]) =>
  showExplained(valueIn(await readLevel(deps(at, faces), { claim: claimOf(token) })))

const held = (at: World, { accountId }: User) => {
  const found = heldIdentity(itemAt(at, gateKeys.identity(accountId)))
  if (!found) throw new Error('no identity')
  return found
}

/** Something more is proven of an account. */
const prove = (at: World, user: User, kind: Evidence['kind'], more: Partial<Evidence> = {}) => {
  const evidence = { ...provenByCarrier(user.accountId), at: at.time.now, kind, ...more }
  return at.table.commit(evidenceHeld(held(at, user), evidence, quietly(at.time.now)))
}

describe('X3 the level of an account, explained', () => {
  it('is none of somebody new: what leads to it, on which pages, and what each feature needs', async () => {
    const at = world()
    const user = await enter(at)
    const { value, calls } = await cost(at, () => explained(at, user))
    expect(calls).toEqual({ table: 1, kms: 0, queue: 0, vendor: 0 })
    expect(value).toMatchObject({
      level: 0,
      levelName: 'none',
      levelUntil: null,
      evidence: [],
      nextEnd: null,
      lowered: null,
    })
    expect(value.ladder.map(({ level, held: is }) => [level, is])).toEqual([1, 2, 3, 4].map((one) => [one, false]))
    expect(value.ladder[0]?.ways).toEqual([
      { open: true, steps: [{ source: 'carrier', page: '/verify', personPage: null }] },
      { open: true, steps: [{ source: 'bank', page: '/cards', personPage: '/papers?proof=bank' }] },
      { open: true, steps: [{ source: 'review', page: '/papers', personPage: null }] },
    ])
    const short = { enough: false, allowed: false, code: 'not_verified', shortfall: 'never_verified', until: null }
    expect(value.features).toEqual([
      { feature: 'send_message', neededLevel: 1, maximumAgeMs: null, ...short },
      { feature: 'recharge_points', neededLevel: 1, maximumAgeMs: null, ...short },
      { feature: 'transfer_points', neededLevel: 1, maximumAgeMs: null, ...short },
      { feature: 'certify_app', neededLevel: 2, maximumAgeMs: null, ...short },
    ])
    expect(value.helpPage).toBe('/cases?about=level')
  })

  it('names every piece of evidence, what ends next and what is left then', async () => {
    const at = world()
    const { user } = await decided(at)
    await prove(at, user, 'id_document', { possession: false })
    const end = at.time.now + 365 * DAY
    await prove(at, user, 'face', { validUntil: end })
    const value = await explained(at, user)
    expect(value).toMatchObject({ level: 3, levelName: 'strong', levelUntil: rfc3339(end), lowered: null })
    expect(value.evidence.map(({ kind, source, status }) => [kind, source, status])).toEqual([
      ['carrier_three_element', 'carrier', 'valid'],
      ['id_document', 'document', 'valid'],
      ['face', 'police', 'valid'],
    ])
    expect(value.nextEnd).toEqual({ kind: 'face', at: rfc3339(end), levelThen: 2 })
    expect(value.features.map(({ enough, until }) => [enough, until])).toEqual([1, 2, 3, 4].map(() => [true, null]))
  })

  it('says what lowered it, why, and where that is mended; and no more once it is', async () => {
    const at = world()
    const { user } = await decided(at)
    await prove(at, user, 'id_document', { possession: false })
    const end = at.time.now + 30 * DAY - 1
    await prove(at, user, 'face', { validUntil: end })
    at.time.now = end
    const { lowered, evidence, level } = await explained(at, user)
    expect(level).toBe(2)
    expect(lowered).toEqual({
      ...{ at: rfc3339(end), from: 3, to: 2, because: 'expired', kind: 'face', page: '/face' },
    })
    expect(evidence.find(({ kind }) => kind === 'face')).toMatchObject({ status: 'ended', ended: null })
    expect((await explained(at, user, [])).lowered).toMatchObject({ kind: 'face', page: null })
    await prove(at, user, 'face', { validUntil: end + 365 * DAY })
    expect((await explained(at, user)).lowered).toBeNull()
  })

  it('says of a number that somebody else has that it was that', async () => {
    const at = world()
    const { user } = await decided(at)
    await prove(at, user, 'carrier_three_element', { validUntil: at.time.now, ended: 'number_recycled' })
    expect((await explained(at, user)).lowered).toMatchObject({
      ...{ from: 1, to: 0, because: 'number_recycled', kind: 'carrier_three_element', page: '/verify' },
    })
  })

  it('says of whoever was cleared from where they fell, until they are verified again', async () => {
    const at = world()
    const { user } = await decided(at)
    await at.table.commit(identityCleared(user.accountId, held(at, user), quietly(at.time.now)))
    const since = rfc3339(at.time.now)
    at.time.now += 1
    const cleared = { at: since, from: 1, to: 0, because: 'cleared', kind: null, page: '/verify' }
    expect((await explained(at, user)).lowered).toEqual(cleared)
  })

  it('says that a feature is open before the date, and shut to the banned, whatever they have proven', async () => {
    const at = world({ enforceFrom: '2099-01-01T00:00:00+08:00' })
    const user = await enter(at)
    const [send, , transfer] = (await explained(at, user)).features
    expect(send).toMatchObject({ enough: false, allowed: true, code: null })
    expect(transfer).toMatchObject({ enough: false, allowed: false, code: 'not_verified' })
    const { user: other } = await decided(at)
    await ban(at, other)
    expect((await explained(at, other)).features[0]).toMatchObject({ enough: true, allowed: false, code: 'banned' })
  })

  it('says until when a feature is open that wants it young', async () => {
    const at = world({ gate: { certifyLevel: 1, certifyMaxAgeMs: 30 * DAY } })
    const { user } = await decided(at)
    const certify = (await explained(at, user)).features[3]
    expect(certify).toMatchObject({ neededLevel: 1, maximumAgeMs: 30 * DAY, enough: true })
    expect(Date.parse(certify?.until ?? '')).toBeGreaterThan(at.time.now + 29 * DAY)
  })
})

describe('X3 the level of an account, asked by others', () => {
  it('is told to the platform by externalId, of whoever was never here: none', async () => {
    const at = world()
    const caller = { platformKeyId: 'backend', externalId: 'stranger', accountId: undefined }
    const { value, calls } = await cost(at, () => readLevel(deps(at), caller))
    expect(showExplained(valueIn(value))).toMatchObject({ level: 0, evidence: [] })
    expect(calls.table).toBe(0)
    const { user } = await decided(at)
    const theirs = { ...caller, accountId: user.accountId }
    expect(showExplained(valueIn(await readLevel(deps(at), theirs)))).toMatchObject({ level: 1 })
  })

  it('is nobody’s without a session that lives', async () => {
    const at = world()
    const { user } = await decided(at)
    const guess = claimOf(`${user.accountId}.guess`)
    expect(codeOf(await readLevel(deps(at), { claim: guess }))).toBe('unauthenticated')
  })
})

import { describe, expect, it } from 'vitest'
import { askForCheck } from '../../../functions/face/check/ask-for-check.ts'
import { runFollowing } from '../../../functions/face/check/run-following.ts'
import { faceWork } from '../../../functions/face/keys.ts'
import { listFaceChecks, readFaceCheck } from '../../../functions/face/read.ts'
import type { Look } from '../../../functions/face/vendors/vendor.ts'
import { gatherPeople } from '../../../functions/verification/submission/gather-people.ts'
import { DAY, HOUR, MINUTE, SECOND } from '../../../shared/kernel/time.ts'
import { nameOf } from '../../../shared/table/write.ts'
import { codeOf, valueIn } from '../../kit.ts'
import { person } from '../../world.ts'
import {
  faceWorld,
  itemsOf,
  opened,
  provenMeanwhile,
  spentAt,
  storedCheck,
  verified,
  verifiedAsAnother,
} from '../fixture.ts'
import { notOver, passed } from '../scripted-faces.ts'

const begun = async (face: Record<string, unknown> = {}) => {
  const here = faceWorld(face)
  const of = await verified(here)
  const check = await opened(here, of)
  const followed = async () => (await here.follow(check.accountId, check.id))?.word
  return { here, of, check, followed, now: () => storedCheck(here, check) }
}

const failed = (charged: number, last: Partial<Extract<Look, { kind: 'failed' }>> = {}): Look => ({
  ...{ kind: 'failed', because: 'other_face', final: false, vendorCode: '2016', charged },
  ...last,
})

describe('W8 what became of a confirmation by face: happy', () => {
  it('is confirmed where the vendor says so to us, and then owes nothing', async () => {
    const { here, check, followed, now } = await begun()
    here.faces.says.set('first-1', passed({ challenge: check.id, idNumber: () => person('match').idNumber }))
    expect(await followed()).toBe('confirmed')
    expect(now()).toMatchObject({ status: 'confirmed', charged: 1, decidedAt: here.time.now })
    expect(now()).not.toHaveProperty('url')
    expect(itemsOf(here, 'FACECHECK#')[0]).not.toHaveProperty('dueAt')
    expect(await followed()).toBe('nothing_owed')
    expect(here.faces.looked).toHaveLength(1)
  })

  it('X3 is evidence from the same commit on, for twelve months, and of nothing less', async () => {
    const { here, check, followed } = await begun()
    const held = () => itemsOf(here, 'EVIDENCE#police')
    here.faces.says.set('first-1', failed(1))
    await followed()
    expect(held()).toEqual([])
    here.faces.says.set('first-1', passed())
    await followed()
    const now = here.time.now
    expect(held()).toMatchObject([
      { kind: 'face', at: now, validUntil: now + 365 * DAY, possession: true, check: check.id },
    ])
    const [identity] = itemsOf(here, 'IDENTITY')
    expect(identity).toMatchObject({ until_police: now + 365 * DAY })
    expect(identity?.proofs).toHaveLength(2)
  })

  it('X3 raises the level, which its user is told by a letter and the platform by an event of that commit', async () => {
    const { here, check, followed } = await begun()
    await provenMeanwhile(here, check.accountId)
    here.faces.says.set('first-1', passed())
    await followed()
    const letters = itemsOf(here, 'MESSAGE#').filter(({ title }) => String(title).includes('实名等级已提升'))
    expect(letters).toHaveLength(1)
    expect(letters[0]?.content).toContain('实名等级由 2 级（有证件）升为 3 级（高）')
    expect(letters[0]?.content).toContain('https://shiming.test/level')
    const outbox = here.table.items().find(({ pk }) => pk === `OUTBOX#account:${check.accountId}`)
    expect((outbox?.pending ?? []) as unknown[]).toContainEqual(
      expect.objectContaining({ type: 'level.changed', data: { from: 2, to: 3, because: 'proven' } }),
    )
  })

  it('X3 is evidence also where something else is proven at that very moment', async () => {
    const { here, check } = await begun()
    here.faces.says.set('first-1', passed())
    here.faces.looking.push(async () => {
      await provenMeanwhile(here, check.accountId)
      return passed()
    })
    expect((await here.follow(check.accountId, check.id))?.word).toBe('confirmed')
    expect(itemsOf(here, 'IDENTITY')[0]?.proofs).toHaveLength(3)
  })

  it('is asked by the sweep where the browser never comes back', async () => {
    const { here, check, now } = await begun()
    here.faces.says.set('first-1', passed())
    const key = here.table.items().find((item) => item.sk === `FACECHECK#${check.id}`)
    if (!key) throw new Error('no item')
    const due = await Promise.all(
      Array.from({ length: 16 }, (_none, shard) =>
        here.table.due({ shard, until: here.time.now + 10 * MINUTE, limit: 9 }),
      ),
    )
    expect(due.flat().map((entry) => nameOf(entry.key))).toContain(nameOf(key))
    expect(await runFollowing(here, faceWork.pointerTo(key))).toBe('confirmed')
    expect(now()).toMatchObject({ status: 'confirmed' })
  })

  it('may be tried again on the same token, and each attempt that is charged is booked once', async () => {
    const { here, followed, now } = await begun()
    here.faces.says.set('first-1', failed(2))
    expect(await followed()).toBe('looked')
    expect(now()).toMatchObject({ status: 'opened', lastTry: 'other_face', charged: 2 })
    expect(await followed()).toBe('looked')
    here.faces.says.set('first-1', passed({ charged: 3 }))
    expect(await followed()).toBe('confirmed')
    expect(itemsOf(here, 'FACECHARGE#')).toHaveLength(3)
    expect(itemsOf(here, 'FACECHARGE#').map(({ unit, entries }) => [unit, entries])).toEqual(
      Array.from({ length: 3 }, () => [
        'yuan_10000th',
        [
          { account: 'expense:vendor:face_first', fen: 10_000 },
          { account: 'payable:vendor:face_first', fen: -10_000 },
        ],
      ]),
    )
    expect(spentAt(here, 'first')).toBe(30_000)
  })

  it('has failed once there can be no other attempt, and expired where there was none', async () => {
    const one = await begun()
    one.here.faces.says.set('first-1', failed(1))
    await one.followed()
    one.here.time.now += 2 * HOUR + 5 * MINUTE
    expect(await one.followed()).toBe('failed')
    expect(one.now()).toMatchObject({ status: 'failed', reason: 'other_face', charged: 1 })

    const other = await begun()
    other.here.time.now += 2 * HOUR + 5 * MINUTE - 1
    expect(await other.followed()).toBe('looked')
    other.here.time.now += 1
    expect(await other.followed()).toBe('expired')
    // Nobody tried, so nothing is charged.
    expect(spentAt(other.here, 'first')).toBe(0)
    expect(itemsOf(other.here, 'FACECHARGE#')).toEqual([])
    expect(itemsOf(other.here, 'FACEOPEN')).toEqual([])
  })

  it('is one answer to two who ask at once', async () => {
    const { here, check, now } = await begun()
    here.faces.says.set('first-1', passed({ charged: 2 }))
    const words = await Promise.all([1, 2, 3].map(() => here.follow(check.accountId, check.id)))
    expect(words.map((one) => one?.word).toSorted()).toEqual(['confirmed', 'moved_by_another', 'moved_by_another'])
    expect(words.map((one) => one?.check.status)).toEqual(['confirmed', 'confirmed', 'confirmed'])
    expect(itemsOf(here, 'FACECHARGE#')).toHaveLength(2)
    expect(now().charged).toBe(2)
  })
})

describe('W8 what became of a confirmation by face: a vendor that fails', () => {
  it('is asked again until nobody can ask any more; then people are told', async () => {
    const { here, followed, now } = await begun()
    const silent: Look = { kind: 'unknown', vendorCode: 'http_500' }
    here.faces.says.set('first-1', silent)
    here.time.now += 3 * DAY - 1
    expect(await followed()).toBe('looked')
    here.time.now += 1
    expect(await followed()).toBe('unanswered')
    expect(now()).toMatchObject({ status: 'undetermined', reason: 'result_unknown' })
    expect(here.alarms).toContainEqual({
      event: 'face_check_never_answered',
      fields: { vendor: 'first', code: 'http_500' },
    })
    // It may have been charged.
    expect(spentAt(here, 'first')).toBe(10_000)
  })

  it('rings where it refuses us, and loses nothing', async () => {
    const { here, followed, now } = await begun()
    here.faces.looking.push(() => ({ kind: 'unknown', vendorCode: '411', needsRepair: true }))
    expect(await followed()).toBe('looked')
    expect(here.alarms).toContainEqual({ event: 'face_vendor_needs_repair', fields: { vendor: 'first', code: '411' } })
    here.faces.says.set('first-1', passed())
    expect(await followed()).toBe('confirmed')
    expect(now()).toMatchObject({ status: 'confirmed' })
  })

  it('keeps the cost of an attempt where the vendor does not count them', async () => {
    const { here, followed } = await begun()
    here.faces.says.set('first-1', failed(0, { charged: 'unknown', final: true }))
    expect(await followed()).toBe('failed')
    expect(spentAt(here, 'first')).toBe(10_000)
  })
})

describe('W8 what became of a confirmation by face: hostile', () => {
  it.each<[string, Parameters<typeof passed>[0]]>([
    ['another challenge', { challenge: 'another' }],
    ['another person', { idNumber: () => person('match', 1).idNumber }],
  ])('is no confirmation where what is confirmed is %s', async (_what, of) => {
    const { here, followed, now } = await begun()
    here.faces.says.set('first-1', passed(of))
    // Its token may still be tried, so that no other may begin.
    expect(await followed()).toBe('looked')
    here.time.now += 2 * HOUR + 5 * MINUTE
    expect(await followed()).toBe('unanswered')
    expect(now()).toMatchObject({ status: 'undetermined', reason: 'result_unknown', charged: 1 })
    expect(here.alarms).toContainEqual({ event: 'face_vendor_confirmed_another', fields: { vendor: 'first' } })
  })

  it.each<[string, ['v2', ...string[]]]>([
    ['being replaced', ['v2', 'v1']],
    ['replaced', ['v2']],
  ])('X5 is theirs where the key of the index of people is %s by then', async (_when, versions) => {
    const { here, followed, now } = await begun()
    here.faces.says.set('first-1', passed({ idNumber: () => person('match').idNumber }))
    here.at.index.versions = ['v2', 'v1']
    expect(await gatherPeople({ ...here.at, remainingMs: () => MINUTE, fault: () => undefined })).toBe(1)
    here.at.index.versions = versions
    expect(await followed()).toBe('confirmed')
    expect(now()).toMatchObject({ status: 'confirmed' })
    expect(here.alarms).toEqual([])
    expect(itemsOf(here, 'EVIDENCE#police')).toHaveLength(1)
  })

  it('is no confirmation of whoever the account is verified as by then', async () => {
    const { here, check, followed, now } = await begun()
    here.faces.says.set('first-1', passed())
    await verifiedAsAnother(here, check.accountId)
    expect(await followed()).toBe('unanswered')
    expect(now()).toMatchObject({ status: 'undetermined', reason: 'identity_changed' })
  })

  it('is nothing of another account, and of no number that is none', async () => {
    const { here, check } = await begun()
    const other = await verified(here, person('match', 1))
    for (const [account, id] of [
      [other.user.accountId, check.id],
      [undefined, check.id],
      [check.accountId, 'x'],
    ] as const) {
      expect(codeOf(await askForCheck(here, account, id))).toBe('not_found')
      expect(codeOf(await readFaceCheck(here, account, id))).toBe('not_found')
    }
    expect(here.faces.looked).toEqual([])
    expect(await runFollowing(here, { id: 'nonsense' })).toBe('no_such_check')
    expect(await runFollowing(here, { id: `${other.user.accountId}.${check.id}` })).toBe('no_such_check')
  })
})

describe('W8 what users see of their confirmations', () => {
  it('is where to go while it is open, and what helps once it is not; never a word of the vendor', async () => {
    const { here, check, followed } = await begun()
    const shown = valueIn(await readFaceCheck(here, check.accountId, check.id))
    expect(shown).toMatchObject({
      ...{ id: check.id, status: 'opened', reason: null, advice: null, lastTry: null, action: null },
      page: { url: 'https://first.example.com/first-1', worksIn: 'wechat' },
    })
    here.faces.says.set('first-1', failed(1, { because: 'no_photo', final: true, vendorCode: '2007' }))
    await followed()
    const ended = valueIn(await readFaceCheck(here, check.accountId, check.id))
    expect(ended).toMatchObject({ status: 'failed', reason: 'no_photo', advice: 'person', page: null })
    expect(JSON.stringify(ended)).not.toMatch(/2007|first/)
    const { faceChecks } = valueIn(await listFaceChecks(here, check.accountId, { limit: 5 }))
    expect(faceChecks).toEqual([ended])
    expect(valueIn(await listFaceChecks(here, undefined, { limit: 5 }))).toEqual({ faceChecks: [], nextCursor: null })
  })

  it('are asked for no oftener than every two seconds, however often a page asks', async () => {
    const { here, check } = await begun()
    const asked = () => askForCheck(here, check.accountId, check.id)
    for (let presses = 0; presses < 5; presses += 1) await asked()
    expect(here.faces.looked).toHaveLength(1)
    here.time.now += 2 * SECOND
    here.faces.says.set('first-1', passed())
    expect(valueIn(await asked())).toMatchObject({ status: 'confirmed' })
    expect(here.faces.looked).toHaveLength(2)
  })

  it('stays as it is while the vendor has nothing new', async () => {
    const { here, check } = await begun()
    here.faces.says.set('first-1', notOver)
    expect(valueIn(await askForCheck(here, check.accountId, check.id))).toMatchObject({ status: 'opened', looks: 1 })
  })
})

import { describe, expect, it } from 'vitest'
import { openCheck } from '../../../functions/face/opening/open-check.ts'
import type { Begun } from '../../../functions/face/vendors/vendor.ts'
import { DAY, HOUR, MINUTE } from '../../../shared/kernel/time.ts'
import { codeOf, valueIn } from '../../kit.ts'
import { ban, cost, enter, person, type World } from '../../world.ts'
import { clicked, faceWorld, itemsOf, opened, spentAt, storedCheck, verified, verifiedAsAnother } from '../fixture.ts'
import { passed } from '../scripted-faces.ts'

const noAnswer: Begun = { kind: 'unknown', vendorCode: 'timeout' }
const refusesUs: Begun = { kind: 'not_begun', vendorCode: '412', needsRepair: true }
const noPhoto: Begun = { kind: 'refused', because: 'no_photo', elsewhere: true, vendorCode: '417' }

describe('W8 beginning a confirmation by face: happy', () => {
  it('gives the vendor name, number and our challenge, and the browser the page of the vendor', async () => {
    const here = faceWorld()
    const of = await verified(here)
    const { value, calls } = await cost(here.at as World, () => opened(here, of))
    const { name, idNumber } = person('match')
    const [begun] = here.faces.begun
    expect(begun).toMatchObject({ vendor: 'first', challenge: value.id, person: { name, idNumber }, userAgent: 'test' })
    expect(begun?.returnUrl).toBe(`https://shiming.test/face/return/${value.id}`)
    expect(value).toMatchObject({ status: 'opened', url: 'https://first.example.com/first-1', worksIn: 'wechat' })
    expect(storedCheck(here, value)).toMatchObject({ status: 'opened', token: 'first-1', vendor: 'first' })
    expect(calls).toMatchObject({ table: 4, kms: 1 })
  })

  it('M7 has its consent and what is handed on written before the vendor hears of anybody', async () => {
    const here = faceWorld()
    const of = await verified(here)
    here.faces.beginning.push(() => {
      const [consent] = itemsOf(here, 'CONSENT#').filter(({ purpose }) => purpose === 'face')
      expect(consent).toMatchObject({ items: ['name', 'id_number', 'face'], recipients: ['first', 'second'] })
      const [handed] = itemsOf(here, 'DISCLOSURE#').filter(({ purpose }) => purpose === 'face')
      expect(handed).toMatchObject({ recipient: 'first', items: ['name', 'id_number'], outcome: 'possibly_sent' })
      expect(handed?.consentId).toBe(consent?.id)
      expect(handed?.faceCheck).toBe(consent?.id)
      return noAnswer
    })
    await opened(here, of)
    const outcomes = itemsOf(here, 'DISCLOSURE#').filter(({ purpose }) => purpose === 'face')
    expect(outcomes.map(({ recipient, outcome }) => [recipient, outcome])).toEqual([
      ['first', 'possibly_sent'],
      ['second', 'answered'],
    ])
  })

  it('M4 answers the same token to whoever asks again, and asks no vendor', async () => {
    const here = faceWorld()
    const of = await verified(here)
    const first = await opened(here, of, 'clear')
    here.time.now += HOUR
    expect(await opened(here, of, 'clear')).toMatchObject({ id: first.id, token: first.token, url: first.url })
    expect(here.faces.begun).toHaveLength(1)
  })

  it('M4 of many clicks at once begins one', async () => {
    const here = faceWorld()
    const of = await verified(here)
    const all = await Promise.all(Array.from({ length: 10 }, () => clicked(here, of)))
    expect(new Set(all.map((one) => valueIn(one).id)).size).toBe(1)
    expect(here.faces.begun).toHaveLength(1)
  })

  it('begins anew where the last one is over, whether or not anybody came by since', async () => {
    const here = faceWorld()
    const of = await verified(here)
    const first = await opened(here, of)
    here.time.now += 2 * HOUR + 6 * MINUTE
    const second = await opened(here, of)
    expect(second.id).not.toBe(first.id)
    expect(storedCheck(here, first)).toMatchObject({ status: 'expired' })
  })

  it('keeps what was confirmed by the one before, though its browser never came back', async () => {
    const here = faceWorld()
    const of = await verified(here)
    const first = await opened(here, of)
    here.faces.says.set('first-1', passed())
    here.time.now += 3 * HOUR
    await opened(here, of)
    expect(storedCheck(here, first)).toMatchObject({ status: 'confirmed' })
  })
})

describe('W8 beginning a confirmation by face: another vendor', () => {
  it.each<[string, Begun]>([
    ['does not answer', noAnswer],
    ['did nothing', { kind: 'not_begun', vendorCode: 'ECONNREFUSED', notSent: true }],
    ['refuses us', refusesUs],
    ['has nothing to compare with', noPhoto],
  ])('is asked where the first %s, and no cost of that stays', async (_what, line) => {
    const here = faceWorld()
    const of = await verified(here)
    here.faces.beginning.push(() => line)
    expect(await opened(here, of)).toMatchObject({ vendor: 'second', worksIn: 'any' })
    expect([spentAt(here, 'first'), spentAt(here, 'second')]).toEqual([0, 10_000])
  })

  it('is asked at once the next time, as one that refuses us is left alone for a while', async () => {
    const here = faceWorld()
    const of = await verified(here)
    here.faces.beginning.push(() => refusesUs)
    await opened(here, of)
    expect(here.alarms).toContainEqual({ event: 'face_vendor_needs_repair', fields: { vendor: 'first', code: '412' } })
    const other = await verified(here, person('match', 1))
    await opened(here, other)
    expect(here.faces.begun.map(({ vendor }) => vendor)).toEqual(['first', 'second', 'second'])
    // After its pause one probes.
    here.time.now += 5 * MINUTE
    await opened(here, await verified(here, person('match', 2)))
    expect(here.faces.begun.at(-1)).toMatchObject({ vendor: 'first' })
    expect(here.notes).toContainEqual({ event: 'face_vendor_recovered', fields: { vendor: 'first', refusals: 1 } })
  })

  it('is asked where the first has cost as much as it may today, and nobody where both have', async () => {
    const here = faceWorld({ dailySpend: { first: 10_000, second: 10_000 } })
    const one = await verified(here)
    const two = await verified(here, person('match', 1))
    const three = await verified(here, person('match', 2))
    await opened(here, one)
    expect(await opened(here, two)).toMatchObject({ vendor: 'second' })
    expect(codeOf(await clicked(here, three))).toBe('face_unavailable')
    expect(here.alarms.filter(({ event }) => event === 'face_vendor_spent')).toHaveLength(2)
    here.time.now += DAY
    expect(await opened(here, three)).toMatchObject({ vendor: 'first' })
  })

  it('leaves nothing open where none begins, and counts nothing', async () => {
    const here = faceWorld({ perDay: 1 })
    const of = await verified(here)
    here.faces.beginning.push(
      () => noAnswer,
      () => noAnswer,
    )
    expect(codeOf(await clicked(here, of))).toBe('face_unavailable')
    const [check] = itemsOf(here, 'FACECHECK#')
    expect(check).toMatchObject({ status: 'undetermined', reason: 'vendor_unavailable' })
    expect(check).not.toHaveProperty('dueAt')
    expect([spentAt(here, 'first'), spentAt(here, 'second')]).toEqual([0, 0])
    expect(await opened(here, of)).toMatchObject({ status: 'opened' })
  })

  it('says that a person is needed where nobody has a photograph', async () => {
    const here = faceWorld()
    const of = await verified(here)
    here.faces.beginning.push(
      () => noPhoto,
      () => noPhoto,
    )
    expect(codeOf(await clicked(here, of))).toBe('face_not_possible')
  })

  it('says until tomorrow where the vendor has seen this person too often', async () => {
    const here = faceWorld()
    const of = await verified(here)
    const tooOften: Begun = { kind: 'refused', because: 'too_often', elsewhere: true, vendorCode: '418' }
    here.faces.beginning.push(
      () => tooOften,
      () => tooOften,
    )
    const refused = await clicked(here, of)
    expect(codeOf(refused)).toBe('too_many_face_checks')
    expect(refused.ok || refused.refusal.retryAt).toBeGreaterThan(here.time.now)
  })
})

describe('W8 beginning a confirmation by face: refused', () => {
  it('where it is not offered, and nothing is read', async () => {
    const here = faceWorld()
    const of = await verified(here)
    const { value, calls } = await cost(here.at as World, () => clicked({ ...here, desks: [] }, of))
    expect(codeOf(value)).toBe('face_not_offered')
    expect(calls).toMatchObject({ table: 0, kms: 0 })
  })

  it('to whoever is not verified: a face is compared with nobody else', async () => {
    const here = faceWorld()
    expect(codeOf(await clicked(here, { user: await enter(here.at as World) }))).toBe('face_needs_verification')
  })

  it('to whoever agreed to another notice, which names the one in force', async () => {
    const here = faceWorld()
    const { user } = await verified(here)
    const { claimedId, session } = { claimedId: user.accountId, session: user.caller.session }
    const asked = { caller: { claimedId, session }, language: 'zh', userAgent: '' } as const
    const refused = await openCheck(here, { ...asked, body: { consent: { notice: '2026-11' } } })
    expect(refused).toMatchObject({
      refusal: { code: 'consent_outdated', extra: { notice: (await here.notice()).version } },
    })
  })

  it('to the banned', async () => {
    const here = faceWorld()
    const of = await verified(here)
    await ban(here.at as World, of.user)
    expect(codeOf(await clicked(here, of))).toBe('banned')
  })

  it('for something else while one is open, and says which', async () => {
    const here = faceWorld()
    const of = await verified(here)
    const first = await opened(here, of, 'clear')
    expect(await clicked(here, of, 'certification:rename')).toMatchObject({
      refusal: { code: 'face_check_open', extra: { faceCheckId: first.id } },
    })
    expect(await clicked(here, of)).toMatchObject({ refusal: { code: 'face_check_open' } })
  })

  it('beyond the limit of a day, until the next day in Beijing', async () => {
    const here = faceWorld({ perDay: 1 })
    const of = await verified(here)
    const first = await opened(here, of)
    here.faces.says.set('first-1', passed())
    await here.follow(of.user.accountId, first.id)
    const refused = await clicked(here, of)
    expect(codeOf(refused)).toBe('too_many_face_checks')
    expect(!refused.ok && refused.refusal.retryAt).toBe(Date.UTC(2026, 10, 20, 16))
    here.time.now += DAY
    expect(await opened(here, of)).toMatchObject({ status: 'opened' })
  })

  it('beyond the limit of a person, on whichever account', async () => {
    const here = faceWorld({ perPersonDay: 0 })
    expect(codeOf(await clicked(here, await verified(here)))).toBe('too_many_face_checks')
  })
})

describe('W8 beginning a confirmation by face: hostile', () => {
  it('hands on nothing of whom the account was verified as before', async () => {
    const here = faceWorld()
    const of = await verified(here)
    const { table } = here
    // Between reading who it is and the commit the account becomes somebody else's.
    const commit = async (writes: Parameters<typeof table.commit>[0]) => {
      await verifiedAsAnother(here, of.user.accountId)
      return table.commit(writes)
    }
    const moved = { ...here, table: { ...table, commit } }
    expect(codeOf(await clicked(moved, of))).toBe('face_needs_verification')
    expect(here.faces.begun).toEqual([])
  })

  it('ends one whose opener died, and begins anew', async () => {
    const here = faceWorld({ perDay: 1 })
    const of = await verified(here)
    here.faces.beginning.push(() => Promise.reject(new Error('the process is gone')))
    await expect(clicked(here, of)).rejects.toThrow('gone')
    const [dead] = itemsOf(here, 'FACECHECK#')
    // Whoever comes at once is told that it is being opened.
    expect(valueIn(await clicked(here, of))).toMatchObject({ id: dead?.id, status: 'opening' })
    here.time.now += 2 * MINUTE
    expect(await opened(here, of)).toMatchObject({ status: 'opened' })
    expect(itemsOf(here, 'FACECHECK#').map(({ status }) => status)).toEqual(['undetermined', 'opened'])
    expect(spentAt(here, 'first')).toBe(10_000)
  })
})

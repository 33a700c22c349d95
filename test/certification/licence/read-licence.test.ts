import { describe, expect, it } from 'vitest'
import { type LicenceReading, licenceUnreadables } from '../../../functions/certification/company/licence-reader.ts'
import { showLicence } from '../../../functions/certification/licence/licence-view.ts'
import { licenceWords } from '../../../functions/certification/licence/licence-words.ts'
import { deleteMaterial } from '../../../functions/material/issuing/delete-material.ts'
import { codeOf, refusalOf, valueIn } from '../../kit.ts'
import { stored } from '../../material/world.ts'
import { ban, enter } from '../../world.ts'
import { licence, licenceWorld } from './fixture.ts'

describe('W2 happy: a licence is read', () => {
  it('off a picture of the account, with consent and what is handed on on record, and nothing of it kept', async () => {
    const { at, seen, read, records } = await licenceWorld()
    const found = valueIn(await read())
    expect(found).toEqual({ kind: 'read', licence, doubts: [] })
    expect(seen).toHaveLength(1)
    expect(records('CONSENT#')).toMatchObject([{ purpose: 'company_check' }])
    expect(records('DISCLOSURE#')).toMatchObject([
      { recipient: 'tencent_cloud', items: ['licence_picture'], outcome: 'answered' },
    ])
    expect(at.table.items().find(({ purpose }) => purpose === 'document_reading')).toMatchObject({
      ...{ action: 'identity_read', by: { kind: 'service', id: 'certification-licence' }, fields: 'picture' },
    })
    const kept = JSON.stringify(at.table.items())
    for (const part of [licence.creditCode, licence.companyName, licence.legalRepresentative])
      expect(kept).not.toContain(part)
  })

  it('under one consent, however many are', async () => {
    const { read, records } = await licenceWorld()
    await read()
    await read()
    expect([records('CONSENT#').length, records('DISCLOSURE#').length]).toEqual([1, 2])
  })

  it('is shown beside what was typed', () => {
    const seen = { kind: 'read', licence, doubts: ['copy'] } as const
    expect(showLicence(seen)).toMatchObject({ licence, doubts: ['copy'], unlike: [] })
    expect(showLicence(seen, { creditCode: '91310110666007217T', legalRepresentative: '别人' }).unlike).toEqual([
      'creditCode',
      'legalRepresentative',
    ])
    const nothing = showLicence({ kind: 'read', licence: {}, doubts: [] }, { companyName: '甲乙有限公司' })
    expect(nothing).toEqual({
      licence: {
        ...{ creditCode: null, companyName: null, legalRepresentative: null },
        ...{ registeredOn: null, registeredUntil: null },
      },
      doubts: [],
      unlike: [],
    })
  })
})

describe('W2 what reading licences costs', () => {
  const COSTS = { readingCost: { tencent_cloud: 1500 }, readingDailySpend: { tencent_cloud: 3000 } }
  const costs = ({ at }: Awaited<ReturnType<typeof licenceWorld>>) => ({
    booked: at.table.items().filter(({ sk }) => sk.startsWith('COMPANYCHARGE#')),
    spent: at.table
      .items()
      .filter(({ pk, sk }) => pk.startsWith('VENDOR#licence_tencent_cloud#') && sk.startsWith('SPEND#'))
      .reduce((sum, { spent }) => sum + Number(spent), 0),
  })

  it.each<[string, LicenceReading, number, number]>([
    ['is read', { kind: 'read', licence, doubts: [] }, 1, 1500],
    ['is none, and looked at', { kind: 'refused', because: 'not_a_licence', billed: 'yes' }, 1, 1500],
    [
      'cannot be read, and no document says what that costs',
      { kind: 'refused', because: 'blurred', billed: 'unknown' },
      0,
      1500,
    ],
    ['is too big to be sent', { kind: 'refused', because: 'too_big', billed: 'no' }, 0, 0],
    ['was not sent', { kind: 'unavailable', vendorCode: 'x', handedOn: 'not_sent' }, 0, 0],
    ['was not looked at', { kind: 'unavailable', vendorCode: 'x', handedOn: 'not_used' }, 0, 0],
    ['may have been read', { kind: 'unavailable', vendorCode: 'x' }, 0, 1500],
    ['was read, and nobody knows how', { kind: 'unavailable', vendorCode: 'x', billed: 'yes' }, 1, 1500],
  ])('of a picture that %s', async (_what, came, bookings, spent) => {
    const here = await licenceWorld({ company: COSTS })
    here.says.next = came
    await here.read()
    const found = costs(here)
    expect([found.booked.length, found.spent]).toEqual([bookings, spent])
    for (const { unit, entries } of found.booked) {
      expect(unit).toBe('yuan_10000th')
      expect(entries).toEqual([
        { account: 'expense:vendor:licence_tencent_cloud', fen: 1500 },
        { account: 'payable:vendor:licence_tencent_cloud', fen: -1500 },
      ])
    }
  })

  it('is no more than a day may come to; then nobody is handed a picture, and people hear', async () => {
    const here = await licenceWorld({ company: COSTS })
    expect([codeOf(await here.read()), codeOf(await here.read()), codeOf(await here.read())]).toEqual([
      ...['ok', 'ok', 'licence_not_read'],
    ])
    expect([here.seen.length, here.records('DISCLOSURE#').length, costs(here).spent]).toEqual([2, 2, 3000])
    expect(here.at.alarms).toContainEqual({ event: 'licence_reader_spent', fields: { vendor: 'tencent_cloud' } })
  })
})

describe('W2 refused: a licence is not read', () => {
  it.each(licenceUnreadables)('for its photo: %s, with what to do', async (because) => {
    const { says, read } = await licenceWorld()
    says.next = { kind: 'refused', because, billed: 'unknown' }
    expect(refusalOf(await read())).toMatchObject({
      ...{ code: 'licence_unreadable', extra: { reason: because, advice: licenceWords[because].en } },
    })
  })

  it.each([
    [{ handedOn: 'not_sent', needsRepair: true } as const, 'not_sent', 1],
    [{ handedOn: 'not_used' } as const, 'not_used', 0],
    [{}, 'possibly_sent', 0],
  ])('where nobody could look: %j is %s', async (more, outcome, alarms) => {
    const { at, says, read, records } = await licenceWorld()
    says.next = { kind: 'unavailable', vendorCode: 'InternalError', ...more }
    expect(codeOf(await read())).toBe('licence_not_read')
    expect(records('DISCLOSURE#')).toMatchObject([{ outcome }])
    const rung = at.alarms.filter(({ event }) => event === 'licence_reader_needs_repair')
    expect(rung).toHaveLength(alarms)
  })

  it('where nobody reads them', async () => {
    const { seen, read } = await licenceWorld({}, false)
    expect(codeOf(await read())).toBe('licence_not_offered')
    expect(seen).toEqual([])
  })

  it('without the consent that is in force', async () => {
    const { seen, read, records } = await licenceWorld()
    expect(codeOf(await read({ consent: { notice: 'another' } }))).toBe('consent_outdated')
    expect([seen, records('DISCLOSURE#')]).toEqual([[], []])
  })

  it('more often than may be on a day', async () => {
    const { read } = await licenceWorld({ company: { readingsPerDay: 1 } })
    expect(codeOf(await read())).toBe('ok')
    expect(codeOf(await read())).toBe('too_often')
  })

  it('off a picture of somebody else, of another kind, that is gone, or that is none', async () => {
    const { at, user, id, seen, read } = await licenceWorld()
    const other = await enter(at)
    expect(codeOf(await read({}, other.accountId))).toBe('material_unusable')
    const page = await stored(at, { user })
    expect(codeOf(await read({ material: page.id }))).toBe('material_unusable')
    expect(codeOf(await read({ material: 'none' }))).toBe('material_unusable')
    expect(codeOf(await read({ material: 'f'.repeat(32) }))).toBe('material_unusable')
    await deleteMaterial(at, user.accountId, id)
    expect(codeOf(await read())).toBe('material_unusable')
    expect(seen).toEqual([])
  })

  it('of whoever is banned', async () => {
    const { at, user, seen, read } = await licenceWorld()
    await ban(at, user)
    expect(codeOf(await read())).toBe('banned')
    expect(seen).toEqual([])
  })
})

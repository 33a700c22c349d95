import { describe, expect, it } from 'vitest'
import { showDocument } from '../../../functions/documents/checking/view.ts'
import type { Reading, Recognition } from '../../../functions/documents/recogniser.ts'
import { evidenceKeys } from '../../../functions/evidence/keys.ts'
import { levelOf } from '../../../functions/evidence/level.ts'
import { evidenceHeld, heldIdentity, identityCleared } from '../../../functions/gate/identity-store.ts'
import { gateKeys } from '../../../functions/gate/keys.ts'
import { isFree } from '../../../functions/material/material.ts'
import { breakerOpened } from '../../../functions/verification/check/breaker-store.ts'
import type { CheckResult } from '../../../functions/verification/check/checker.ts'
import { refusalCounted } from '../../../functions/verification/submission/tries-store.ts'
import { DAY, HOUR, nextBeijingDay, rfc3339, SECOND } from '../../../shared/kernel/time.ts'
import { codeOf, refusalOf, valueIn } from '../../kit.ts'
import { materialAt } from '../../material/world.ts'
import { quietly } from '../../samples.ts'
import { balances, ban, enter, itemAt, person, type User } from '../../world.ts'
import {
  CARD_ENDS,
  type CheckingWorld,
  cardOf,
  checked,
  checkingWorld,
  documentAt,
  documentDeps,
  handedIn,
  photographed,
  proven,
  verified,
} from './fixture.ts'

const heldBy = (at: CheckingWorld, { accountId }: User) => heldIdentity(itemAt(at, gateKeys.identity(accountId)))

const levelAt = (at: CheckingWorld, user: User): number => levelOf(heldBy(at, user)?.proofs ?? [], at.time.now).level

const started = async (overrides: Record<string, unknown> = {}) => {
  const at = checkingWorld(overrides)
  return { at, ...(await verified(at)) }
}

const verdict = (said: 'mismatch' | 'no_record'): CheckResult => ({
  ...{ kind: 'verdict', verdict: said, billed: said === 'mismatch' ? 'yes' : 'no', vendorCode: '-1' },
})

describe('X1 an identity card that is handed in', () => {
  it('proves the document of who is verified, until its last day is over: one call with two elements', async () => {
    const { at, user, who } = await started({ platformChecks: { cost: { scripted: 1000 } } })
    const before = { ...balances(at) }
    const [photos, asked] = [await photographed(at, user), at.bureau.asked.length]
    const document = await proven(at, { user, photos })
    expect(document).toMatchObject({ status: 'proven', validUntil: CARD_ENDS, decidedAt: at.time.now })
    expect(at.bureau.asked.slice(asked)).toEqual([{ name: who.name, idNumber: who.idNumber }])
    expect(heldBy(at, user)?.proofs).toContainEqual({
      ...{ kind: 'id_document', at: at.time.now, validUntil: CARD_ENDS, possession: false },
    })
    expect(levelAt(at, user)).toBe(2)
    const cost = 'expense:vendor:scripted'
    expect((balances(at)[cost] ?? 0) - (before[cost] ?? 0)).toBe(1000)
    at.time.now = CARD_ENDS
    expect(levelAt(at, user)).toBe(1)
  })

  it('of a card that is valid for life counts without end', async () => {
    const { at, user, who } = await started()
    at.sees.of = cardOf(who, '')
    const document = await proven(at, { user })
    expect(document.validUntil).toBeUndefined()
    at.time.now += 99 * 365 * DAY
    expect(levelAt(at, user)).toBe(2)
  })

  it('leaves nothing of itself but until when it is valid, and its photos are gone at once', async () => {
    const { at, user } = await started()
    const photos = await photographed(at, user)
    const document = await proven(at, { user, photos })
    const { id, accountId } = document
    expect(document).toEqual({
      ...{ id, accountId, status: 'proven', validUntil: CARD_ENDS },
      ...{ handedInAt: at.time.now, decidedAt: at.time.now },
    })
    for (const photo of Object.values(photos)) {
      expect(materialAt(at, photo.id)).toMatchObject({ usedBy: id, keptUntil: at.time.now })
      expect(codeOf(await handedIn(at, { user, photos: { front: photo } }))).toBe('material_unusable')
    }
    const { name, idNumber } = person('match')
    const kept = JSON.stringify(at.table.items(), (_key, value) => (value instanceof Set ? [...value] : value))
    for (const part of [name, idNumber]) expect(kept).not.toContain(part)
  })

  it('is on record: whose pictures were looked at, that an identity was opened, and what was agreed to', async () => {
    const { at, user } = await started()
    const document = await proven(at, { user })
    const records = at.table.items().filter(({ pk, purpose }) => pk.startsWith('AUDIT#') && purpose !== undefined)
    const by = { kind: 'service', id: 'documents-open' }
    expect(records.filter(({ purpose }) => purpose === 'document_reading')).toMatchObject([{ by }, { by }])
    expect(records.filter(({ purpose }) => purpose === 'document_check')).toMatchObject([
      { by, fields: 'idNumber name' },
    ])
    const consent = at.table.items().find(({ sk }) => sk === `CONSENT#${document.id}`)
    expect(consent).toMatchObject({ purpose: 'document_check', items: ['name', 'id_number', 'document_pictures'] })
    const handed = at.table
      .items()
      .find(({ sk, purpose }) => sk.startsWith('DISCLOSURE#') && purpose === 'document_check')
    expect(handed).toMatchObject({ items: ['name', 'id_number'], outcome: 'answered' })
  })

  it('may be a newer one, that is valid for longer, and no other', async () => {
    const { at, user, who } = await started()
    const first = await proven(at, { user })
    at.time.now += HOUR
    const again = await handedIn(at, { user })
    expect(refusalOf(again)).toMatchObject({ code: 'document_proven', extra: { validUntil: rfc3339(CARD_ENDS) } })
    at.sees.of = cardOf(who, '20460301')
    const second = await proven(at, { user })
    const { proofs = [] } = heldBy(at, user) ?? {}
    expect(proofs.filter(({ kind }) => kind === 'id_document')).toHaveLength(1)
    const isValid = (one: typeof first) => showDocument(one, proofs, at.time.now).valid
    expect([isValid(first), isValid(second)]).toEqual([false, true])
    at.sees.of = cardOf(who, '')
    await proven(at, { user })
    expect(refusalOf(await handedIn(at, { user }))).toEqual({ code: 'document_proven' })
  })
})

describe('X1 an identity card that proves nothing', () => {
  it.each([
    ['mismatch', verdict('mismatch'), 'data_differ', 'ask_a_person'],
    ['no record', verdict('no_record'), 'no_record', 'ask_a_person'],
    [
      'data that is not taken',
      { kind: 'refused', because: 'data_unsupported', billed: 'no', vendorCode: '-2' },
      'data_unsupported',
      'ask_a_person',
    ],
  ] as const)('for what it holds (%s): its photos are gone', async (_of, says, reason, remedy) => {
    const { at, user } = await started()
    const photos = await photographed(at, user)
    const document = await proven(at, { user, photos }, says)
    expect(document).toMatchObject({ status: 'refused', reason })
    expect(showDocument(document, [], at.time.now)).toMatchObject({ remedy, valid: false })
    for (const photo of Object.values(photos)) expect(materialAt(at, photo.id).keptUntil).toBe(at.time.now)
    expect(levelAt(at, user)).toBe(1)
    const again = refusalOf(await handedIn(at, { user }))
    expect(again.code).toBe('resubmitted_too_soon')
    expect(again.retryAt).toBe(document.retryAt)
  })

  it.each([
    ['an unknown result', { kind: 'unknown', vendorCode: 'timeout' }, 'result_unknown'],
    [
      'a vendor that refuses',
      { kind: 'refused', because: 'vendor_refused', billed: 'no', vendorCode: '9' },
      'vendor_refused',
    ],
    [
      'a spent day',
      { kind: 'refused', because: 'vendor_daily_limit', billed: 'no', vendorCode: '7' },
      'vendor_daily_limit',
    ],
  ] as const)('by no fault of its holder (%s): its photos are as free as before', async (_of, says, reason) => {
    const { at, user } = await started()
    const photos = await photographed(at, user)
    const document = await proven(at, { user, photos }, says)
    expect(document).toMatchObject({ status: 'refused', reason })
    expect(showDocument(document, [], at.time.now).remedy).toBe('later')
    for (const { id, keptUntil } of Object.values(photos)) {
      const left = materialAt(at, id)
      expect(isFree(left, user.accountId, at.time.now)).toBe(true)
      expect(left.keptUntil).toBe(keptUntil)
    }
    at.time.now = Math.max(at.time.now, document.retryAt ?? 0)
    if (at.time.now < (photos.front.keptUntil ?? 0)) expect((await proven(at, { user, photos })).status).toBe('proven')
  })

  it('does not count against the day where nothing was found out and nothing charged', async () => {
    const { at, user } = await started({ platformChecks: { perDay: 1 } })
    const photos = await photographed(at, user)
    const late = valueIn(await handedIn(at, { user, photos }))
    at.time.now += 2 * HOUR
    expect(await checked(at, late)).toBe('owed_undetermined')
    expect((await proven(at, { user, photos })).status).toBe('proven')
    expect(refusalOf(await handedIn(at, { user })).code).toBe('too_many_document_checks')
  })

  it('counts where it may have been charged: of one a day there is one call', async () => {
    const { at, user } = await started({ platformChecks: { perDay: 1 } })
    const asked = at.bureau.asked.length
    const photos = await photographed(at, user)
    await proven(at, { user, photos }, { kind: 'unknown', vendorCode: 'timeout' })
    expect(codeOf(await handedIn(at, { user, photos }))).toBe('too_many_document_checks')
    expect(at.bureau.asked).toHaveLength(asked + 1)
  })
})

const unread = (because: 'blurred' | 'expired'): Recognition => ({ kind: 'refused', because })

describe('X1 refused for free: an identity card', () => {
  it('of whoever is nobody yet', async () => {
    const at = checkingWorld()
    const user = await enter(at)
    expect(codeOf(await handedIn(at, { user }))).toBe('document_needs_identity')
    expect(at.seen).toEqual([])
  })

  it('without the notice that is in force', async () => {
    const { at, user } = await started()
    expect(refusalOf(await handedIn(at, { user, notice: 'document-2025' }))).toMatchObject({
      code: 'consent_outdated',
      extra: { notice: (await documentDeps(at).notice()).version },
    })
  })

  it('where no vendor can be asked', async () => {
    const { at, user } = await started()
    const vendors = at.vendors.map((one) => ({ ...one, takes: { ...one.takes, identity_two_element: [] } }))
    expect(codeOf(await handedIn({ ...at, vendors }, { user }))).toBe('documents_not_offered')
  })

  it.each(['front', 'back'] as const)('whose %s cannot be read, with why and what to do', async (side) => {
    const { at, user, who } = await started()
    at.sees.of = { ...cardOf(who), [side]: unread('blurred') }
    const photos = await photographed(at, user)
    expect(refusalOf(await handedIn(at, { user, photos }))).toMatchObject({
      code: 'document_unreadable',
      extra: { side, reason: 'blurred', failures: 1, comesNext: 'again' },
    })
    // Nothing became part of anything, and nobody was asked.
    at.sees.of = cardOf(who)
    expect((await proven(at, { user, photos })).status).toBe('proven')
  })

  it('that cannot be looked at just now, which counts as no try', async () => {
    const { at, user, who } = await started()
    at.sees.of = { ...cardOf(who), back: { kind: 'unavailable' } }
    expect(codeOf(await handedIn(at, { user }))).toBe('document_not_read')
    at.sees.of = { ...cardOf(who), back: unread('expired') }
    expect(refusalOf(await handedIn(at, { user })).extra).toMatchObject({ failures: 1 })
  })

  it('of somebody else, or with another name: it counts as a photo that cannot be used, and three lead to a person', async () => {
    const { at, user, who } = await started()
    const other = person('match', 1)
    const next = async () => refusalOf(await handedIn(at, { user })).extra
    at.sees.of = cardOf(other)
    expect(await next()).toEqual({ differs: ['name', 'id_number'], failures: 1, comesNext: 'again' })
    at.sees.of = cardOf({ ...who, name: other.name })
    expect(await next()).toEqual({ differs: ['name'], failures: 2, comesNext: 'again' })
    at.sees.of = cardOf({ ...who, idNumber: other.idNumber })
    expect(await next()).toEqual({ differs: ['id_number'], failures: 3, comesNext: 'review' })
    const records = at.table.items().filter(({ purpose }) => purpose === 'document_check')
    expect(records, 'that an identity was opened is on record each time').toHaveLength(3)
    expect(at.bureau.asked).toHaveLength(1)
  })

  it('whose back cannot be that of its front: for life at 18', async () => {
    const { at, user, who } = await started()
    const { front } = cardOf(who)
    if (front.kind !== 'read' || front.card.side !== 'front') throw new Error('not a front')
    const reads = (validFrom: string) => {
      at.sees.of = { front, back: { kind: 'read', card: { side: 'back', validFrom } } }
    }
    const at18 = String(Number(front.card.birth) + 18_0000)
    reads(at18)
    expect(refusalOf(await handedIn(at, { user }))).toMatchObject({
      code: 'document_unreadable',
      extra: { side: 'back', reason: 'fields_conflict', failures: 1, comesNext: 'again' },
    })
    expect(at.bureau.asked).toHaveLength(1)
    const at45 = String(Number(front.card.birth) + 45_0000)
    reads(at45)
    expect((await handedIn(at, { user })).ok).toBe(true)
  })

  it('opens nobody before both photos are read: what cannot be read says nothing of who they are', async () => {
    const { at, user, who } = await started()
    const records = () => at.table.items().filter(({ purpose }) => purpose === 'document_check').length
    for (const card of [cardOf(who), cardOf(person('match', 1))]) {
      at.sees.of = { ...card, back: unread('blurred') }
      expect(refusalOf(await handedIn(at, { user }))).toMatchObject({
        ...{ code: 'document_unreadable', extra: { side: 'back' } },
      })
      expect(records()).toBe(0)
    }
  })

  it('is compared with nobody who is opened off the record', async () => {
    const { at, user, who } = await started()
    const records = () => at.table.items().filter(({ purpose }) => purpose === 'document_check').length
    const opened: number[] = []
    const vault = {
      ...at.vault,
      openDataKey: (...of: Parameters<typeof at.vault.openDataKey>) => {
        if ('verification' in of[1]) opened.push(records())
        return at.vault.openDataKey(...of)
      },
    }
    at.sees.of = cardOf({ ...who, name: person('match', 1).name })
    expect(codeOf(await handedIn({ ...at, vault }, { user }))).toBe('document_differs')
    at.sees.of = cardOf(who)
    valueIn(await handedIn({ ...at, vault }, { user }))
    expect(opened).toEqual([1, 2])
  })

  it('on which no name was read', async () => {
    const { at, user, who } = await started()
    const { front, back } = cardOf(who)
    if (front.kind !== 'read' || front.card.side !== 'front') throw new Error('not a front')
    const { name: _name, ...card } = front.card
    at.sees.of = { front: { kind: 'read', card }, back }
    expect(refusalOf(await handedIn(at, { user })).extra).toMatchObject({ differs: ['name'] })
  })

  it('whose holder no machine can be asked about, before a photo is read', async () => {
    const { at, user } = await started()
    const vendors = at.vendors.map((one) => ({
      ...one,
      takes: { ...one.takes, identity_two_element: ['permanent_resident_card' as const] },
    }))
    expect(codeOf(await handedIn({ ...at, vendors }, { user }))).toBe('document_needs_resident_id')
    expect(at.seen).toEqual([])
  })

  it('of a banned account, and when the day is used up', async () => {
    const { at, user } = await started({ platformChecks: { perDay: 0 } })
    expect(refusalOf(await handedIn(at, { user })).code).toBe('too_many_document_checks')
    await ban(at, user)
    expect(codeOf(await handedIn(at, { user }))).toBe('banned')
  })
})

describe('X1 refused before anybody is paid to read a photo: an identity card', () => {
  /** What handing in once more is refused with, and that no photo was read for it. */
  const unreadRefusal = async (at: CheckingWorld, user: User) => {
    const before = [at.seen.length, at.table.items().filter(({ purpose }) => purpose === 'document_reading').length]
    const refusal = refusalOf(await handedIn(at, { user }))
    const after = [at.seen.length, at.table.items().filter(({ purpose }) => purpose === 'document_reading').length]
    expect(after).toEqual(before)
    return refusal
  }

  it('of whom one is proven that is valid for life', async () => {
    const { at, user, who } = await started()
    at.sees.of = cardOf(who, '')
    await proven(at, { user })
    expect(await unreadRefusal(at, user)).toEqual({ code: 'document_proven' })
  })

  it('once the checks of the day are used up', async () => {
    const { at, user, who } = await started({ platformChecks: { perDay: 1 } })
    await proven(at, { user })
    at.sees.of = cardOf(who, '20460301')
    expect(await unreadRefusal(at, user)).toMatchObject({
      ...{ code: 'too_many_document_checks', retryAt: nextBeijingDay(at.time.now) },
    })
  })

  it.each([verdict('mismatch'), verdict('no_record')])(
    'that was answered with a no just now: $verdict',
    async (says) => {
      const { at, user } = await started()
      const { retryAt } = await proven(at, { user }, says)
      expect(await unreadRefusal(at, user)).toEqual({ code: 'resubmitted_too_soon', retryAt })
      at.time.now = retryAt ?? Number.NaN
      expect((await proven(at, { user })).status).toBe('proven')
    },
  )

  it('of an account that was refused too often today', async () => {
    const { at, user } = await started({ checks: { refusalsPerDay: 1 } })
    await at.table.commit([refusalCounted(user.accountId, at.time.now).newDay])
    expect(await unreadRefusal(at, user)).toMatchObject({ code: 'too_many_refusals' })
  })

  it('while its vendor is paused, or its day is spent', async () => {
    const { at, user } = await started()
    const { now } = at.time
    const ordersAt = now + HOUR
    const next = {
      ...{ status: 'open' as const, until: ordersAt, ordersAt },
      ...{ since: now, refusals: 1, code: '9' },
    }
    await at.table.commit(breakerOpened('scripted', undefined, next, now))
    expect(await unreadRefusal(at, user)).toMatchObject({ code: 'verification_paused', retryAt: ordersAt })
    const spent = await started({
      platformChecks: { cost: { scripted: 1000 } },
      identity: { dailySpend: { scripted: 10 } },
    })
    expect(await unreadRefusal(spent.at, spent.user)).toMatchObject({ code: 'verification_paused' })
  })
})

describe('X1 hostile: an identity card', () => {
  it('by pictures of somebody else, of another kind, gone, or the same twice', async () => {
    const { at, user } = await started()
    const other = await verified(at, 1)
    const [own, theirs] = [await photographed(at, user), await photographed(at, other.user)]
    const pointersOf = async (photos: Parameters<typeof handedIn>[1]['photos']) =>
      refusalOf(await handedIn(at, { user, photos: { ...own, ...photos } })).fields?.map(({ pointer }) => pointer)
    expect(await pointersOf({ front: theirs.front })).toEqual(['/front'])
    expect(await pointersOf({ back: theirs.back })).toEqual(['/back'])
    expect(await pointersOf({ front: own.back, back: own.front })).toEqual(['/front', '/back'])
    expect(await pointersOf({ back: own.front })).toEqual(['/back'])
    expect(await pointersOf({ back: { id: '../x' } })).toEqual(['/back'])
    at.time.now += 2 * DAY
    expect(await pointersOf({})).toEqual(['/front', '/back'])
    expect(at.seen).toEqual([])
  })

  it('clicked twice, one after the other, is one', async () => {
    const { at, user } = await started()
    const photos = await photographed(at, user)
    const document = valueIn(await handedIn(at, { user, photos }))
    expect(refusalOf(await handedIn(at, { user, photos }))).toMatchObject({
      code: 'document_check_open',
      extra: { documentId: document.id },
    })
    await checked(at, document)
    expect(valueIn(await handedIn(at, { user, photos }))).toMatchObject({ id: document.id, status: 'proven' })
    expect(at.bureau.asked).toHaveLength(2)
  })

  it('clicked twice at once is one', async () => {
    const { at, user } = await started()
    const photos = await photographed(at, user)
    const both = await Promise.all([handedIn(at, { user, photos }), handedIn(at, { user, photos })])
    const [document] = both.flatMap((one) => (one.ok ? [one.value] : []))
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.flatMap((one) => (one.ok ? [] : [one.refusal]))).toMatchObject([
      { code: 'document_check_open', extra: { documentId: document?.id } },
    ])
  })

  it('is taken no more once a longer one was proven while its photos were read: no second call', async () => {
    const { at, user, who } = await started()
    const longer = cardOf(who, '20460301')
    let isFirst = true
    const read: typeof at.recogniser.read = async (reading) => {
      if (isFirst) {
        isFirst = false
        const other = { ...at, sees: { of: longer }, recogniser: { read: async ({ side }: Reading) => longer[side] } }
        expect((await proven(other, { user })).status).toBe('proven')
      }
      return at.recogniser.read(reading)
    }
    const refused = refusalOf(await handedIn({ ...at, recogniser: { read } }, { user }))
    const end = Date.parse('2046-03-02T00:00:00+08:00')
    expect(refused).toEqual({ code: 'document_proven', extra: { validUntil: rfc3339(end) } })
    expect(at.bureau.asked).toHaveLength(2)
    expect(heldBy(at, user)?.proofs).toContainEqual(expect.objectContaining({ kind: 'id_document', validUntil: end }))
  })

  it.each([CARD_ENDS + DAY, undefined])(
    'does not shorten what a person proved while it was checked: %s',
    async (end) => {
      const { at, user } = await started()
      const document = valueIn(await handedIn(at, { user }))
      const held = heldBy(at, user)
      if (!held) throw new Error('nobody')
      const { accountId } = user
      const seen = {
        ...{ accountId, kind: 'id_document' as const, at: at.time.now - 1 },
        possession: false,
        check: 'papers',
      }
      const evidence = { ...seen, ...(end !== undefined && { validUntil: end }) }
      await at.table.commit(evidenceHeld(held, evidence, quietly(at.time.now)))
      await checked(at, document)
      const { proofs = [] } = heldBy(at, user) ?? {}
      expect(proofs.find(({ kind }) => kind === 'id_document')?.validUntil).toBe(end)
      const ended = documentAt(at, document)
      expect(ended.status).toBe('proven')
      expect(showDocument(ended, proofs, at.time.now).valid).toBe(false)
      expect(itemAt(at, evidenceKeys.evidence(accountId, 'document'))).toMatchObject({ check: 'papers' })
    },
  )

  const clear = async (at: CheckingWorld, user: User) => {
    const held = heldBy(at, user)
    if (!held) throw new Error('nobody')
    await at.table.commit(identityCleared(user.accountId, held, quietly(at.time.now)))
  }

  it('of whoever was cleared before the authority is asked asks nobody, and makes nobody somebody', async () => {
    const { at, user } = await started()
    const photos = await photographed(at, user)
    const document = valueIn(await handedIn(at, { user, photos }))
    const asked = at.bureau.asked.length
    await clear(at, user)
    await checked(at, document)
    expect(at.bureau.asked).toHaveLength(asked)
    expect(documentAt(at, document)).toMatchObject({ status: 'refused', reason: 'identity_changed' })
    expect(heldBy(at, user)).toBeUndefined()
    for (const photo of Object.values(photos)) expect(materialAt(at, photo.id).keptUntil).toBe(at.time.now)
  })

  it('that is over before the authority is asked asks nobody, and proves nothing', async () => {
    const { at, user, who } = await started()
    at.sees.of = cardOf(who, '20261120')
    at.time.now = Date.parse('2026-11-20T23:59:59+08:00')
    const photos = await photographed(at, user)
    const document = valueIn(await handedIn(at, { user, photos }))
    const asked = at.bureau.asked.length
    at.time.now += SECOND
    await checked(at, document)
    expect(at.bureau.asked).toHaveLength(asked)
    const refused = documentAt(at, document)
    expect(refused).toMatchObject({ status: 'refused', reason: 'document_expired' })
    expect(showDocument(refused, [], at.time.now)).toMatchObject({ remedy: 'take_again', valid: false })
    expect(heldBy(at, user)?.proofs.some(({ kind }) => kind === 'id_document')).toBe(false)
    for (const photo of Object.values(photos)) expect(materialAt(at, photo.id).keptUntil).toBe(at.time.now)
    at.sees.of = cardOf(who)
    expect((await proven(at, { user })).status).toBe('proven')
  })

  it('that is over while the authority is asked proves nothing, and the call is paid for', async () => {
    const { at, user, who } = await started({ platformChecks: { cost: { scripted: 1000 } } })
    at.sees.of = cardOf(who, '20261120')
    at.time.now = Date.parse('2026-11-20T23:59:59+08:00')
    const document = valueIn(await handedIn(at, { user }))
    const cost = 'expense:vendor:scripted'
    const before = balances(at)[cost] ?? 0
    at.bureau.script.push(() => {
      at.time.now += SECOND
      return { kind: 'verdict', verdict: 'match', billed: 'yes', vendorCode: '0' }
    })
    await checked(at, document)
    expect(documentAt(at, document)).toMatchObject({ status: 'refused', reason: 'document_expired' })
    expect(levelAt(at, user)).toBe(1)
    expect((balances(at)[cost] ?? 0) - before).toBe(1000)
  })

  it('of whoever is cleared while the authority is asked makes nobody somebody', async () => {
    const { at, user } = await started()
    const document = valueIn(await handedIn(at, { user }))
    at.bureau.script.push(async () => {
      await clear(at, user)
      return { kind: 'verdict', verdict: 'match', billed: 'yes', vendorCode: '0' }
    })
    await checked(at, document)
    expect(documentAt(at, document)).toMatchObject({ status: 'refused', reason: 'identity_changed' })
    expect(heldBy(at, user)).toBeUndefined()
  })
})

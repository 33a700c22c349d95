import { describe, expect, it } from 'vitest'
import { evidenceKeys } from '../../../functions/evidence/keys.ts'
import { levelOf } from '../../../functions/evidence/level.ts'
import { evidenceHeld, heldIdentity, identityCleared } from '../../../functions/gate/identity-store.ts'
import { gateKeys } from '../../../functions/gate/keys.ts'
import { isAppealable } from '../../../functions/review/asking/appealable.ts'
import { papersKeys } from '../../../functions/verification/keys.ts'
import { indexPapers } from '../../../functions/verification/papers/index-papers.ts'
import { papersReviews } from '../../../functions/verification/papers/kind.ts'
import { openPapers } from '../../../functions/verification/papers/open-papers.ts'
import type { PapersPeople } from '../../../functions/verification/papers/settle-proof.ts'
import { findSealedIdentity } from '../../../functions/verification/reading/find-sealed-identity.ts'
import { gatherPerson } from '../../../functions/verification/submission/gather-person.ts'
import { DAY, HOUR } from '../../../shared/kernel/time.ts'
import type { Versioned } from '../../../shared/kernel/versioned.ts'
import { memoryVault } from '../../../shared/vault/memory.ts'
import { codeOf, valueIn } from '../../kit.ts'
import { materialAt } from '../../material/world.ts'
import { quietly } from '../../samples.ts'
import { bound } from '../../wallet/cards/fixture.ts'
import { ban, decided as checked, drained, enter, itemAt, person, type World as Service } from '../../world.ts'
import { caseAt, decided, handed, PASSPORT, papersAt, pictured, type World, world } from './fixture.ts'

const REVIEWER = { operatorId: 'wang', isPerson: true } as const

const levelAt = (at: World, accountId: string): number =>
  levelOf(heldIdentity(itemAt(at, gateKeys.identity(accountId)))?.proofs ?? [], at.time.now).level

const fieldsOf = (answer: Awaited<ReturnType<typeof handed>>['answer']): string[] =>
  answer.ok ? [] : (answer.refusal.fields ?? []).map(({ pointer, code }) => `${pointer} ${code}`)

describe('P10 papers that a person is to look at', () => {
  it('are before people with their pictures, sealed, and nothing of them in the clear', async () => {
    const at = world()
    const { answer, pictures } = await handed(at)
    const { papers, review } = valueIn(answer)
    expect(papers).toMatchObject({ kind: 'papers_document', document: 'passport', status: 'in_review' })
    expect(review).toMatchObject({ kind: 'papers_document', subject: papers.id, status: 'open', language: 'zh' })
    expect(caseAt(at, papers).materials).toEqual(Object.values(pictures))
    for (const id of Object.values(pictures)) {
      expect(materialAt(at, id)).toMatchObject({ status: 'stored', usedBy: papers.id })
      expect(materialAt(at, id).keptUntil).toBeUndefined()
    }
    const everything = JSON.stringify(at.table.items(), (_name, value) => (value instanceof Set ? [...value] : value))
    for (const clear of [PASSPORT.name, PASSPORT.number, 'USA', String(PASSPORT.birthDate)])
      expect(everything).not.toContain(clear)
    expect(papersAt(at, papers).maskedName).not.toContain('Anna')
  })

  it('approved by a person verify the account, and its level lasts a year', async () => {
    const at = world()
    const { papers } = valueIn((await handed(at)).answer)
    expect(await decided(at, papers, 'approved')).toMatchObject({ kind: 'committed' })
    expect(papersAt(at, papers)).toMatchObject({ status: 'verified', decidedAt: at.time.now })
    expect(heldIdentity(itemAt(at, gateKeys.identity(papers.accountId)))).toMatchObject({
      ...{ verificationId: papers.id, maskedName: papers.maskedName, personIndex: papers.personIndex },
      proofs: [{ kind: 'attended_review', possession: true, validUntil: at.time.now + 365 * DAY }],
    })
    expect(levelAt(at, papers.accountId)).toBe(1)
    const sealed = await findSealedIdentity(at.table, papers.accountId, papers.id)
    expect(sealed).toMatchObject({ id: papers.id, document: 'passport' })
    for (const id of papers.materials) expect(materialAt(at, id).keptUntil).toBe(at.time.now + 30 * DAY)
    at.time.now += 365 * DAY
    expect(levelAt(at, papers.accountId)).toBe(0)
  })

  it('refused leave the account as it was, and may be handed in anew', async () => {
    const at = world()
    const { user, answer } = await handed(at)
    const { papers } = valueIn(answer)
    expect(await decided(at, papers, 'refused', 'unreadable')).toMatchObject({ kind: 'committed' })
    expect(papersAt(at, papers).status).toBe('refused')
    expect(levelAt(at, papers.accountId)).toBe(0)
    expect(codeOf((await handed(at, { user })).answer)).toBe('ok')
  })

  it('are before people once at a time, and so often in thirty days', async () => {
    const at = world({ papers: { perMonth: 2 } })
    const first = await handed(at)
    const { papers } = valueIn(first.answer)
    const again = await handed(at, { user: first.user })
    expect(again.answer).toMatchObject({ refusal: { code: 'papers_open', extra: { papersId: papers.id } } })
    await decided(at, papers, 'refused', 'unreadable')
    const second = valueIn((await handed(at, { user: first.user })).answer).papers
    await decided(at, second, 'refused', 'unreadable')
    expect(codeOf((await handed(at, { user: first.user })).answer)).toBe('too_many_papers')
  })

  it('of one person verify so many accounts, and whoever decides is told', async () => {
    const at = world()
    const one = valueIn((await handed(at)).answer).papers
    const other = valueIn((await handed(at)).answer).papers
    expect(other.personIndex).toBe(one.personIndex)
    await decided(at, one, 'approved')
    expect(await decided(at, other, 'approved')).toBe('identity_unavailable')
    expect(papersAt(at, other).status).toBe('in_review')
    expect(codeOf((await handed(at)).answer)).toBe('identity_unavailable')
  })

  it('tell people apart by number and issuer, whatever the way to prove it', async () => {
    const at = world()
    const usa = valueIn((await handed(at)).answer).papers
    const gbr = valueIn((await handed(at, { typed: { nationality: 'GBR' } })).answer).papers
    expect(gbr.personIndex).not.toBe(usa.personIndex)
  })

  it.each<[string, (at: World) => Promise<Parameters<typeof handed>[1]>, string[]]>([
    [
      'no pictures',
      async () => ({ pictures: {} }),
      ['/pictures/document_page picture_needed', '/pictures/holder picture_needed'],
    ],
    [
      'one that is no picture of theirs',
      async (at) => {
        const user = await enter(at)
        const theirs = await pictured(at, await enter(at), ['holder'])
        return { user, pictures: { ...(await pictured(at, user, ['document_page'])), ...theirs } }
      },
      ['/pictures/holder material_unusable'],
    ],
    [
      'one of another kind',
      async (at) => {
        const user = await enter(at)
        const { document_page: page = '' } = await pictured(at, user, ['document_page'])
        return { user, pictures: { document_page: page, holder: page } }
      },
      ['/pictures/holder material_unusable'],
    ],
    [
      'one too many',
      async (at) => {
        const user = await enter(at)
        return { user, pictures: await pictured(at, user, ['document_page', 'holder', 'guardian_letter']) }
      },
      ['/pictures/guardian_letter picture_not_asked'],
    ],
    ['a notice of before', async () => ({ notice: 'old' }), ['/consent/notice consent_outdated']],
    ['a field that is wrong', async () => ({ typed: { number: '?' } }), ['/number invalid_document_number']],
  ])('with %s are refused at the field, and nothing is begun', async (_what, of, fields) => {
    const at = world()
    const { answer } = await handed(at, await of(at))
    expect(fieldsOf(answer)).toEqual(fields)
    expect(at.table.items().filter(({ sk }) => sk.startsWith('PAPERS') || sk.startsWith('REVIEW'))).toEqual([])
  })

  it('are for nobody who is banned', async () => {
    const at = world()
    const user = await enter(at)
    const pictures = await pictured(at, user, ['document_page', 'holder'])
    await ban(at, user)
    expect(codeOf((await handed(at, { user, pictures })).answer)).toBe('banned')
  })

  it('of a resident are looked at once a machine has said something, and not before', async () => {
    const at = world()
    const { name, idNumber } = person('mismatch')
    const typed = { document: 'resident_id', name, number: idNumber, validUntil: null } as const
    expect(codeOf((await handed(at, { typed })).answer)).toBe('papers_not_needed')
    const { user } = await checked({ ...at, notice: at.identityNotice } as Service, { who: person('mismatch') })
    await drained({ ...at, notice: at.identityNotice } as Service)
    const { papers } = valueIn((await handed(at, { user, typed })).answer)
    expect(papers.kind).toBe('papers_automated_result')
    await decided(at, papers, 'approved')
    expect(levelAt(at, papers.accountId)).toBe(1)
  })
})

describe('X3 papers of whoever is verified already', () => {
  const { name, idNumber } = person('match')
  const typed = { document: 'resident_id', name, number: idNumber, validUntil: null } as const
  const both = ['document_page', 'document_back', 'holder'] as const

  const verified = async () => {
    const at = world()
    const service = { ...at, notice: at.identityNotice } as Service
    const { user } = await checked(service, { who: person('match') })
    await drained(service)
    return { at, user }
  }

  it('raise the level by the review and the document, with neither a face nor a bank, and that is told once', async () => {
    const { at, user } = await verified()
    expect(levelAt(at, user.accountId)).toBe(1)
    const { papers } = valueIn((await handed(at, { user, typed, pictures: await pictured(at, user, both) })).answer)
    expect(papers.kind).toBe('papers_level')
    expect(await decided(at, papers, 'approved')).toMatchObject({ kind: 'committed' })
    expect(levelAt(at, user.accountId)).toBe(3)
    const proofs = heldIdentity(itemAt(at, gateKeys.identity(user.accountId)))?.proofs ?? []
    const until = at.time.now + 365 * DAY
    expect(proofs.filter(({ kind }) => kind !== 'carrier_three_element')).toMatchObject([
      { kind: 'attended_review', validUntil: until },
      { kind: 'id_document', validUntil: until, possession: false },
    ])
    const told = at.table.items().find(({ pk }) => pk === `OUTBOX#account:${user.accountId}`)?.pending
    expect(told).toContainEqual(
      expect.objectContaining({ type: 'level.changed', data: { from: 1, to: 3, because: 'proven' } }),
    )
    at.time.now = until
    expect(levelAt(at, user.accountId)).toBe(1)
  })

  const withBank = [...both, 'bank_proof'] as const

  it('reach level 4 with a proof by their bank, for whom no bank can be asked online', async () => {
    const { at, user } = await verified()
    const first = valueIn((await handed(at, { user, typed, pictures: await pictured(at, user, both) })).answer)
    await decided(at, first.papers, 'approved')
    const { answer } = await handed(at, { user, typed, pictures: await pictured(at, user, withBank) })
    const { papers, review } = valueIn(answer)
    expect([papers.kind, review.kind]).toEqual(['papers_bank', 'papers_bank'])
    expect(await decided(at, papers, 'approved')).toMatchObject({ kind: 'committed' })
    const proofs = heldIdentity(itemAt(at, gateKeys.identity(user.accountId)))?.proofs ?? []
    const until = at.time.now + 365 * DAY
    expect(proofs.find(({ kind }) => kind === 'bank_proof_review')).toMatchObject({
      possession: true,
      validUntil: until,
    })
    expect(levelAt(at, user.accountId)).toBe(4)
    const told = at.table.items().find(({ pk }) => pk === `OUTBOX#account:${user.accountId}`)?.pending
    expect(told).toContainEqual(
      expect.objectContaining({
        type: 'verification.verified',
        data: { verificationId: papers.id, method: 'bank_proof' },
      }),
    )
    expect(told).toContainEqual(
      expect.objectContaining({ type: 'level.changed', data: { from: 3, to: 4, because: 'proven' } }),
    )
    const again = await handed(at, { user, typed, pictures: await pictured(at, user, withBank) })
    expect(codeOf(again.answer)).toBe('already_verified')
    at.time.now = until
    expect(levelAt(at, user.accountId)).toBe(1)
  })

  it('prove the bank and nothing else by it, are refused for it alone, and are no way in for whoever is nobody', async () => {
    const { at, user } = await verified()
    const pictures = await pictured(at, user, withBank)
    const { papers } = valueIn((await handed(at, { user, typed, pictures })).answer)
    await decided(at, papers, 'approved')
    const proofs = heldIdentity(itemAt(at, gateKeys.identity(user.accountId)))?.proofs ?? []
    expect(proofs.map(({ kind }) => kind).sort()).toEqual(['bank_proof_review', 'carrier_three_element'])
    expect(levelAt(at, user.accountId)).toBe(2)
    const agreed = at.table.items().find(({ purpose, id }) => purpose === 'attended_review' && id === papers.id)
    expect(agreed?.items).toContain('bank_proof_picture')
    const stranger = await enter(at)
    const theirs = await pictured(at, stranger, ['document_page', 'holder', 'bank_proof'])
    expect(fieldsOf((await handed(at, { user: stranger, pictures: theirs })).answer)).toEqual([
      '/pictures/bank_proof picture_not_asked',
    ])
    for (const { kind, reasons, asks } of papersReviews(at.settings)) {
      expect(Object.hasOwn(reasons, 'bank_proof_unfit'), kind).toBe(kind === 'papers_bank')
      expect(asks.includes('bank_proof_again'), kind).toBe(kind === 'papers_bank')
    }
  })

  it.each([
    ['papers_level', both],
    ['papers_bank', withBank],
  ] as const)('of an account that was cleared meanwhile are not approved: %s', async (kind, pictures) => {
    const { at, user } = await verified()
    const { papers } = valueIn((await handed(at, { user, typed, pictures: await pictured(at, user, pictures) })).answer)
    expect(papers.kind).toBe(kind)
    const held = heldIdentity(itemAt(at, gateKeys.identity(user.accountId)))
    if (!held) throw new Error('no identity')
    await at.table.commit(identityCleared(user.accountId, held, quietly(at.time.now)))
    expect(await decided(at, papers, 'approved')).toBe('papers_need_identity')
    expect(itemAt(at, gateKeys.identity(user.accountId))).toBeUndefined()
    expect(await decided(at, papers, 'refused', 'unreadable')).toMatchObject({ kind: 'committed' })
  })

  it('leave a bank as it is that a card proved meanwhile: that has no end, and they are approved all the same', async () => {
    const { at, user } = await verified()
    const { papers } = valueIn((await handed(at, { user, typed, pictures: await pictured(at, user, withBank) })).answer)
    const service = { ...at, notice: at.identityNotice } as Service
    at.time.now += HOUR
    const card = await bound(service, { user })
    expect(card.status).toBe('bound')
    const before = heldIdentity(itemAt(at, gateKeys.identity(user.accountId)))?.proofs
    at.time.now += HOUR
    expect(await decided(at, papers, 'approved')).toMatchObject({ kind: 'committed' })
    expect(papersAt(at, papers).status).toBe('verified')
    expect(heldIdentity(itemAt(at, gateKeys.identity(user.accountId)))?.proofs).toEqual(before)
    expect(itemAt(at, evidenceKeys.evidence(user.accountId, 'bank'))).toMatchObject({ check: card.verificationId })
    const told = at.table.items().find(({ pk }) => pk === `OUTBOX#account:${user.accountId}`)?.pending
    expect(told).toContainEqual(expect.objectContaining({ data: { verificationId: papers.id, method: 'bank_proof' } }))
    at.time.now += 366 * DAY
    expect(levelAt(at, user.accountId)).toBe(2)
  })

  it('leave a document as it is that is proven already, and need both sides of the card', async () => {
    const { at, user } = await verified()
    expect(codeOf((await handed(at, { user, typed })).answer)).toBe('picture_needed')
    const held = heldIdentity(itemAt(at, gateKeys.identity(user.accountId)))
    if (!held) throw new Error('no identity')
    const document = {
      accountId: user.accountId,
      kind: 'id_document',
      at: at.time.now,
      possession: false,
      check: 'd',
    } as const
    await at.table.commit(evidenceHeld(held, document, quietly(at.time.now)))
    const { papers } = valueIn((await handed(at, { user, typed, pictures: await pictured(at, user, both) })).answer)
    await decided(at, papers, 'approved')
    const proofs = heldIdentity(itemAt(at, gateKeys.identity(user.accountId)))?.proofs ?? []
    expect(proofs.find(({ kind }) => kind === 'id_document')).not.toHaveProperty('validUntil')
    expect(levelAt(at, user.accountId)).toBe(3)
  })
})

describe('P11 what was typed, for whoever compares it', () => {
  it('is opened once that is on record', async () => {
    const at = world()
    const { papers } = valueIn((await handed(at)).answer)
    const { typed } = valueIn(
      await openPapers(at, REVIEWER, { accountId: papers.accountId, id: papers.id, reason: 'case_review' }),
    )
    const { document: _document, ...clear } = PASSPORT
    expect(typed.reveal()).toEqual(clear)
    expect(String(typed)).not.toContain('Anna')
    const [record] = at.table.items().filter(({ pk, detail }) => pk.startsWith('AUDIT#') && detail === papers.id)
    expect(record).toMatchObject({ action: 'identity_read', purpose: 'case_review', fields: 'idNumber more name' })
    expect(
      codeOf(await openPapers(at, REVIEWER, { accountId: papers.accountId, id: at.ids.id(), reason: 'case_review' })),
    ).toBe('not_found')
  })

  it('tell nothing of an account to whoever only knows its id', async () => {
    const at = world()
    const { user } = await handed(at)
    const claimed = { ...user, token: `${user.accountId}.nothing` }
    const pictures = { document_page: 'a'.repeat(32), holder: 'b'.repeat(32) }
    expect(codeOf((await handed(at, { user: claimed, pictures })).answer)).toBe('unauthenticated')
  })

  it('say so often a day that a person is known elsewhere, and no more', async () => {
    const at = world({ checks: { accountsPerPerson: 1, refusalsPerDay: 2 } })
    await decided(at, valueIn((await handed(at)).answer).papers, 'approved')
    const user = await enter(at)
    const pictures = await pictured(at, user, ['document_page', 'holder'])
    const once = async () => codeOf((await handed(at, { user, pictures })).answer)
    expect([await once(), await once(), await once()]).toEqual([
      'identity_unavailable',
      'identity_unavailable',
      'too_many_refusals',
    ])
    at.time.now += DAY
    const anew = await pictured(at, user, ['document_page', 'holder'])
    expect(codeOf((await handed(at, { user, pictures: anew })).answer)).toBe('identity_unavailable')
  })

  it('keep no number of anybody in the words that go with them', async () => {
    const at = world()
    const { papers } = valueIn((await handed(at, { said: '我的电话是 13800138000' })).answer)
    expect(caseAt(at, papers).said).not.toContain('13800138000')
  })

  it('of before the key of the person index was replaced are decided under the new one', async () => {
    let versions: Versioned<string> = ['v1']
    const at = { ...world({ checks: { accountsPerPerson: 1 } }), vault: memoryVault(() => versions) }
    const early = valueIn((await handed(at)).answer).papers
    versions = ['v2', 'v1']
    const other = valueIn((await handed(at, { typed: { number: 'E7654321' } })).answer).papers
    const means: PapersPeople = {
      index: (of) => indexPapers(at, of),
      gather: (people) => gatherPerson(at, people),
    }
    const kinds = Object.fromEntries(papersReviews(at.settings, means).map((one) => [one.kind, one]))
    const now = { ...at, kinds }
    expect(await decided(now, early, 'approved')).toMatchObject({ kind: 'committed' })
    const identity = heldIdentity(itemAt(at, gateKeys.identity(early.accountId)))
    expect(identity?.personIndex).toMatch(/^v2\./)
    const reads = at.table.items().filter(({ purpose }) => purpose === 'index_renewal')
    expect(reads).toMatchObject([{ action: 'identity_read', fields: 'idNumber', detail: early.id }])
    // The other was handed in under both, and nothing is opened for it.
    expect(await decided(now, other, 'approved')).toMatchObject({ kind: 'committed' })
    expect(at.table.items().filter(({ purpose }) => purpose === 'index_renewal')).toHaveLength(1)
  })

  it('see a person who is known under another version of the key only, as whoever approves them does', async () => {
    let versions: Versioned<string> = ['v1']
    const at = { ...world({ checks: { accountsPerPerson: 1 } }), vault: memoryVault(() => versions) }
    const open = valueIn((await handed(at)).answer).papers
    const first = valueIn((await handed(at)).answer).papers
    await decided(at, first, 'approved')
    versions = ['v2', 'v1']
    const means: PapersPeople = { index: (of) => indexPapers(at, of), gather: (people) => gatherPerson(at, people) }
    const kinds = Object.fromEntries(papersReviews(at.settings, means).map((one) => [one.kind, one]))
    expect(await decided({ ...at, kinds }, open, 'approved')).toBe('identity_unavailable')
    expect(codeOf((await handed(at)).answer)).toBe('identity_unavailable')
  })

  it('that verify nobody are gone with their pictures, and are neither opened nor appealed then', async () => {
    const at = world()
    const { answer } = await handed(at)
    const { papers } = valueIn(answer)
    await decided(at, papers, 'refused', 'unreadable')
    const look = () => openPapers(at, REVIEWER, { accountId: papers.accountId, id: papers.id, reason: 'case_review' })
    const refusedCase = { ...caseAt(at, papers), decision: { verdict: 'refused', at: at.time.now } } as const
    const [kind] = Object.values(at.kinds)
    if (!kind) throw new Error('no kind')
    const until = at.time.now + at.settings.materials.decidedMs
    expect(isAppealable(kind, refusedCase, until - 1)).toBe(true)
    at.time.now = until - 1
    expect(codeOf(await look())).toBe('ok')
    at.time.now = until + 1000
    expect(codeOf(await look())).toBe('not_found')
    expect(isAppealable(kind, refusedCase, until)).toBe(false)
    expect(itemAt(at, papersKeys.papers(papers.accountId, papers.id))?.ttl).toBe(Math.ceil(until / 1000))
  })

  it('that somebody is verified by are kept with that', async () => {
    const at = world()
    const { papers } = valueIn((await handed(at)).answer)
    await decided(at, papers, 'approved')
    expect(itemAt(at, papersKeys.papers(papers.accountId, papers.id))).not.toHaveProperty('ttl')
  })
})

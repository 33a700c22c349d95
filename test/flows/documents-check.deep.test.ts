import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createShiming } from '../../clients/typescript/src/index.ts'
import { claimReviewRoute, decideReviewRoute } from '../../functions/review/operator.route.ts'
import { clearAccount } from '../../local/command/trigger/clear-account.ts'
import { typeCard } from '../../local/demo/card.ts'
import { handInCard, uploadCard } from '../../local/demo/document.ts'
import { operatorAt } from '../../local/demo/operator.ts'
import { handInPassport } from '../../local/demo/papers.ts'
import { signIn } from '../../local/demo/user.ts'
import { cardholderOf } from '../../local/specimens/cardholders.ts'
import { dayAfter } from '../../shared/kernel/days.ts'
import { beijingDay } from '../../shared/kernel/time.ts'
import { photoOf } from '../documents/specimens/photos.ts'
import { cardStage, photosOf, refusal } from './card-stage.ts'
import type { Instance } from './instance.ts'
import { freshSession } from './platform-session.ts'
import { settle } from './settle.ts'
import { sharedInstance } from './shared-instance.ts'

describe('X1 an identity card over HTTP', () => {
  let instance: Instance
  beforeAll(async () => {
    instance = await sharedInstance()
  })
  // One card after the other meets the same few limits.
  beforeEach(() => instance.clear())
  afterAll(async () => {
    expect(await instance.end(), 'P11 plaintext identity').toEqual([])
  })

  const { mine, verified, uploaded, handedIn, calls, verificationOf } = cardStage(() => instance)

  it('of who is verified proves their document, and nobody can use its photos again', async () => {
    const { user, person, holder } = await verified()
    const before = await calls(person)
    const photos = await uploaded(user, holder)
    const document = await handInCard(instance.platform, user, photos)
    expect(document).toMatchObject({ status: 'checking', reason: null, valid: false, decidedAt: null })
    expect(await mine(user).documents.waitForDocument(document.id)).toMatchObject({ status: 'proven', remedy: null })
    const { level, evidence } = await verificationOf(user)
    expect(level).toBe(2)
    expect(evidence.find(({ kind }) => kind === 'id_document')).toMatchObject({ status: 'valid' })
    expect(await calls(person)).toBe(before + 1)
    const [listed] = await mine(user).documents.list()
    expect(listed).toMatchObject({ id: document.id, valid: true })
    const end = Date.parse(listed?.validUntil ?? '')
    expect(beijingDay(end - 1)).toBe(holder.validUntil)
    expect(beijingDay(end)).toBe(dayAfter(holder.validUntil ?? '', 1))
    await instance.platform.pass('5m')
    expect(await mine(user).materials.get(photos.front.id)).toMatchObject({ status: 'forgotten' })
    expect(await mine(user).materials.get(photos.back.id)).toMatchObject({ status: 'forgotten' })
    // The same card again proves nothing more.
    const again = await refusal(handInCard(instance.platform, user, await uploaded(user, holder)))
    expect(again).toMatchObject({ code: 'document_proven', extra: { validUntil: listed?.validUntil } })
    const newer = { ...holder, validUntil: undefined }
    expect(await handedIn(user, await uploaded(user, newer))).toMatchObject({ status: 'proven', valid: true })
    expect(await mine(user).documents.get(document.id)).toMatchObject({ status: 'proven', valid: false })
  })

  it('is forgotten once the account is cleared: whoever it is next is shown none of it', async () => {
    const { user, holder, person } = await verified()
    const document = await handedIn(user, await uploaded(user, holder))
    expect(document.status).toBe('proven')
    const { url, shiming, sandbox } = instance.platform
    const scene = { url, reached: { shiming, sandbox }, now: async () => instance.engine.now(), step: () => undefined }
    const pass = (by: string) => instance.platform.pass(by)
    expect(await clearAccount({ ...scene, pass, patienceMs: 0 }, user.token)).toBe('unverified')
    expect(await mine(user).documents.list()).toEqual([])
    expect(await refusal(mine(user).documents.get(document.id))).toMatchObject({ code: 'not_found' })
    // Somebody again, they hand in what they have.
    await instance.platform.pass('1h')
    await typeCard(instance.platform, user, person)
    await settle(instance.engine)
    expect(await handedIn(user, await uploaded(user, holder))).toMatchObject({ status: 'proven', valid: true })
    expect(await mine(user).documents.list()).toHaveLength(1)
  })

  it('is told to its user: what the authority was asked with, and the notice that was agreed to', async () => {
    const { user, holder } = await verified()
    await handedIn(user, await uploaded(user, holder))
    const { items: disclosures } = await mine(user).disclosures.list().page()
    expect(disclosures.filter(({ purpose }) => purpose === 'document_check')).toMatchObject([
      { recipient: { vendor: 'tencent_cloud' }, items: ['name', 'id_number'], outcome: 'answered' },
    ])
    const { items: consents } = await mine(user).consents.list().page()
    const consent = consents.find(({ purpose }) => purpose === 'document_check')
    const notice = await instance.platform.shiming.consentNotices.get(consent?.notice ?? '')
    expect(notice).toMatchObject({ inForce: true, sha256: consent?.sha256 })
    const terms = await mine(user).documents.terms()
    expect(terms).toMatchObject({ offered: true, triesBeforeReview: 3, consent: { version: consent?.notice } })
  })

  it('is for nobody who is not verified, and says where to begin', async () => {
    const person = await instance.person('match')
    const user = await signIn(instance.platform, person.phone)
    const problem = await refusal(handInCard(instance.platform, user, await uploaded(user, cardholderOf(person))))
    expect(problem).toMatchObject({ code: 'document_needs_identity', next: [{ page: '/verify' }] })
    expect(await calls(person)).toBe(0)
  })

  it('that is unreadable, of another, or expired is refused for free; after three a person looks', async () => {
    const { user, person, holder } = await verified()
    const before = await calls(person)
    const photos = await photosOf(holder)
    const cut = new Uint8Array(await photoOf(holder, 'front', 'right edge cut'))
    const first = await uploadCard(instance.platform, user, { ...photos, front: cut })
    expect(await refusal(handInCard(instance.platform, user, first))).toMatchObject({
      code: 'document_unreadable',
      extra: { side: 'front', reason: 'border_incomplete', failures: 1, comesNext: 'again' },
    })
    const other = cardholderOf(await instance.person('match'))
    const second = await uploaded(user, other)
    expect(await refusal(handInCard(instance.platform, user, second))).toMatchObject({
      code: 'document_differs',
      extra: { differs: ['name', 'id_number'], failures: 2, comesNext: 'again' },
    })
    const third = await uploaded(user, { ...holder, validFrom: '20001231', validUntil: '20201231' })
    expect(await refusal(handInCard(instance.platform, user, third))).toMatchObject({
      code: 'document_unreadable',
      extra: { side: 'back', reason: 'expired', failures: 3, comesNext: 'review' },
    })
    const back = { front: first.back, back: first.back }
    expect(await refusal(handInCard(instance.platform, user, back))).toMatchObject({
      code: 'material_unusable',
      errors: [{ pointer: '/back' }],
    })
    expect(await calls(person)).toBe(before)
    expect(await mine(user).documents.list()).toEqual([])
  })

  it('by pictures of somebody else, or with an old notice, is refused', async () => {
    const [{ user, holder }, other] = [await verified(), await verified()]
    const theirs = await uploaded(other.user, holder)
    expect(await refusal(handInCard(instance.platform, user, theirs))).toMatchObject({
      code: 'material_unusable',
      errors: [{ pointer: '/front' }, { pointer: '/back' }],
    })
    const { front, back } = theirs
    const consent = { notice: 'document-2025', agreed: true as const }
    const body = { front: front.id, back: back.id, consent }
    expect(await refusal(mine(user).documents.handIn(body))).toMatchObject({ code: 'consent_outdated' })
  })

  it('clicked twice at once is one: one check, one call', async () => {
    const { user, person, holder } = await verified()
    const before = await calls(person)
    const photos = await uploaded(user, holder)
    const both = await Promise.allSettled([
      handInCard(instance.platform, user, photos),
      handInCard(instance.platform, user, photos),
    ])
    const taken = both.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
    const refused = both.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
    // Whoever comes last finds the first: as open, or what became of it where it ended already.
    expect(new Set(taken.map(({ id }) => id)).size).toBe(1)
    expect(refused.map(({ code }) => code)).toEqual(refused.map(() => 'document_check_open'))
    await settle(instance.engine)
    const [first] = taken
    expect(await mine(user).documents.get(first?.id ?? '')).toMatchObject({ status: 'proven' })
    // Whoever lost the answer hands in the same photos, and is told what became of them.
    const again = await handInCard(instance.platform, user, photos)
    expect(again).toMatchObject({ id: first?.id, status: 'proven', valid: true })
    expect(await calls(person)).toBe(before + 1)
  })

  it('is seen by the platform, by its own name of the user, and by no other user', async () => {
    const { externalId, ...session } = await freshSession(instance)
    const person = await instance.person('match')
    const user = { ...session, phone: person.phone }
    // Free of charge, and from no text that the platform would have to ask for.
    await typeCard(instance.platform, user, person)
    await settle(instance.engine)
    const document = await handedIn(user, await uploaded(user, cardholderOf(person)))
    const acting = createShiming({ baseUrl: instance.platform.url, apiKey: instance.platformKey }).as({ externalId })
    expect(await acting.documents.list()).toEqual([document])
    expect(await acting.documents.get(document.id)).toMatchObject({ status: 'proven', valid: true })
    const stranger = await signIn(instance.platform, (await instance.person('match')).phone)
    expect(await mine(stranger).documents.list()).toEqual([])
    expect(await refusal(mine(stranger).documents.get(document.id))).toMatchObject({ code: 'not_found' })
    expect(await refusal(mine(user).documents.get('../x'))).toMatchObject({ code: 'not_found' })
  })

  it('of whoever is verified by a passport is for a person to look at', async () => {
    const { externalId: _externalId, ...session } = await freshSession(instance)
    const user = { ...session, phone: '' }
    const { review } = await handInPassport(instance.platform, user)
    const { token } = await operatorAt(instance, 'document-reviewer', 'reviewer')
    const params = { id: review }
    await instance.platform.must(claimReviewRoute, { token, params })
    const checked = ['readable', 'name_same', 'number_same', 'still_valid', 'same_face']
    await instance.platform.must(decideReviewRoute, {
      ...{ token, params },
      body: { verdict: 'approved', checked, note: '已核对' },
    })
    const photos = await uploaded(user, cardholderOf(await instance.person('match')))
    expect(await refusal(handInCard(instance.platform, user, photos))).toMatchObject({
      code: 'document_needs_resident_id',
      next: [{ page: '/papers' }],
    })
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readDocumentRoute } from '../../functions/documents/read.route.ts'
import { faultsRoute } from '../../functions/sandbox/control.route.ts'
import { handInCard, uploadCard } from '../../local/demo/document.ts'
import { uploadPicture } from '../../local/demo/papers.ts'
import { signIn, type User } from '../../local/demo/user.ts'
import { cardholderOf } from '../../local/specimens/cardholders.ts'
import { faultOf } from '../alarms/misheard.ts'
import { cardholders } from '../documents/specimens/cardholders.ts'
import { photoOf } from '../documents/specimens/photos.ts'
import { type Instance, startInstance } from './instance.ts'
import { settle } from './settle.ts'
import { verifiedUser } from './way.ts'

const [holder] = cardholders(3)
if (!holder) throw new Error('nobody holds a card')

describe('X1 M7 photos of a card, where Tencent Cloud reads them', () => {
  let instance: Instance
  let user: User
  beforeAll(async () => {
    // The stand-in looks with the models of the house, beside all else that runs here.
    instance = await startInstance({ documents: { reader: 'tencent' }, vendor: { connectMs: 5000, totalMs: 20_000 } })
    user = await signIn(instance.platform, '19916009001')
  })
  afterAll(async () => {
    expect(await instance.end(), 'P11 plaintext identity').toEqual([])
  })

  const upload = async (side: 'front' | 'back') => {
    const kind = side === 'front' ? 'document_page' : 'document_back'
    const photo = new Uint8Array(await photoOf(holder, side))
    return (await uploadPicture(instance.platform, user, kind, photo, 'image/jpeg')).id
  }
  const mine = () => instance.platform.shiming.withSession(user.token)
  const consent = async () => ({ notice: (await mine().documents.terms()).consent.version, agreed: true }) as const
  const called = async () => {
    const vendors = await instance.platform.sandbox.vendorCalls()
    return vendors.find(({ vendor }) => vendor === 'tencent_ocr')
  }

  it('are handed on under a notice that names who gets them, once for each, and under one consent', async () => {
    const terms = await mine().documents.terms()
    expect(terms.consent.version).not.toBe('document-2026-12')
    expect(terms.consent.text).toContain('腾讯云计算（北京）有限责任公司（身份证识别）')
    const read = async (side: 'front' | 'back') =>
      mine().documents.read({ material: await upload(side), side, consent: await consent() })
    const { card } = await read('front')
    expect(card).toMatchObject({ idNumber: holder.idNumber, name: holder.name })
    expect((await read('back')).card).toMatchObject({ authority: holder.authority })
    expect(await called()).toMatchObject({ billed: 2, unbilled: 0 })

    const agreed = (await mine().consents.list().page()).items.filter(({ purpose }) => purpose === 'document_check')
    expect(agreed).toMatchObject([{ notice: terms.consent.version, items: ['name', 'id_number', 'document_pictures'] }])
    const handed = (await mine().disclosures.list().page()).items.filter(({ purpose }) => purpose === 'document_check')
    const one = {
      ...{ items: ['document_pictures'], basis: 'consent', outcome: 'answered', verificationId: null },
      recipient: { vendor: 'tencent_cloud', service: '腾讯云“身份证识别”' },
      consent: { id: agreed[0]?.id },
    }
    expect(handed).toMatchObject([one, one])
  })

  it('are not handed on without being agreed to', async () => {
    const { platform } = instance
    const before = await called()
    const material = await upload('front')
    for (const [body, code] of [
      [{ material, side: 'front' }, 'consent_required'],
      [{ material, side: 'front', consent: { notice: 'document-2026-12', agreed: true } }, 'consent_outdated'],
    ] as const)
      expect(await platform.call(readDocumentRoute, { token: user.token, body: body as never })).toMatchObject({
        ...{ problem: { errors: [{ code }] } },
      })
    expect(await called()).toEqual(before)
  })

  it('of who is verified are read there and prove their document: three are handed something', async () => {
    const { platform, engine } = instance
    const verified = await verifiedUser(instance, 'fee')
    const of = cardholderOf(verified.person, 3)
    const [front, back] = await Promise.all([photoOf(of, 'front'), photoOf(of, 'back')])
    const photos = { front: new Uint8Array(front), back: new Uint8Array(back) }
    const uploaded = await uploadCard(platform, verified.user, photos)
    const document = await handInCard(platform, verified.user, uploaded)
    await settle(engine)
    const theirs = platform.shiming.withSession(verified.user.token)
    expect(await theirs.documents.get(document.id)).toMatchObject({ status: 'proven', valid: true })
    const handed = (await theirs.disclosures.list().page()).items.filter(({ purpose }) => purpose === 'document_check')
    expect(handed.map(({ items, recipient }) => [items.join(' '), recipient.service])).toEqual([
      ['name id_number', '腾讯云“身份信息认证”'],
      ['document_pictures', '腾讯云“身份证识别”'],
      ['document_pictures', '腾讯云“身份证识别”'],
    ])
  })

  it('that nobody could read count as no try, and what people have to mend rings', async () => {
    const { platform, engine } = instance
    const material = await upload('front')
    const body = { material, side: 'front', consent: await consent() } as const
    await platform.must(faultsRoute, { body: { target: 'tencent_ocr', mode: 'package_used_up', times: 1 } })
    const refused = await platform.call(readDocumentRoute, { token: user.token, body })
    expect(refused).toMatchObject({ status: 503, problem: { code: 'document_not_read' } })
    await platform.must(faultsRoute, { body: { target: 'tencent_ocr', mode: 'warns_copy', times: 1 } })
    const copied = await platform.call(readDocumentRoute, { token: user.token, body })
    expect(copied).toMatchObject({
      status: 422,
      problem: { code: 'document_unreadable', reason: 'wrong_card_kind', failures: 1 },
    })
    const lines = (await engine.heard()).filter(({ message }) => message === 'card_reader_needs_repair')
    expect(lines.map(({ fn }) => fn)).toEqual(['documents-read'])
    for (const line of lines) expect(faultOf(line)).toBeUndefined()
    const { items: disclosures } = await mine().disclosures.list().page()
    expect(disclosures[1]).toMatchObject({ outcome: 'not_used', items: ['document_pictures'] })
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accountKeys, accountLists } from '../functions/account/keys.ts'
import { wechatKeys } from '../functions/account/wechat/keys.ts'
import { bookkeepingKeys, bookkeepingLists } from '../functions/bookkeeping/keys.ts'
import { newCertificateId } from '../functions/certificates/certificate/certificate-id.ts'
import { certificateKeys, certificateLists } from '../functions/certificates/keys.ts'
import {
  applicationKeys,
  applicationLists,
  certificationKeys,
  certificationLists,
  textingKeys,
  textingLists,
} from '../functions/certification/keys.ts'
import { complaintKeys } from '../functions/complaints/keys.ts'
import { sources } from '../functions/evidence/evidence.ts'
import { evidenceKeys } from '../functions/evidence/keys.ts'
import { faceKeys, faceLists } from '../functions/face/keys.ts'
import { pointerTo, works } from '../functions/keys.ts'
import { materialKeys } from '../functions/material/keys.ts'
import { messageWork, messagingKeys, messagingLists } from '../functions/messaging/keys.ts'
import { orderWork, paymentKeys, paymentLists, refundWork } from '../functions/payment/keys.ts'
import { paymentChannels } from '../functions/payment/paying/provider.ts'
import { proofingKeys } from '../functions/proofing/keys.ts'
import { queues } from '../functions/queues.ts'
import { reviewKeys } from '../functions/review/keys.ts'
import { checkWork, verificationKeys, verificationLists } from '../functions/verification/keys.ts'
import { webhookKeys } from '../functions/webhooks/keys.ts'
import { type Key, nameOf } from '../shared/table/write.ts'
import { filesLike, pathOf } from './docs/repository.ts'

const id = fc.stringMatching(/^[0-9a-f]{32}$/)
const channel = fc.constantFrom(...paymentChannels)
const day = fc.stringMatching(/^20\d\d-[01]\d-[0-3]\d$/)
const certificateId = fc.integer({ min: 1, max: 2 ** 31 }).map((seed) => newCertificateId((below) => seed % below))
const number = fc.stringMatching(/^[0-9a-f]{32}(p[2-9])?[vd]$/)

/** The key of an item that can owe the work, for every kind there is. */
const owing: Record<string, fc.Arbitrary<Key>> = {
  order: id.map(paymentKeys.order),
  check: fc.oneof(
    fc.tuple(id, id).map((of) => verificationKeys.check(...of)),
    fc.tuple(id, id, id).map((of) => verificationKeys.look(...of)),
  ),
  evidence: fc.tuple(id, fc.constantFrom(...sources)).map((of) => evidenceKeys.evidence(...of)),
  clash: fc.tuple(id, fc.integer({ min: 1, max: 1e13 })).map((of) => proofingKeys.clash(...of)),
  face: fc.tuple(id, id).map((of) => faceKeys.check(...of)),
  material: id.map(materialKeys.material),
  refund: fc.tuple(id, number).map((of) => paymentKeys.refund(...of)),
  message: fc.tuple(id, id).map((of) => messagingKeys.message(...of)),
  complaint: fc.tuple(channel, id).map((of) => complaintKeys.complaint(...of)),
  application: fc.tuple(id, id).map((of) => applicationKeys.application(...of)),
  certificate: certificateId.map(certificateKeys.certificate),
  result_text: fc.tuple(id, id, number).map(([of, one, write]) => textingKeys.text(of, `${one}-${write}`)),
  review: fc.tuple(id, id).map((of) => reviewKeys.case(...of)),
  outbox: fc
    .tuple(fc.constantFrom('account', 'app', 'order', 'message', 'endpoint'), id)
    .map(([kind, of]) => webhookKeys.outbox({ kind, id: of })),
  webhook: fc
    .tuple(id, fc.constantFrom('account', 'order', 'endpoint'), id, fc.integer({ min: 1, max: 1e9 }))
    .map(([endpoint, kind, of, sequence]) => webhookKeys.delivery(endpoint, { kind, id: of }, sequence)),
  reconciliation: fc.tuple(channel, day).map((of) => bookkeepingKeys.reconciliation(...of)),
}

describe('pointers', () => {
  it.each(works.map(({ kind }) => kind))('of %s lead back to the very item they were made for', (kind) => {
    const keys = owing[kind]
    if (!keys) throw new Error(`test/keys.test.ts does not say which item owes ${kind}`)
    fc.assert(
      fc.property(keys, (key) => {
        const pointer = pointerTo(key)
        expect(pointer?.kind).toBe(kind)
        expect(pointer && works.find((work) => work.kind === kind)?.keyOf(pointer.id)).toEqual(key)
      }),
    )
  })
  it('are made for nothing that never owes work', () => {
    const idle = [
      accountKeys.profile('a'),
      accountKeys.session('a', 'b'),
      wechatKeys.authorization('a', 'b'),
      wechatKeys.visit('a', 'b'),
      wechatKeys.unknown('a'),
      wechatKeys.user('wxa', 'b'),
      wechatKeys.union('b'),
      wechatKeys.binding('a'),
      verificationKeys.verification('a', 'b'),
      paymentKeys.attempt('a', 1),
      paymentKeys.ledger('a', 'b'),
      paymentKeys.alias('a'),
      paymentKeys.openOrders('a'),
      paymentKeys.noted('a', 1, 'b'),
      verificationKeys.person('a'),
      accountKeys.challenge('a'),
      accountKeys.limit('a', 'b'),
      faceKeys.open('a'),
      faceKeys.charge('a', 'b', 1),
      reviewKeys.open('a', 'b', 'c'),
      certificationKeys.app('a'),
      certificationKeys.name('a'),
      certificationKeys.companyCharge('a', 'b'),
      applicationKeys.applicant('a', 'b'),
      applicationKeys.applicantCount('a'),
      applicationKeys.company('a', 'b', 'code'),
      textingKeys.number('a', 'b'),
      certificateKeys.held('a', 'b'),
      certificateKeys.moved('a'),
      certificateKeys.report('a', 'b'),
    ]
    expect(idle.map(pointerTo)).toEqual(idle.map(() => undefined))
  })
  it('of a form that is not ours name nothing', () => {
    expect(orderWork.keyOf('a.b')).toBeUndefined()
    expect(checkWork.keyOf('a')).toBeUndefined()
    expect(refundWork.keyOf('')).toBeUndefined()
    expect(messageWork.keyOf('x')).toBeUndefined()
  })
})

type MakeKey = (a: string, b: string | number, c: string) => Key

/** Every key there is, of the same ids, by the name of what makes it. */
const allKeys = async (): Promise<[made: string, by: string][]> => {
  const parts = await Promise.all(filesLike('functions/*/keys.ts').map((file) => import(pathOf(file))))
  const makers = parts.flatMap((part: Record<string, Record<string, MakeKey>>) =>
    Object.entries(part).filter(([name]) => name.endsWith('Keys')),
  )
  return makers.flatMap(([owner, keys]) =>
    Object.entries(keys).map(([name, make]): [string, string] => [nameOf(make('a', 'b', 'c')), `${owner}.${name}`]),
  )
}

describe('keys', () => {
  it('of different kinds never meet, even for the same ids', async () => {
    const all = await allKeys()
    expect(all.length).toBeGreaterThan(25)
    const makers = Map.groupBy(all, ([made]) => made)
    expect([...makers.values()].filter((same) => same.length > 1)).toEqual([])
  })
  it('are found in the lists they belong to', () => {
    const listed: [{ pk: string; prefix?: string }, Key][] = [
      [faceLists.checks('a'), faceKeys.check('a', 'b')],
      [verificationLists.verifications('a'), verificationKeys.verification('a', 'b')],
      [messagingLists.messages('a'), messagingKeys.message('a', 'b')],
      [paymentLists.orders('a'), paymentKeys.noted('a', 1, 'b')],
      [accountLists.tokens('a'), accountKeys.token('a', 'b')],
      [certificationLists.apps('a'), certificationKeys.administered('a', 'b')],
      [applicationLists.applications('a'), applicationKeys.application('a', 'b')],
      [certificateLists.held('a'), certificateKeys.held('a', 'b')],
      [certificateLists.reports('a'), certificateKeys.report('a', 'b')],
      [textingLists.numbers('a'), textingKeys.number('a', 'b')],
      [applicationLists.applicants('a'), applicationKeys.applicant('a', 'b')],
      [certificationLists.domains('a'), certificationKeys.domain('a', 'example.com')],
      [paymentLists.orderParts('a'), paymentKeys.order('a')],
      [paymentLists.orderParts('a'), paymentKeys.refund('a', 'b')],
      [bookkeepingLists.differences('a', 'b'), bookkeepingKeys.difference('a', 'b', 'c')],
    ]
    for (const [{ pk, prefix = '' }, key] of listed) {
      expect(key.pk).toBe(pk)
      expect(key.sk.startsWith(prefix)).toBe(true)
    }
  })
})

describe('kinds of work', () => {
  it('have a queue each, but for those of the sandbox', () => {
    const queued = queues.filter((job) => !job.sandboxOnly).map(({ kind }) => kind)
    expect(queued.toSorted()).toEqual(works.map(({ kind }) => kind).toSorted())
  })
})

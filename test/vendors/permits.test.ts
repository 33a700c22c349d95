import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SmsSender } from '../../functions/account/codes/sms-sender.ts'
import { smsVendorNames } from '../../functions/account/settings.ts'
import { itemsHandedOn as companyItems } from '../../functions/certification/company/checker.ts'
import { pictureHandedOn } from '../../functions/certification/company/licence-reader.ts'
import { companyVendorNames } from '../../functions/certification/settings.ts'
import { type DataItem, mailRequested, type Permit, requested } from '../../functions/consent/permit.ts'
import { itemsHandedOn as picturesHandedOn } from '../../functions/documents/recogniser.ts'
import { tencentCardActions } from '../../functions/documents/settings.ts'
import { faceVendorNames } from '../../functions/face/settings.ts'
import { type FaceVendor, itemsHandedOn } from '../../functions/face/vendors/vendor.ts'
import { mailVendorNames } from '../../functions/profile/settings.ts'
import { tencentReader } from '../../functions/vendors/card-readers.ts'
import { companyCheckers } from '../../functions/vendors/company-checkers.ts'
import { faceVendors } from '../../functions/vendors/face-vendors.ts'
import { identityCheckers } from '../../functions/vendors/identity-checkers.ts'
import { licenceReader } from '../../functions/vendors/licence-readers.ts'
import { mailSender } from '../../functions/vendors/mail-senders.ts'
import { smsSenders } from '../../functions/vendors/sms-senders.ts'
import {
  type Asked,
  type IdentityChecker,
  itemsAsked,
  type Question,
  questions,
} from '../../functions/verification/check/checker.ts'
import { identityVendorNames } from '../../functions/verification/settings.ts'
import { countingIds, NOON, PHONE } from '../kit.ts'
import { licencePermit } from './cards/licence-said.ts'
import { picturePermit } from './cards/said.ts'
import { askedOf, permitFor } from './checks.ts'
import { company, REFERENCE } from './companies.ts'
import { beginning, facePermit } from './face/face.contract.ts'
import { heldAccount } from './tencent-cloud/tencent-vendor.ts'

/** Every vendor at once: counts whatever comes, and answers nothing that anybody understands. */
let received = 0
const server = createServer((request, response) => {
  received += 1
  request.resume().on('end', () => response.end('{}'))
})
let url = ''

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterAll(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})

const text = { phone: PHONE, code: '123456', minutes: 5, ref: 'r' }
const handed = { phone: PHONE, ref: 'r', at: NOON }

/** What the secret of any vendor's account holds. */
const held = { ...heldAccount, accessKeyId: 'id', accessKeySecret: 'key', smsTemplateCode: 'SMS_1' }

const partsAt = (address: string) => ({
  env: () => address,
  limits: { connectMs: 1000, totalMs: 1000 },
  clock: { now: () => NOON },
  ids: countingIds(),
  identity: { detailed: false },
  secret:
    <T>(_variable: string, make: (json: unknown) => T) =>
    async () =>
      make(held),
})

const asked = (Object.keys(questions) as Question[]).map((question) => askedOf(question))

/** A permit that lacks something: none, another recipient's, or one for less. */
const lacking = (recipient: string, items: readonly DataItem[]): [string, Permit][] => [
  ['no permit', undefined as unknown as Permit],
  ['what only looks like one', {} as unknown as Permit],
  ['one for somebody else', permitFor('somebody_else', items)],
  ...items.map((missing): [string, Permit] => [
    `one without ${missing}`,
    permitFor(
      recipient,
      items.filter((item) => item !== missing),
    ),
  ]),
]

const sentBy = async (deed: () => Promise<unknown>): Promise<{ refused: boolean; sent: number }> => {
  const before = received
  const refused = await deed().then(
    () => false,
    () => true,
  )
  return { refused, sent: received - before }
}

describe('M7 no adapter can be called without a permit', () => {
  it('by its type', () => {
    const typed = async (checker: IdentityChecker, sender: SmsSender<Permit>, face: FaceVendor, question: Asked) => {
      // @ts-expect-error a question is not asked without a permit
      await checker.check(question)
      // @ts-expect-error nor with something else in its place
      await checker.check(question, { recipient: checker.vendor, items: ['name'] })
      // @ts-expect-error a text is not sent without a permit
      await sender.sendCode(text)
      // @ts-expect-error nor with something else in its place
      await sender.sendCode(text, { recipient: sender.vendor, items: ['phone'] })
      // @ts-expect-error nor is asked about without one
      await sender.reportOn(handed)
      // @ts-expect-error nobody's face is confirmed without one
      await face.begin(beginning)
      // @ts-expect-error nor with something else in its place
      await face.begin(beginning, { recipient: face.vendor, items: ['name', 'id_number'] })
    }
    expect(typed).toBeTypeOf('function')
  })

  it('by what it does: every checker there is', async () => {
    for (const checker of await Promise.all(identityVendorNames.map(identityCheckers(partsAt(url))))) {
      for (const question of asked) {
        const items = itemsAsked(question.question)
        for (const [which, permit] of lacking(checker.vendor, items)) {
          const tried = await sentBy(() => checker.check(question, permit))
          expect(tried, `${checker.vendor} ${question.question}: ${which}`).toEqual({ refused: true, sent: 0 })
        }
      }
      // It would have been sent: the permit is all that was missing.
      const permit = permitFor(checker.vendor, itemsAsked('carrier_three_element'))
      const sent = await sentBy(() => checker.check(askedOf('carrier_three_element'), permit))
      expect(sent, checker.vendor).toEqual({ refused: false, sent: 1 })
    }
  })

  it('by what it does: every vendor of faces there is', async () => {
    const parts = { ...partsAt(url), face: { tencentRuleId: '1', alibabaSceneId: '1' } }
    for (const face of await Promise.all(faceVendorNames.map(faceVendors(parts)))) {
      for (const [which, permit] of lacking(face.vendor, itemsHandedOn)) {
        const tried = await sentBy(() => face.begin(beginning, permit))
        expect(tried, `${face.vendor}: ${which}`).toEqual({ refused: true, sent: 0 })
      }
      const sent = await sentBy(() => face.begin(beginning, facePermit(face.vendor)))
      expect(sent, face.vendor).toEqual({ refused: false, sent: 1 })
    }
  })

  it('by what it does: every vendor of companies there is', async () => {
    for (const checker of await Promise.all(companyVendorNames.map(companyCheckers(partsAt(url))))) {
      const ask = (permit: Permit) => checker.check(company, { reference: REFERENCE }, permit)
      for (const [which, permit] of lacking(checker.vendor, companyItems)) {
        const tried = await sentBy(() => ask(permit))
        expect(tried, `${checker.vendor}: ${which}`).toEqual({ refused: true, sent: 0 })
      }
      const sent = await sentBy(() => ask(permitFor(checker.vendor, companyItems)))
      expect(sent, checker.vendor).toEqual({ refused: false, sent: 1 })
    }
  })

  it('by what it does: whoever reads cards elsewhere', async () => {
    for (const tencentAction of tencentCardActions) {
      const reader = tencentReader({ ...partsAt(url), documents: { tencentAction } })
      const recipient = reader.recipient ?? ''
      const reading = { picture: Buffer.from('a picture'), side: 'front', now: NOON } as const
      for (const [which, permit] of lacking(recipient, picturesHandedOn)) {
        const tried = await sentBy(() => reader.read({ ...reading, permit }))
        expect(tried, `${tencentAction}: ${which}`).toEqual({ refused: true, sent: 0 })
      }
      const sent = await sentBy(() => reader.read({ ...reading, permit: picturePermit(recipient) }))
      expect(sent, tencentAction).toEqual({ refused: false, sent: 1 })
    }
  })

  it('by what it does: whoever reads licences', async () => {
    const reader = licenceReader({ ...partsAt(url), reader: 'tencent' })
    if (!reader) throw new Error('nobody reads licences')
    const read = (permit: Permit) => reader.read(Buffer.from('a picture'), permit)
    for (const [which, permit] of lacking(reader.vendor, pictureHandedOn))
      expect(await sentBy(() => read(permit)), which).toEqual({ refused: true, sent: 0 })
    expect(await sentBy(() => read(licencePermit(reader.vendor)))).toEqual({ refused: false, sent: 1 })
  })

  it('by what it does: every sender of texts', async () => {
    const senders = smsSenders(partsAt(url))
    for (const vendor of smsVendorNames) {
      const sender = await senders(vendor)
      const deeds = [
        (permit: Permit) => sender.sendCode(text, permit),
        (permit: Permit) => sender.reportOn(handed, permit),
      ]
      for (const deed of deeds) {
        for (const [which, permit] of lacking(sender.vendor, ['phone']))
          expect(await sentBy(() => deed(permit)), `${vendor}: ${which}`).toEqual({ refused: true, sent: 0 })
        expect(await sentBy(() => deed(requested(sender)))).toEqual({ refused: false, sent: 1 })
      }
    }
  })

  it('by what it does: every sender of e-mail', async () => {
    for (const vendor of mailVendorNames) {
      const mail = { from: 'id@mail.example.cn', tencentTemplateId: '1', vendors: [vendor] }
      const sender = await mailSender({ ...partsAt(url), mail })()
      if (!sender) throw new Error(`${vendor} is nobody`)
      const deed = (permit: Permit) => sender.sendCode({ to: 'li@example.com', code: '123456', minutes: 10 }, permit)
      for (const [which, permit] of [...lacking(vendor, ['email']), ['one for a number', requested(sender)] as const])
        expect(await sentBy(() => deed(permit)), `${vendor}: ${which}`).toEqual({ refused: true, sent: 0 })
      expect(await sentBy(() => deed(mailRequested(sender)))).toEqual({ refused: false, sent: 1 })
    }
  })
})

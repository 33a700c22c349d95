import { beforeEach, describe, expect, it } from 'vitest'
import { textingKeys, textingWork } from '../../../functions/certification/keys.ts'
import { numbersClearing } from '../../../functions/certification/texting/clearing-effect.ts'
import { keptNumberIn } from '../../../functions/certification/texting/number-store.ts'
import { resultTextOf } from '../../../functions/certification/texting/result-text-store.ts'
import { sendResult } from '../../../functions/certification/texting/send-result.ts'
import { DAY, HOUR, MINUTE } from '../../../shared/kernel/time.ts'
import { certificateAt } from '../../certificates/certifying.ts'
import { valueIn } from '../../kit.ts'
import type { ReviewWorld } from '../../review/fixture.ts'
import { itemAt } from '../../world.ts'
import {
  type Applied,
  certificationWorld,
  certifies,
  claims,
  confirmed,
  follows,
  inReview,
  refuses,
  returned,
  submitted,
  withdraws,
} from '../applications/applying.ts'

/** The texts that are to be sent, as they are kept. */
const owed = (at: ReviewWorld) =>
  at.table
    .items()
    .filter(({ sk }) => sk.startsWith('RESULT_TEXT#'))
    .map(resultTextOf)

const pointersOf = (at: ReviewWorld) =>
  owed(at).map(({ accountId, id }) => textingWork.pointerTo(textingKeys.text(accountId, id)).id)

const sends = (at: ReviewWorld, its: Partial<ReviewWorld> = {}) =>
  Promise.all(pointersOf(at).map((id) => sendResult({ ...at, ...its }, id)))

const numberOf = (at: ReviewWorld, { user, id }: Applied) => itemAt(at, textingKeys.number(user.accountId, id))

describe('W5 the result of an application', () => {
  let at: ReviewWorld
  beforeEach(() => {
    at = certificationWorld()
  })

  const isCertified = async () => {
    const of = await inReview(at)
    valueIn(await claims(of)(at))
    valueIn(await certifies(of)(at))
    return of
  }

  describe('happy', () => {
    it('is texted to the number that confirmed it, once, and names nobody', async () => {
      const of = await isCertified()
      expect(owed(at)).toMatchObject([{ result: 'certified', status: 'waiting' }])
      expect(await sends(at)).toEqual(['sent'])
      expect(await sends(at)).toEqual(['nothing_owed'])
      expect(at.news).toMatchObject([{ phone: of.user.phone, template: '2400001', news: '已通过认证' }])
      const disclosed = at.table.items().filter(({ purpose }) => purpose === 'sms_result')
      expect(disclosed).toMatchObject([{ recipient: 'tencent_cloud', items: ['phone'], basis: 'requested' }])
    })

    it('is of each that there is: returned with its day, a refused name, refused, late, and not paid in time', async () => {
      const back = await returned(at)
      expect(owed(at)).toMatchObject([{ result: 'returned' }])
      expect(await sends(at)).toEqual(['sent'])
      expect(at.news.map(({ news }) => news)).toEqual(['请于12月20日前补正'])
      expect(numberOf(at, back)).toBeDefined()

      at = certificationWorld()
      const renamed = await inReview(at)
      valueIn(await claims(renamed)(at))
      valueIn(await certifies(renamed, 'name_misleading')(at))
      expect(owed(at)).toMatchObject([{ result: 'certified_old_name' }])

      at = certificationWorld()
      const refused = await inReview(at)
      valueIn(await claims(refused)(at))
      valueIn(await refuses(refused)(at))
      expect(owed(at)).toMatchObject([{ result: 'refused' }])

      at = certificationWorld()
      const late = await inReview(at)
      at.time.now += 21 * DAY
      await follows(late)(at)
      expect(owed(at)).toMatchObject([{ result: 'fee_returned' }])

      at = certificationWorld()
      const unpaid = await confirmed(at)
      at.time.now += 2 * DAY
      await follows(unpaid)(at)
      expect(owed(at)).toMatchObject([{ result: 'expired' }])
    })

    it('goes to another vendor later where one certainly did not take it', async () => {
      at = certificationWorld({
        sms: { spacingMs: 0, perHour: 1000, perDay: 1000, vendors: ['tencent_cloud', 'alibaba_cloud'] },
      })
      await isCertified()
      at.vendor.answers.tencent_cloud = { kind: 'not_taken', because: 'turned_away', code: 'x' }
      expect(await sends(at)).toEqual(['waiting'])
      expect(await sends(at)).toEqual(['not_yet'])
      at.time.now += MINUTE
      expect(await sends(at)).toEqual(['sent'])
      expect(at.news.map(({ vendor, template }) => [vendor, template])).toEqual([
        ['tencent_cloud', '2400001'],
        ['alibaba_cloud', 'SMS_240000001'],
      ])
      const outcomes = at.table.items().filter(({ purpose }) => purpose === 'sms_result')
      expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['not_used', 'possibly_sent'])
    })
  })

  describe('refused', () => {
    it('is not texted, and no number is kept, where nobody has a template for it', async () => {
      at = certificationWorld({ resultTexts: { tencentTemplate: '', alibabaTemplate: '' } })
      const of = await isCertified()
      expect([owed(at), numberOf(at, of)]).toEqual([[], undefined])
    })

    it('is not texted of what was never confirmed, nor of what its administrator took back before it was paid', async () => {
      const early = await submitted(at)
      at.time.now += 2 * DAY
      await follows(early)(at)
      expect(owed(at)).toEqual([])
      at = certificationWorld()
      const of = await confirmed(at)
      valueIn(await withdraws(of)(at))
      expect(owed(at)).toEqual([])
    })

    it('is tried again after longer and longer waits, and then given up, with an alarm', async () => {
      await isCertified()
      at.vendor.answer = { kind: 'not_taken', because: 'needs_repair', code: 'x' }
      const ends: string[] = []
      for (let tries = 0; tries < 10 && ends.at(-1) !== 'given_up'; tries += 1) {
        ends.push(...(await sends(at)))
        at.time.now += 7 * HOUR
      }
      expect(ends).toEqual([...Array(5).fill('waiting'), 'given_up'])
      expect(at.news).toHaveLength(6)
      expect(at.alarms.map(({ event }) => event)).toEqual([
        ...Array(6).fill('sms_vendor_needs_repair'),
        'result_text_given_up',
      ])
      expect(await sends(at)).toEqual(['nothing_owed'])
    })

    it('is given up at once where the number gets none, and rings nobody', async () => {
      await isCertified()
      at.vendor.answer = { kind: 'not_taken', because: 'bad_number', code: 'x' }
      expect(await sends(at)).toEqual(['given_up'])
      expect([at.alarms, at.notes.map(({ event }) => event)]).toEqual([[], ['result_text_not_sent']])
    })

    it('is not texted more often than an account may be on a day', async () => {
      at = certificationWorld({ resultTexts: { perDay: 0 } })
      await isCertified()
      expect(await sends(at)).toEqual(['given_up'])
      expect(at.news).toEqual([])
    })

    it('is not texted any more once whoever the account was is nobody', async () => {
      const of = await isCertified()
      await at.table.commit([...(await numbersClearing.plan(at.table, of.user.accountId, at.time.now))])
      expect(numberOf(at, of)).toBeUndefined()
      expect(await sends(at)).toEqual(['given_up'])
      expect(at.news).toEqual([])
    })
  })

  describe('hostile', () => {
    it('is given to a vendor once, however many workers come', async () => {
      await isCertified()
      const [id = ''] = pointersOf(at)
      const ends = await Promise.all(Array.from({ length: 20 }, () => sendResult(at, id)))
      expect(at.news).toHaveLength(1)
      expect(ends.filter((one) => one === 'sent')).toHaveLength(1)
    })

    it('is never given again where whoever gave it died before or after, or nobody knows whether it was taken', async () => {
      await isCertified()
      const [id = ''] = pointersOf(at)
      const dies = () => Promise.reject(new Error('died'))
      await expect(sendResult({ ...at, sms: dies }, id)).rejects.toThrow('died')
      expect(await sendResult(at, id)).toBe('not_yet')
      at.time.now += 2 * MINUTE
      expect(await sendResult(at, id)).toBe('in_doubt')
      expect([await sendResult(at, id), at.news]).toEqual(['nothing_owed', []])

      at = certificationWorld()
      await isCertified()
      at.vendor.answer = { kind: 'in_doubt', code: 'x' }
      expect(await sends(at)).toEqual(['in_doubt'])
      at.time.now += DAY
      expect(await sends(at)).toEqual(['nothing_owed'])
      expect(at.news).toHaveLength(1)
    })

    it('P11 keeps the number sealed, under its own application alone, and not beyond its end', async () => {
      const of = await isCertified()
      expect(JSON.stringify(numberOf(at, of))).not.toContain(of.user.phone)
      const items = at.table.items().filter(({ sk }) => sk.startsWith('RESULT_TEXT#') || sk.startsWith('APPLICATION'))
      expect(JSON.stringify(items)).not.toContain(of.user.phone)
      const item = numberOf(at, of)
      // For as long as its certificate counts, and until the last text is certainly sent.
      const end = certificateAt(at, of).validUntil + 2 * DAY
      expect(keptNumberIn(item, end - 1)).toBeDefined()
      expect(keptNumberIn(item, end)).toBeUndefined()
      at.time.now = end
      expect(await sends(at)).toEqual(['given_up'])
    })
  })
})

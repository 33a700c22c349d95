import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { askSmsReport } from '../../../functions/account/codes/ask-sms-report.ts'
import { textReported } from '../../../functions/account/codes/counted-text-store.ts'
import {
  notTakenBecause,
  type SmsReport,
  type SmsResult,
  undeliveredBecause,
} from '../../../functions/account/codes/sms-sender.ts'
import { closesAt } from '../../../functions/analytics/days/day.ts'
import { settingsOf } from '../../../functions/settings.ts'
import { beijingDay, DAY, HOUR, MINUTE, type Millis, SECOND } from '../../../shared/kernel/time.ts'
import { count, numbersIn, sumOf } from '../../analytics/stage.ts'
import { NOON, OTHER_PHONE, PHONE, valueIn } from '../../kit.ts'
import { askCode, claimOf, easy, signedInAs, typeCode, type World, world } from '../fixture.ts'

const vendors = ['tencent_cloud', 'alibaba_cloud'] as const
const defaults = settingsOf('sandbox', undefined)
const both = { ...easy, sms: { ...defaults.sms, vendors } }

const result: fc.Arbitrary<SmsResult> = fc.oneof(
  { weight: 4, arbitrary: fc.constant<SmsResult>({ kind: 'sent' }) },
  fc.constant<SmsResult>({ kind: 'in_doubt', code: 'c' }),
  fc.constantFrom(...notTakenBecause).map((because): SmsResult => ({ kind: 'not_taken', because, code: 'c' })),
)
const report: fc.Arbitrary<SmsReport | undefined> = fc.oneof(
  fc.constant(undefined),
  fc.constant<SmsReport>({ kind: 'waiting' }),
  fc.constant<SmsReport>({ kind: 'delivered', at: NOON }),
  fc.constantFrom(...undeliveredBecause).map((because): SmsReport => ({ kind: 'undelivered', because, code: 'c' })),
)
const request = fc.record({ answers: fc.tuple(result, result), report, isTyped: fc.boolean() })

const askReport = (at: World, phone: string) =>
  askSmsReport(at, { phone, caller: undefined, smsCodeId: at.codeIds.get(phone) ?? '' })

const today = beijingDay(NOON)
const totalOf = async (at: World, now: Millis) => {
  await count(at.table, now)
  return numbersIn(at.table)
}

describe('M8 texts by vendor', () => {
  it('are what each vendor was given and said, what the carrier said of them, and whose code was typed in', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(request, { minLength: 1, maxLength: 12 }), async (requests) => {
        const at = world(both)
        const given: { vendor: string; said: SmsResult; known: string }[] = []
        for (const [nth, { answers, report: told, isTyped }] of requests.entries()) {
          const phone = `1380013${String(nth).padStart(4, '0')}`
          at.vendor.answers = { tencent_cloud: answers[0], alibaba_cloud: answers[1] }
          const before = at.texts.length
          const asked = await askCode(at, { phone })
          for (const { vendor } of at.texts.slice(before)) {
            const said = answers[vendor === 'tencent_cloud' ? 0 : 1]
            given.push({ vendor, said, known: said.kind })
          }
          const last = given.at(-1)
          if (!asked.ok || !last) continue
          if (told) {
            at.vendor.report = told
            await askReport(at, phone)
            if (told.kind !== 'waiting') last.known = told.kind
          }
          if (isTyped) {
            valueIn(await typeCode(at, { phone }))
            last.known = 'answered'
          }
        }
        const numbers = await totalOf(at, at.time.now)
        for (const vendor of vendors) {
          const there = given.filter((one) => one.vendor === vendor)
          for (const word of ['sent', 'not_taken', 'in_doubt', 'delivered', 'undelivered', 'answered'])
            expect(numbers[`texts|${vendor}|sign_in|${word}`] ?? 0, `${vendor} ${word}`).toBe(
              there.filter(({ known }) => known === word).length,
            )
          for (const because of notTakenBecause)
            expect(numbers[`texts_not_taken|${vendor}|${because}`] ?? 0).toBe(
              there.filter(({ said }) => said.kind === 'not_taken' && said.because === because).length,
            )
        }
        expect(sumOf(numbers, 'texts')).toBe(at.texts.length)
        expect(sumOf(numbers, 'unreadable')).toBe(0)
      }),
      { numRuns: 60 },
    )
  })

  it('say how long one took to the phone, and why one did not get there', async () => {
    const at = world()
    valueIn(await askCode(at))
    at.vendor.report = { kind: 'delivered', at: NOON + 4 * SECOND }
    valueIn(await askReport(at, PHONE))
    valueIn(await askCode(at, { phone: OTHER_PHONE }))
    at.vendor.report = { kind: 'undelivered', because: 'unreachable', code: 'c' }
    valueIn(await askReport(at, OTHER_PHONE))
    const numbers = await totalOf(at, NOON)
    expect(sumOf(numbers, 'text_ms')).toBe(1)
    expect(numbers).toMatchObject({ 'texts_undelivered|tencent_cloud|unreachable': 1 })
  })

  it('to prove a number are told apart from those to sign in', async () => {
    const at = world()
    const { token } = await signedInAs(at)
    valueIn(await askCode(at, { phone: OTHER_PHONE, token }))
    expect(await totalOf(at, NOON)).toMatchObject({
      'texts|tencent_cloud|sign_in|answered': 1,
      'texts|tencent_cloud|verify_phone|sent': 1,
    })
  })

  it('of a session whose code was replaced meanwhile keep what their vendor said', async () => {
    const at = world(both)
    const { token } = await signedInAs(at)
    at.vendor.answers = { tencent_cloud: { kind: 'not_taken', because: 'turned_away', code: 'c' } }
    let isFirst = true
    at.vendor.onSend = () => {
      if (!isFirst) return
      isFirst = false
      // Another request of the same session gets there first.
      void at.table.update({
        kind: 'update',
        key: claimOf(token).session,
        changes: { set: { codeHash: 'another' } },
      })
    }
    await askCode(at, { phone: OTHER_PHONE, token })
    expect(await totalOf(at, NOON)).toMatchObject({
      'texts|tencent_cloud|verify_phone|not_taken': 1,
      'texts_not_taken|tencent_cloud|turned_away': 1,
    })
  })

  it('name nobody: neither a number, nor an index of one, nor an account', async () => {
    const at = world()
    const { accountId } = await signedInAs(at)
    const kept = at.table.items().filter(({ sk }) => sk === 'TEXT')
    expect(kept).toHaveLength(1)
    const names = kept.flatMap((item) => Object.keys(item))
    expect(new Set(names)).toEqual(
      new Set([
        'pk',
        'sk',
        'vendor',
        'purpose',
        'isAnswered',
        'listName',
        'listAt',
        'ttl',
        ...(names.includes('op') ? ['op'] : []),
      ]),
    )
    expect(JSON.stringify(kept)).not.toContain(accountId)
    expect(JSON.stringify(kept)).not.toContain(PHONE)
  })

  it('take in what the carrier says late while their day is open, and nothing once it is final', async () => {
    const at = world()
    valueIn(await askCode(at))
    valueIn(await askCode(at, { phone: OTHER_PHONE }))
    const [first, second] = at.texts.map(({ ref, vendor }) => ({ id: ref, vendor, at: NOON }))
    if (!first || !second) throw new Error('no texts')
    const said = async (of: typeof first) => {
      const write = textReported(of, { kind: 'undelivered', because: 'carrier', code: 'c' })
      if (write) await at.table.update(write)
    }
    const countEvery = async (from: Millis, until: Millis) => {
      for (let now = from; now <= until; now += 6 * HOUR) await count(at.table, now)
    }
    await countEvery(NOON, NOON + 3 * DAY)
    expect(await numbersIn(at.table, today)).toMatchObject({ 'texts|tencent_cloud|sign_in|sent': 2 })
    await said(first)
    await countEvery(NOON + 3 * DAY, closesAt(today) + DAY)
    const final = { 'texts|tencent_cloud|sign_in|sent': 1, 'texts|tencent_cloud|sign_in|undelivered': 1 }
    expect(await numbersIn(at.table, today)).toMatchObject(final)
    await said(second)
    await countEvery(closesAt(today) + DAY, closesAt(today) + 2 * DAY)
    expect(await numbersIn(at.table, today)).toMatchObject(final)
  })
})

describe('M8 counting texts', () => {
  it('costs a call of the database more only where the vendor did not take one, or the carrier has spoken', async () => {
    const calls = async (answer: SmsResult) => {
      const at = world()
      at.vendor.answer = answer
      const before = at.table.calls()
      await askCode(at)
      return at.table.calls() - before
    }
    expect(await calls({ kind: 'sent' })).toBe(5)
    expect(await calls({ kind: 'not_taken', because: 'bad_number', code: 'c' })).toBe(6)
    const at = world()
    valueIn(await askCode(at))
    at.vendor.report = { kind: 'delivered', at: NOON + MINUTE }
    const before = at.table.calls()
    valueIn(await askReport(at, PHONE))
    expect(at.table.calls() - before).toBe(2)
  })
})

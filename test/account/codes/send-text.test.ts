import { describe, expect, it } from 'vitest'
import type { notTakenBecause, SmsResult } from '../../../functions/account/codes/sms-sender.ts'
import { listDisclosures } from '../../../functions/consent/list-records.ts'
import { settingsOf } from '../../../functions/settings.ts'
import { MINUTE } from '../../../shared/kernel/time.ts'
import { codeOf, NOON, OTHER_PHONE, PHONE, valueIn } from '../../kit.ts'
import { askCode, claimOf, easy, signedInAs, typeCode, type World, world } from '../fixture.ts'

const defaults = settingsOf('sandbox', undefined)
const both = { ...easy, sms: { ...defaults.sms, vendors: ['tencent_cloud', 'alibaba_cloud'] as const } }

const notTaken = (because: (typeof notTakenBecause)[number]): SmsResult => ({ kind: 'not_taken', because, code: 'c' })
const asked = (at: World, phone = PHONE) => at.texts.filter((one) => one.phone === phone).map(({ vendor }) => vendor)
const told = async (at: World, accountId: string) =>
  valueIn(await listDisclosures(at, accountId, { limit: 20 })).disclosures.map(({ recipient, outcome }) => [
    recipient.vendor,
    outcome,
  ])

describe('M5 a text that the first vendor certainly did not take', () => {
  it.each(['blocked', 'needs_repair', 'turned_away', 'not_sent'] as const)(
    'goes to the second within the request: %s',
    async (because) => {
      const at = world(both)
      at.vendor.answers = { tencent_cloud: notTaken(because) }
      expect(valueIn(await askCode(at)).status).toBe('sent')
      expect(asked(at)).toEqual(['tencent_cloud', 'alibaba_cloud'])
      const [first, second] = at.texts
      expect([first?.code, first?.ref === second?.ref]).toEqual([second?.code, false])
      expect(codeOf(await typeCode(at))).toBe('ok')
    },
  )

  it.each(['bad_number', 'number_limited'] as const)(
    'goes to nobody else where that is because of the number: %s',
    async (because) => {
      const at = world(both)
      at.vendor.answers = { tencent_cloud: notTaken(because) }
      expect(codeOf(await askCode(at))).toBe('sms_rejected')
      expect(asked(at)).toEqual(['tencent_cloud'])
    },
  )

  it('goes to nobody else where it is in doubt', async () => {
    const at = world(both)
    at.vendor.answers = { tencent_cloud: { kind: 'in_doubt', code: 'timeout' } }
    expect(valueIn(await askCode(at)).status).toBe('possibly_sent')
    expect(asked(at)).toEqual(['tencent_cloud'])
  })

  it('is unavailable when nobody takes it, and rejected when the last blocks the number', async () => {
    for (const [last, code] of [
      ['turned_away', 'sms_unavailable'],
      ['blocked', 'sms_rejected'],
    ] as const) {
      const at = world(both)
      at.vendor.answers = { tencent_cloud: notTaken('not_sent'), alibaba_cloud: notTaken(last) }
      expect(codeOf(await askCode(at))).toBe(code)
      expect(asked(at)).toEqual(['tencent_cloud', 'alibaba_cloud'])
    }
  })

  it('costs two database calls more, and one where the vendor gave no trouble', async () => {
    for (const [because, calls] of [
      ['needs_repair', 7],
      ['blocked', 6],
    ] as const) {
      const at = world(both)
      at.vendor.answers = { tencent_cloud: notTaken(because) }
      const before = [at.table.calls(), at.vault.calls()] as const
      valueIn(await askCode(at))
      expect([at.table.calls() - before[0], at.vault.calls() - before[1]]).toEqual([calls, 1])
    }
  })

  it('goes to nobody else once another code has taken its place in the session', async () => {
    const at = world(both)
    const { token } = await signedInAs(at)
    at.vendor.answers = { tencent_cloud: notTaken('turned_away') }
    let first = true
    const replaced = askCode(
      {
        ...at,
        sms: async (vendor) => {
          const sender = await at.sms(vendor)
          return {
            ...sender,
            sendCode: async (text, permit) => {
              if (first) {
                first = false
                valueIn(await askCode(at, { phone: '18600000000', token }))
              }
              return sender.sendCode(text, permit)
            },
          }
        },
      },
      { phone: OTHER_PHONE, token },
    )
    expect(codeOf(await replaced)).toBe('sms_unavailable')
    expect(asked(at, OTHER_PHONE)).toEqual(['tencent_cloud'])
  })
})

describe('M5 a vendor of texts that gives trouble', () => {
  const next = async (at: World, phone: string) => {
    valueIn(await askCode(at, { phone }))
    return asked(at, phone)
  }

  it.each<SmsResult>([
    notTaken('needs_repair'),
    notTaken('turned_away'),
    notTaken('not_sent'),
    { kind: 'in_doubt', code: 'c' },
  ])('is passed for a while, by everybody, and no longer: %j', async (answer) => {
    const at = world(both)
    at.vendor.answers = { tencent_cloud: answer }
    await askCode(at)
    at.vendor.answers = {}
    expect(await next(at, OTHER_PHONE)).toEqual(['alibaba_cloud'])
    at.time.now = NOON + 5 * MINUTE - 1
    expect(await next(at, '18600000001')).toEqual(['alibaba_cloud'])
    at.time.now = NOON + 5 * MINUTE
    expect(await next(at, '18600000002')).toEqual(['tencent_cloud'])
  })

  it('is not passed for what one number is refused', async () => {
    const at = world(both)
    at.vendor.answers = { tencent_cloud: notTaken('blocked') }
    await askCode(at)
    at.vendor.answers = {}
    expect(await next(at, OTHER_PHONE)).toEqual(['tencent_cloud'])
  })

  it('is asked all the same where there is no other, or the others refuse', async () => {
    const alone = world(easy)
    alone.vendor.answer = notTaken('needs_repair')
    await askCode(alone)
    alone.vendor.answer = { kind: 'sent' }
    expect(await next(alone, OTHER_PHONE)).toEqual(['tencent_cloud'])
    const at = world(both)
    at.vendor.answers = { tencent_cloud: notTaken('needs_repair') }
    await askCode(at)
    at.vendor.answers = { alibaba_cloud: notTaken('turned_away') }
    expect(await next(at, OTHER_PHONE)).toEqual(['alibaba_cloud', 'tencent_cloud'])
  })

  it('is passed in sessions too', async () => {
    const at = world(both)
    const { token } = await signedInAs(at)
    at.vendor.answers = { tencent_cloud: notTaken('needs_repair') }
    valueIn(await askCode(at, { phone: OTHER_PHONE, token }))
    at.vendor.answers = {}
    valueIn(await askCode(at, { phone: '18600000000', token }))
    expect(asked(at, '18600000000')).toEqual(['alibaba_cloud'])
  })
})

describe('M5 somebody who asks again for a code', () => {
  it('gets it from the other vendor while the first code is good, and then from the preferred one', async () => {
    const at = world(both)
    for (const minutes of [0, 1, 2, 8]) {
      at.time.now = NOON + minutes * MINUTE
      valueIn(await askCode(at))
    }
    expect(asked(at)).toEqual(['tencent_cloud', 'alibaba_cloud', 'tencent_cloud', 'tencent_cloud'])
  })

  it('so in a session, of the same number only', async () => {
    const at = world(both)
    const { token } = await signedInAs(at)
    valueIn(await askCode(at, { phone: OTHER_PHONE, token }))
    at.time.now += MINUTE
    valueIn(await askCode(at, { phone: OTHER_PHONE, token }))
    valueIn(await askCode(at, { phone: '18600000000', token }))
    expect([asked(at, OTHER_PHONE), asked(at, '18600000000')]).toEqual([
      ['tencent_cloud', 'alibaba_cloud'],
      ['tencent_cloud'],
    ])
  })
})

describe('M7 who got a number that went to more than one vendor', () => {
  it('is told to the account that the code opens, with what each made of it', async () => {
    const at = world(both)
    at.vendor.answers = { tencent_cloud: notTaken('not_sent') }
    const { accountId } = await signedInAs(at)
    expect(await told(at, accountId)).toEqual([
      ['alibaba_cloud', 'answered'],
      ['tencent_cloud', 'not_sent'],
    ])
  })

  it('is on record in a session before the second is asked', async () => {
    const at = world(both)
    const { accountId, token } = await signedInAs(at)
    at.vendor.answers = { tencent_cloud: notTaken('needs_repair') }
    const seen: unknown[] = []
    const kept = () => at.table.items().filter(({ sk }) => sk.startsWith('DISCLOSURE#'))
    at.vendor.onSend = () => void seen.push(kept().map(({ recipient, outcome }) => [recipient, outcome]))
    valueIn(await askCode(at, { phone: OTHER_PHONE, token }))
    const before = ['tencent_cloud', 'answered']
    expect(seen).toEqual([
      [before, ['tencent_cloud', 'possibly_sent']],
      [before, ['tencent_cloud', 'not_used'], ['alibaba_cloud', 'possibly_sent']],
    ])
    expect((await told(at, accountId)).slice(0, 2)).toEqual([
      ['alibaba_cloud', 'possibly_sent'],
      ['tencent_cloud', 'not_used'],
    ])
    expect(await at.table.get(claimOf(token).session)).toMatchObject({
      handedOn: [{ vendor: 'tencent_cloud', outcome: 'not_used' }, { vendor: 'alibaba_cloud' }],
    })
  })

  it('says in a session that the last did not use it either', async () => {
    const at = world(both)
    const { accountId, token } = await signedInAs(at)
    at.vendor.answer = notTaken('not_sent')
    expect(codeOf(await askCode(at, { phone: OTHER_PHONE, token }))).toBe('sms_unavailable')
    expect((await told(at, accountId)).slice(0, 2)).toEqual([
      ['alibaba_cloud', 'not_sent'],
      ['tencent_cloud', 'not_sent'],
    ])
  })
})

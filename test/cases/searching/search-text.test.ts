import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formsOf, personalNumberIn } from '../../../functions/cases/searching/search-text.ts'
import { outTradeNo } from '../../../functions/payment/orders/order.ts'
import { people } from '../../../functions/sandbox/people.ts'

const ID = '0193471a5e027cc1b3f20a6d5c4e1b03'
const OTHER = '0193471a5e017cc1b3f20a6d5c4e1b02'

describe('M8 what a text may name', () => {
  it('an id, also as a UUID and in capitals', () => {
    for (const text of [ID, '0193471A-5E02-7CC1-B3F2-0A6D5C4E1B03']) expect(formsOf(text).id).toBe(ID)
    expect(formsOf(`${ID}0`).id).toBeUndefined()
  })
  it('an order by any of its numbers at a channel', () => {
    for (const attempt of [1, 2, 17]) {
      const number = outTradeNo(ID, attempt)
      for (const text of [number, number.toUpperCase()]) expect(formsOf(text).orderId).toBe(ID)
    }
    expect(formsOf('0193471A-5E02-7CC1-B3F2-0A6D5C4E1B03').orderId).toBe(ID)
  })
  it.each(['v', 'd'])('a refund by its number in any round, and by its name: %s', (letter) => {
    const refund = { orderId: ID, name: `${ID}${letter}` }
    for (const text of [`${ID}${letter}1`, `${ID}${letter}12`, `${ID}${letter}`, `${ID}.${ID}${letter}`].flatMap(
      (one) => [one, one.toUpperCase()],
    ))
      expect(formsOf(text).refund).toEqual(refund)
    expect(formsOf(ID).refund).toBeUndefined()
  })
  it('a payment or complaint by what a channel calls it, at one channel where that is said', () => {
    expect(formsOf('4200002026112012345678901234').channelNumber).toEqual({ number: '4200002026112012345678901234' })
    expect(formsOf('wechat_pay#2002').channelNumber).toEqual({ number: '2002', channel: 'wechat_pay' })
    for (const text of ['unionpay#2002', 'wechat_pay#', 'a b', 'x'.repeat(65)])
      expect(formsOf(text).channelNumber).toBeUndefined()
  })
  it('a thing of an account as queues name it, a look of the platform by its verification', () => {
    const thing = { accountId: OTHER, id: ID }
    expect(formsOf(`${OTHER}.${ID}`).ofAccount).toEqual(thing)
    expect(formsOf(`${OTHER}.${ID}#${OTHER}`).ofAccount).toEqual(thing)
    expect(formsOf(`${OTHER}.police`).ofAccount).toBeUndefined()
  })
  it('a user of the platform', () => {
    expect(formsOf('user-7').externalId).toBe('user-7')
    expect(formsOf('user 7').externalId).toBeUndefined()
  })
  it('an app by what its name looks like, and a company by its code or its name as registers have it', () => {
    expect(formsOf('晨光 Reading').appName).toBe(formsOf('晨 光READING').appName)
    expect(formsOf('91110000 600037341l').company).toBe('91110000600037341L')
    expect(formsOf('测试长风科技(北京)有限公司').company).toBe('测试长风科技（北京）有限公司')
    for (const text of ['91110000600037342L', 'user-7', '']) expect(formsOf(text).company).toBeUndefined()
    for (const text of [ID, '···', '']) expect(formsOf(text).appName).toBeUndefined()
    expect(formsOf(ID).company).toBeUndefined()
  })
  it('nothing that would be refused as a key, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const { id, orderId, refund, ofAccount, channelNumber, externalId, appName, company } = formsOf(text)
        for (const one of [appName, company])
          expect(Buffer.byteLength(one ?? 'x')).toSatisfy((bytes: number) => bytes > 0 && bytes < 2000)
        for (const one of [id, orderId, refund?.orderId, ofAccount?.accountId, ofAccount?.id])
          expect(one ?? ID).toMatch(/^[0-9a-f]{32}$/)
        expect(`${channelNumber?.number ?? 'x'}${externalId ?? 'x'}`).toMatch(/^[\x21-\x7e]+$/)
      }),
    )
  })
})

describe('P11 the number of a person', () => {
  it.each(people)('of the catalogue is known as typed: $note', ({ phone, idNumber }) => {
    for (const typed of [phone, `+86 ${phone}`, `${phone.slice(0, 3)}-${phone.slice(3)}`])
      expect(personalNumberIn(typed)).toEqual({ kind: 'phone', number: phone })
    const number = { kind: 'id_number', number: idNumber.toUpperCase() }
    expect(personalNumberIn(idNumber)).toEqual(number)
    expect(personalNumberIn(`${idNumber.slice(0, 6)} ${idNumber.slice(6)}`)).toEqual(number)
  })
  it('with a wrong check digit is one all the same, so that it becomes part of no key', () => {
    const [one] = people
    const number = `${one?.idNumber.slice(0, 17)}${one?.idNumber.endsWith('0') ? 1 : 0}`
    expect(personalNumberIn(number)).toEqual({ kind: 'id_number', number })
  })
  it.each(['', ID, 'user-7', '4200002026112012345678901234', '12345678901', '110101188813010010'])(
    'is not: %s',
    (text) => {
      expect(personalNumberIn(text)).toBeUndefined()
    },
  )
})

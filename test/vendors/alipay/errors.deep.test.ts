import { describe, expect, it } from 'vitest'
import { errors, gatewayCodes } from '../../../functions/vendors/alipay/errors.ts'
import { calls, eachCall } from './cases.ts'
import { answerTo, direct, memberOf, refusalOf } from './gateway.ts'

const { provider, answers } = direct()

type Expected = Partial<Record<keyof typeof calls, string>>

const created: Expected = { create: 'rejected' }
const refunded: Expected = { refund: 'rejected' }
const notOpen: Expected = { close: 'already_paid' }

/** What each code settles; on every call not named it settles nothing. */
const settled: Record<string, Expected> = {
  'ACQ.SYSTEM_ERROR': {},
  'ACQ.REFUND_CHARGE_ERROR': {},
  'ACQ.ENTERPRISE_PAY_BIZ_ERROR': {},
  'ACQ.SELLER_BALANCE_NOT_ENOUGH': {},
  'ACQ.REFUND_ACCOUNT_NOT_EXIST': {},
  'ACQ.ACCESS_FORBIDDEN': {},
  'ACQ.PARTNER_ERROR': {},
  'ACQ.SELLER_BEEN_BLOCKED': {},
  'ACQ.INVALID_PARAMETER': { ...created, ...refunded },
  'ACQ.EXIST_FORBIDDEN_WORD': created,
  'ACQ.TOTAL_FEE_EXCEED': created,
  'ACQ.CONTEXT_INCONSISTENT': created,
  'ACQ.NOW_TIME_AFTER_EXPIRE_TIME_ERROR': created,
  'ACQ.TRADE_HAS_CLOSE': { ...created, ...refunded },
  'ACQ.TRADE_HAS_SUCCESS': { ...notOpen, create: 'already_paid' },
  'ACQ.REASON_ILLEGAL_STATUS': notOpen,
  'ACQ.REASON_TRADE_STATUS_INVALID': { ...notOpen, ...refunded },
  'ACQ.TRADE_STATUS_ERROR': { ...notOpen, ...refunded },
  // Not on close: what nobody has scanned yet is not closed, and can still be paid.
  'ACQ.TRADE_NOT_EXIST': { ...refunded, query: 'absent', queryRefund: 'absent' },
  'ACQ.DISCORDANT_REPEAT_REQUEST': refunded,
  'ACQ.TRADE_HAS_FINISHED': refunded,
  'ACQ.TRADE_NOT_ALLOW_REFUND': refunded,
  'ACQ.REASON_TRADE_BEEN_FREEZEN': refunded,
  'ACQ.REASON_TRADE_REFUND_FEE_ERR': refunded,
  'ACQ.REFUND_FEE_ERROR': refunded,
  'ACQ.REFUND_AMT_NOT_EQUAL_TOTAL': refunded,
  'ACQ.NOT_ALLOW_PARTIAL_REFUND': refunded,
  'ACQ.ONLINE_TRADE_VOUCHER_NOT_ALLOW_REFUND': refunded,
  'ACQ.TRADE_SETTLE_ERROR': refunded,
  'ACQ.BUYER_ERROR': refunded,
  'ACQ.BUYER_NOT_EXIST': refunded,
  'ACQ.BUYER_ENABLE_STATUS_FORBID': refunded,
  'ACQ.USER_NOT_MATCH_ERR': refunded,
  'ACQ.CUSTOMER_VALIDATE_ERROR': refunded,
  'isp.bill_not_exist': {},
  BILL_NOT_EXIST: {},
}

const needsRepair = new Set([
  'ACQ.SELLER_BALANCE_NOT_ENOUGH',
  'ACQ.REFUND_ACCOUNT_NOT_EXIST',
  'ACQ.ACCESS_FORBIDDEN',
  'ACQ.PARTNER_ERROR',
  'ACQ.SELLER_BEEN_BLOCKED',
])

describe('every error code', () => {
  it('is expected here', () => {
    expect(Object.keys(errors).sort()).toEqual(Object.keys(settled).sort())
  })

  it.each(Object.entries(settled))('%s', async (code, expected) => {
    for (const { name, api, call } of eachCall) {
      answers(answerTo(api, refusalOf(code)))
      const kind = expected[name as keyof typeof calls] ?? 'unavailable'
      const repair = needsRepair.has(code) ? { needsRepair: true } : {}
      expect({ name, ...(await call(provider)) }).toEqual({ name, kind, code, ...repair })
    }
  })

  it('settles nothing when the gateway does not know what happened', async () => {
    for (const subCode of [...Object.keys(errors), 'isp.unknow-error', 'aop.ACQ.SYSTEM_ERROR']) {
      for (const { api, call } of eachCall) {
        answers(answerTo(api, refusalOf(subCode, '20000')))
        expect(await call(provider)).toEqual({ kind: 'unavailable', code: subCode })
      }
    }
  })

  it('is known under the names of the systems it passed, and misspelt', async () => {
    answers(answerTo(calls.query.api, refusalOf('aop.ACQ.TRADE_NOT_EXIST')))
    expect(await calls.query.call(provider)).toMatchObject({ kind: 'absent' })
    answers(answerTo(calls.refund.api, refusalOf('AQC.SELLER_BALANCE_NOT_ENOUGH')))
    expect(await calls.refund.call(provider)).toMatchObject({ kind: 'unavailable', needsRepair: true })
  })
})

describe('whether to repeat, and whether it happened', () => {
  const every = Object.entries({ ...errors, ...gatewayCodes })

  it('are told apart: each of the four combinations exists', () => {
    const seen = new Set(every.map(([, { retry, executed }]) => `${retry === 'no' ? 'final' : 'again'} ${executed}`))
    expect([...seen].sort()).toEqual(['again no', 'again unknown', 'final no', 'final unknown'])
  })

  it('settle nothing but a query where a repeat may go through', () => {
    const settling = every.filter(
      ([, row]) => row.retry !== 'no' && (row.create ?? row.refund ?? row.close ?? row.query),
    )
    expect(settling).toEqual([])
  })

  it('never call that refused for good which may have been executed, the amount of our number apart', () => {
    const lost = every.filter(([, row]) => row.executed === 'unknown' && row.refund)
    expect(lost.map(([code]) => code)).toEqual(['ACQ.DISCORDANT_REPEAT_REQUEST'])
  })
})

describe('the gateway refuses', () => {
  it.each([
    ['20001', 'aop.invalid-app-auth-token', true],
    ['40001', 'isv.missing-signature', true],
    ['40002', 'isv.invalid-signature', true],
    ['40003', 'isv.missing-condition', true],
    ['40006', 'isv.insufficient-isv-permissions', true],
    ['40005', 'isv.app-call-limited', false],
    ['40004', 'SOMETHING_NEW', false],
    ['40004', 'constructor', false],
    ['99999', '', false],
  ])('%s %s: repair %s', async (code, subCode, repair) => {
    for (const { api, call } of eachCall) {
      answers(answerTo(api, refusalOf(subCode, code)))
      const unavailable = { kind: 'unavailable', code: subCode || code }
      expect(await call(provider)).toEqual(repair ? { ...unavailable, needsRepair: true } : unavailable)
    }
  })

  it('without signing, whom it does not know: settles nothing, but calls for a person', async () => {
    const said = JSON.stringify(refusalOf('isv.invalid-app-id', '40002'))
    for (const { api, call } of eachCall) {
      for (const member of ['error_response', memberOf(api)]) {
        answers(`{"${member}":${said}}`)
        const unavailable = { kind: 'unavailable', code: 'isv.invalid-app-id', needsRepair: true }
        expect(await call(provider)).toEqual(unavailable)
      }
    }
  })

  it.each(Object.keys(settled))('%s unsigned settles nothing', async (code) => {
    for (const { api, call } of eachCall) {
      answers(`{"${memberOf(api)}":${JSON.stringify(refusalOf(code))}}`)
      expect(await call(provider)).toMatchObject({ kind: 'unavailable', code })
    }
  })

  it('with a code of nonsense', async () => {
    for (const code of ['x y', '', 'x'.repeat(65)]) {
      answers(answerTo(calls.query.api, refusalOf('', code)))
      expect(await calls.query.call(provider)).toEqual({ kind: 'unavailable', code: 'answer_invalid' })
    }
  })
})

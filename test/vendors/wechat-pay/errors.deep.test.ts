import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { errors } from '../../../functions/vendors/wechat-pay/errors.ts'
import { type billCalls, calls, everyCall } from './cases.ts'
import { type Channel, refusal, signed, startChannel } from './channel.ts'

let channel: Channel
beforeAll(async () => {
  channel = await startChannel()
})
afterAll(() => channel.stop())

type Name = keyof typeof calls | keyof typeof billCalls
type Expected = Partial<Record<Name, string>>

const incurable: Expected = { create: 'rejected', refund: 'rejected', reply: 'rejected', complete: 'rejected' }

/** What each code settles; on every call not named it settles nothing. */
const settled: Record<string, Expected> = {
  SYSTEM_ERROR: {},
  BANK_ERROR: {},
  FREQUENCY_LIMITED: {},
  RULE_LIMIT: {},
  ORDER_PAID: { create: 'already_paid', close: 'already_paid' },
  ORDER_CLOSED: { create: 'rejected' },
  ORDER_NOT_EXIST: { query: 'absent' },
  RESOURCE_NOT_EXISTS: {
    query: 'absent',
    queryRefund: 'absent',
    complaint: 'absent',
    history: 'absent',
    reply: 'rejected',
    complete: 'rejected',
  },
  NO_STATEMENT_EXIST: { tradeBill: 'absent', settlement: 'absent' },
  STATEMENT_CREATING: { tradeBill: 'not_ready', settlement: 'not_ready' },
  NOT_ENOUGH: {},
  SIGN_ERROR: {},
  NO_AUTH: {},
  MCH_NOT_EXISTS: {},
  APPID_MCHID_NOT_MATCH: {},
  PARAM_ERROR: incurable,
  INVALID_REQUEST: incurable,
  OUT_TRADE_NO_USED: incurable,
  TRADE_ERROR: incurable,
  ACCOUNT_ERROR: incurable,
  USER_ACCOUNT_ABNORMAL: incurable,
}

const needsRepair = new Set(['NOT_ENOUGH', 'SIGN_ERROR', 'NO_AUTH', 'MCH_NOT_EXISTS', 'APPID_MCHID_NOT_MATCH'])

describe('every error code', () => {
  it('is expected here', () => {
    expect(Object.keys(errors).sort()).toEqual(Object.keys(settled).sort())
  })

  it.each(Object.entries(settled))('%s', async (code, expected) => {
    for (const { name, call } of everyCall) {
      channel.reacts(refusal(403, code))
      const kind = expected[name as Name] ?? 'unavailable'
      const repair = needsRepair.has(code) ? { needsRepair: true } : {}
      expect({ name, outcome: await call(channel) }).toEqual({ name, outcome: { kind, code, ...repair } })
    }
  })

  it.each([429, 500, 502, 503])('settles nothing under status %i', async (status) => {
    for (const code of Object.keys(errors)) {
      for (const { call } of everyCall) {
        channel.reacts(refusal(status, code))
        expect(await call(channel)).toEqual({ kind: 'unavailable', code })
      }
    }
  })

  it('is known in the older spelling too', async () => {
    channel.reacts(refusal(400, 'ORDERPAID'))
    expect(await calls.close.call(channel)).toMatchObject({ kind: 'already_paid' })
    channel.reacts(refusal(404, 'ORDERNOTEXIST'))
    expect(await calls.query.call(channel)).toMatchObject({ kind: 'absent' })
  })
})

describe('an error nobody knows settles nothing', () => {
  const replies = [
    { name: 'a new code', reply: refusal(400, 'SOMETHING_NEW'), code: 'SOMETHING_NEW' },
    { name: 'a code of nonsense', reply: refusal(400, 'x y'), code: 'http_400' },
    { name: 'the name of an inherited member', reply: refusal(400, 'constructor'), code: 'http_400' },
    { name: 'no code', reply: { status: 403, headers: {}, body: '{"message":"no"}' }, code: 'http_403' },
    {
      name: 'a page of a proxy',
      reply: { status: 404, headers: {}, body: '<html>Not Found</html>' },
      code: 'http_404',
    },
    { name: 'nothing', reply: { status: 400, headers: {}, body: '' }, code: 'http_400' },
    {
      name: 'a redirect, which is not followed',
      reply: { status: 302, headers: { location: 'http://127.0.0.1:1/', ...signed('') }, body: '' },
      code: 'http_302',
    },
  ]
  it.each(replies)('$name', async ({ reply, code }) => {
    for (const { call } of everyCall) {
      channel.received.splice(0)
      channel.reacts(reply)
      expect(await call(channel)).toEqual({ kind: 'unavailable', code })
      expect(channel.received).toHaveLength(1)
    }
  })
})

import { describe, expect, it } from 'vitest'
import { readTypedCode } from '../../functions/account/codes/typed-code.ts'
import { sessionOf } from '../../functions/account/sessions/session-store.ts'
import { accountOfToken } from '../../functions/account/tokens/message-token.ts'
import { readStatement } from '../../functions/bookkeeping/statements/statement-rows.ts'
import { importStatementRoute } from '../../functions/bookkeeping/vendor-statement.route.ts'
import { compareName } from '../../functions/documents/name-comparison.ts'
import { readWire } from '../../functions/messaging/compat/pushplus-request.ts'
import { draftRefusal } from '../../functions/messaging/sending/message.ts'
import { allowedAddress } from '../../functions/outgoing/address.ts'
import { normaliseIdNumber } from '../../functions/person/id-number.ts'
import { hanRead } from '../../functions/person/lookalikes.ts'
import { normaliseName } from '../../functions/person/person-name.ts'
import { normalisePhone } from '../../functions/person/phone.ts'
import { readAccountBill } from '../../functions/vendors/alipay/bills/account-bill.ts'
import { readTradeBill } from '../../functions/vendors/alipay/bills/trade-bill.ts'
import { rawMembers } from '../../functions/vendors/alipay/envelope.ts'
import { formParams } from '../../functions/vendors/alipay/form.ts'
import { readFundBill } from '../../functions/vendors/wechat-pay/bills/fund-bill.ts'
import { readTradeBill as readWeChatPayTradeBill } from '../../functions/vendors/wechat-pay/bills/trade-bill.ts'
import { refusalOf } from '../../shared/http/misfit.ts'
import { parse, requestOf } from '../../shared/http/request.ts'
import { type Route, route } from '../../shared/http/route.ts'
import type { Outcome } from '../../shared/kernel/outcome.ts'
import { afterCursor } from '../../shared/table/list-cursor.ts'
import { type Asked, httpEvent } from '../http-event.ts'
import { costliest, type Reader } from './cost.ts'
import { ordinaryPumps, type Pump } from './pumps.ts'

const wire = { method: 'POST', path: '/send', rawQuery: '', rawBody: Buffer.alloc(0), contentType: undefined }
const form = 'application/x-www-form-urlencoded'
const json = 'application/json'

const anything = route({
  fn: 'test',
  method: 'GET',
  path: '/',
  caller: 'session',
  name: 'test',
  summary: '',
  answers: {},
})
const asked = (to: Route, of: Asked) => requestOf(to, httpEvent(to, of))

const day = '20261120'
const of = { sellerId: '2088000000000001', day }
/** What a bill says before what somebody else put into it. */
const alipayHead = `#账号：[${of.sellerId}0156]\n#起始日期：[2026年11月20日 00:00:00]\n`
const tradeHeader = '支付宝交易号,商户订单号,业务类型,退款批次号/请求号,备注\n'
const accountHeader = '账务流水号,业务流水号,商户订单号,业务类型,备注\n'
const wechatHeader = '交易时间,商户号,微信订单号,商户订单号,商品名称\n'
const wechatFooter = '\n总交易单数\n`1'
const fundFooter = '\n资金流水总笔数,收入笔数,收入金额,支出笔数,支出金额\n`1,`1,`1,`0,`0'

/** With what is told of a misfit, which is found out only then. */
const told = (read: Outcome<unknown>) => (read.ok || !read.refusal.misfit ? read : refusalOf(read.refusal.misfit))

/** Everything that reads a text as somebody outside wrote it. */
const readers: Record<string, Reader['read']> = {
  'a name': normaliseName,
  'a name on a card': (name) =>
    compareName(`李${name}`, `李${name.slice(name.length / 2)}!`, (letter) => letter === '李'),
  'Han characters': hanRead,
  'an ID number': normaliseIdNumber,
  'the reason of an operator': (reason) =>
    told(parse(importStatementRoute.body, { vendor: 'tencent_cloud', day, csv: '', reason })),
  'a mobile': normalisePhone,
  'a code': readTypedCode,
  'a session': sessionOf,
  'a message token': accountOfToken,
  'a cursor': (cursor) => afterCursor(cursor, { pk: 'ORDER#' }),
  'an address of a webhook': (address) => allowedAddress(address, { ports: ['443'], localTargets: [] }),
  'an address with a long name': (name) => allowedAddress(`https://${name}`, { ports: ['443'], localTargets: [] }),
  'a message': (content) =>
    draftRefusal(
      { title: content, content, template: 'html', channel: 'inbox' },
      { titleLength: 100, contentLength: 20_000 },
      true,
    ),
  'the path of /send': (path) => readWire({ ...wire, path: `/send/${path}` }, 0),
  'the query of /send': (rawQuery) => readWire({ ...wire, rawQuery }, 0),
  'a form': (text) => readWire({ ...wire, rawBody: Buffer.from(text), contentType: form }, 0),
  'a body of no type': (text) => readWire({ ...wire, rawBody: Buffer.from(text) }, 0),
  JSON: (text) => readWire({ ...wire, rawBody: Buffer.from(`{"content":${text}`), contentType: json }, 0),
  'a text in JSON': (text) =>
    readWire({ ...wire, rawBody: Buffer.from(JSON.stringify({ content: text })), contentType: json }, 0),
  'a content type': (type) => asked(importStatementRoute, { body: '{}', headers: { 'content-type': type } }),
  'a language': (language) => asked(anything, { headers: { 'accept-language': language } }),
  'a bearer': (bearer) => asked(anything, { headers: { authorization: `Bearer ${bearer}` } }),
  'an Idempotency-Key': (key) => asked({ ...anything, idempotent: true }, { headers: { 'idempotency-key': key } }),
  'unknown fields': (name) => told(parse(importStatementRoute.body, { [name]: name })),
  'a statement': (csv) => readStatement(csv, day),
  'the rows of a statement': (rows) => readStatement(`requestId,calledAt,code,billed\n${rows}`, day),
  'an answer of Alipay': rawMembers,
  'a member of an answer of Alipay': (text) => rawMembers(`{"answer":${text}`),
  'a notification of Alipay': (text) => formParams(Buffer.from(text)),
  'a trade bill of Alipay': (rows) => readTradeBill(`${alipayHead}${tradeHeader}${rows}`, of),
  'the remarks of a trade bill of Alipay': (tail) => readTradeBill(`${alipayHead}${tradeHeader}1,2\n#${tail}`, of),
  'an account bill of Alipay': (rows) => readAccountBill(`${alipayHead}${accountHeader}${rows}`, of, []),
  'a trade bill of WeChat Pay': (rows) =>
    readWeChatPayTradeBill({ mchid: '1' }, Buffer.from(`${wechatHeader}${rows}${wechatFooter}`)),
  'a fund bill of WeChat Pay': (rows) =>
    readFundBill(Buffer.from(`微信支付业务单号,业务凭证号,备注\n${rows}${fundFooter}`), day, []),
}

/** Marks that are sorted, what becomes long by itself, digits of many scripts, halves, escapes, and what parts texts. */
const BODIES = [
  ...['\u0344\u0327', '\ufdfa', '９', '𝟡', '٩', '九', '1---', '1\u200b', '\ud800', '\udc00', '\u202e', '\ufffd', '\0'],
  ...[
    '%41',
    '%ff',
    '%2',
    'a=b&',
    '&',
    '+',
    ';',
    '""',
    '"x""',
    '","',
    ',`',
    '`',
    '\n`2026-11-20 ',
    '\n12345678,',
    '#',
    '元',
  ],
  ...['{"a":', '[', ']', '{', '"\\', '\\"', '\\u0000', ',"a":1', '[]', '~', '/~', '.', '@', 'xn--', '::', '[::]', 'a.'],
]
const pumps: readonly Pump[] = [
  ...ordinaryPumps,
  ...BODIES.flatMap((body) => ['', '!', '"', '\n'].map((tail) => ({ head: '', body, tail }))),
]

describe('what reading a text from outside costs grows with the text and no faster', () => {
  it.each(Object.entries(readers))('%s', (_name, read) => {
    expect(costliest({ read, usualMs: 10 }, pumps)).toBeUndefined()
  })
})

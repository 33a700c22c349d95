import { createHash, randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { asOperator } from '../../functions/account/api-keys/operator-guards.ts'
import { showBalances, showLedger } from '../../functions/bookkeeping/ledger/ledger-view.ts'
import { readBalances, readLedger } from '../../functions/bookkeeping/ledger/read-ledger.ts'
import { balancesRoute, ledgerRoute, statementRoute } from '../../functions/bookkeeping/read.route.ts'
import { importStatement, readVendorStatement } from '../../functions/bookkeeping/statements/import-statement.ts'
import { showStatement } from '../../functions/bookkeeping/statements/statement-view.ts'
import { importStatementRoute } from '../../functions/bookkeeping/vendor-statement.route.ts'
import { showWholeOrder } from '../../functions/overview/order-view.ts'
import { wholeOrderRoute } from '../../functions/overview/read.route.ts'
import { readWholeOrder } from '../../functions/overview/read-whole-order.ts'
import { refundActionRoute, refundsRoute } from '../../functions/payment/operator-refunds.route.ts'
import { actOnRefund } from '../../functions/payment/refunds/act-on-refund.ts'
import { readRefunds } from '../../functions/payment/refunds/read-refunds.ts'
import { showRefund, showRefunds } from '../../functions/payment/refunds/refund-view.ts'
import { answered } from '../../shared/http/answer.ts'
import { on } from '../../shared/http/endpoint.ts'
import type { Route } from '../../shared/http/route.ts'
import { beijingDay, DAY, rfc3339 } from '../../shared/kernel/time.ts'
import { NOON } from '../account/fixture.ts'
import { type Asked, call, serve } from '../http-event.ts'
import { stuck } from '../operator.ts'
import { drained, world } from '../world.ts'

const today = beijingDay(NOON)
const VENDOR = 'scripted'

/** The routes of operators on memory, served as their handlers serve them; answers are held against the route's schema. */
const service = () => {
  const at = world({ vendorCost: { [VENDOR]: 3000 } })
  const key = `smo_${randomBytes(32).toString('base64url')}`
  const operators = async () => [{ id: 'wang', sha256: createHash('sha256').update(key).digest('hex') }]
  const faults: unknown[] = []
  const observer = {
    now: () => at.time.now,
    request: () => undefined,
    fault: (error: unknown) => void faults.push(error),
  }
  const handler = serve(
    observer,
    on(ledgerRoute, ({ bearer, query }) =>
      asOperator(bearer, operators, async () => answered(200, await readLedger(at, query), showLedger)),
    ),
    on(balancesRoute, ({ bearer, query }) =>
      asOperator(bearer, operators, async () => answered(200, await readBalances(at, query), showBalances)),
    ),
    on(statementRoute, ({ bearer, params: { vendor = '', day = '' } }) =>
      asOperator(bearer, operators, async () =>
        answered(200, await readVendorStatement(at, vendor, day), showStatement),
      ),
    ),
    on(wholeOrderRoute, ({ bearer, params: { id = '' } }) =>
      asOperator(bearer, operators, async () => answered(200, await readWholeOrder(at, id), showWholeOrder)),
    ),
    on(refundsRoute, ({ bearer, query }) =>
      asOperator(bearer, operators, async () => answered(200, await readRefunds(at, query), showRefunds)),
    ),
    on(refundActionRoute, ({ bearer, body, params: { orderId = '', name = '' } }) =>
      asOperator(bearer, operators, async (by) =>
        answered(200, await actOnRefund(at, by, { orderId, name, ...body }), showRefund),
      ),
    ),
    on(importStatementRoute, ({ bearer, body }) =>
      asOperator(bearer, operators, async (by) => answered(200, await importStatement(at, by, body), showStatement)),
    ),
  )
  const ask = async (route: Route, asked: Asked = {}, bearer = key) => {
    const headers = bearer ? { authorization: `Bearer ${bearer}` } : undefined
    const reply = await call(handler, route, { headers, ...asked })
    const schema = route.answers[reply.status]
    if (schema) z.parse(schema, reply.body)
    return reply
  }
  return { at, ask, faults }
}

const refundBody = { action: 'retry', reason: '用户来电' }
const statementBody = { vendor: VENDOR, day: today, csv: 'requestId,calledAt,code,billed\n' }

const requests: [string, Route, Asked][] = [
  ['ledger', ledgerRoute, { query: { day: today } }],
  ['balances', balancesRoute, { query: { from: today, until: today } }],
  ['order', wholeOrderRoute, { params: { id: 'f'.repeat(32) } }],
  ['refunds', refundsRoute, { query: { which: 'operator' } }],
  ['statement', statementRoute, { params: { vendor: VENDOR, day: today } }],
  ['action', refundActionRoute, { params: { orderId: 'f'.repeat(32), name: `${'f'.repeat(32)}v` }, body: refundBody }],
  ['import', importStatementRoute, { body: statementBody }],
]

describe('M8 the calls of operators over HTTP happy', () => {
  it('from a refund that is stuck to one that is paid', async () => {
    const { at, ask, faults } = service()
    const { order, name, number } = await stuck(at)
    const waiting = await ask(refundsRoute, { query: { which: 'operator' } })
    expect(waiting).toMatchObject({ status: 200, body: { refunds: [{ name, outRefundNo: number }] } })
    const params = { orderId: order.id, name }
    const retried = await ask(refundActionRoute, { params, body: refundBody })
    expect(retried).toMatchObject({ status: 200, body: { status: 'due', paidByHand: false } })
    await drained(at)
    at.channel.finishes(number)
    const body = { action: 'recheck', reason: ' 再查一次 ' }
    const checked = await ask(refundActionRoute, { params, body })
    expect(checked).toMatchObject({ status: 200, body: { status: 'succeeded', succeededAt: rfc3339(at.time.now) } })
    expect((await ask(wholeOrderRoute, { params: { id: order.id } })).body).toMatchObject({
      order: { id: order.id, status: 'refunded' },
      refunds: [{ status: 'succeeded' }],
    })
    expect((await ask(balancesRoute, { query: { from: today, until: today } })).body).toMatchObject({
      unit: 'fen',
      total: 0,
      balanced: true,
    })
    const ledger = await ask(ledgerRoute, { query: { day: today, unit: 'yuan_10000th' } })
    expect(ledger.body).toMatchObject({ transactions: [{ unit: 'yuan_10000th', entries: [{ amount: 3000 }, {}] }] })
    expect(faults).toEqual([])
  })

  it('a statement in, and out again', async () => {
    const { at, ask } = service()
    at.time.now += DAY
    const csv = `\uFEFFrequestId,calledAt,code,billed\r\nr-1,${rfc3339(NOON)},0,yes\r\n`
    const imported = await ask(importStatementRoute, { body: { ...statementBody, csv, reason: '每日' } })
    expect(imported).toMatchObject({ status: 200, body: { counts: { rows: 1 }, cost: { there: 3000 } } })
    const read = await ask(statementRoute, { params: { vendor: VENDOR, day: today } })
    expect(read.body).toEqual(imported.body)
  })

  it('a cursor leads on', async () => {
    const { at, ask } = service()
    await stuck(at)
    expect((await ask(ledgerRoute, { query: { day: today, cursor: '3' } })).status).toBe(200)
  })
})

describe('the calls of operators over HTTP refused', () => {
  it.each(requests)('%s: without an operator’s key', async (_name, route, asked) => {
    const { ask } = service()
    for (const bearer of ['', 'smo_', `smo_${randomBytes(32).toString('base64url')}`, `smk_${'x'.repeat(43)}`])
      expect(await ask(route, asked, bearer)).toMatchObject({ status: 401, body: { code: 'unauthenticated' } })
  })

  it.each<[string, Route, Asked, string]>([
    ['no day', ledgerRoute, {}, '/day'],
    ['a day that is none', ledgerRoute, { query: { day: '20260230' } }, '/day'],
    ['a unit that is none', ledgerRoute, { query: { day: today, unit: 'yuan' } }, '/unit'],
    ['a cursor that is none', ledgerRoute, { query: { day: today, cursor: '{"part":0}' } }, '/cursor'],
    ['no end', balancesRoute, { query: { from: today } }, '/until'],
    ['a range backwards', balancesRoute, { query: { from: today, until: '20260101' } }, '/until'],
    ['two units in one sum', balancesRoute, { query: { from: today, until: today, unit: 'fen,point' } }, '/unit'],
    ['refunds of any kind', refundsRoute, { query: { which: 'all' } }, '/which'],
    ['no reason', refundActionRoute, { body: { action: 'retry' } }, '/reason'],
    ['a blank reason', refundActionRoute, { body: { action: 'retry', reason: '  ' } }, '/reason'],
    ['an action that is none', refundActionRoute, { body: { action: 'delete', reason: 'r' } }, '/action'],
    ['an amount', refundActionRoute, { body: { ...refundBody, refundFen: 1 } }, '/refundFen'],
    ['a vendor in a path', importStatementRoute, { body: { ...statementBody, vendor: '../x' } }, '/vendor'],
    ['a day in the future', importStatementRoute, { body: { ...statementBody, day: '20990101' } }, '/day'],
  ])('%s', async (_case, route, asked, pointer) => {
    const { ask } = service()
    const reply = await ask(route, asked)
    expect(reply.status).toBeGreaterThanOrEqual(400)
    expect(reply.body).toMatchObject({ errors: [{ pointer }] })
  })

  it('a statement with a fault, by its line', async () => {
    const { at, ask } = service()
    at.time.now += DAY
    const csv = 'requestId,calledAt,code,billed\nr-1,2026-11-20 12:00:00,0,perhaps'
    expect(await ask(importStatementRoute, { body: { ...statementBody, csv } })).toMatchObject({
      status: 400,
      body: { code: 'statement_invalid', line: 2, column: 'billed', fault: 'not_yes_or_no' },
    })
  })

  it('a refund that cannot be paid by hand, with the reason', async () => {
    const { at, ask } = service()
    const { order, name, number } = await stuck(at, 'abnormal')
    at.channel.finishes(number)
    const params = { orderId: order.id, name }
    const reply = await ask(refundActionRoute, { params, body: { action: 'paid_by_hand', reason: 'r' } })
    expect(reply).toMatchObject({ status: 409, body: { code: 'refund_already_paid' } })
  })
})

describe('the calls of operators over HTTP hostile', () => {
  it('a statement of more than a megabyte is not read', async () => {
    const { ask } = service()
    const csv = `requestId,calledAt,code,billed\n${'x'.repeat(1024 * 1024)}`
    expect((await ask(importStatementRoute, { body: { ...statementBody, csv } })).status).toBe(413)
  })

  it.each(['AUDIT#1', '..%2F..', 'x'.repeat(5000), '\u0000', '退款'])(
    'a path of anything is not found: %.20s',
    async (text) => {
      const { ask, faults } = service()
      for (const route of [wholeOrderRoute, statementRoute, refundActionRoute]) {
        const params = { id: text, vendor: text, day: text, orderId: text, name: text }
        const body = route.method === 'POST' ? refundBody : undefined
        expect((await ask(route, { params, body })).status).toBe(404)
      }
      expect(faults).toEqual([])
    },
  )
})

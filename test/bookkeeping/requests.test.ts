import { describe, expect, it } from 'vitest'
import { balancesRoute, ledgerRoute } from '../../functions/bookkeeping/read.route.ts'
import { importStatementRoute } from '../../functions/bookkeeping/vendor-statement.route.ts'
import { refundActionRoute, refundsRoute } from '../../functions/payment/operator-refunds.route.ts'
import type { Route } from '../../shared/http/route.ts'
import { type Asked, misfit } from '../http-event.ts'

const today = '20261120'
const refundBody = { action: 'retry', reason: '用户来电' }
const statementBody = { vendor: 'scripted', day: today, csv: 'requestId,calledAt,code,billed\n', reason: '每日' }

describe('what operators ask about money fits its route', () => {
  it.each<[string, Route, Asked]>([
    ['a day', ledgerRoute, { query: { day: today } }],
    ['a range', balancesRoute, { query: { from: today, until: today } }],
    ['refunds of a kind', refundsRoute, { query: { which: 'operator' } }],
    ['an action with its reason', refundActionRoute, { body: refundBody }],
    ['a statement', importStatementRoute, { body: statementBody }],
  ])('%s', (_case, route, asked) => {
    expect(misfit(route, asked)).toBeUndefined()
  })
})

describe('what operators ask about money is refused', () => {
  it.each<[string, Route, Asked, pointer: string, code: string]>([
    ['no day', ledgerRoute, {}, '/day', 'invalid_day'],
    ['a day that is none', ledgerRoute, { query: { day: '20260230' } }, '/day', 'invalid_day'],
    ['a unit that is none', ledgerRoute, { query: { day: today, unit: 'yuan' } }, '/unit', 'invalid_request'],
    ['no end', balancesRoute, { query: { from: today } }, '/until', 'invalid_day'],
    [
      'two units in one sum',
      balancesRoute,
      { query: { from: today, until: today, unit: 'fen,point' } },
      '/unit',
      'invalid_request',
    ],
    ['refunds of any kind', refundsRoute, { query: { which: 'all' } }, '/which', 'invalid_request'],
    ['no reason', refundActionRoute, { body: { action: 'retry' } }, '/reason', 'invalid_request'],
    ['a blank reason', refundActionRoute, { body: { action: 'retry', reason: '  ' } }, '/reason', 'invalid_request'],
    [
      'an action that is none',
      refundActionRoute,
      { body: { action: 'delete', reason: 'r' } },
      '/action',
      'invalid_request',
    ],
    ['an amount', refundActionRoute, { body: { ...refundBody, refundFen: 1 } }, '/refundFen', 'invalid_request'],
    [
      'a vendor in a path',
      importStatementRoute,
      { body: { ...statementBody, vendor: '../x' } },
      '/vendor',
      'vendor_unknown',
    ],
    [
      'no reason for a statement',
      importStatementRoute,
      { body: { ...statementBody, reason: undefined } },
      '/reason',
      'invalid_request',
    ],
    [
      'a day of a statement that is none',
      importStatementRoute,
      { body: { ...statementBody, day: '1' } },
      '/day',
      'invalid_day',
    ],
  ])('%s', (_case, route, asked, pointer, code) => {
    expect(misfit(route, asked)).toMatchObject({ code, fields: [{ pointer }] })
  })

  it('a statement of more than a megabyte, unread', () => {
    const csv = `${statementBody.csv}${'x'.repeat(1024 * 1024)}`
    expect(misfit(importStatementRoute, { body: { ...statementBody, csv } })).toEqual({ code: 'body_too_large' })
  })
})

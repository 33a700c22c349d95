import * as z from 'zod/mini'
import { pageQuery } from '../../shared/http/paging.ts'
import { route } from '../../shared/http/route.ts'
import { ledgerUnits } from '../payment/ledger/ledger.ts'
import { day } from './day.route.ts'
import { balancesShown, ledgerShown } from './ledger/ledger-view.ts'
import { statementShown } from './statements/statement-view.ts'

const operators = { fn: 'bookkeeping-read', method: 'GET', caller: 'operator', right: 'keep_books' } as const

const unit = z.optional(z.enum(ledgerUnits))

export const ledgerRoute = route({
  ...operators,
  name: 'listLedgerTransactions',
  path: '/v1/operator/ledger',
  summary:
    'The ledger transactions of a Beijing day (YYYYMMDD), each once; money, points and vendor cost are told by unit',
  query: z.strictObject({ day, unit, ...pageQuery(100) }),
  answers: { 200: ledgerShown },
  problems: ['unauthenticated', 'invalid_day', 'invalid_cursor'],
})

export const balancesRoute = route({
  ...operators,
  name: 'getLedgerBalances',
  path: '/v1/operator/ledger/balances',
  summary:
    'What moved on every account in at most 31 Beijing days, in one unit (fen unless asked otherwise); the total must be 0',
  query: z.strictObject({ from: day, until: day, unit }),
  answers: { 200: balancesShown },
  problems: ['unauthenticated', 'invalid_day', 'invalid_day_range', 'ledger_range_too_large'],
})

export const statementRoute = route({
  ...operators,
  name: 'getVendorStatement',
  path: '/v1/operator/vendor-statements/{vendor}/{day}',
  summary: "An identity vendor's statement of a Beijing day, held against our calls when it was imported last",
  answers: { 200: statementShown },
  problems: ['unauthenticated', 'not_found'],
})

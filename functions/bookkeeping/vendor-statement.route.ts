import * as z from 'zod/mini'
import { route } from '../../shared/http/route.ts'
import { deedText, deedTextProblems } from '../person/free-text.route.ts'
import { day } from './day.route.ts'
import { isVendorName } from './statements/statement-rows.ts'
import { statementShown } from './statements/statement-view.ts'

export const importStatementRoute = route({
  fn: 'bookkeeping-vendor-statement',
  method: 'POST',
  name: 'importVendorStatement',
  path: '/v1/operator/vendor-statements',
  caller: 'operator',
  right: 'keep_books',
  summary:
    "Hold an identity vendor's statement of a Beijing day against our calls: CSV with the columns requestId, calledAt, code, billed, or Alibaba Cloud's own of billing items",
  bodyLimit: 1024 * 1024,
  body: z.strictObject({
    vendor: z.string('vendor_unknown').check(z.refine(isVendorName, 'vendor_unknown')),
    day,
    csv: z.string('statement_invalid'),
    reason: deedText(500),
  }),
  answers: { 200: statementShown },
  problems: [
    'unauthenticated',
    ...deedTextProblems,
    'invalid_day',
    'vendor_unknown',
    'statement_day_not_over',
    'statement_invalid',
  ],
})

import * as z from 'zod/mini'
import { route } from '../../shared/http/route.ts'
import { isId } from '../../shared/kernel/ids.ts'
import { smsPurposes } from './codes/sms-limit.ts'
import { smsReportStatuses } from './codes/sms-report.ts'
import { undeliveredBecause } from './codes/sms-sender.ts'
import { callerByPurpose, phoneOfCode } from './sms-code.route.ts'

export const smsReportRoute = route({
  fn: 'account-sms-code',
  method: 'POST',
  name: 'askSmsReport',
  path: '/v1/sms-codes/reports',
  caller: callerByPurpose,
  summary:
    'What became of a text with a code, for whoever asked for it: to sign in, by its `smsCodeId`; to prove a number, in the session.',
  bodyLimit: 1024,
  body: z.strictObject({
    phone: phoneOfCode,
    purpose: z.enum(smsPurposes),
    smsCodeId: z.optional(z.string('invalid_id').check(z.refine(isId, 'invalid_id'))),
  }),
  answers: {
    200: z.strictObject({
      status: z.enum(smsReportStatuses),
      deliveredAt: z.nullable(z.iso.datetime()),
      reason: z.nullable(z.enum(undeliveredBecause)),
      advice: z.string(),
    }),
  },
  problems: ['invalid_phone', 'invalid_id', 'unauthenticated', 'not_found', 'sms_report_too_often', 'sms_unavailable'],
})

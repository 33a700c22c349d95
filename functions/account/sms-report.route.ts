import * as z from 'zod/mini'
import { route } from '../../shared/http/route.ts'
import { isId } from '../../shared/kernel/ids.ts'
import { type SmsPurpose, smsPurposes } from './codes/sms-limit.ts'
import { smsReportStatuses } from './codes/sms-report.ts'
import { undeliveredBecause } from './codes/sms-sender.ts'

/** Longer than any way of writing a mobile number. */
const MAX_TYPED = 40

export const smsReportRoute = route({
  fn: 'account-sms-code',
  method: 'POST',
  name: 'askSmsReport',
  path: '/v1/sms-codes/reports',
  caller: {
    formOf: (body: { purpose: SmsPurpose }) => body.purpose,
    kinds: { sign_in: 'anyone', verify_phone: 'session' },
  },
  summary:
    'What became of a text with a code, for whoever asked for it: to sign in, by its `smsCodeId`; to prove a number, in the session.',
  bodyLimit: 1024,
  body: z.strictObject({
    phone: z.string('invalid_phone').check(z.maxLength(MAX_TYPED, 'invalid_phone')),
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

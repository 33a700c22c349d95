import * as z from 'zod/mini'
import { route } from '../../shared/http/route.ts'
import type { ProblemCode } from '../../shared/kernel/problems.ts'
import { type SmsPurpose, smsPurposes } from './codes/sms-limit.ts'
import { smsCodeStatuses } from './codes/sms-report.ts'

/** Longer than any way of writing a mobile number. */
const MAX_TYPED = 40

/** A number that a code is sent to, as typed. */
export const phoneOfCode = z.string('invalid_phone').check(z.maxLength(MAX_TYPED, 'invalid_phone'))

/** Who may ask for a code, or about one: to sign in anybody, to prove a number whoever is signed in. */
export const callerByPurpose = {
  formOf: (body: { purpose: SmsPurpose }) => body.purpose,
  kinds: { sign_in: 'anyone', verify_phone: 'session' },
} as const

/** Up to so many visible ASCII characters. */
const visible = (most: number, code: ProblemCode) =>
  z.string(code).check(z.maxLength(most, code), z.regex(/^[\x21-\x7e]+$/, code))

export const smsCodeRoute = route({
  fn: 'account-sms-code',
  method: 'POST',
  name: 'sendSmsCode',
  path: '/v1/sms-codes',
  caller: callerByPurpose,
  summary:
    'Sends a code by text message: to sign in (no session needed), or to prove a mobile number before verification (needs a session).',
  bodyLimit: 5 * 1024,
  body: z.strictObject({
    phone: phoneOfCode,
    purpose: z.enum(smsPurposes),
    proof: z.optional(
      z.strictObject(
        {
          challenge: z.string('invalid_proof').check(z.maxLength(200, 'invalid_proof')),
          nonce: visible(40, 'invalid_proof'),
        },
        'invalid_proof',
      ),
    ),
    captcha: z.optional(
      z.strictObject(
        { ticket: visible(4000, 'invalid_captcha'), randstr: visible(100, 'invalid_captcha') },
        'invalid_captcha',
      ),
    ),
  }),
  answers: {
    202: z.strictObject({
      status: z.enum(smsCodeStatuses),
      retryAt: z.iso.datetime(),
      smsCodeId: z.nullable(z.string()),
    }),
  },
  problems: [
    'invalid_phone',
    'invalid_proof',
    'invalid_captcha',
    'unauthenticated',
    'sms_too_often',
    'challenge_required',
    'sms_rejected',
    'sms_unavailable',
  ],
})

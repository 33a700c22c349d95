import * as z from 'zod/mini'
import { route } from '../../shared/http/route.ts'
import { type SmsPurpose, smsPurposes } from './codes/sms-limit.ts'

/** Longer than any way of writing a mobile number. */
const MAX_TYPED = 40

export const smsCodeRoute = route({
  fn: 'account-sms-code',
  method: 'POST',
  path: '/v1/sms-codes',
  caller: {
    formOf: (body: { purpose: SmsPurpose }) => body.purpose,
    kinds: { sign_in: 'anyone', verify_phone: 'session' },
  },
  summary:
    'Sends a code by text message: to sign in (no session needed), or to prove a mobile number before verification (needs a session).',
  bodyLimit: 5 * 1024,
  body: z.strictObject({
    phone: z.string().check(z.maxLength(MAX_TYPED, 'invalid_phone')),
    purpose: z.enum(smsPurposes),
    proof: z.optional(
      z.strictObject({
        challenge: z.string().check(z.maxLength(200)),
        nonce: z.string().check(z.regex(/^[\x21-\x7e]{1,40}$/)),
      }),
    ),
    captcha: z.optional(
      z.strictObject({
        ticket: z.string().check(z.regex(/^[\x21-\x7e]{1,4000}$/)),
        randstr: z.string().check(z.regex(/^[\x21-\x7e]{1,100}$/)),
      }),
    ),
  }),
  answers: { 202: z.strictObject({ retryAt: z.iso.datetime(), smsCodeId: z.nullable(z.string()) }) },
  problems: [
    'invalid_phone',
    'unauthenticated',
    'sms_too_often',
    'challenge_required',
    'sms_rejected',
    'sms_unavailable',
  ],
})

import * as z from 'zod/mini'
import { route } from '../../shared/http/route.ts'
import { typedCode } from '../account/typed-code.route.ts'
import { offers } from '../payment/good.ts'
import { orderShown } from '../payment/orders/order-view.ts'
import { LONGEST_TYPED_NAME } from '../person/longest-name.ts'
import { identityProblems } from './submission/identity.ts'
import { verificationStatuses } from './verification.ts'

const typed = (longest: number, code: string) => z.string(code).check(z.minLength(1, code), z.maxLength(longest, code))

export const submitRoute = route({
  fn: 'verification-submit',
  method: 'POST',
  name: 'submitVerification',
  path: '/v1/verifications',
  caller: 'session',
  summary: 'Submit name, ID number and mobile for verification; opens the order to pay',
  idempotent: true,
  bodyLimit: 4096,
  body: z.strictObject({
    name: typed(LONGEST_TYPED_NAME, 'invalid_name'),
    idNumber: typed(64, 'invalid_id_number'),
    phone: typed(32, 'invalid_phone'),
    smsCode: typedCode,
    offer: z.enum(offers),
    consent: z.strictObject(
      { notice: z.string('consent_required'), agreed: z.literal(true, 'consent_required') },
      'consent_required',
    ),
  }),
  answers: {
    201: z.strictObject({
      id: z.string(),
      status: z.enum(verificationStatuses),
      order: orderShown,
    }),
  },
  problems: [
    'unauthenticated',
    ...identityProblems,
    'invalid_phone',
    'invalid_sms_code',
    'sms_code_wrong',
    'sms_code_spent',
    'consent_required',
    'consent_outdated',
    'identity_unavailable',
    'phone_segment_unsupported',
    'verification_paused',
    'resubmitted_too_soon',
    'already_verified',
    'verified_as_another',
    'verification_open',
    'too_many_checks_today',
    'too_many_checks',
    'too_many_refusals',
    'idempotency_key_reused',
    'banned',
  ],
})

import * as z from 'zod/mini'
import { route } from '../../shared/http/route.ts'
import { typedCode } from '../account/typed-code.route.ts'
import { LONGEST_TYPED_NAME } from '../person/longest-name.ts'
import { identityProblems } from '../verification/submission/identity.ts'
import { cardShown } from './cards/view.ts'

const typed = (longest: number, code: string) => z.string(code).check(z.minLength(1, code), z.maxLength(longest, code))

export const bindCardRoute = route({
  fn: 'wallet-card-bind',
  method: 'POST',
  name: 'bindCard',
  path: '/v1/cards',
  caller: 'session',
  summary:
    'Bind a bank card: its number and the mobile reserved at the bank, proven by a code; the bank is asked whether they belong to the person. Free of charge. Who is not verified types name and ID number, and is verified by it',
  bodyLimit: 4096,
  body: z.strictObject({
    name: z.optional(typed(LONGEST_TYPED_NAME, 'invalid_name')),
    idNumber: z.optional(typed(64, 'invalid_id_number')),
    cardNumber: typed(64, 'invalid_card_number'),
    phone: typed(32, 'invalid_phone'),
    smsCode: typedCode,
    consent: z.strictObject(
      { notice: z.string('consent_required'), agreed: z.literal(true, 'consent_required') },
      'consent_required',
    ),
  }),
  answers: { 201: cardShown },
  problems: [
    'unauthenticated',
    'cards_not_offered',
    ...identityProblems,
    'invalid_card_number',
    'card_needs_resident_id',
    'invalid_phone',
    'invalid_sms_code',
    'sms_code_wrong',
    'sms_code_spent',
    'consent_required',
    'consent_outdated',
    'card_bound',
    'card_check_open',
    'too_many_cards',
    'too_many_card_checks',
    'verified_as_another',
    'identity_unavailable',
    'resubmitted_too_soon',
    'verification_paused',
    'too_many_refusals',
    'banned',
    'contended',
  ],
})

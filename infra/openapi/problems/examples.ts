import { offers } from '../../../functions/payment/good.ts'
import { problems } from '../../../functions/problems.ts'
import { problemAnswer } from '../../../shared/http/problem-answer.ts'
import type { FieldError, Refusal } from '../../../shared/kernel/outcome.ts'
import type { Problem, ProblemCode } from '../../../shared/kernel/problems.ts'
import { MINUTE } from '../../../shared/kernel/time.ts'
import { demanded, type Look } from '../fields/look.ts'
import { type Json, typeName } from '../json.ts'

const NOW = Date.parse('2026-11-20T04:00:00Z')

/** Where the request is wrong, of what a field is to blame for. */
const pointers: Partial<Record<ProblemCode, string>> = {
  app_name_character: '/name',
  app_name_held: '/name',
  app_name_needs_proof: '/name',
  app_name_no_letter: '/name',
  app_name_number: '/name',
  app_name_own: '/name',
  app_name_sign_place: '/name',
  app_name_taken: '/name',
  app_name_too_long: '/name',
  app_name_too_short: '/name',
  app_name_unchanged: '/name',
  app_name_word: '/name',
  app_platform_id: '/platformIds/0/id',
  app_platform_kind: '/platformIds/0/platform',
  app_platform_twice: '/platformIds/1/platform',
  bank_card_in_text: '/reason',
  challenge_required: '/proof',
  channel_address_refused: '/url',
  channel_not_configured: '/option',
  channel_unknown: '/channel',
  consent_outdated: '/consent/notice',
  consent_required: '/consent',
  control_characters: '/name',
  external_id_with_session: '/externalId',
  id_last_four_required: '/idLastFour',
  id_last_four_too_often: '/idLastFour',
  id_last_four_wrong: '/idLastFour',
  id_number_birth_year: '/idNumber',
  id_number_check_digit: '/idNumber',
  id_number_date: '/idNumber',
  id_number_in_text: '/text',
  invalid_talk_version: '/seen',
  id_number_region: '/idNumber',
  idempotency_key_required: 'Idempotency-Key',
  identity_unavailable: '/idNumber',
  id_kind_needs_review: '/idNumber',
  invalid_card_number: '/cardNumber',
  business_address_refused: '/callback',
  invalid_business_code: '/code',
  invalid_captcha: '/captcha',
  invalid_day: '/day',
  invalid_domain: '/domain',
  invalid_paper_day: '/papers/0/day',
  email_code_spent: '/code',
  email_code_wrong: '/code',
  email_proven: '/email',
  email_rejected: '/email',
  invalid_email: '/email',
  invalid_email_code: '/code',
  invalid_external_id: '/externalId',
  invalid_id: '/smsCodeId',
  invalid_id_last_four: '/idLastFour',
  invalid_id_number: '/idNumber',
  invalid_name: '/name',
  invalid_payer_address: '/payerAddress',
  invalid_phone: '/phone',
  invalid_proof: '/proof',
  invalid_return_path: '/returnPath',
  invalid_scan_code: '/code',
  invalid_sms_code: '/smsCode',
  looks_like_exit_permit: '/idNumber',
  looks_like_home_return_permit: '/idNumber',
  looks_like_old_permanent_resident_card: '/idNumber',
  looks_like_passport: '/idNumber',
  looks_like_permanent_resident_card: '/idNumber',
  looks_like_residence_permit: '/idNumber',
  looks_like_taiwan_permit: '/idNumber',
  message_empty: '/content',
  message_too_long: '/content',
  name_unreadable: '/name',
  openid_not_accepted: '/openid',
  openid_required: '/openid',
  passport_in_text: '/reason',
  certificate_reason_unknown: '/reason',
  review_ask_unknown: '/what',
  review_reason_needed: '/reason',
  review_unchecked: '/checked',
  review_verdict_unknown: '/verdict',
  review_words_needed: '/words',
  payer_address_not_accepted: '/payerAddress',
  payer_address_required: '/payerAddress',
  phone_in_text: '/reason',
  phone_segment_unsupported: '/phone',
  points_out_of_range: '/points',
  sms_code_spent: '/code',
  sms_code_wrong: '/code',
  statement_day_not_over: '/day',
  statement_invalid: '/csv',
  template_unknown: '/template',
  title_line_break: '/title',
  vendor_unknown: '/vendor',
}

const fieldsOf = (code: ProblemCode): FieldError[] | undefined => {
  if (code === 'invalid_request')
    return [
      { pointer: '/offer', code: 'invalid_field', isMissing: true, expected: { enum: offers } },
      { pointer: '/colour', code: 'unknown_field', expected: { properties: ['name', 'idNumber', 'offer'] } },
    ]
  const pointer = pointers[code]
  return pointer === undefined ? undefined : [{ pointer, code }]
}

/** A refusal with a code as its operation makes it. */
const refusalWith = (code: ProblemCode, look: Look): Refusal => {
  const { waits, members = {} }: Problem = problems[code]
  const extra = Object.keys(members).map((name) => [
    name,
    demanded(look, name, [typeName(code)]).example as string | number,
  ])
  const fields = fieldsOf(code)
  return {
    code,
    ...(fields && { fields }),
    ...(waits && { retryAt: NOW + MINUTE }),
    ...(extra.length > 0 && { extra: Object.fromEntries(extra) }),
  }
}

/** The answer to whoever is refused with a code, in Chinese, as it is sent. */
export const problemExample = async (code: ProblemCode, look: Look): Promise<{ summary: string; value: Json }> => {
  const told = { acceptLanguage: undefined, requestId: 'c4m1kjJ0PHcEMzQ=', now: NOW }
  const { text = '' } = await problemAnswer(async () => problems, refusalWith(code, look), told)
  return { summary: problems[code].en, value: JSON.parse(text) }
}

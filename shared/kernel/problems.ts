type Problem = { status: number; legacyCode?: number }

/**
 * Every error this service can answer with, in one closed table. The key is the stable `code` clients switch on; what people
 * read is in problem-texts.ts, which is loaded only when somebody is refused.
 */
export const problems = {
  // the request itself
  malformed_json: { status: 400 },
  invalid_request: { status: 400 },
  invalid_field: { status: 400 },
  unknown_field: { status: 400 },
  body_too_large: { status: 413 },
  unsupported_media_type: { status: 415 },
  idempotency_key_required: { status: 400 },
  idempotency_key_reused: { status: 422 },
  web_header_required: { status: 403 },
  not_found: { status: 404 },
  method_not_allowed: { status: 405 },
  busy: { status: 503 },
  internal: { status: 500 },
  // who is asking
  unauthenticated: { status: 401 },
  banned: { status: 403 },
  // sign-in by SMS code
  invalid_phone: { status: 400 },
  sms_too_often: { status: 429 },
  sms_unavailable: { status: 503 },
  sms_rejected: { status: 422 },
  sms_code_wrong: { status: 400 },
  sms_code_spent: { status: 400 },
  // message tokens
  token_limit_reached: { status: 409 },
  // identity, refused for free (P3)
  invalid_name: { status: 400 },
  invalid_id_number: { status: 400 },
  id_number_check_digit: { status: 400 },
  id_number_date: { status: 400 },
  id_number_region: { status: 400 },
  id_number_birth_year: { status: 400 },
  id_kind_needs_review: { status: 422 },
  under_age: { status: 422 },
  identity_unavailable: { status: 409 },
  resubmitted_too_soon: { status: 409 },
  consent_required: { status: 400 },
  consent_outdated: { status: 409 },
  // verification
  already_verified: { status: 409 },
  verification_open: { status: 409 },
  too_many_checks_today: { status: 429 },
  too_many_checks: { status: 409 },
  too_many_refusals: { status: 429 },
  not_cancellable: { status: 409 },
  // orders and payments
  order_not_payable: { status: 409 },
  order_expired: { status: 409 },
  payment_method_unavailable: { status: 422 },
  payment_channel_unavailable: { status: 503 },
  points_out_of_range: { status: 400 },
  // refunds and statements, for operators
  refund_not_with_operator: { status: 409 },
  refund_already_paid: { status: 409 },
  refund_under_way: { status: 409 },
  refund_abnormal: { status: 409 },
  refund_amount_differs: { status: 409 },
  refund_changed: { status: 409 },
  ledger_range_too_large: { status: 422 },
  vendor_unknown: { status: 422 },
  statement_day_not_over: { status: 422 },
  statement_invalid: { status: 400 },
  // complaints, bans and appeals (P12)
  complaint_over: { status: 409 },
  complaint_reply_needed: { status: 400 },
  complaint_deed_pending: { status: 409 },
  complaint_not_answered: { status: 409 },
  complaint_refused_by_channel: { status: 409 },
  complaint_reply_unconfirmed: { status: 503 },
  complaint_not_malicious: { status: 409 },
  not_banned: { status: 409 },
  appeal_open: { status: 409 },
  appeal_not_open: { status: 409 },
  appeal_with_id_number: { status: 400 },
  // notifications of payment channels
  signature_invalid: { status: 401 },
  notification_invalid: { status: 400 },
  // the gate (P1)
  not_verified: { status: 403, legacyCode: 905 },
  unknown_feature: { status: 404 },
  // messages
  message_too_long: { status: 400, legacyCode: 999 },
  message_empty: { status: 400, legacyCode: 999 },
  duplicate_message: { status: 429, legacyCode: 999 },
  send_burst: { status: 429, legacyCode: 999 },
  send_quota_reached: { status: 429, legacyCode: 900 },
  channel_unknown: { status: 422, legacyCode: 999 },
  channel_not_configured: { status: 422, legacyCode: 999 },
  channel_limit_reached: { status: 409 },
  template_unknown: { status: 400, legacyCode: 999 },
  recipients_unsupported: { status: 422, legacyCode: 999 },
  message_expired: { status: 422, legacyCode: 999 },
  channel_address_refused: { status: 422 },
} as const satisfies Record<string, Problem>

/** The stable slug of an error. */
export type ProblemCode = keyof typeof problems

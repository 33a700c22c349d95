/**
 * What is told about an event. `rings`: somebody must look, at the first line. `noted`: for whoever reads the log. `by`: functions in
 * which test/flows/alarms.deep.test.ts makes it happen and holds the line against the filters of the templates. `because`: why it
 * happens in no flow.
 */
export type Told = { does: 'rings' | 'noted'; by: readonly string[]; because?: string }

const sameHand = (event: string): string =>
  `Only the stand-ins would have to lie in one more way: it is rung by the same line as ${event}, or through the same hand`

const inAnotherRelease =
  'It takes releases with other versions of the key: test/flows/index-versions.deep.test.ts holds these lines against the filters'

/** Every event that anything in functions/ and shared/ tells by `alarm` or `note`. */
export const told: Record<string, Told> = {
  payment_channel_needs_repair: {
    does: 'rings',
    by: [
      ...['bookkeeping-reconcile', 'complaints-follow', 'complaints-operator', 'complaints-watch'],
      ...[
        'payment-cancel',
        'payment-look',
        'payment-operator-refunds',
        'payment-order',
        'payment-pay',
        'payment-refund',
      ],
      ...['verification-cancel', 'verification-submit'],
    ],
  },
  payment_channel_word_unknown: { does: 'rings', by: ['payment-refund'] },

  refund_late: { does: 'rings', by: ['payment-refund'] },
  refund_overdue: { does: 'rings', by: ['payment-refund'] },
  refund_needs_operator: { does: 'rings', by: ['payment-refund', 'payment-wechat-pay-notification'] },
  refund_waits_for_operator: { does: 'rings', by: ['payment-operator-refunds', 'payment-refund'] },
  refund_asked_by_hand_succeeded: { does: 'rings', by: [], because: sameHand('refund_waits_for_operator') },
  refund_forced: { does: 'rings', by: ['bookkeeping-reconcile', 'complaints-follow'] },
  more_than_paid: { does: 'rings', by: [], because: sameHand('refund_forced') },
  order_not_ended: { does: 'rings', by: ['payment-order'] },
  notification_contradicts_books: { does: 'rings', by: [], because: sameHand('refund_needs_operator') },
  notification_not_understood: { does: 'noted', by: ['payment-alipay-notification'] },

  complaint_reply_half: { does: 'rings', by: ['complaints-follow'] },
  complaint_reply_late: { does: 'rings', by: ['complaints-follow'] },
  complaint_reply_missed: { does: 'rings', by: ['complaints-follow'] },
  complaint_complete_half: { does: 'rings', by: ['complaints-follow'] },
  complaint_complete_late: { does: 'rings', by: ['complaints-follow'] },
  complaint_complete_missed: { does: 'rings', by: ['complaints-follow'] },
  complaint_unknown_at_channel: { does: 'rings', by: ['complaints-follow', 'complaints-operator'] },
  complaint_for_operator: { does: 'rings', by: [], because: sameHand('complaint_unknown_at_channel') },
  complaint_deed_refused: { does: 'rings', by: ['complaints-follow'] },
  complaints_not_listed: { does: 'rings', by: ['complaints-watch'] },

  webhook_endpoint_failing: { does: 'rings', by: ['webhooks-deliver'] },
  webhook_delivery_failed: { does: 'noted', by: ['webhooks-deliver'] },
  webhook_endpoint_gone: { does: 'noted', by: ['webhooks-deliver'] },
  review_answer_late: { does: 'rings', by: ['review-follow'] },
  review_answer_missed: { does: 'rings', by: ['review-follow'] },

  bill_damaged: { does: 'rings', by: ['bookkeeping-reconcile'] },
  bill_never_came: { does: 'rings', by: ['bookkeeping-reconcile'] },
  fund_bill_damaged: { does: 'rings', by: [], because: sameHand('bill_damaged') },
  fund_bill_never_came: { does: 'rings', by: ['bookkeeping-reconcile'] },
  reconciliation_difference: { does: 'rings', by: ['bookkeeping-reconcile'] },
  number_search_misses: { does: 'rings', by: ['cases-search'] },
  audit_root_overdue: { does: 'rings', by: ['audit-roots'] },
  vendor_statement_differs: { does: 'rings', by: ['bookkeeping-vendor-statement'] },

  person_index_version_gone: { does: 'rings', by: [], because: inAnotherRelease },
  person_index_version_used: { does: 'noted', by: [], because: inAnotherRelease },
  person_index_version_unused: { does: 'noted', by: [], because: inAnotherRelease },

  identity_vendor_needs_repair: { does: 'rings', by: ['verification-check'] },
  identity_vendor_spent: { does: 'rings', by: ['verification-check'] },
  face_vendor_needs_repair: { does: 'rings', by: ['face-open', 'face-look'] },
  face_vendor_spent: { does: 'rings', by: ['face-open'] },
  face_vendor_recovered: { does: 'noted', by: ['face-open'] },
  face_vendor_confirmed_another: { does: 'rings', by: ['face-look'] },
  face_check_never_answered: { does: 'rings', by: ['face-follow'] },
  company_vendor_needs_repair: { does: 'rings', by: ['certification-check'] },
  company_vendor_spent: { does: 'rings', by: ['certification-check'] },
  result_text_given_up: {
    does: 'rings',
    by: [],
    because:
      'A vendor would have to refuse for hours: test/certification/texting/send-result.test.ts sees it rung, by the hand that rings sms_vendor_needs_repair',
  },
  result_text_not_sent: {
    does: 'noted',
    by: [],
    because:
      'A number has to be gone, or texted too often in a day: test/certification/texting/send-result.test.ts sees it noted',
  },
  company_vendor_recovered: { does: 'noted', by: ['certification-check'] },
  transfer_vendor_needs_repair: {
    does: 'rings',
    by: [],
    because:
      'Nobody transfers to accounts of companies as it comes: test/flows/account-proof-faults.deep.test.ts, where the bank of the sandbox does, holds this line against the filters',
  },
  transfer_vendor_spent: {
    does: 'rings',
    by: [],
    because: 'It takes a day of transfers: test/certification/proving/transfer-desk.test.ts sees it rung',
  },
  transfer_vendor_recovered: {
    does: 'noted',
    by: [],
    because:
      'Nobody transfers to accounts of companies as it comes: test/flows/account-proof-faults.deep.test.ts holds this line against the filters',
  },
  licence_reader_spent: {
    does: 'rings',
    by: [],
    because: 'The sandbox reads no licences as it comes: test/certification/licence/read-licence.test.ts rings it',
  },
  licence_reader_needs_repair: {
    does: 'rings',
    by: [],
    because:
      'The sandbox reads no licences as it comes: test/flows/licences.deep.test.ts, where Tencent Cloud reads them, holds this line against the filters',
  },
  card_reader_needs_repair: {
    does: 'rings',
    by: [],
    because:
      'The sandbox reads cards in the house: test/flows/documents-outside.deep.test.ts, where Tencent Cloud reads them, holds this line against the filters',
  },
  identity_vendor_refused: { does: 'rings', by: [], because: sameHand('identity_vendor_needs_repair') },
  identity_vendor_recovered: { does: 'noted', by: ['verification-check'] },

  wechat_vendor_needs_repair: { does: 'rings', by: ['account-wechat', 'account-wechat-sign-in'] },
  wechat_apps_differ: { does: 'rings', by: ['payment-pay'] },
  wechat_code_not_exchanged: { does: 'noted', by: ['account-wechat', 'account-wechat-sign-in'] },

  sms_codes_many: { does: 'rings', by: ['account-sms-code'] },
  sms_vendor_needs_repair: { does: 'rings', by: ['account-sms-code', 'certification-text'] },
  sms_not_delivered: { does: 'noted', by: ['account-sms-code'] },
  mail_vendor_needs_repair: { does: 'rings', by: ['profile-email'] },
  captcha_vendor_needs_repair: {
    does: 'rings',
    by: [],
    because: `The sandbox has no captcha. ${sameHand('sms_vendor_needs_repair')}`,
  },

  approver_let_in: { does: 'rings', by: ['operators-manage', 'operators-sign-in'] },
  operator_guessed_at: { does: 'rings', by: ['operators-sign-in'] },
  operator_sign_in_refused: { does: 'noted', by: ['operators-sign-in'] },

  key_version_gone: { does: 'rings', by: ['account-sign-in'] },
  message_token_under_older_key: { does: 'noted', by: ['messaging-send'] },
}

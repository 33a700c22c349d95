import { describe, expect, it } from 'vitest'
import type { ProblemExtras } from '../../../../../clients/typescript/src/index.ts'
import { textOf } from '../../../../docs/repository.ts'

/** What all problems may tell. */
const COMMON = ['type', 'title', 'status', 'detail', 'code', 'errors', 'next', 'retryAt', 'legacyCode', 'requestId']

/** The members that the client's types name, of each code that has some. */
const typed = {
  not_verified: ['heldLevel', 'missing', 'neededLevel', 'shortfall', 'verifyUrl'],
  id_kind_needs_review: ['document'],
  complaint_went_on: ['answer', 'answeredAt', 'answeredBy'],
  consent_outdated: ['notice'],
  papers_open: ['papersId'],
  verification_open: ['orderId', 'verificationId', 'verificationStatus'],
  face_check_open: ['faceCheckId'],
  challenge_required: ['bits', 'captchaAppId', 'challenge'],
  order_already_paid: ['orderStatus'],
  too_many_open_orders: ['orderId'],
  document_unreadable: ['advice', 'comesNext', 'failures', 'reason', 'side'],
  document_differs: ['comesNext', 'differs', 'failures'],
  document_check_open: ['documentId'],
  document_proven: ['validUntil'],
  account_amount_wrong: ['triesLeft'],
  address_open: ['review'],
  card_bound: ['cardId'],
  card_check_open: ['cardId'],
  complaint_not_malicious: ['because'],
  complaint_refused_by_channel: ['channelCode'],
  refund_state_unknown: ['channelCode'],
  refund_asked_by_hand: ['proposal'],
  movement_unknown: ['channelCode'],
  review_claimed: ['by', 'until'],
  review_open: ['review'],
  review_over: ['ended'],
  review_unchecked: ['missing'],
  right_missing: ['right'],
  statement_invalid: ['column', 'fault', 'line'],
  app_in_application: ['applicationId'],
  application_not_awaited: ['standing'],
  application_open: ['applicationId'],
  application_over: ['ended'],
  domain_not_proven: ['dns', 'file'],
  handover_level_too_low: ['level'],
  licence_unreadable: ['advice', 'reason'],
  certificate_not_so: ['standing'],
  certification_paper_over: ['papers'],
  presence_required: ['faceAction'],
  names_changed: ['from', 'pairToken', 'to'],
} satisfies { [Code in keyof Required<ProblemExtras>]: (keyof ProblemExtras[Code])[] }

describe('what a problem tells beside what all tell', () => {
  it("is in the client's types as it is in the API's description", () => {
    const { components } = JSON.parse(textOf('docs/openapi.json'))
    const examples = Object.entries<{ value: object }>(components.examples)
    const told = examples.map(
      ([code, { value }]) => [code, Object.keys(value).filter((name) => !COMMON.includes(name))] as const,
    )
    const telling = told
      .filter(([, members]) => members.length > 0)
      .map(([code, members]) => [code, members.toSorted()])
    expect(Object.fromEntries(telling)).toEqual(typed)
  })
})

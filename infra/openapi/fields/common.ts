import { at, id } from './cast.ts'
import type { Fields } from './field.ts'

/** What is the same everywhere. */
export const commonFields: Fields = {
  limit: ['How many at most.', 20],
  cursor: ['The `nextCursor` of the page before.', 'eyJhZnRlciI6IjAxOTM0NzFhIn0'],
  nextCursor: ['Asks for the next page; null at the end.', null],
  createdAt: ['When it was made.', at.created],
  unreadable: ['What should be on the page and cannot be read, by id; whoever runs the service looks at it.', []],
  openapi: ['The version of OpenAPI.'],
  ShowReferenceAnswer: ['A page.', '<!doctype html>'],
  ShowSandboxReferenceAnswer: ['A page.', '<!doctype html>'],
  GetReferenceScriptAnswer: ['A script.', ';'],
}

const BUSINESS: Fields[string] = [
  'The code of the business: 2 to 32 characters, a lower-case letter, then lower-case letters, digits, - or _; you choose it.',
  'shop',
]

/** What stands in addresses. */
export const pathFields: Fields = {
  id: ['An id, as this service answered it.', id.order],
  'getCertificate.id': ['The id of a certificate, in either case and grouped as one likes.', 'K7QX-2M9T-RB4W-HEPN'],
  'getCertificateBadge.id': [
    'The id of a certificate, in either case and grouped as one likes.',
    'K7QX-2M9T-RB4W-HEPN',
  ],
  domain: ['The domain, in ASCII, as the list of domains has it.', 'example.com'],
  'editOperator.name': ['The name of the operator.', 'lin'],
  'createOperatorLink.name': ['The name of the operator.', 'lin'],
  'endSession.id': ['The id of a session, as GET /v1/sessions answers it.', id.session],
  orderId: ['The id of the order.', id.order],
  deliveryId: ['The id of a delivery, as the list of its endpoint answers it.', `account.${id.account}.1`],
  name: ['The name of the refund, as lists of refunds answer it.', `${id.order}v`],
  account: ['The account whose it is.', id.account],
  code: ['The code of the channel: 1 to 32 lower-case letters, digits and hyphens; you choose it.', 'hook'],
  'keepBusiness.code': BUSINESS,
  'getBusiness.code': BUSINESS,
  'deleteBusiness.code': BUSINESS,
  'bindBusiness.code': BUSINESS,
  'getBusinessBinding.code': BUSINESS,
  'unbindBusiness.code': BUSINESS,
  externalId: ['How the platform calls its user.', 'user-7'],
  version: ['The version of a notice, as offers and verifications name it.', '2026-12'],
  feature: ['The feature behind the gate.', 'send_message'],
  channel: ['The payment channel.', 'wechat_pay'],
  queue: ['A queue of work, as the list of dead letters names it.', 'orders'],
  vendor: ['The identity vendor, as the setting vendorCost names it.', 'tencent_cloud'],
  script: ['The name of the script, as the page has it.', 'redoc-0b5f3c1a9d2e4f60.js'],
  day: ['A day in Beijing, as YYYYMMDD.', '20261120'],
  token: ['The message token.', '0'],
  path: ['What the channel has at that place.', 'pay/transactions/native'],
}

import { people } from '../../../functions/sandbox/people.ts'
import type { Call } from '../../../local/demo/platform.ts'
import { formOf } from '../../../local/demo/user.ts'
import type { Route } from '../../../shared/http/route.ts'
import { freshKey } from '../../fresh-key.ts'

/**
 * A request that fits its route. `form` says which of several it has, `text` is a body that is not JSON, and `takesClaims` that
 * a session only has to be claimed. `personsOnly`: of operators only those in a session. `externalId`: whom the platform names, where it may call for a user.
 */
export type Sample = Omit<Call, 'token'> & {
  form?: string
  text?: string
  takesClaims?: true
  personsOnly?: true
  externalId?: string
}

export const nameOf = (route: Pick<Route, 'method' | 'path'>): string => `${route.method} ${route.path}`

const id = '0'.repeat(32)
const day = '20260102'
const phone = '19400000001'
const reason = '按规则处理'
const [person] = people
if (!person) throw new Error('the catalogue is empty')

const one = { params: { id } }
const review = { params: { id: `${id}.${id}` } }
/** A passport of nobody, and pictures that are not there. */
const papers = {
  ...{ document: 'passport', name: 'Anna Example', number: 'E1234567', nationality: 'USA' },
  ...{ birthDate: '1890-02-28', validUntil: '2099-12-31' },
  pictures: { document_page: id, holder: id },
  consent: { notice: '2026-12', agreed: true },
}
const shownBy = { phone, smsCode: '123456', idLastFour: '0021', face: id }
const business = { names: { zh: '示例商城', en: 'Example shop' }, callback: 'https://shop.example.com/identity' }
const binding = { code: 'shop', externalId: 'user-9' }
const complaint = { channel: 'wechat_pay', id: '200201820200101080076610000' }
const run = { channel: 'wechat_pay', day }

const account: Record<string, readonly Sample[]> = {
  'POST /v1/sms-codes': [
    { form: 'sign_in', body: { phone, purpose: 'sign_in' } },
    { form: 'verify_phone', body: { phone, purpose: 'verify_phone' } },
  ],
  'POST /v1/sms-codes/reports': [
    { form: 'sign_in', body: { phone, purpose: 'sign_in', smsCodeId: id } },
    { form: 'verify_phone', body: { phone, purpose: 'verify_phone' } },
  ],
  'POST /v1/sessions': [
    { form: 'code', body: { phone, smsCodeId: id, code: '123456' } },
    { form: 'platform_user', body: { externalId: 'user-7' } },
  ],
  'POST /v1/session-links': [{ body: { externalId: 'user-7', returnUrl: 'http://localhost:5173/back' } }],
  'POST /v1/session-links/look': [{ body: { token: 'a'.repeat(43) } }],
  'POST /v1/session-links/redeem': [{ body: { token: 'a'.repeat(43) } }],
  'POST /v1/scans': [
    { form: 'sign_in', body: { purpose: 'sign_in' } },
    { form: 'continue', body: { purpose: 'continue', returnPath: '/document' } },
  ],
  'POST /v1/scans/entries': [{ body: { code: 'a'.repeat(43) } }],
  'GET /v1/scans/current': [{}],
  'POST /v1/scans/current/redemption': [{}],
  'POST /v1/scans/looks': [{ body: { code: 'a'.repeat(43) } }],
  'POST /v1/scans/decisions': [{ body: { code: 'a'.repeat(43), decision: 'confirm' } }],
  'GET /v1/sessions': [{}],
  'DELETE /v1/sessions': [{}],
  'DELETE /v1/sessions/{id}': [{ params: { id: 'a'.repeat(43) } }],
  // What is not there can be ended too.
  'DELETE /v1/sessions/current': [{ takesClaims: true }],
  'PUT /v1/sessions/current/return-url': [{ body: { returnUrl: 'http://localhost:5173/back' } }],
  'GET /v1/account': [{}],
  'GET /v1/account/identity': [{}],
  'GET /v1/account/level': [{}],
  'PUT /v1/account/occupation': [{ body: { occupation: 'student' } }],
  'GET /v1/address-terms': [{}],
  'POST /v1/address-proofs': [{ body: { picture: 'f'.repeat(32), consent: { notice: 'x', agreed: true } } }],
  'POST /v1/email-codes': [{ body: { email: 'zhang@example.com' } }],
  'PUT /v1/account/email': [{ body: { email: 'zhang@example.com', code: '123456' } }],
  'GET /v1/account/email': [{}],
  'DELETE /v1/account/email': [{}],
  'GET /v1/account/tokens': [{}],
  'POST /v1/account/tokens': [{ body: { name: 'cron' } }],
  'DELETE /v1/account/tokens/{id}': [one],
  'POST /v1/wechat/authorizations': [{ body: { returnPath: '/verify/pay' } }],
  'GET /v1/wechat/ways': [{}],
  'POST /v1/wechat/sign-ins': [{ body: { way: 'website', returnPath: '/verify' } }],
  'GET /v1/wechat/sign-in-callback': [{ query: { state: 'a1b2' } }],
  'POST /v1/wechat/joins': [{ body: { phone, smsCodeId: id, code: '123456' } }],
  'GET /v1/account/wechat': [{}],
  'POST /v1/account/wechat': [{ body: { way: 'website', phone, smsCode: '123456' } }],
  'POST /v1/account/wechat/unbinding': [{ body: { phone, smsCode: '123456' } }],
  'GET /v1/wechat/callback': [{ query: { returnPath: '/verify/pay', state: 'a1b2' } }],
  'POST /v1/account/appeals': [{ body: { text: '误会' } }],
  'GET /v1/account/appeals': [{}],
  'POST /v1/help-requests': [{ body: { subject: 'account', text: '打不开' } }],
  'GET /v1/reviews': [{}],
  'GET /v1/reviews/{id}': [review],
  'POST /v1/reviews/{id}/answer': [{ ...review, body: { text: '是昨天' } }],
  'POST /v1/reviews/{id}/withdraw': [review],
  'POST /v1/reviews/{id}/appeal': [{ ...review, body: { text: '请再看' } }],
  'GET /v1/proofings/{id}': [one],
  'POST /v1/proofings/{id}/dispute': [{ ...one, body: {} }],
  'POST /v1/proofings/{id}/pause': [{ ...one, body: { phone, smsCode: '123456', idLastFour: '1234' } }],
  'PUT /v1/businesses/{code}': [{ params: { code: 'shop' }, body: business }],
  'GET /v1/businesses/{code}': [{ params: { code: 'shop' } }],
  'GET /v1/businesses': [{}],
  'DELETE /v1/businesses/{code}': [{ params: { code: 'shop' } }],
  'PUT /v1/businesses/{code}/bindings/{externalId}': [{ params: binding }],
  'GET /v1/businesses/{code}/bindings/{externalId}': [{ params: binding }],
  'DELETE /v1/businesses/{code}/bindings/{externalId}': [{ params: binding }],
  'GET /v1/business-bindings': [{ query: { externalId: 'user-9' } }],
  'POST /v1/apps': [{ body: { kind: 'website', name: '示例阅读' } }],
  'GET /v1/apps': [{}],
  'GET /v1/apps/{id}': [one],
  'GET /v1/apps/{id}/certificate': [one],
  'PATCH /v1/apps/{id}': [{ ...one, body: { description: '每天读一篇短文。' } }],
  'DELETE /v1/apps/{id}': [one],
  'POST /v1/applicants': [{ body: { kind: 'individual' } }],
  'GET /v1/applicants': [{}],
  'GET /v1/applicants/{id}': [one],
  'GET /v1/applicant-terms': [{}],
  'POST /v1/applicants/{id}/check': [{ ...one, body: { consent: { notice: 'company-2026-11', agreed: true } } }],
  'POST /v1/applicants/{id}/account-proofs': [
    {
      ...one,
      body: { accountNumber: '99990000000000001', consent: { notice: 'company-2026-11', agreed: true } },
    },
  ],
  'POST /v1/applicants/{id}/account-proofs/current/answers': [{ ...one, body: { fen: 1 } }],
  'POST /v1/licences/readings': [{ body: { material: id, consent: { notice: 'company-2026-11', agreed: true } } }],
  'POST /v1/certification/pre-checks': [{ body: { app: id, applicant: id } }],
  'POST /v1/applications': [{ body: { app: id, applicant: id } }],
  'GET /v1/applications': [{}],
  'GET /v1/applications/{id}': [one],
  'PATCH /v1/applications/{id}': [{ ...one, body: { said: '名称与字号一致。' } }],
  'POST /v1/applications/{id}/submission': [one],
  'POST /v1/applications/{id}/confirmation': [{ ...one, body: { pairToken: 'a'.repeat(64), proof: shownBy } }],
  'POST /v1/applications/{id}/corrections': [{ ...one, body: { pairToken: 'a'.repeat(64) } }],
  'POST /v1/applications/{id}/withdrawal': [one],
  'POST /v1/applications/{id}/orders': [{ ...one, headers: freshKey() }],
  'POST /v1/domains': [{ body: { domain: 'example.com' } }],
  'GET /v1/domains': [{}],
  'POST /v1/domains/{domain}/proofs': [{ params: { domain: 'example.com' } }],
  'DELETE /v1/domains/{domain}': [{ params: { domain: 'example.com' } }],
  'POST /v1/apps/{id}/certificate/appeals': [{ ...one, body: { words: '已经改正，请再看一次。' } }],
  'PUT /v1/apps/{id}/certificate/page': [{ ...one, body: { url: 'https://www.example.com/about' } }],
  'POST /v1/apps/{id}/administrator': [{ ...one, body: { phone, smsCode: '123456', idLastFour: '1234' } }],
  'DELETE /v1/apps/{id}/administrator': [one],
  'POST /v1/app-steps/looks': [{ body: { step: 'handover', app: id } }],
  'POST /v1/app-handovers/looks': [{ body: { code: `${id}.x` } }],
  'POST /v1/app-handovers': [{ body: { code: `${id}.x`, phone, smsCode: '123456' } }],
  'GET /v1/apps/{id}/icon': [one],
  'POST /v1/apps/{id}/renames': [
    { ...one, body: { from: '示例阅读', name: '示例书屋', phone, smsCode: '123456', idLastFour: '1234' } },
  ],
  'POST /v1/name-checks': [{ body: { name: '示例阅读' } }],
  'GET /v1/papers-terms': [{}],
  'GET /v1/card-terms': [{}],
  'POST /v1/cards': [
    {
      body: {
        ...{ cardNumber: '6200000000000005', phone, smsCode: '123456' },
        consent: { notice: 'card-2026-12', agreed: true },
      },
    },
  ],
  'GET /v1/cards': [{}],
  'GET /v1/cards/{id}': [one],
  'DELETE /v1/cards/{id}': [one],
  'POST /v1/papers': [{ body: papers }],
  'POST /v1/materials': [{ body: { kind: 'holder', type: 'image/png' } }],
  'GET /v1/materials/{id}': [one],
  'DELETE /v1/materials/{id}': [one],
  'POST /v1/documents/readings': [
    { body: { material: one.params.id, side: 'front', consent: { notice: 'document-2026-12', agreed: true } } },
  ],
  'GET /v1/document-terms': [{}],
  'POST /v1/documents': [
    {
      body: {
        ...{ front: one.params.id, back: 'f'.repeat(32) },
        consent: { notice: 'document-2026-12', agreed: true },
      },
    },
  ],
  'GET /v1/documents': [{}],
  'GET /v1/documents/{id}': [one],
  'POST /v1/account/ban': [{ body: { externalId: 'user-9', reason } }],
  'POST /v1/account/unban': [{ body: { externalId: 'user-9', reason } }],
}

const verification: Record<string, readonly Sample[]> = {
  'GET /v1/offers': [{}],
  'GET /v1/account/consents': [{}],
  'GET /v1/account/disclosures': [{}],
  'GET /v1/consent-notices/{version}': [{ params: { version: '2026-12' } }],
  'POST /v1/verifications': [{ body: formOf(person, 'fee', '123456'), headers: freshKey() }],
  'POST /v1/verifications/{id}/cancel': [one],
  'GET /v1/verifications': [{}],
  'GET /v1/verifications/{id}': [one],
  'GET /v1/face-terms': [{}],
  'POST /v1/face-checks': [{ body: { consent: { notice: 'face-2026-11', agreed: true } } }],
  'GET /v1/face-checks': [{}],
  'GET /v1/face-checks/{id}': [one],
  'POST /v1/face-checks/{id}/look': [one],
  'GET /v1/certificates/{id}': [{ params: { id: 'K7QX2M9TRB4WHEPN' } }],
  'GET /v1/certificates/{id}/badge': [{ params: { id: 'K7QX2M9TRB4WHEPN' } }],
  'POST /v1/certificates/{id}/reports': [
    { params: { id: 'K7QX2M9TRB4WHEPN' }, body: { reason: 'impostor', words: '不是这家公司的应用。' } },
  ],
  'GET /v1/certificate-keys': [{}],
  'GET /v1/gate/certified': [{ query: { appId: id } }],
  'GET /v1/gate/{feature}': [{ params: { feature: 'send_message' } }],
}

const buying: Record<string, readonly Sample[]> = {
  'POST /v1/orders/{id}/payments': [{ ...one, body: { method: 'wechat_native' } }],
  'POST /v1/orders/{id}/cancel': [one],
  'POST /v1/orders/{id}/look': [one],
  'GET /v1/orders': [{}],
  'GET /v1/orders/{id}': [one],
  'POST /v1/points/recharges': [{ body: { points: 100 }, headers: freshKey() }],
  'POST /v1/memberships': [{ body: { months: 1 }, headers: freshKey() }],
  'POST /webhooks/wechat-pay': [
    { text: '{"event_type":"SOMETHING.ELSE"}', headers: { 'content-type': 'application/json' } },
  ],
  'POST /webhooks/alipay': [
    { text: 'notify_type=other', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
  ],
}

const messaging: Record<string, readonly Sample[]> = {
  'POST /v1/messages': [{ body: { content: 'hello' } }],
  'GET /v1/messages/{id}': [one],
  'GET /v1/messages/{id}/document': [one],
  'GET /v1/inbox': [{}],
  'POST /v1/webhook-endpoints': [{ body: { url: 'https://hook.example.com/hook', events: ['*'] } }],
  'GET /v1/webhook-endpoints': [{}],
  'GET /v1/webhook-endpoints/{id}': [one],
  'PATCH /v1/webhook-endpoints/{id}': [{ ...one, body: { enabled: true } }],
  'DELETE /v1/webhook-endpoints/{id}': [one],
  'POST /v1/webhook-endpoints/{id}/secret': [{ ...one, body: {} }],
  'POST /v1/webhook-endpoints/{id}/test': [one],
  'POST /v1/webhook-endpoints/{id}/recover': [{ ...one, body: { since: '2026-11-20T04:00:00Z' } }],
  'GET /v1/webhook-endpoints/{id}/deliveries': [one],
  'POST /v1/webhook-endpoints/{id}/deliveries/{deliveryId}/redeliver': [
    { params: { id, deliveryId: `account.${id}.1` } },
  ],
  'GET /v1/events': [{ query: { subject: `account.${id}` } }],
  'GET /v1/events/{id}': [one],
  'PUT /v1/channels/{code}': [
    { params: { code: 'hook' }, body: { kind: 'webhook', url: 'https://hook.example.com/hook' } },
  ],
  'GET /v1/channels': [{}],
  'DELETE /v1/channels/{code}': [{ params: { code: 'hook' } }],
  'ANY /send': [{ body: { content: 'hello' } }],
  'ANY /send/{proxy+}': [{ params: { proxy: '' }, body: { content: 'hello' } }],
  'ANY /api/send': [{ body: { content: 'hello there' } }],
  'ANY /api/send/{proxy+}': [{ params: { proxy: '' }, body: { content: 'hello there' } }],
  'ANY /batchSend': [{ body: { content: 'hello all' } }],
  'ANY /batchSend/{proxy+}': [{ params: { proxy: '' }, body: { content: 'hello all' } }],
}

const enrolment = `lin.${'a'.repeat(43)}`
const typed = { password: '晚来天欲雪，能饮一杯无乎', code: '123456' }

const operators: Record<string, readonly Sample[]> = {
  'POST /v1/operator/sessions': [{ body: { name: 'lin', ...typed } }],
  'GET /v1/operator/sessions/current': [{}],
  'GET /v1/operator/sign-ins': [{}],
  'DELETE /v1/operator/sessions/current': [{ takesClaims: true, personsOnly: true }],
  'POST /v1/operator/sessions/current/step-up': [{ body: { code: '123456' } }],
  'POST /v1/operator/enrolments/look': [{ body: { token: enrolment } }],
  'POST /v1/operator/enrolments': [{ body: { token: enrolment, nonce: 'x'.repeat(22), ...typed } }],
  'GET /v1/operator/operators': [{}],
  'POST /v1/operator/operators': [{ body: { name: 'lin', role: 'support', reason } }],
  'PUT /v1/operator/operators/{name}': [{ params: { name: 'lin' }, body: { role: 'support', reason } }],
  'POST /v1/operator/operators/{name}/enrolment': [{ params: { name: 'lin' }, body: { reason } }],
  'GET /v1/operator/reviews': [{}],
  'GET /v1/operator/reviews/{id}': [review],
  'POST /v1/operator/reviews/next': [{ body: {} }],
  'POST /v1/operator/reviews/{id}/claim': [review],
  'POST /v1/operator/reviews/{id}/release': [review],
  'POST /v1/operator/reviews/{id}/ask': [{ ...review, body: { what: ['when'] } }],
  'POST /v1/operator/reviews/{id}/decision': [{ ...review, body: { verdict: 'answered', words: '好', note: reason } }],
  'POST /v1/operator/reviews/{id}/second': [{ ...review, body: { agrees: true, reason } }],
  'POST /v1/operator/materials/{id}/views': [{ ...one, body: { reason: 'case_review' } }],
  'POST /v1/operator/accounts/{account}/papers/{id}/looks': [
    { params: { account: id, id }, body: { reason: 'case_review' } },
  ],
  'GET /v1/operator/accounts/{account}/applications/{id}': [{ params: { account: id, id } }],
  'POST /v1/operator/accounts/{account}/applications/{id}/looks': [
    { params: { account: id, id }, body: { reason: 'case_review' } },
  ],
  'GET /v1/operator/certificates': [{}],
  'GET /v1/operator/certificates/{id}': [{ params: { id: 'K7QX2M9TRB4WHEPN' } }],
  'POST /v1/operator/certificates/{id}/moves': [
    { params: { id: 'K7QX2M9TRB4WHEPN' }, body: { move: 'suspend', reason: 'misuse', words: reason } },
  ],
  'GET /v1/operator/appeals': [{}],
  'GET /v1/operator/accounts/{id}/appeal': [one],
  'POST /v1/operator/accounts/{id}/unban': [{ ...one, body: { reason } }],
  'POST /v1/operator/accounts/{id}/appeal/reject': [{ ...one, body: { reason } }],
  'GET /v1/operator/complaints': [{}],
  'GET /v1/operator/complaints/{channel}/{id}': [{ params: complaint }],
  'POST /v1/operator/complaints/{channel}/{id}/reply': [{ params: complaint, body: { reason } }],
  'POST /v1/operator/complaints/{channel}/{id}/complete': [{ params: complaint, body: { reason } }],
  'POST /v1/operator/complaints/{channel}/{id}/malicious': [{ params: complaint, body: { reason } }],
  'GET /v1/operator/reconciliations/{channel}': [{ params: run }],
  'GET /v1/operator/reconciliations/{channel}/{day}': [{ params: run }],
  'POST /v1/operator/reconciliations/{channel}/{day}/rerun': [{ params: run, body: { reason } }],
  'POST /v1/operator/reconciliations/{channel}/{day}/settlings': [
    { params: run, body: { difference: `payment_missing_here:${id}`, way: 'taken_in', reason } },
  ],
  'GET /v1/operator/ledger': [{ query: { day } }],
  'GET /v1/operator/vendors': [{}],
  'GET /v1/operator/analytics': [{ query: { from: day, to: day, by: 'week' } }],
  'GET /v1/operator/orders': [{ query: { from: day, to: day } }],
  'GET /v1/operator/deeds': [{ query: { subject: `order:${id}` } }],
  'GET /v1/operator/deeds/{id}': [one],
  'GET /v1/operator/audit-seal': [{}],
  'POST /v1/operator/searches': [{ body: { text: id } }],
  'GET /v1/operator/accounts/{id}': [one],
  'GET /v1/operator/accounts/{id}/timeline': [one],
  'POST /v1/operator/accounts/{id}/reveals': [{ ...one, body: { field: 'name', reason: 'user_request' } }],
  'GET /v1/operator/settings': [{}],
  'GET /v1/operator/alarms': [{}],
  'GET /v1/operator/webhook-endpoints': [{}],
  'GET /v1/operator/webhook-endpoints/{id}/deliveries': [one],
  'POST /v1/operator/webhook-endpoints/{id}/deliveries/{deliveryId}/redeliver': [
    { params: { id, deliveryId: `account.${id}.1` }, body: { reason } },
  ],
  'POST /v1/operator/webhook-endpoints/{id}/enable': [{ ...one, body: { reason } }],
  'POST /v1/operator/webhook-endpoints/{id}/disable': [{ ...one, body: { reason } }],
  'GET /v1/operator/dead-letters': [{}],
  'GET /v1/operator/dead-letters/{queue}': [{ params: { queue: 'orders' } }],
  'POST /v1/operator/dead-letters/{queue}/replay': [{ params: { queue: 'orders' }, body: { reason } }],
  'GET /v1/operator/ledger/balances': [{ query: { from: day, until: day } }],
  'GET /v1/operator/orders/{id}': [one],
  'GET /v1/operator/refunds': [{ query: { which: 'operator' } }],
  'POST /v1/operator/orders/{orderId}/refunds/{name}/actions': [
    { params: { orderId: id, name: `${id}v` }, body: { action: 'recheck', reason } },
  ],
  'GET /v1/operator/proposals': [{}],
  'GET /v1/operator/proposals/{id}': [one],
  'POST /v1/operator/proposals/{id}/approve': [{ ...one, body: { reason } }],
  'POST /v1/operator/proposals/{id}/refuse': [{ ...one, body: { reason } }],
  'POST /v1/operator/vendor-statements': [
    { body: { vendor: 'tencent_cloud', day, csv: 'requestId,calledAt,code,billed\n', reason } },
  ],
  'GET /v1/operator/vendor-statements/{vendor}/{day}': [{ params: { vendor: 'tencent_cloud', day } }],
}

/** Requests for every route of the service, by method and path; of a route with several forms, one of each. */
export const samples: Readonly<Record<string, readonly Sample[]>> = {
  ...account,
  ...verification,
  ...buying,
  ...messaging,
  ...operators,
  'GET /openapi.json': [{}],
  'GET /reference': [{}],
  'GET /reference/{script}': [{ params: { script: 'redoc.js' } }],
}

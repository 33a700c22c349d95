import type { Applicant } from '../functions/certification/applicants/applicant.ts'
import type { Application, FeePaid } from '../functions/certification/applications/application.ts'
import type { App } from '../functions/certification/apps/app.ts'
import type { Domain } from '../functions/certification/domains/domain.ts'
import type { AccountProof } from '../functions/certification/proving/proof.ts'
import type { Step } from '../functions/certification/steps/step.ts'
import type { Document } from '../functions/documents/checking/document.ts'
import { type LevelTelling, toldOtherwise } from '../functions/evidence/announced-store.ts'
import type { Evidence } from '../functions/evidence/evidence.ts'
import type { FaceCheck } from '../functions/face/check/face-check.ts'
import type { Identity } from '../functions/gate/identity-store.ts'
import type { Material } from '../functions/material/material.ts'
import type { ProposalOf } from '../functions/operators/proposals/proposal.ts'
import type { Order } from '../functions/payment/orders/order.ts'
import type { PaymentAttempt } from '../functions/payment/paying/attempt-store.ts'
import type { PaymentFact } from '../functions/payment/paying/provider.ts'
import type { Refund } from '../functions/payment/refunds/refund.ts'
import type { Proofing } from '../functions/proofing/proofing.ts'
import type { ReviewCase } from '../functions/review/case/case.ts'
import type { OwedVerification } from '../functions/verification/owed/owed-verification.ts'
import type { Papers } from '../functions/verification/papers/papers.ts'
import type { Verification } from '../functions/verification/verification.ts'
import type { Card } from '../functions/wallet/cards/card.ts'
import { DAY, MINUTE } from '../shared/kernel/time.ts'
import { NOON } from './kit.ts'

// One of each kind, as it begins, for tests that need any at all.

const ORDER = 'a'.repeat(32)
const ACCOUNT = 'b'.repeat(32)
const VERIFICATION = 'c'.repeat(32)

export const sampleFact: PaymentFact = {
  channel: 'wechat_pay',
  transactionId: 't1',
  outTradeNo: ORDER,
  paidFen: 100,
  paidAt: NOON,
}

export const sampleOrder: Order = {
  id: ORDER,
  accountId: ACCOUNT,
  kind: 'verification',
  offer: 'fee',
  verificationId: VERIFICATION,
  amountFen: 100,
  feeFen: 100,
  status: 'created',
  createdAt: NOON,
  expiresAt: NOON + 30 * MINUTE,
  requestHash: 'hash',
  attempts: 1,
}

export const sampleAttempt: PaymentAttempt = {
  orderId: ORDER,
  attempt: 1,
  status: 'open',
  openedAt: NOON,
  request: {
    method: 'wechat_native',
    outTradeNo: ORDER,
    amountFen: 100,
    description: '实名认证',
    expiresAt: NOON + 30 * MINUTE,
    notifyUrl: 'https://example.com/webhooks/wechat-pay',
  },
}

export const sampleRefund: Refund = {
  orderId: ORDER,
  accountId: ACCOUNT,
  channel: 'wechat_pay',
  outTradeNo: ORDER,
  transactionId: 't1',
  cause: 'verdict',
  reason: '退款',
  refundFen: 100,
  totalFen: 100,
  status: 'due',
  round: 1,
  steps: 0,
  dueSince: NOON,
}

/** Everything a case can hold, whatever it is like. */
export const sampleReview: ReviewCase = {
  ...{ id: 'd'.repeat(32), accountId: ACCOUNT, kind: 'help', subject: ORDER, status: 'open', language: 'zh' },
  ...{ openedAt: NOON, since: NOON, answerBy: NOON + DAY, openedBy: { kind: 'operator', id: 'lin' } },
  ...{ materials: [], rung: [], decidedBefore: [], changes: 0 },
  asked: [{ at: NOON, by: { kind: 'operator', id: 'lin' }, what: ['when'], until: NOON + DAY }],
  first: { verdict: 'approved', checked: [], by: { kind: 'operator', id: 'lin' }, at: NOON },
  decision: { verdict: 'approved', by: { kind: 'operator', id: 'lin' }, at: NOON },
}

export const sampleVerification: Verification = {
  id: VERIFICATION,
  accountId: ACCOUNT,
  orderId: ORDER,
  method: 'carrier_three_element',
  offer: 'fee',
  status: 'awaiting_payment',
  createdAt: NOON,
  consent: { notice: '2026-11', agreedAt: NOON },
  maskedName: '*夏',
  maskedIdNumber: '1****************X',
  maskedPhone: '194****0001',
  sealed: { wrappedKey: 'w', name: 'n', idNumber: 'i', phone: 'p' },
  personIndex: 'v1.person',
  resubmissionIndex: 'v1.resubmission',
  segmentIndex: 'segment',
  lastFourIndex: 'last four',
}

/** What a match of the carriers proves of an account. */
export const provenByCarrier = (accountId: string): Evidence => ({
  accountId,
  kind: 'carrier_three_element',
  at: NOON,
  possession: true,
  check: VERIFICATION,
})

export const sampleIdentity: Identity = {
  verificationId: VERIFICATION,
  maskedName: '*三',
  maskedIdNumber: '1****************2',
  verifiedAt: NOON,
  personIndex: 'v1.person',
  lastFourIndex: 'v1.last-four',
}

export const sampleFaceCheck: FaceCheck = {
  id: 'e'.repeat(32),
  accountId: ACCOUNT,
  status: 'opening',
  openedAt: NOON,
  verificationId: VERIFICATION,
  personIndex: 'v1.person',
  consent: { notice: 'face-2026-11', agreedAt: NOON },
  vendor: 'tencent_cloud',
  claim: 'mine',
  looks: 0,
  charged: 0,
}

export const sampleProposal: ProposalOf<'refund_paid_by_hand'> = {
  id: 'd'.repeat(32),
  kind: 'refund_paid_by_hand',
  thing: `${ORDER}.${ORDER}v`,
  subject: `order:${ORDER}`,
  detail: `${ORDER}v1`,
  shown: { orderId: ORDER, refund: `${ORDER}v`, channel: 'wechat_pay', outRefundNo: `${ORDER}v1`, amountFen: 100 },
  by: { kind: 'operator', id: 'wang' },
  reason: '已转账',
  at: NOON,
  expiresAt: NOON + 7 * DAY,
  status: 'open',
}

export const sampleMaterial: Material = {
  ...{ id: 'e'.repeat(32), accountId: ACCOUNT, kind: 'holder', type: 'image/png', status: 'awaiting' },
  ...{ createdAt: NOON, until: NOON + 5 * MINUTE, because: 'blurred' },
}

export const samplePapers: Papers = {
  ...{ id: 'd'.repeat(32), accountId: ACCOUNT, kind: 'papers_document', document: 'passport', status: 'in_review' },
  ...{ case: 'c'.repeat(32), createdAt: NOON, consent: { notice: 'papers-2026-11', language: 'zh', agreedAt: NOON } },
  ...{ maskedName: '*', maskedIdNumber: '*', maskedPhone: '' },
  sealed: { wrappedKey: 'k', name: 'n', idNumber: 'i', phone: '', more: 'm' },
  ...{ personIndex: 'v1.p', lastFourIndex: 'v1.l', materials: [] },
}

export const sampleProofing: Proofing = {
  ...{ id: 'd'.repeat(32), accountId: ACCOUNT, receivers: [ACCOUNT], at: NOON, until: NOON + DAY, status: 'told' },
  since: NOON,
  ...{ maskedName: '*', maskedIdNumber: '*', maskedPhone: '*', phoneIndex: 'p' },
}

/** A verification that the platform pays for, of a bank card. */
export const sampleOwed: OwedVerification = {
  ...{ id: VERIFICATION, accountId: ACCOUNT, method: 'bank_card', subject: 'v1.card', status: 'queued' },
  createdAt: NOON,
  consent: { notice: 'card-2026-12', agreedAt: NOON },
  ...{ maskedName: '*夏', maskedIdNumber: '1****************X', maskedPhone: '194****0001' },
  sealed: { wrappedKey: 'w', name: 'n', idNumber: 'i', phone: 'p' },
  sealedCard: 'c',
  ...{ personIndex: 'v1.person', resubmissionIndex: 'v1.resubmission', lastFourIndex: 'last four' },
}

/** Everything a bank card can hold, whatever it is like. */
export const sampleCard: Card = {
  ...{ id: VERIFICATION, accountId: ACCOUNT, index: 'v1.card', status: 'refused', reason: 'lost' },
  ...{ bank: 'icbc', kind: 'debit', lastFour: '0005', maskedPhone: '194****0001', verificationId: VERIFICATION },
  createdAt: NOON,
}

export const sampleDomain: Domain = {
  ...{ accountId: ACCOUNT, domain: 'example.com', token: 't', askedAt: NOON, expiresAt: NOON + DAY },
  proven: { by: 'dns', at: NOON },
}

/** Everything an identity card that was handed in can hold. */
export const sampleApplicant: Applicant = {
  ...{ id: 'b', accountId: 'a', kind: 'enterprise', status: 'differs', createdAt: 0, changes: 1 },
  ...{ creditCode: 'c', companyName: 'n', checkedAt: 1, differs: ['companyName'] },
}
export const sampleProof: AccountProof = {
  ...{
    accountId: 'a',
    applicant: 'b',
    call: 'c',
    vendor: 'sandbox',
    status: 'proven',
    at: 0,
    until: 1,
    lastFour: '0001',
  },
  ...{ sealed: { wrappedKey: 'k', accountNumber: 's', fen: 's' }, tries: 1, reference: 'r', provenAt: 1, changes: 2 },
}
const sampleFee: FeePaid = {
  ...{ orderId: 'o', channel: 'wechat_pay', outTradeNo: 'o', transactionId: 't', paidFen: 3000, paidAt: 0 },
}
export const sampleApplication: Application = {
  ...{ id: 'c', accountId: 'a', appId: 'p', applicantId: 'b', kind: 'individual', status: 'in_review', language: 'zh' },
  ...{ names: { from: '例示', to: '示例' }, materials: [{ id: 'm', kind: 'holder' }], presence: 'picture' },
  papers: [{ kind: 'authorisation_letter', day: '2026-11-19', until: NOON }],
  ...{ feeFen: 3000, createdAt: 0, draftUntil: 1, fee: 'held', paid: sampleFee, returns: [], vain: [] },
  ...{ qualification: { verdict: 'pending' }, naming: { verdict: 'pending' }, changes: 4 },
  steps: [{ at: 0, on: 'created', status: 'draft' }],
}
export const sampleApp: App = {
  ...{
    id: 'p',
    kind: 'website',
    administrator: 'a',
    name: '示例',
    skeleton: '示例',
    nameSince: NOON,
    nameCause: 'renamed',
  },
  names: [{ name: '例示', from: 0, until: NOON, because: 'created' }],
  ...{ renames: { year: 2026, count: 1 }, platformIds: [{ platform: 'web', id: 'www.example.com' }], createdAt: 0 },
  ...{ certifiedName: '示例', certifiedFor: 'enterprise', stepKind: 'rename' },
}

export const sampleStep: Step = {
  ...{ id: 's', accountId: ACCOUNT, appId: 'p', kind: 'takeover', status: 'void', language: 'en' },
  ...{ from: '示例', heldSince: 0, picture: 'm', since: 0, until: NOON },
}

export const sampleDocument: Document = {
  ...{ id: VERIFICATION, accountId: ACCOUNT, status: 'refused', reason: 'no_record' },
  ...{ handedInAt: NOON, decidedAt: NOON, validUntil: NOON },
}

/** Evidence is written at that time, and nobody gets a letter about it. */
export const quietly = (now: number): LevelTelling => ({ now, letter: toldOtherwise })

import { operatorAppealShown, standingShown } from '../../functions/account/ban.route.ts'
import { appealShown } from '../../functions/account/bans/appeal-view.ts'
import { sessionShown } from '../../functions/account/sessions.route.ts'
import { messageTokenShown } from '../../functions/account/tokens.route.ts'
import { visitShown } from '../../functions/account/wechat-sign-in.route.ts'
import { analyticsShown } from '../../functions/analytics/reading/analytics-view.ts'
import { ordersOfDaysShown } from '../../functions/analytics/reading/orders-view.ts'
import { balancesShown, ledgerShown, transactionShown } from '../../functions/bookkeeping/ledger/ledger-view.ts'
import { runShown } from '../../functions/bookkeeping/reconciliations.route.ts'
import { statementShown } from '../../functions/bookkeeping/statements/statement-view.ts'
import { certificateDetailShown } from '../../functions/certificates/desk/desk-view.ts'
import { keyShown } from '../../functions/certificates/showing/key-view.ts'
import { applicantShown } from '../../functions/certification/applicants/applicant-view.ts'
import { applicationShown } from '../../functions/certification/applications/application-view.ts'
import { appShown } from '../../functions/certification/apps/app-view.ts'
import { domainShown } from '../../functions/certification/domains/domain-view.ts'
import { stepShown } from '../../functions/certification/steps/step-view.ts'
import { bindingShown, businessShown } from '../../functions/clearing/businesses/business-view.ts'
import { complaintDetailShown, complaintShown } from '../../functions/complaints/complaint-view.ts'
import { consentShown, disclosureShown } from '../../functions/consent/disclosure-view.ts'
import { documentShown } from '../../functions/documents/checking/view.ts'
import { sideShown } from '../../functions/documents/document-view.ts'
import { faceCheckShown } from '../../functions/face/view.ts'
import { materialShown } from '../../functions/material/material-view.ts'
import { channelShown } from '../../functions/messaging/channel.route.ts'
import { batchAnswer, wireAnswer } from '../../functions/messaging/pushplus.route.ts'
import { messageSchema } from '../../functions/messaging/sending/message-view.ts'
import { invitedShown } from '../../functions/operators/manage.route.ts'
import {
  consoleSessionOpened,
  consoleSessionShown,
  enrolmentShown,
  operatorShown,
} from '../../functions/operators/operator-view.ts'
import { proposalShown } from '../../functions/operators/proposals/proposal-view.ts'
import { decisionShown } from '../../functions/overview/account-view.ts'
import { wholeDeedShown } from '../../functions/overview/deeds/deed-view.ts'
import { rootShown, sealShown } from '../../functions/overview/deeds/seal-view.ts'
import { evidenceShown } from '../../functions/overview/evidence-view.ts'
import { wholeOrderShown } from '../../functions/overview/whole-order/order-view.ts'
import { moneyBackShown } from '../../functions/payment/money-back/money-back-view.ts'
import { openedShown, orderShown } from '../../functions/payment/orders/order-view.ts'
import { orderWithRefundsShown } from '../../functions/payment/orders/view.ts'
import { jsapiCall } from '../../functions/payment/paying/attempt-store.ts'
import { refundShown } from '../../functions/payment/refunds/refund-view.ts'
import { proofingShown } from '../../functions/proofing/disputing/proofing-view.ts'
import { reviewShown } from '../../functions/review/case/case-view.ts'
import { reviewDetailShown } from '../../functions/review/deciding/review-view.ts'
import { channelPayment, fault, notifications } from '../../functions/sandbox/control.route.ts'
import { complaint as payerComplaint } from '../../functions/sandbox/control-channels.route.ts'
import { verificationListed, verificationShown } from '../../functions/verification/view.ts'
import { cardShown } from '../../functions/wallet/cards/view.ts'
import { deliveryShown } from '../../functions/webhooks/delivering/delivery-view.ts'
import { endpointShown } from '../../functions/webhooks/endpoints/endpoint-view.ts'
import { eventShown } from '../../functions/webhooks/events/event-view.ts'
import type { Schema } from '../../shared/http/route.ts'

/**
 * What is answered in several places, or is a thing of its own, by the name it has in the API's description and in clients. What an operation alone
 * takes or answers is called after it (`SignInRequest`, `GetAccountAnswer`).
 */
export const names: Readonly<Record<string, Schema>> = {
  AccountStanding: standingShown,
  Analytics: analyticsShown,
  OrdersOfDays: ordersOfDaysShown,
  Domain: domainShown,
  Appeal: appealShown,
  AuditRoot: rootShown,
  AuditSeal: sealShown,
  Balances: balancesShown,
  BankCard: cardShown,
  CardRead: sideShown,
  Document: documentShown,
  Channel: channelShown,
  ChannelPayment: channelPayment,
  App: appShown,
  AppChange: stepShown,
  Applicant: applicantShown,
  Application: applicationShown,
  CertificateKey: keyShown,
  CertificateDetail: certificateDetailShown,
  Business: businessShown,
  BusinessBinding: bindingShown,
  Consent: consentShown,
  ConsoleSession: consoleSessionShown,
  Complaint: complaintShown,
  ComplaintDetail: complaintDetailShown,
  Disclosure: disclosureShown,
  Enrolment: enrolmentShown,
  FaceCheck: faceCheckShown,
  Fault: fault,
  Material: materialShown,
  GateDecision: decisionShown,
  Event: eventShown,
  Evidence: evidenceShown,
  InvitedOperator: invitedShown,
  JsapiCall: jsapiCall,
  LedgerPage: ledgerShown,
  LedgerTransaction: transactionShown,
  ListedVerification: verificationListed,
  Message: messageSchema,
  MessageToken: messageTokenShown,
  MoneyBack: moneyBackShown,
  Notifications: notifications,
  OpenedConsoleSession: consoleSessionOpened,
  OpenedOrder: openedShown,
  Operator: operatorShown,
  OperatorAppeal: operatorAppealShown,
  Order: orderShown,
  OrderWithRefunds: orderWithRefundsShown,
  PayerComplaint: payerComplaint,
  Proposal: proposalShown,
  PushplusAnswer: wireAnswer,
  PushplusBatchAnswer: batchAnswer,
  Reconciliation: runShown,
  Refund: refundShown,
  Proofing: proofingShown,
  Review: reviewShown,
  ReviewDetail: reviewDetailShown,
  Session: sessionShown,
  VendorStatement: statementShown,
  Verification: verificationShown,
  WebhookDelivery: deliveryShown,
  WebhookEndpoint: endpointShown,
  WechatVisit: visitShown,
  WholeDeed: wholeDeedShown,
  WholeOrder: wholeOrderShown,
}

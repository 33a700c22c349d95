import type { Route } from '../shared/http/route.ts'
import { appealRoute, appealsRoute } from './account/appeal.route.ts'
import { getAppealRoute, listAppealsRoute, rejectAppealRoute, unbanRoute } from './account/ban.route.ts'
import { lookAtLinkRoute, redeemLinkRoute } from './account/enter.route.ts'
import { enterByScanRoute, openScanRoute, readScanRoute, redeemScanRoute } from './account/scan.route.ts'
import { decideScanRoute, lookAtScanRoute } from './account/scan-phone.route.ts'
import { sessionLinkRoute } from './account/session-link.route.ts'
import {
  returnUrlRoute,
  sessionEndRoute,
  sessionsRoute,
  signOutEverywhereRoute,
  signOutRoute,
} from './account/sessions.route.ts'
import { signInRoute } from './account/sign-in.route.ts'
import { smsCodeRoute } from './account/sms-code.route.ts'
import { smsReportRoute } from './account/sms-report.route.ts'
import { tokenCreateRoute, tokenDeleteRoute, tokensRoute } from './account/tokens.route.ts'
import { banRoute, unbanUserRoute } from './account/user-ban.route.ts'
import { authorizationRoute, callbackRoute } from './account/wechat.route.ts'
import { wechatBindingRoutes } from './account/wechat-binding.route.ts'
import { wechatJoinRoute } from './account/wechat-join.route.ts'
import { wechatSignInRoutes } from './account/wechat-sign-in.route.ts'
import { analyticsRoute, ordersOfDaysRoute } from './analytics/read.route.ts'
import { balancesRoute, ledgerRoute, statementRoute } from './bookkeeping/read.route.ts'
import { askForSettlingRoute, getRunRoute, listRunsRoute, rerunRoute } from './bookkeeping/reconciliations.route.ts'
import { importStatementRoute } from './bookkeeping/vendor-statement.route.ts'
import { caseRoute, timelineRoute } from './cases/read.route.ts'
import { revealRoute } from './cases/reveal.route.ts'
import { searchRoute } from './cases/search.route.ts'
import { appealCertificateRoute } from './certificates/appeal.route.ts'
import { askCertifiedRoute } from './certificates/gate.route.ts'
import { operatorCertificateRoutes } from './certificates/operator.route.ts'
import { getOwnCertificateRoute } from './certificates/own.route.ts'
import { setCertificatePageRoute } from './certificates/page.route.ts'
import { reportCertificateRoute } from './certificates/report.route.ts'
import { certificateRoutes } from './certificates/show.route.ts'
import { accountProofRoutes } from './certification/account.route.ts'
import { applicantRoutes } from './certification/applicants.route.ts'
import { applicationRoutes } from './certification/applications.route.ts'
import { appRoutes } from './certification/apps.route.ts'
import { confirmRoutes } from './certification/confirm.route.ts'
import { domainRoutes } from './certification/domains.route.ts'
import { openFeeOrderRoute } from './certification/fee.route.ts'
import { handoverRoutes } from './certification/handover.route.ts'
import { getAppIconRoute } from './certification/icon.route.ts'
import { readLicenceRoute } from './certification/licence.route.ts'
import { checkNameRoute } from './certification/names.route.ts'
import { operatorApplicationRoutes } from './certification/operator.route.ts'
import { renameAppRoute } from './certification/rename.route.ts'
import { businessRoutes } from './clearing/business.route.ts'
import { complaintRoutes } from './complaints/operator.route.ts'
import { listConsentsRoute, listDisclosuresRoute, noticeRoute } from './consent/read.route.ts'
import { documentTermsRoute, getDocumentRoute, listDocumentsRoute } from './documents/checks.route.ts'
import { handInDocumentRoute } from './documents/open.route.ts'
import { readDocumentRoute } from './documents/read.route.ts'
import { followFaceCheckRoute } from './face/look.route.ts'
import { openFaceCheckRoute } from './face/open.route.ts'
import { faceTermsRoute, getFaceCheckRoute, listFaceChecksRoute } from './face/read.route.ts'
import {
  openApiRoute,
  referenceRoute,
  referenceScriptRoute,
  sandboxOpenApiRoute,
  sandboxReferenceRoute,
} from './front/reference.route.ts'
import { gateRoute } from './gate/ask.route.ts'
import { deleteMaterialRoute, materialRoute, openUploadRoute } from './material/upload.route.ts'
import { viewPictureRoute } from './material/view.route.ts'
import { membershipRoute } from './membership/buy.route.ts'
import { listChannelsRoute, removeChannelRoute, saveChannelRoute } from './messaging/channel.route.ts'
import { pushplusRoutes } from './messaging/pushplus.route.ts'
import { inboxRoute, messageDocumentRoute, messageRoute } from './messaging/read.route.ts'
import { sendRoute } from './messaging/send.route.ts'
import { editOperatorRoute, inviteOperatorRoute, listOperatorsRoute, newLinkRoute } from './operators/manage.route.ts'
import {
  approveProposalRoute,
  proposalRoute,
  proposalsRoute,
  refuseProposalRoute,
} from './operators/proposals.route.ts'
import type { Right } from './operators/rights.ts'
import {
  enrolRoute,
  lookAtEnrolmentRoute,
  operatorSessionRoute,
  operatorSignInRoute,
  operatorSignOutRoute,
  ownSignInsRoute,
  stepUpRoute,
} from './operators/sign-in.route.ts'
import { deedRoute, deedsRoute, sealRoute } from './overview/deeds.route.ts'
import { identityRoute } from './overview/identity.route.ts'
import { levelRoute } from './overview/level.route.ts'
import { offersRoute } from './overview/offers.route.ts'
import { vendorsRoute, wholeOrderRoute } from './overview/operator.route.ts'
import { accountRoute } from './overview/read.route.ts'
import { cancelOrderRoute } from './payment/cancel.route.ts'
import { lookForPaymentRoute } from './payment/look.route.ts'
import { alipayNotificationRoute, wechatPayNotificationRoute } from './payment/notification.route.ts'
import { refundActionRoute, refundsRoute } from './payment/operator-refunds.route.ts'
import { payRoute } from './payment/pay.route.ts'
import { getOrderRoute, listOrdersRoute } from './payment/read.route.ts'
import { bindEmailRoute, readEmailRoute, sendEmailCodeRoute, unbindEmailRoute } from './profile/email.route.ts'
import { addressTermsRoute, sayOccupationRoute, submitAddressRoute } from './profile/further.route.ts'
import { proofingRoutes } from './proofing/user.route.ts'
import { operatorReviewRoutes } from './review/operator.route.ts'
import { userReviewRoutes } from './review/user.route.ts'
import { alibabaCloudRoutes } from './sandbox/alibaba-cloud.route.ts'
import { alipayRoutes } from './sandbox/alipay.route.ts'
import { bankRoutes } from './sandbox/bank.route.ts'
import { controlRoutes } from './sandbox/control.route.ts'
import { tencentCloudRoutes } from './sandbox/tencent-cloud.route.ts'
import { wechatRoutes } from './sandbox/wechat.route.ts'
import { wechatPayRoutes } from './sandbox/wechat-pay.route.ts'
import { alarmsRoute } from './upkeep/alarms.route.ts'
import { deadCountsRoute, deadLettersRoute, replayRoute } from './upkeep/dead-letters.route.ts'
import { settingsRoute } from './upkeep/settings.route.ts'
import { cancelRoute } from './verification/cancel.route.ts'
import { lookAtPapersRoute, papersTermsRoute, submitPapersRoute } from './verification/papers.route.ts'
import { getRoute, listRoute } from './verification/read.route.ts'
import { submitRoute } from './verification/submit.route.ts'
import { bindCardRoute } from './wallet/card-bind.route.ts'
import { cardTermsRoute, getCardRoute, listCardsRoute, unbindCardRoute } from './wallet/cards.route.ts'
import { rechargeRoute } from './wallet/recharge.route.ts'
import { webhookDeliveryRoutes } from './webhooks/delivery.route.ts'
import { webhookEndpointRoutes } from './webhooks/endpoint.route.ts'
import { webhookOperatorRoutes } from './webhooks/operator.route.ts'

type Registered = { [right in Right]: true }

declare module '../shared/http/route.ts' {
  interface RegisteredRights extends Registered {}
}

/** Every route of the service: infra, the local server and the tests read it; handlers import their own row only. */
export const routes: readonly Route[] = [
  smsCodeRoute,
  smsReportRoute,
  signInRoute,
  sessionsRoute,
  signOutRoute,
  returnUrlRoute,
  sessionEndRoute,
  signOutEverywhereRoute,
  sessionLinkRoute,
  lookAtLinkRoute,
  redeemLinkRoute,
  openScanRoute,
  readScanRoute,
  redeemScanRoute,
  enterByScanRoute,
  lookAtScanRoute,
  decideScanRoute,
  accountRoute,
  identityRoute,
  levelRoute,
  sayOccupationRoute,
  addressTermsRoute,
  submitAddressRoute,
  sendEmailCodeRoute,
  bindEmailRoute,
  readEmailRoute,
  unbindEmailRoute,
  tokensRoute,
  tokenCreateRoute,
  tokenDeleteRoute,
  authorizationRoute,
  callbackRoute,
  ...wechatSignInRoutes,
  wechatJoinRoute,
  ...wechatBindingRoutes,
  appealRoute,
  appealsRoute,
  banRoute,
  unbanUserRoute,
  listAppealsRoute,
  getAppealRoute,
  unbanRoute,
  rejectAppealRoute,
  offersRoute,
  noticeRoute,
  listConsentsRoute,
  listDisclosuresRoute,
  submitRoute,
  papersTermsRoute,
  submitPapersRoute,
  lookAtPapersRoute,
  cancelRoute,
  listRoute,
  getRoute,
  readDocumentRoute,
  documentTermsRoute,
  handInDocumentRoute,
  listDocumentsRoute,
  getDocumentRoute,
  faceTermsRoute,
  openFaceCheckRoute,
  listFaceChecksRoute,
  getFaceCheckRoute,
  followFaceCheckRoute,
  ...userReviewRoutes,
  ...proofingRoutes,
  ...businessRoutes,
  ...applicantRoutes,
  ...accountProofRoutes,
  readLicenceRoute,
  ...applicationRoutes,
  ...confirmRoutes,
  openFeeOrderRoute,
  ...appRoutes,
  ...domainRoutes,
  setCertificatePageRoute,
  checkNameRoute,
  renameAppRoute,
  ...handoverRoutes,
  ...operatorApplicationRoutes,
  getOwnCertificateRoute,
  reportCertificateRoute,
  appealCertificateRoute,
  ...operatorCertificateRoutes,
  getAppIconRoute,
  ...certificateRoutes,
  askCertifiedRoute,
  gateRoute,
  payRoute,
  listOrdersRoute,
  getOrderRoute,
  lookForPaymentRoute,
  cancelOrderRoute,
  rechargeRoute,
  cardTermsRoute,
  bindCardRoute,
  listCardsRoute,
  getCardRoute,
  unbindCardRoute,
  membershipRoute,
  openUploadRoute,
  materialRoute,
  deleteMaterialRoute,
  viewPictureRoute,
  wechatPayNotificationRoute,
  alipayNotificationRoute,
  operatorSignInRoute,
  operatorSessionRoute,
  ownSignInsRoute,
  operatorSignOutRoute,
  stepUpRoute,
  lookAtEnrolmentRoute,
  enrolRoute,
  listOperatorsRoute,
  inviteOperatorRoute,
  editOperatorRoute,
  newLinkRoute,
  ...complaintRoutes,
  listRunsRoute,
  getRunRoute,
  rerunRoute,
  askForSettlingRoute,
  ledgerRoute,
  balancesRoute,
  wholeOrderRoute,
  vendorsRoute,
  analyticsRoute,
  ordersOfDaysRoute,
  deedsRoute,
  deedRoute,
  sealRoute,
  searchRoute,
  caseRoute,
  timelineRoute,
  revealRoute,
  deadCountsRoute,
  deadLettersRoute,
  replayRoute,
  settingsRoute,
  alarmsRoute,
  refundsRoute,
  refundActionRoute,
  proposalsRoute,
  proposalRoute,
  approveProposalRoute,
  refuseProposalRoute,
  ...operatorReviewRoutes,
  importStatementRoute,
  statementRoute,
  ...webhookEndpointRoutes,
  ...webhookDeliveryRoutes,
  ...webhookOperatorRoutes,
  sendRoute,
  messageRoute,
  messageDocumentRoute,
  inboxRoute,
  saveChannelRoute,
  listChannelsRoute,
  removeChannelRoute,
  ...pushplusRoutes.send,
  ...pushplusRoutes.batchSend,
  openApiRoute,
  referenceRoute,
  referenceScriptRoute,
  sandboxOpenApiRoute,
  sandboxReferenceRoute,
  ...controlRoutes,
  ...bankRoutes,
  ...tencentCloudRoutes,
  ...alibabaCloudRoutes,
  ...wechatRoutes,
  ...wechatPayRoutes,
  ...alipayRoutes,
]

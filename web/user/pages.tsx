import type { ComponentType } from 'react'
import type { PagePath } from '../../functions/pages/page-paths.ts'
import type { PageTold } from '../shared/router/page.tsx'
import { EnterPage } from './enter/enter-page.tsx'
import { later } from './frame/later.tsx'
import { SignInPage } from './sign-in/sign-in-page.tsx'
import { StartPage } from './start/start-page.tsx'

/**
 * The page at each address; one that is served and not drawn here does not compile. Those that people come to first are loaded at
 * once, all others later.
 */
export const pages: Readonly<Record<PagePath, ComponentType<PageTold>>> = {
  '/': StartPage,
  '/sign-in': SignInPage,
  '/verify/pay': later(async () => (await import('./verify-pay/verify-pay-page.tsx')).VerifyPayPage),
  '/return/{orderId}': later(async () => (await import('./pay/return-page.tsx')).ReturnPage),
  '/membership': later(async () => (await import('./membership/membership-page.tsx')).MembershipPage),
  '/points': later(async () => (await import('./points/points-page.tsx')).PointsPage),
  '/account': later(async () => (await import('./account/account-page.tsx')).AccountPage),
  '/identity': later(async () => (await import('./identity/identity-page.tsx')).IdentityPage),
  '/verify/result': later(async () => (await import('./result/result-page.tsx')).ResultPage),
  '/orders': later(async () => (await import('./orders/orders-page.tsx')).OrdersPage),
  '/orders/{id}': later(async () => (await import('./orders/order-page.tsx')).OrderPage),
  '/verify': later(async () => (await import('./verify/verify-page.tsx')).VerifyPage),
  '/enter': EnterPage,
  '/scan': later(async () => (await import('./scan/scan-page.tsx')).ScanPage),
  '/papers': later(async () => (await import('./papers/papers-page.tsx')).PapersPage),
  '/cases': later(async () => (await import('./cases/cases-page.tsx')).CasesPage),
  '/cases/{id}': later(async () => (await import('./cases/case-page.tsx')).CasePage),
  '/not-me/{id}': later(async () => (await import('./not-me/not-me-page.tsx')).NotMePage),
  '/disclosures': later(async () => (await import('./disclosures/disclosures-page.tsx')).DisclosuresPage),
  '/face': later(async () => (await import('./face/face-page.tsx')).FacePage),
  '/face/return/{id}': later(async () => (await import('./face/face-return-page.tsx')).FaceReturnPage),
  '/email': later(async () => (await import('./email/email-page.tsx')).EmailPage),
  '/address': later(async () => (await import('./address/address-page.tsx')).AddressPage),
  '/level': later(async () => (await import('./level/level-page.tsx')).LevelPage),
  '/document': later(async () => (await import('./document/document-page.tsx')).DocumentPage),
  '/cards': later(async () => (await import('./cards/cards-page.tsx')).CardsPage),
  '/inbox': later(async () => (await import('./messages/inbox-page.tsx')).InboxPage),
  '/shortMessage/{code}': later(async () => (await import('./messages/message-page.tsx')).MessagePage),
  '/developer': later(async () => (await import('./apps/apps-page.tsx')).AppsPage),
  '/developer/apps/{id}': later(async () => (await import('./apps/app-page.tsx')).AppPage),
  '/developer/handover': later(async () => (await import('./handover/handover-page.tsx')).HandoverPage),
  '/developer/apps/{id}/certification': later(async () => (await import('./certification/begin-page.tsx')).BeginPage),
  '/developer/applications/{id}': later(
    async () => (await import('./certification/application-page.tsx')).ApplicationPage,
  ),
  '/developer/applicants': later(
    async () => (await import('./certification/applicants/applicants-page.tsx')).ApplicantsPage,
  ),
  '/developer/domains': later(async () => (await import('./domains/domains-page.tsx')).DomainsPage),
  '/wechat': later(async () => (await import('./wechat/wechat-page.tsx')).WechatPage),
  '/certificates': later(async () => (await import('./certificates/look-up-page.tsx')).LookUpPage),
  '/certificates/{id}': later(async () => (await import('./certificates/certificate-page.tsx')).CertificatePage),
  '/developer/apps/{id}/certificate': later(
    async () => (await import('./own-certificate/own-page.tsx')).OwnCertificatePage,
  ),
  '/channels': later(async () => (await import('./channels/channels-page.tsx')).ChannelsPage),
}

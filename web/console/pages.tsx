import type { ComponentType } from 'react'
import type { ConsolePath } from '../../functions/pages/console-paths.ts'
import type { PageTold } from '../shared/router/page.tsx'
import { later } from './frame/later.tsx'
import { HomePage } from './home/home-page.tsx'

/**
 * The page at each address, and the right without which it is not shown; one that is served and not drawn here does not compile.
 * infra/pages/load-ahead.ts reads this table as it is written.
 */
export const pages: Readonly<Record<ConsolePath, ComponentType<PageTold>>> = {
  '/console': HomePage,
  '/console/enrol': later(async () => (await import('./enrol/enrol-page.tsx')).EnrolPage),
  '/console/numbers': later(async () => (await import('./numbers/numbers-page.tsx')).NumbersPage, 'see_systems'),
  '/console/refunds': later(async () => (await import('./refunds/refunds-page.tsx')).RefundsPage, 'see_orders'),
  '/console/refunds/overdue': later(
    async () => (await import('./refunds/late-refunds-page.tsx')).LateRefundsPage,
    'see_orders',
  ),
  '/console/proposals': later(async () => (await import('./proposals/proposals-page.tsx')).ProposalsPage, 'see_orders'),
  '/console/proposals/{id}': later(
    async () => (await import('./proposals/proposal-page.tsx')).ProposalPage,
    'see_orders',
  ),
  '/console/orders': later(async () => (await import('./orders/orders-page.tsx')).OrdersPage, 'see_orders'),
  '/console/orders/{id}': later(async () => (await import('./orders/order-page.tsx')).OrderPage, 'see_orders'),
  '/console/complaints': later(
    async () => (await import('./complaints/complaints-page.tsx')).ComplaintsPage,
    'see_orders',
  ),
  '/console/complaints/answered': later(
    async () => (await import('./complaints/answered-page.tsx')).AnsweredPage,
    'see_orders',
  ),
  '/console/complaints/{channel}/{id}': later(
    async () => (await import('./complaints/complaint-page.tsx')).ComplaintPage,
    'see_orders',
  ),
  '/console/appeals': later(async () => (await import('./appeals/appeals-page.tsx')).AppealsPage, 'see_orders'),
  '/console/appeals/{id}': later(async () => (await import('./appeals/appeal-page.tsx')).AppealPage, 'see_orders'),
  '/console/reviews': later(async () => (await import('./reviews/reviews-page.tsx')).ReviewsPage, 'answer_help'),
  '/console/reviews/{id}': later(async () => (await import('./reviews/review-page.tsx')).ReviewPage, 'answer_help'),
  '/console/certificates': later(
    async () => (await import('./certificates/certificates-page.tsx')).CertificatesPage,
    'see_people',
  ),
  '/console/certificates/{id}': later(
    async () => (await import('./certificates/certificate-page.tsx')).CertificatePage,
    'see_people',
  ),
  '/console/search': later(async () => (await import('./search/search-page.tsx')).SearchPage, 'see_orders'),
  '/console/accounts/{id}': later(async () => (await import('./accounts/account-page.tsx')).AccountPage, 'see_people'),
  '/console/dead-letters': later(
    async () => (await import('./dead-letters/dead-letters-page.tsx')).DeadLettersPage,
    'see_systems',
  ),
  '/console/dead-letters/{queue}': later(
    async () => (await import('./dead-letters/queue-page.tsx')).DeadQueuePage,
    'see_systems',
  ),
  '/console/webhooks': later(async () => (await import('./webhooks/endpoints-page.tsx')).EndpointsPage, 'see_systems'),
  '/console/webhooks/{id}': later(
    async () => (await import('./webhooks/endpoint-page.tsx')).EndpointPage,
    'see_systems',
  ),
  '/console/alarms': later(async () => (await import('./alarms/alarms-page.tsx')).AlarmsPage, 'see_systems'),
  '/console/settings': later(async () => (await import('./settings/settings-page.tsx')).SettingsPage, 'see_systems'),
  '/console/reconciliations': later(
    async () => (await import('./reconciliations/reconciliations-page.tsx')).ReconciliationsPage,
    'keep_books',
  ),
  '/console/reconciliations/open': later(
    async () => (await import('./reconciliations/differences-page.tsx')).DifferencesPage,
    'keep_books',
  ),
  '/console/reconciliations/{channel}/{day}': later(
    async () => (await import('./reconciliations/day-page.tsx')).DayPage,
    'keep_books',
  ),
  '/console/ledger': later(async () => (await import('./ledger/ledger-page.tsx')).LedgerPage, 'keep_books'),
  '/console/balances': later(async () => (await import('./ledger/balances-page.tsx')).BalancesPage, 'keep_books'),
  '/console/statements': later(
    async () => (await import('./statements/statements-page.tsx')).StatementsPage,
    'keep_books',
  ),
  '/console/vendors': later(async () => (await import('./vendors/vendors-page.tsx')).VendorsPage, 'see_systems'),
  '/console/deeds': later(async () => (await import('./deeds/deeds-page.tsx')).DeedsPage, 'see_deeds'),
  '/console/deeds/{id}': later(async () => (await import('./deeds/deed-page.tsx')).DeedPage, 'see_deeds'),
  '/console/operators': later(
    async () => (await import('./operators/operators-page.tsx')).OperatorsPage,
    'manage_operators',
  ),
}

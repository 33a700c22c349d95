/** The addresses of the operator's console, as routes have them. The pages of web/console are keyed by them. */
export const consolePaths = [
  '/console',
  '/console/enrol',
  '/console/numbers',
  '/console/refunds',
  '/console/refunds/overdue',
  '/console/proposals',
  '/console/proposals/{id}',
  '/console/orders',
  '/console/orders/{id}',
  '/console/complaints',
  '/console/complaints/answered',
  '/console/complaints/{channel}/{id}',
  '/console/appeals',
  '/console/appeals/{id}',
  '/console/reviews',
  '/console/reviews/{id}',
  '/console/certificates',
  '/console/certificates/{id}',
  '/console/search',
  '/console/accounts/{id}',
  '/console/dead-letters',
  '/console/dead-letters/{queue}',
  '/console/webhooks',
  '/console/webhooks/{id}',
  '/console/alarms',
  '/console/settings',
  '/console/reconciliations',
  '/console/reconciliations/open',
  '/console/reconciliations/{channel}/{day}',
  '/console/ledger',
  '/console/balances',
  '/console/statements',
  '/console/vendors',
  '/console/deeds',
  '/console/deeds/{id}',
  '/console/operators',
] as const

export type ConsolePath = (typeof consolePaths)[number]

/** Whether an address is of the console, one of its pages or none. */
export const isOfConsole = (path: string): boolean => path === '/console' || path.startsWith('/console/')

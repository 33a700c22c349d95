import type { Right } from '../../functions/operators/rights.ts'
import type { ConsolePath } from '../../functions/pages/console-paths.ts'

/** Under which heading it stands; queues stand under their own, by queues.ts. */
export type NavigationGroup = 'people' | 'money' | 'systems' | 'house'

type NavigationRow = { to: ConsolePath; group: NavigationGroup; right: Right; name: { zh: string; en: string } }

/** Pages that one can go to from everywhere, in the order of their groups; shown to whoever has the right. */
export const navigation: readonly NavigationRow[] = [
  { to: '/console/certificates', group: 'people', right: 'see_people', name: { zh: '认证证书', en: 'Certificates' } },
  { to: '/console/alarms', group: 'systems', right: 'see_systems', name: { zh: '告警', en: 'Alarms' } },
  { to: '/console/webhooks', group: 'systems', right: 'see_systems', name: { zh: '事件推送', en: 'Webhooks' } },
  { to: '/console/settings', group: 'systems', right: 'see_systems', name: { zh: '生效设置', en: 'Settings' } },
  {
    to: '/console/reconciliations',
    group: 'money',
    right: 'keep_books',
    name: { zh: '对账', en: 'Reconciliation' },
  },
  { to: '/console/orders', group: 'money', right: 'see_orders', name: { zh: '订单', en: 'Orders' } },
  { to: '/console/ledger', group: 'money', right: 'keep_books', name: { zh: '账本', en: 'Ledger' } },
  { to: '/console/balances', group: 'money', right: 'keep_books', name: { zh: '余额', en: 'Balances' } },
  {
    to: '/console/statements',
    group: 'money',
    right: 'keep_books',
    name: { zh: '供应商账单', en: 'Vendor statements' },
  },
  { to: '/console/numbers', group: 'systems', right: 'see_systems', name: { zh: '统计', en: 'Numbers' } },
  { to: '/console/deeds', group: 'house', right: 'see_deeds', name: { zh: '操作记录', en: 'Audit trail' } },
  {
    to: '/console/operators',
    group: 'house',
    right: 'manage_operators',
    name: { zh: '运营人员', en: 'Operators' },
  },
  { to: '/console/vendors', group: 'systems', right: 'see_systems', name: { zh: '供应商', en: 'Vendors' } },
]

import { type SettingsOf, type SettingTexts, whole } from '../../shared/kernel/settings.ts'
import { DAY, HOUR, MINUTE } from '../../shared/kernel/time.ts'

export const paymentSettings = {
  orders: { lifeMs: whole('ms', 30 * MINUTE), mostOpen: whole('pieces', 5), asksPerHour: whole('pieces', 60) },
  refunds: { warnMs: whole('ms', 12 * HOUR), alarmMs: whole('ms', 20 * HOUR), patienceMs: whole('ms', 3 * DAY) },
}

export type PaymentSettings = SettingsOf<typeof paymentSettings>

/** What each does, for docs/settings.md. */
export const paymentSettingTexts: SettingTexts<typeof paymentSettings> = {
  'orders.lifeMs': 'How long a payment of an order can be opened; an opened one can be finished within a minute more.',
  'orders.mostOpen': 'Purchases an account may have open and unpaid at once; the same goods again are the same order.',
  'orders.asksPerHour':
    'How often an account may have a payment channel asked in a clock hour: to begin a payment, and whether one has come.',
  'refunds.warnMs': 'A refund the channel has not taken by then rings an alarm; 24 hours are promised.',
  'refunds.alarmMs': 'A refund the channel has not taken by then rings an alarm that it is overdue.',
  'refunds.patienceMs':
    'A refund that has not ended by then, counted since the channel took it, or since it is owed while it did not, is put before an operator.',
}

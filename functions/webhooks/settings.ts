import { type SettingsOf, type SettingTexts, whole } from '../../shared/kernel/settings.ts'
import { DAY, MINUTE } from '../../shared/kernel/time.ts'

export const webhookSettings = {
  webhooks: {
    keepMs: whole('ms', 30 * DAY),
    orderMs: whole('ms', MINUTE),
    failingMs: whole('ms', 3 * DAY),
    outboxMs: whole('ms', 800 * DAY),
  },
}

export type WebhookSettings = SettingsOf<typeof webhookSettings>

/** What each does, for docs/settings.md. */
export const webhookSettingTexts: SettingTexts<typeof webhookSettings> = {
  'webhooks.keepMs': 'How long an event can be read and delivered again.',
  'webhooks.orderMs':
    'How long the next event of a subject waits for the one before that an endpoint has not taken; then it passes.',
  'webhooks.failingMs': 'After how long without one delivery that it took an endpoint is disabled.',
  'webhooks.outboxMs':
    'How long the numbers of the events of an order, a message or an endpoint go on after the last one; those of an account always do.',
}

import { list, type SettingsOf, type SettingTexts, whole } from '../../shared/kernel/settings.ts'
import { SECOND } from '../../shared/kernel/time.ts'

export const outgoingSettings = {
  deliveries: {
    connectMs: whole('ms', 5 * SECOND),
    totalMs: whole('ms', 10 * SECOND),
    attempts: whole('pieces', 10),
    ports: list<string>(['443']),
    localTargets: list<string>([]),
  },
}

export type OutgoingSettings = SettingsOf<typeof outgoingSettings>

/** What each does, for docs/settings.md. */
export const outgoingSettingTexts: SettingTexts<typeof outgoingSettings> = {
  'deliveries.connectMs': 'How long a webhook may take to connect.',
  'deliveries.totalMs': 'How long a webhook may take in all.',
  'deliveries.attempts': 'How often delivering a message is tried.',
  'deliveries.ports': 'Ports of webhooks, as texts.',
  'deliveries.localTargets':
    'Exact host:port pairs that may be plain http and private; only the local engine sets any, production refuses them.',
}

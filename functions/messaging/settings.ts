import { list, type SettingsOf, type SettingTexts, whole } from '../../shared/kernel/settings.ts'
import { DAY, SECOND } from '../../shared/kernel/time.ts'

export const messagingSettings = {
  sending: {
    perDay: whole('pieces', 200),
    perDayMember: whole('pieces', 2000),
    perMinute: whole('pieces', 5),
    perMinuteMember: whole('pieces', 30),
    sameContentPerHour: whole('pieces', 3),
    titleLength: whole('code points', 100),
    titleLengthMember: whole('code points', 200),
    contentLength: whole('code points', 20_000),
    contentLengthMember: whole('code points', 100_000),
  },
  keeping: { messageMs: whole('ms', 30 * DAY), recordMs: whole('ms', 183 * DAY) },
  deliveries: {
    connectMs: whole('ms', 5 * SECOND),
    totalMs: whole('ms', 10 * SECOND),
    attempts: whole('pieces', 10),
    ports: list<string>(['443']),
    localTargets: list<string>([]),
  },
}

export type MessagingSettings = SettingsOf<typeof messagingSettings>

/** What each does, for docs/settings.md. */
export const messagingSettingTexts: SettingTexts<typeof messagingSettings> = {
  'sending.perDay': 'Requests to send on a Beijing day.',
  'sending.perDayMember': 'The same with a running membership.',
  'sending.perMinute': 'Requests to send in a minute.',
  'sending.perMinuteMember': 'The same with a running membership.',
  'sending.sameContentPerHour': 'How often the same title and content may be sent in an hour.',
  'sending.titleLength': 'The longest title.',
  'sending.titleLengthMember': 'The same with a running membership.',
  'sending.contentLength': 'The longest content.',
  'sending.contentLengthMember': 'The same with a running membership.',
  'keeping.messageMs': 'How long a message can be read; then its title and content are gone.',
  'keeping.recordMs':
    'How long it is kept who sent when through what to how many; six months are the law (网络安全法 第二十一条).',
  'deliveries.connectMs': 'How long a webhook may take to connect.',
  'deliveries.totalMs': 'How long a webhook may take in all.',
  'deliveries.attempts': 'How often delivering a message is tried.',
  'deliveries.ports': 'Ports of webhooks, as texts.',
  'deliveries.localTargets':
    'Exact host:port pairs that may be plain http and private; only the local engine sets any, production refuses them.',
}

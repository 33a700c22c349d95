import { type SettingsOf, type SettingTexts, whole } from '../../shared/kernel/settings.ts'
import { DAY } from '../../shared/kernel/time.ts'

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
}

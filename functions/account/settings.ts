import { type SettingsOf, type SettingTexts, whole } from '../../shared/kernel/settings.ts'
import { DAY, MINUTE } from '../../shared/kernel/time.ts'

export const accountSettings = {
  sessions: { lifeMs: whole('ms', 30 * DAY) },
  sms: {
    codeLifeMs: whole('ms', 5 * MINUTE),
    tries: whole('pieces', 5),
    spacingMs: whole('ms', MINUTE),
    perHour: whole('pieces', 5),
    perDay: whole('pieces', 10),
    // In the sandbox one address stands for many users.
    perAddressHour: whole('pieces', 30, 10_000),
    codesPerDay: whole('pieces', 5000),
  },
  tokens: { perAccount: whole('pieces', 20) },
}

export type AccountSettings = SettingsOf<typeof accountSettings>

/** What each does, for docs/settings.md. */
export const accountSettingTexts: SettingTexts<typeof accountSettings> = {
  'sessions.lifeMs': 'How long a session lasts.',
  'sms.codeLifeMs': 'How long an SMS code is good.',
  'sms.tries': 'How often a code may be typed before it is spent.',
  'sms.spacingMs': 'How long a number waits for the next code of the same purpose.',
  'sms.perHour': 'Codes a number gets in a clock hour, for all purposes together.',
  'sms.perDay': 'Codes a number gets on a Beijing day, for all purposes together.',
  'sms.perAddressHour': 'Codes that may be asked for from one source address in a clock hour.',
  'sms.codesPerDay': 'Codes of the whole deployment on a Beijing day: what text messages may cost.',
  'tokens.perAccount': 'Message tokens an account may have.',
}

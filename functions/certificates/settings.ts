import { type SettingsOf, type SettingTexts, whole } from '../../shared/kernel/settings.ts'
import { DAY } from '../../shared/kernel/time.ts'

export const certificateSettings = {
  certificates: {
    validMs: whole('ms', 365 * DAY),
    renewMs: whole('ms', 90 * DAY),
    missesPerHour: whole('pieces', 60),
    reportsPerDay: whole('pieces', 10),
  },
}

export type CertificateSettings = SettingsOf<typeof certificateSettings>

/** What each does, for docs/settings.md. */
export const certificateSettingTexts: SettingTexts<typeof certificateSettings> = {
  'certificates.validMs':
    'How long a certificate counts, from when it is issued, and how much longer once it is renewed.',
  'certificates.renewMs':
    'How long before its end a certificate may be renewed without losing any of its time, and its administrator is reminded first.',
  'certificates.missesPerHour':
    'How many ids that are none may be asked for from one address in a clock hour; after that every id is refused there for the rest of it.',
  'certificates.reportsPerDay': 'How many reports of certificates are taken from one address on a Beijing day.',
}

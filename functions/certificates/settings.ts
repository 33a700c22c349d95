import { type SettingsOf, type SettingTexts, whole } from '../../shared/kernel/settings.ts'
import { DAY } from '../../shared/kernel/time.ts'

export const certificateSettings = {
  certificates: {
    validMs: whole('ms', 365 * DAY),
    renewMs: whole('ms', 90 * DAY),
    missesPerHour: whole('pieces', 60),
    reportsPerDay: whole('pieces', 10),
    reportsOfOnePerDay: whole('pieces', 50),
    reportsKeptMs: whole('ms', 365 * DAY),
    reportAnswerMs: whole('ms', 3 * DAY),
    appealAnswerMs: whole('ms', 3 * DAY),
    appealAskMs: whole('ms', 7 * DAY),
    pageAnswerMs: whole('ms', 7 * DAY),
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
  'certificates.reportsOfOnePerDay':
    'How many reports of one certificate are taken on a Beijing day, whoever sends them: people have enough to look at then.',
  'certificates.reportsKeptMs': 'How long what somebody reported about a certificate is kept.',
  'certificates.reportAnswerMs':
    'How soon people decide about reports of a certificate, from the first one on; alarms ring at three quarters of it, and at its end.',
  'certificates.appealAnswerMs':
    'How soon an appeal against the suspension or revocation of a certificate is decided; alarms ring as above.',
  'certificates.appealAskMs': 'How long whoever appealed has to answer what they are asked in return.',
  'certificates.pageAnswerMs':
    'How soon people look at a page of an app that did not show its certificate three days in a row; alarms ring as above.',
}

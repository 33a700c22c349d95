import { type SettingsOf, type SettingTexts, whole } from '../../shared/kernel/settings.ts'
import { DAY, HOUR, MINUTE } from '../../shared/kernel/time.ts'

export const reviewSettings = {
  review: {
    claimMs: whole('ms', 15 * MINUTE),
    helpPerDay: whole('pieces', 5),
    helpAnswerMs: whole('ms', 24 * HOUR),
    helpAskMs: whole('ms', 7 * DAY),
  },
}

export type ReviewSettings = SettingsOf<typeof reviewSettings>

/** What each does, for docs/settings.md. */
export const reviewSettingTexts: SettingTexts<typeof reviewSettings> = {
  'review.claimMs':
    'How long a case is held for whoever takes it, counted from when they last took it; then others may.',
  'review.helpPerDay': 'How often an account may ask a person for help on a Beijing day.',
  'review.helpAnswerMs':
    'How soon whoever asked for help is answered; alarms ring at three quarters of it, and at its end.',
  'review.helpAskMs': 'How long whoever asked for help has to answer what they are asked in return.',
}

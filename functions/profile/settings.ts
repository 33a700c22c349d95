import { type SettingsOf, type SettingTexts, whole } from '../../shared/kernel/settings.ts'
import { DAY, HOUR } from '../../shared/kernel/time.ts'

export const profileSettings = {
  profile: {
    addressesPerMonth: whole('pieces', 3),
    addressValidMs: whole('ms', 365 * DAY),
    answerMs: whole('ms', 72 * HOUR),
    askMs: whole('ms', 7 * DAY),
  },
}

export type ProfileSettings = SettingsOf<typeof profileSettings>

/** What each does, for docs/settings.md. */
export const profileSettingTexts: SettingTexts<typeof profileSettings> = {
  'profile.addressesPerMonth': 'How often in thirty days an account may have proof of its address looked at.',
  'profile.addressValidMs': 'How long an address that was seen counts in the trust score.',
  'profile.answerMs': 'How soon a person has looked at it; alarms ring at three quarters of it, and at its end.',
  'profile.askMs': 'How long whoever is asked for another picture of it has to hand it in.',
}

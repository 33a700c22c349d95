import { type SettingsOf, type SettingTexts, whole } from '../../shared/kernel/settings.ts'

export const clearingSettings = {
  businesses: {
    most: whole('pieces', 50),
  },
}

export type ClearingSettings = SettingsOf<typeof clearingSettings>

/** What each does, for docs/settings.md. */
export const clearingSettingTexts: SettingTexts<typeof clearingSettings> = {
  'businesses.most': 'How many businesses a platform may register.',
}

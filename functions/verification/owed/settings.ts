import { byName, type SettingsOf, type SettingTexts, whole } from '../../../shared/kernel/settings.ts'

export const platformCheckSettings = {
  platformChecks: {
    perDay: whole('pieces', 5),
    cost: byName('1/10,000 yuan', { tencent_cloud: 3000, alibaba_cloud: 3000 }),
  },
}

export type PlatformCheckSettings = SettingsOf<typeof platformCheckSettings>

/** What each does, for docs/settings.md. */
export const platformCheckSettingTexts: SettingTexts<typeof platformCheckSettings> = {
  'platformChecks.perDay':
    'Checks of one kind (of bank cards, of documents) that the platform pays for, for an account on a Beijing day; what our side or the vendor failed does not count, unless it may have been charged.',
  'platformChecks.cost':
    'What a billed call for such a check costs, by vendor. It counts towards `identity.dailySpend`.',
}

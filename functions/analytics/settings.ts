import { type SettingsOf, type SettingTexts, whole } from '../../shared/kernel/settings.ts'
import { DAY, MINUTE } from '../../shared/kernel/time.ts'

export const analyticsSettings = {
  analytics: {
    everyMs: whole('ms', 15 * MINUTE),
    keptMs: whole('ms', 400 * DAY),
  },
}

export type AnalyticsSettings = SettingsOf<typeof analyticsSettings>

/** What each does, for docs/settings.md. */
export const analyticsSettingTexts: SettingTexts<typeof analyticsSettings> = {
  'analytics.everyMs':
    'How often the day that goes on is counted, for the numbers operators see of it; no oftener than every five minutes.',
  'analytics.keptMs': 'How long the numbers of a day are kept.',
}

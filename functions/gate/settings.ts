import { moment, type SettingsOf, type SettingTexts } from '../../shared/kernel/settings.ts'

export const gateSettings = {
  enforceFrom: moment('2024-08-01T00:00:00+08:00'),
}

export type GateSettings = SettingsOf<typeof gateSettings>

/** What each does, for docs/settings.md. */
export const gateSettingTexts: SettingTexts<typeof gateSettings> = {
  enforceFrom: 'From this moment on an unverified account may neither send nor recharge.',
}

import { type SettingsOf, type SettingTexts, whole } from '../../shared/kernel/settings.ts'

export const membershipSettings = {
  prices: { membershipFen: whole('fen', 1000) },
}

export type MembershipSettings = SettingsOf<typeof membershipSettings>

/** What each does, for docs/settings.md. */
export const membershipSettingTexts: SettingTexts<typeof membershipSettings> = {
  'prices.membershipFen': 'Price of a month of membership, with or without a verification.',
}

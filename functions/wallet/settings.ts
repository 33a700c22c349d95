import { type SettingsOf, type SettingTexts, whole } from '../../shared/kernel/settings.ts'

export const walletSettings = {
  points: { min: whole('points', 100), max: whole('points', 100_000) },
}

export type WalletSettings = SettingsOf<typeof walletSettings>

/** What each does, for docs/settings.md. */
export const walletSettingTexts: SettingTexts<typeof walletSettings> = {
  'points.min': 'The fewest points one order may buy; 100 points cost 100 fen.',
  'points.max': 'The most points one order may buy.',
}

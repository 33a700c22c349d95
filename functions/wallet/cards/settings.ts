import { type SettingsOf, type SettingTexts, whole } from '../../../shared/kernel/settings.ts'

export const cardSettings = {
  cards: { most: whole('pieces', 10), checksPerCard: whole('pieces', 3, 1000) },
}

export type CardSettings = SettingsOf<typeof cardSettings>

/** What each does, for docs/settings.md. */
export const cardSettingTexts: SettingTexts<typeof cardSettings> = {
  'cards.most': 'Bank cards an account may have bound at a time.',
  'cards.checksPerCard':
    'Checks of one bank card on a Beijing day, whichever account asks. Test cards are everybody’s, so that there are more in the sandbox.',
}

import { type SettingsOf, type SettingTexts, whole } from '../../shared/kernel/settings.ts'

export const documentSettings = {
  documents: { readingsPerDay: whole('pieces', 20) },
}

export type DocumentSettings = SettingsOf<typeof documentSettings>

/** What each does, for docs/settings.md. */
export const documentSettingTexts: SettingTexts<typeof documentSettings> = {
  'documents.readingsPerDay':
    'How many photos of an identity card an account may have read on a Beijing day; three that cannot be used lead to a review by a person.',
}

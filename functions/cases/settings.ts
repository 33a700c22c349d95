import { type SettingsOf, type SettingTexts, whole } from '../../shared/kernel/settings.ts'

export const caseSettings = {
  cases: {
    numberSearchesPerDay: whole('pieces', 200),
    numberMissesPerDay: whole('pieces', 20),
    revealsPerDay: whole('pieces', 50),
  },
}

export type CaseSettings = SettingsOf<typeof caseSettings>

/** What each does, for docs/settings.md. */
export const caseSettingTexts: SettingTexts<typeof caseSettings> = {
  'cases.numberSearchesPerDay':
    'How often an operator may search by the exact mobile or ID number of a person on a Beijing day.',
  'cases.numberMissesPerDay':
    'How many of those searches may find nobody on a Beijing day, before that operator may do no more; an alarm rings then.',
  'cases.revealsPerDay': 'How often an operator may see a field of somebody in the clear on a Beijing day.',
}

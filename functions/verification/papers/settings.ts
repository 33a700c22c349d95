import { type SettingsOf, type SettingTexts, whole } from '../../../shared/kernel/settings.ts'
import { DAY, HOUR } from '../../../shared/kernel/time.ts'

export const papersSettings = {
  papers: {
    perMonth: whole('pieces', 5),
    looksPerDay: whole('pieces', 500),
    answerMs: whole('ms', 48 * HOUR),
    askMs: whole('ms', 7 * DAY),
  },
}

export type PapersSettings = SettingsOf<typeof papersSettings>

/** What each does, for docs/settings.md. */
export const papersSettingTexts: SettingTexts<typeof papersSettings> = {
  'papers.perMonth': 'How often in thirty days an account may ask a person to look at its papers.',
  'papers.looksPerDay': 'How often an operator may look at what somebody typed about their papers, on a Beijing day.',
  'papers.answerMs': 'How soon a person has looked at them; alarms ring at three quarters of it, and at its end.',
  'papers.askMs': 'How long whoever is asked for more papers has to hand them in.',
}
